import { Temporal } from 'temporal-polyfill'
import type { Day } from './time'

/** What a typed time of day means: `HH:mm`, nothing, or why it cannot be read. */
type TimeReading = { kind: 'time'; time: string } | { kind: 'empty' } | { kind: 'error'; why: string }

const unreadable: TimeReading = {
  kind: 'error',
  why: 'This cannot be read as a time. Write it in 24 hours, for example 14:00.',
}

/** Reads a time of day as people type it: `14:00`, `9.30`, `0930`, `9`. Twelve-hour times are not guessed. */
export const readTime = (typed: string): TimeReading => {
  const text = typed.trim()
  if (text === '') return { kind: 'empty' }
  const [, hours, minutes = '0'] = /^(\d{1,2})(?:[:.h]?(\d{2}))?$/u.exec(text) ?? []
  if (hours === undefined || Number(hours) > 23 || Number(minutes) > 59) return unreadable
  return { kind: 'time', time: `${hours.padStart(2, '0')}:${minutes.padStart(2, '0')}` }
}

/**
 * The instant of a day and a time of day (`HH:mm`) on the clocks of an IANA time zone, as ISO text in UTC. Null when the
 * clocks jump over that time; where it comes twice, the first counts. Throws RangeError when day, time or zone is none.
 */
export const instantAt = (day: Day, time: string, timeZone: string): string | null => {
  const asked = Temporal.PlainDateTime.from(`${day}T${time}`)
  const found = asked.toZonedDateTime(timeZone, { disambiguation: 'earlier' })
  return found.toPlainDateTime().equals(asked) ? found.toInstant().toString() : null
}

/** The instant so many whole minutes after an ISO instant. Throws RangeError when it is none. */
export const minutesAfter = (instant: string, minutes: number): string =>
  Temporal.Instant.from(instant).add({ minutes }).toString()
