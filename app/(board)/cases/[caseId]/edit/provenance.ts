import { ageOfFact } from '@/lib/cases/case-file'
import type { FactView } from '@/lib/cases/facts'
import type { Section } from '@/lib/cases/sections/section'
import { type SectionId, sections } from '@/lib/cases/sections/sections'
import { type Day, dayAt, daysBetween, daysMeantBy, showDay, showInstant } from '@/lib/foundation/time'
import { showNumber } from '@/lib/foundation/words'

/**
 * Who entered a value and when, and the day it refers to: `E. Wyndlass, 24-Nov-2026 14:02, findings from 22-Nov-2026`,
 * or `same day` when it was found on the day it was entered. One confirmed from an earlier case names that case.
 */
export function provenanceWords(fact: FactView, timeZone: string): string {
  const { confirmedFrom } = fact
  const origin = confirmedFrom === undefined ? '' : `, confirmed from case ${confirmedFrom}`
  const entered = `${fact.by}, ${showInstant(fact.at, timeZone)}${origin}`
  if (!fact.refersOn) return entered
  const isSameDay = fact.refersOn === dayAt(fact.at, timeZone)
  return `${entered}, ${isSameDay ? 'same day' : `findings from ${showDay(fact.refersOn)}`}`
}

/** `53 d old, limit 28 d` when a value is past the limit of its section; null while it is fresh or its day is not known. */
export function ageWords(section: SectionId, fact: FactView | undefined, today: Day): string | null {
  const age = ageOfFact(section, fact, today)
  return age?.old ? `${age.days}\u00a0d old, limit ${age.limit}\u00a0d` : null
}

/**
 * Asks back when the day of an entry lies further back than findings of its section stay fresh: `36,531 d ago, findings count
 * for 7 d. Is the day right?`; null for a fresh day, and for any other field.
 */
export function oldDayWords(section: SectionId, field: string, fact: FactView | undefined, today: Day): string | null {
  const { dayField, freshDays }: Section = sections[section]
  if (dayField !== field || freshDays === undefined || fact?.state !== 'known') return null
  const days = daysBetween(daysMeantBy(String(fact.value)).last, today)
  return days > freshDays
    ? `${showNumber(days, 'd')} ago, findings count for ${showNumber(freshDays, 'd')}. Is the day right?`
    : null
}
