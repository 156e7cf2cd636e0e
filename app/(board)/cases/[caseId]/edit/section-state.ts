import { type CaseFile, itemsOf } from '@/lib/cases/case-file'
import { contradictionsIn } from '@/lib/cases/contradictions'
import { type MinimumDataset, whyNeededBy } from '@/lib/cases/minimum-dataset'
import { type Gap, readiness } from '@/lib/cases/readiness'
import { contestedIn } from '@/lib/cases/rivals'
import type { Section } from '@/lib/cases/sections/section'
import { isSection, pageOf, partsOf, type SectionId, sectionIds, sections } from '@/lib/cases/sections/sections'

const isInForm = (id: SectionId): boolean => {
  const { outsideForm }: Section = sections[id]
  return !outsideForm
}

/** Pages of the entry form, in its order. A part stands on the page of its section; visits and further scores have screens of their own. */
export const entrySections: readonly SectionId[] = sectionIds.filter((id) => isInForm(id) && pageOf(id) === id)

export const isEntrySection = (id: string): id is SectionId => entrySections.some((one) => one === id)

/** The section that an address of the entry form opens; the first one when it names none. */
export function sectionOfPath(path: string): SectionId {
  const last = path.split('/').at(-1) ?? ''
  return isEntrySection(last) ? last : 'referral'
}

/** The section before (-1) or after (1) one in the order of the form; undefined beyond its ends. */
export const sectionAfter = (section: SectionId, step: 1 | -1): SectionId | undefined =>
  entrySections[entrySections.indexOf(section) + step]

/**
 * How far a section is: nothing recorded yet, needed answers missing, or none of them missing, which is not all that it asks; on
 * how many values sources differ, and how many answers do not fit others.
 */
export type SectionState = {
  state: 'none-missing' | 'gaps' | 'not-begun'
  gaps: readonly Gap[]
  contested: number
  differing: number
}

/** The state of every section of a case. */
export function sectionStates(file: CaseFile, dataset: MinimumDataset): Readonly<Record<string, SectionState>> {
  const { gaps } = readiness(file, whyNeededBy(dataset))
  const differing = contradictionsIn(file).map(({ at }) => pageOf(at.section))
  const contested = contestedIn(file.facts).flatMap(({ section }) => (isSection(section) ? [pageOf(section)] : []))
  return Object.fromEntries(
    entrySections.map((id) => {
      const open = gaps.filter(({ section }) => pageOf(section) === id)
      const isBegun = id === 'referral' || [id, ...partsOf(id)].some((one) => itemsOf(file, one).length > 0)
      const state = isBegun ? (open.length > 0 ? 'gaps' : 'none-missing') : 'not-begun'
      const countOf = (pages: readonly SectionId[]) => pages.filter((page) => page === id).length
      return [id, { state, gaps: open, contested: countOf(contested), differing: countOf(differing) }]
    }),
  )
}

export const sectionHref = (caseId: string, section: SectionId): string => `/cases/${caseId}/edit/${pageOf(section)}`

/** Id of the question's input: the hand-in and its reason lead to it. */
export const questionFieldId = 'question'

/** Id of the input of a fact: gaps and refusals lead to it. */
export const fieldIdOf = ({ section, item, field }: { section: string; item: string; field: string }): string =>
  ['fact', section, item, field].filter(Boolean).join('-')
