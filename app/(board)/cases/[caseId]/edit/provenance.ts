import { ageOfFact } from '@/lib/cases/case-file'
import type { FactView } from '@/lib/cases/facts'
import type { SectionId } from '@/lib/cases/sections/sections'
import { type Day, dayAt, showDay, showInstant } from '@/lib/foundation/time'

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
