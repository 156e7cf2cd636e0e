import { type Day, daysBetween } from './time'

/** Two years ahead, a leap day included: a date beyond that is a slip of the year. */
const mostDaysAhead = 731

/** Why a task cannot be given this due date, or null. It lies from today, or it is late at once, to two years ahead. */
export function dueDayProblem(dueOn: Day, today: Day): string | null {
  if (dueOn < today) return 'This day is past. Give today or a later day.'
  if (daysBetween(today, dueOn) > mostDaysAhead) return 'This is more than two years ahead. Check the year.'
  return null
}
