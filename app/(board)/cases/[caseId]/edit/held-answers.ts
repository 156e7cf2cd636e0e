import type { CaseFile } from '@/lib/cases/case-file'
import { pathOf } from '@/lib/cases/facts'
import { entryWords } from '@/lib/cases/item-words'
import { reasonFieldOf } from '@/lib/cases/readiness'
import { findSection, isSection, pageOf, type SectionId } from '@/lib/cases/sections/sections'
import { patientFieldId } from '../../_patient-fields'
import type { EntryState } from './entry-store'
import type { QuestionState } from './question-store'
import { type Place, placeOf } from './save-queue'
import { fieldIdOf, isEntrySection, questionFieldId } from './section-state'

/** An answer that was typed and cannot be saved before a person corrects it, decides between two, or presses its own button. */
export type HeldAnswer = {
  /** The section that shows its field. */
  section: SectionId
  item: string
  fieldId: string
  label: string
  needs: 'correction' | 'decision' | 'saving'
}

/** The patient's record is saved by its own button, so that nobody corrects an identity by the way. */
export const patientPlace = { section: 'referral', item: '', fieldId: patientFieldId('familyName') } as const

const question = { section: 'referral', item: '', fieldId: questionFieldId, label: 'Question to the board' } as const

/** Why a section is empty belongs to the referral and is asked in the empty section. */
const shownIn = ({ section, field }: Place): string =>
  (['imaging', 'lesions'] as const).find((empty) => section === 'referral' && reasonFieldOf(empty) === field) ?? section

function heldAt(file: CaseFile, place: Place, needs: HeldAnswer['needs']): HeldAnswer[] {
  const named = shownIn(place)
  const section = isSection(named) ? pageOf(named) : null
  if (section === null || !isEntrySection(section)) return []
  const label = findSection(place.section)?.fields[place.field]?.label ?? place.field
  const { item } = place
  return [
    {
      section,
      item,
      fieldId: fieldIdOf(place),
      label: `${entryWords(file, place)}${label}`,
      needs,
    },
  ]
}

/** Everything that is held back, what has to be corrected first. What somebody is still typing is no mistake yet. */
export function heldAnswers({ file, queue, unreadable, typing }: EntryState, asked: QuestionState): HeldAnswer[] {
  const unread = unreadable.filter((path) => path !== typing).map(placeOf)
  const refused = Object.values(queue.refused).map(({ given }) => given)
  const toCorrect = [...new Map([...refused, ...unread].map((place) => [pathOf(place), place])).values()]
  const toDecide = Object.values(queue.conflicts).map(({ given }) => given)
  return [
    ...(asked.error === null ? [] : [{ ...question, needs: 'correction' } as const]),
    ...toCorrect.flatMap((place) => heldAt(file, place, 'correction')),
    ...(asked.conflict === null ? [] : [{ ...question, needs: 'decision' } as const]),
    ...toDecide.flatMap((place) => heldAt(file, place, 'decision')),
  ]
}

/** Everything that would not reach the board if the case were handed in now: what is held back, then edits of the patient. */
export const waitingAnswers = (entry: EntryState, asked: QuestionState, hasPatientEdits: boolean): HeldAnswer[] => [
  ...heldAnswers(entry, asked),
  ...(hasPatientEdits ? [{ ...patientPlace, label: 'Patient and contact', needs: 'saving' } as const] : []),
]
