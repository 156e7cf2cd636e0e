import { addDays, type Day, daysBetween, daysMeantBy, isDay, type PartialDay } from '@/lib/foundation/time'

/**
 * The day on which every decision stands in practice. All days of a record are moved by one distance, so that order and intervals
 * stay and no true date is told.
 */
export const dayOfDecision: Day = '2000-01-01'

const plural = (count: number, one: string): string => `${count} ${count === 1 ? one : `${one}s`}`

/** How far a day lies from the decision: `12 days before`, `on the day`, `3 days after`; of a part of a day, about so many months or years. */
export function sayFromDecision(day: PartialDay, decidedOn: Day): string {
  const { first, last } = daysMeantBy(day)
  if (isDay(day)) {
    const days = daysBetween(decidedOn, day)
    if (days === 0) return 'on the day of the decision'
    return `${plural(Math.abs(days), 'day')} ${days < 0 ? 'before' : 'after'} the decision`
  }
  if (first <= decidedOn && decidedOn <= last) return `the same ${day.length === 4 ? 'year' : 'month'} as the decision`
  const [year = 0, month = 1] = day.split('-').map(Number)
  const [decidedYear = 0, decidedMonth = 1] = decidedOn.split('-').map(Number)
  const isYear = day.length === 4
  const apart = isYear ? year - decidedYear : (year - decidedYear) * 12 + month - decidedMonth
  return `about ${plural(Math.abs(apart), isYear ? 'year' : 'month')} ${apart < 0 ? 'before' : 'after'} the decision`
}

/** A full day, moved with the decision to `dayOfDecision`. */
export const shiftDay = (day: Day, decidedOn: Day): Day => addDays(day, daysBetween(decidedOn, dayOfDecision))

/** An instant, moved by whole days. */
export const shiftInstant = (instant: string, decidedOn: Day): string =>
  new Date(Date.parse(instant) + daysBetween(decidedOn, dayOfDecision) * 86_400_000).toISOString()
