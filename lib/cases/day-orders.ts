import { isMoment, isSurelyBefore, type Moment, showMoment } from '@/lib/foundation/moment'
import type { FieldProblem } from '@/lib/foundation/result'
import { afterChanges, type FactChange, type FactsView, pathOf, type Told } from './facts'
import type { Field } from './field'
import { findSection } from './sections/sections'

/**
 * Days and times of one entry of which the second cannot lie before the first, whatever happened: an end and its start, and what
 * is done to something that has to be there. Times that only mostly follow each other, such as a decision and its treatment, are none.
 */
const orders: readonly { section: string; first: string; second: string }[] = [
  { section: 'treatments', first: 'startedOn', second: 'endedOn' },
  { section: 'therapies', first: 'startedOn', second: 'endedOn' },
  { section: 'clocks', first: 'mriRequestedAt', second: 'mriDoneAt' },
  { section: 'clocks', first: 'mriDoneAt', second: 'mriReportedAt' },
  { section: 'clocks', first: 'radiationStartedAt', second: 'radiationEndedAt' },
  { section: 'clocks', first: 'admittedAt', second: 'dischargedAt' },
]

const momentOf = (fact: Told | undefined): Moment | null =>
  fact?.state === 'known' && typeof fact.value === 'string' && isMoment(fact.value) ? fact.value : null

/** The form does not ask an end that another answer rules out, such as that of a drug given now: what is left there binds nothing. */
const isRuledOut = ({ askedWhen }: Field, after: (field: string) => Told | undefined): boolean => {
  const answer = askedWhen && after(askedWhen.field)
  return answer?.state === 'known' && !askedWhen?.is.some((wanted) => wanted === answer.value)
}

/**
 * Ends that would lie before their starts once the changes are in. It is said at what was changed; at the end when both were.
 * Entries of which neither was changed are let be.
 */
export function orderProblems(changes: readonly FactChange[], facts: FactsView): FieldProblem[] {
  const standing = afterChanges(changes, facts)
  return orders.flatMap(({ section, first, second }) => {
    const { [first]: start, [second]: end } = findSection(section)?.fields ?? {}
    const told = changes.filter((one) => one.section === section)
    const items = told.filter(({ field }) => field === first || field === second).map(({ item }) => item)
    return [...new Set(items)].flatMap((item): FieldProblem[] => {
      const changed = (field: string) => told.find((one) => one.item === item && one.field === field)
      const after = (field: string) => standing({ section, item, field })
      const [from, to] = [momentOf(after(first)), momentOf(after(second))]
      if (!start || !end || from === null || to === null) return []
      if (!isSurelyBefore(to, from) || isRuledOut(end, after)) return []
      const [atEnd, atStart] = [changed(second), changed(first)]
      if (atEnd) return [{ path: pathOf(atEnd), message: clash(to, 'before', start, from) }]
      return atStart ? [{ path: pathOf(atStart), message: clash(from, 'after', end, to) }] : []
    })
  })
}

/** `01-Jan-2020 lies before “Started on”, Mar-2026. Check both.` */
const clash = (one: Moment, lies: 'before' | 'after', { label }: Field, other: Moment): string =>
  `${showMoment(one)} lies ${lies} “${label}”, ${showMoment(other)}. Check both.`

/** The fields of the same entry whose day is compared with that of this one. */
export const comparedWith = ({ section, field }: { section: string; field: string }): string[] =>
  orders
    .filter((order) => order.section === section)
    .flatMap(({ first, second }) => (first === field ? [second] : second === field ? [first] : []))
