import { randomUUID } from 'node:crypto'
import { changePatient } from '@/lib/cases/commands/change-patient'
import { stateRival } from '@/lib/cases/commands/contest-fact'
import { createCase, handInCase } from '@/lib/cases/commands/manage-case'
import { recordFactsOf } from '@/lib/cases/commands/record-facts'
import type { FactChange } from '@/lib/cases/facts'
import type { Field } from '@/lib/cases/field'
import type { ChangePatient } from '@/lib/cases/model'
import type { StateRival } from '@/lib/cases/rivals'
import type { Section } from '@/lib/cases/sections/section'
import { findSection } from '@/lib/cases/sections/sections'
import { readResult } from '@/lib/clinical/lab-result'
import type { Day } from '@/lib/foundation/time'
import type { Stage } from './demo-board'
import type { Part, Referral, Said, Told } from './story'

type Fields = Readonly<Record<string, Said>>
type Place = { section: string; item: string }

/** The day that is stated for the values of one item, by the rule of the form: none where the entry has a day of its own. */
const dayOf = (section: Section | undefined, told: Day | null): Day | null =>
  section?.dayField !== undefined || section?.freshDays === undefined ? null : told

/** A number has the unit of its field; a quantity is told with its own: `12 mg/L`, `<5 mg/L`. */
function withUnit(asked: Field | undefined, said: unknown): { value: unknown; unit: string | null } {
  if (asked?.kind !== 'quantity' || typeof said !== 'string')
    return { value: said, unit: asked?.kind === 'number' ? asked.unit : null }
  const [number = '', ...unit] = said.split(' ')
  return { value: readResult(number) ? number : Number(number), unit: unit.join(' ') }
}

const changesIn = (place: Place, fields: Fields, told: Day | null): FactChange[] => {
  const section = findSection(place.section)
  const refersOn = dayOf(section, told)
  return Object.entries(fields).map(([field, said]) => {
    const asked = section?.fields[field]
    const isStated = typeof said === 'object' && 'state' in said
    const told = isStated ? { value: undefined, unit: null } : withUnit(asked, said)
    const { unit } = told
    const fact = isStated ? { state: said.state } : { state: 'known' as const, value: told.value }
    return { ...place, field, base: 0, fact: { ...fact, unit, refersOn } }
  })
}

/** Every group of the form has one of four shapes: asked once, by level, as a list, or as a series whose first entry has no id. */
const itemsOf = (section: string, group: Fields | Readonly<Record<string, Fields>> | readonly Fields[]) => {
  const repeats = findSection(section)?.repeats
  if (repeats === 'series' && Array.isArray(group)) {
    return (group as readonly Fields[]).map((fields, index) => ({ item: index === 0 ? '' : randomUUID(), fields }))
  }
  if (repeats === 'list') return (group as readonly Fields[]).map((fields) => ({ item: randomUUID(), fields }))
  if (repeats !== 'vertebra') return [{ item: '', fields: group as Fields }]
  return Object.entries(group as Readonly<Record<string, Fields>>).map(([item, fields]) => ({ item, fields }))
}

/** What is told, as the changes that record it for the first time; `refersOn` is the day of findings that grow old and have no day field of their own. */
export const changesOf = (told: Told, refersOn: Day | null = null): FactChange[] =>
  Object.entries(told).flatMap(([section, group]) =>
    itemsOf(section, group).flatMap(({ item, fields }) => changesIn({ section, item }, fields, refersOn)),
  )

/** Opens a case; returns its id. */
export const openCase = async (stage: Stage, at: Date, by: Part, { patient, question }: Referral): Promise<string> => {
  const input = { boardId: stage.boardId, patient: { new: patient }, question }
  const { caseId } = await stage.act(at, () => createCase(stage.actors[by], input))
  return caseId
}

/** Corrects who the patient is said to be; `version` is the one that is corrected. */
export const correctPatient = async (
  stage: Stage,
  { at, by }: { at: Date; by: Part },
  correction: ChangePatient,
): Promise<void> => {
  await stage.act(at, () => changePatient(stage.actors[by], correction))
}

/** One person tells the board what is known; `refersOn` is the day the findings are from. */
export const tell = async (
  stage: Stage,
  caseId: string,
  { at, by, refersOn = null }: { at: Date; by: Part; refersOn?: Day | null },
  told: Told,
): Promise<void> => {
  await stage.act(at, () => recordFactsOf(stage.actors[by], { caseId, changes: changesOf(told, refersOn) }))
}

/** One person adds what another source says of a value that is told already; nobody has settled it yet. */
export const contest = async (
  stage: Stage,
  { at, by }: { at: Date; by: Part },
  said: Omit<StateRival, 'unit'> & { unit?: string },
): Promise<void> => {
  await stage.act(at, () => stateRival(stage.actors[by], { ...said, unit: said.unit ?? null }))
}

/** Hands a case in to the board. */
export const handIn = async (stage: Stage, caseId: string, at: Date, by: Part): Promise<void> => {
  await stage.act(at, () => handInCase(stage.actors[by], { caseId }))
}
