import { dayOfMoment, isMoment, minutesSince } from '@/lib/foundation/moment'
import { dayAt, daysBetween, daysMeantBy } from '@/lib/foundation/time'
import type { FactView } from './facts'

/** Our own limit, no guideline's: later than this a time counts as back-dated (PATHWAY 0.3, grade L). */
const atTheTimeMinutes = 60

/**
 * How long after it happened a time was entered, in words; null when it was entered at the time, and when that cannot be said:
 * of a time known only by its day, what was entered the same day may have been entered at once.
 */
export function backDatedWords(fact: FactView, timeZone: string): string | null {
  if (fact.state !== 'known' || typeof fact.value !== 'string' || !isMoment(fact.value)) return null
  const minutes = minutesSince(fact.value, fact.at)
  if (minutes === null) {
    const days = daysBetween(daysMeantBy(dayOfMoment(fact.value)).last, dayAt(fact.at, timeZone))
    return days > 0 ? `back-dated by ${days}\u00a0d` : null
  }
  if (minutes <= atTheTimeMinutes) return null
  const hours = Math.floor(minutes / 60)
  return hours < 48
    ? `back-dated by ${hours}\u00a0h ${minutes % 60}\u00a0min`
    : `back-dated by ${Math.floor(hours / 24)}\u00a0d ${hours % 24}\u00a0h`
}
