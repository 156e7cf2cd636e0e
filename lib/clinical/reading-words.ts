import { certain } from './certain'
import type { Instrument } from './instrument'
import type { Caveat } from './item'
import type { Band, Finding, Reading, RuleReading } from './reading'

/**
 * The shortest true words for a reading, for tables and lines: `14 of 18`, `possible range 4–7`, `1b or 1c`,
 * `not assessed (0 to 3 possible)`, `M1, 5`.
 */
export function shortReading(reading: Reading): string {
  if (reading.kind === 'not-applicable') return 'not applicable'
  if (reading.kind === 'ask') return 'one answer to settle'
  if (reading.form === 'sum') {
    if (reading.kind === 'complete') return `${reading.total} of ${certain(reading.range, 'the range of a score')[1]}`
    return `possible range ${reading.between.join('–')}`
  }
  if (reading.form === 'grade') {
    if (reading.kind === 'complete') return reading.grade
    const asked = reading.missing.map(({ item }) => item)
    const isOpen = reading.lines.every(({ item, state }) => !asked.includes(item) || state === 'missing')
    return isOpen ? openGrades(reading.grades) : reading.grades.join(' or ')
  }
  const counted = groupCounts(reading.findings)
  if (counted) return counted
  const ids = reading.findings.map(({ id }) => id)
  if (reading.kind === 'complete') return ids.join(', ')
  const possible = reading.possible.map(({ id }) => `${id}?`)
  return [...ids, ...possible].join(', ')
}

/** What a framework or a checklist raises, whatever is still open; nothing where an answer stops the reading. */
export const findingsOf = (reading: RuleReading): readonly Finding[] => ('findings' in reading ? reading.findings : [])

/** Whether a band tells totals apart. A source without bands has one for all of them, which says nothing of any. */
export const hasBands = ({ id }: Pick<Band, 'id'>): boolean => id !== 'total'

/** The lines of a checklist counted by group, `1 unmet, 8 met`; null for the considerations of a framework. */
export function groupCounts(findings: readonly Finding[]): string | null {
  const groups = [...new Set(findings.flatMap(({ item, group }) => (item === undefined ? [] : [group])))]
  if (groups.length === 0) return null
  return groups
    .map((group) => `${findings.filter((one) => one.group === group).length} ${group.toLowerCase()}`)
    .join(', ')
}

/** The lines of a checklist counted by where they stand, those without an answer last: `1 unmet, 4 met, 4 open`. */
export function checklistCounts(reading: RuleReading): string {
  if ('why' in reading) return reading.why
  const open = reading.kind === 'incomplete' ? `${reading.missing.length} open` : null
  return [groupCounts(reading.findings), open].filter(Boolean).join(', ')
}

/** A grade that nobody gave, with the first and the last of those that are possible. */
const openGrades = (grades: readonly string[]): string => `not assessed (${grades[0]} to ${grades.at(-1)} possible)`

/** What stands in the way of a result, as a sentence that says what to do; empty when the reading is complete. */
export function nextStepOf(reading: Reading): string {
  if (reading.kind === 'complete') return ''
  if (reading.kind !== 'incomplete') return reading.why
  return `Still needed: ${reading.missing.map(({ label }) => label).join(', ')}.`
}

/** The remarks that come from the answers of a reading, such as `not_validated`; without those that always go with the instrument. */
export function ownCaveats(instrument: Instrument, { caveats }: Pick<Reading, 'caveats'>): readonly Caveat[] {
  const always = new Set(instrument.caveats?.map(({ id }) => id))
  return caveats.filter(({ id }) => !always.has(id))
}
