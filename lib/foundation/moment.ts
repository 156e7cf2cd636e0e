import { Temporal } from 'temporal-polyfill'
import { type Day, dayAt, daysMeantBy, isDay, isPartialDay, type PartialDay, showDay, showLongDay } from './time'

/**
 * A minute on the clocks of the place with their distance from UTC, `2026-11-23T20:00+00:00`. So it says both the time on the
 * wall and the instant.
 */
type Minute = string & { readonly isMinute: true }

/** When something happened, as exactly as it is known: a day or a part of one as everywhere, or a minute. */
export type Moment = PartialDay | Minute

/** What the time is on a board: its clinical day, the instant as ISO text in UTC, and its IANA time zone. */
export type BoardTime = { today: Day; now: string; timeZone: string }

const minutePattern = /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):[0-5]\d[+-](0\d|1[0-4]):[0-5]\d$/

const dayOfMinute = (value: string): Day | undefined => {
  const found = minutePattern.exec(value)?.[1]
  return found !== undefined && isDay(found) ? found : undefined
}

/** True for a partial day that exists, or a minute with its distance from UTC. */
export const isMoment = (value: string): value is Moment => isPartialDay(value) || dayOfMinute(value) !== undefined

/** The day, or part of one, of a moment. */
export const dayOfMoment = (value: Moment): PartialDay => dayOfMinute(value) ?? (value as PartialDay)

/** The instant of a moment as ISO text in UTC; null when only its day is known. */
export const instantOfMoment = (value: Moment): string | null =>
  dayOfMinute(value) === undefined ? null : Temporal.Instant.from(value).toString()

/** The minute of an instant on the clocks of a time zone. Throws RangeError for an unreadable instant or zone. */
export const momentAt = (instant: string, timeZone: string): Minute => {
  const there = Temporal.Instant.from(instant).toZonedDateTimeISO(timeZone)
  return `${there.toPlainDateTime().toString({ smallestUnit: 'minute' })}${there.offset}` as Minute
}

/** True when the clocks of the zone show, or once showed, that minute with that distance from UTC. A bare day fits everywhere. */
export const isMomentIn = (value: Moment, timeZone: string): boolean => {
  const instant = instantOfMoment(value)
  return instant === null || momentAt(instant, timeZone) === value
}

const tolerance = { minutes: 5 }

/** True for what has not happened yet on a board. Five minutes are let pass: the clocks of two machines differ. */
export const isAhead = (value: Moment, { today, now }: Pick<BoardTime, 'today' | 'now'>): boolean => {
  const instant = instantOfMoment(value)
  if (instant === null) return daysMeantBy(dayOfMoment(value)).first > today
  return Temporal.Instant.compare(instant, Temporal.Instant.from(now).add(tolerance)) > 0
}

/** `23-Nov-2026 20:00`, or the day alone where no time is known. Throws RangeError for what is no moment. */
export const showMoment = (value: Moment): string => {
  const day = dayOfMinute(value)
  return day === undefined ? showDay(dayOfMoment(value)) : `${showDay(day)} ${value.slice(11, 16)}`
}

/** For letters that the patient reads: `23 November 2026, 20:00` (DESIGN D2). Throws RangeError for what is no moment. */
export const showLongMoment = (value: Moment): string =>
  dayOfMinute(value) === undefined
    ? showLongDay(dayOfMoment(value))
    : `${showLongDay(dayOfMoment(value))}, ${value.slice(11, 16)}`

/** Every moment that a wall time can mean in a zone: none when the clocks jump over it, two when they are put back. */
export const momentsMeantBy = (day: Day, time: string, timeZone: string): Moment[] => {
  const wall = Temporal.PlainDateTime.from(`${day}T${time}`)
  const found = (['earlier', 'later'] as const).map((disambiguation) =>
    wall.toZonedDateTime(timeZone, { disambiguation }),
  )
  const there = found.filter((one) => one.toPlainDateTime().equals(wall))
  return [...new Set(there.map((one) => momentAt(one.toInstant().toString(), timeZone)))]
}

/** The same for an input: where the clocks showed that minute twice, with the distance from UTC that tells which. */
export const showMomentIn = (value: Moment, timeZone: string): string => {
  const day = dayOfMinute(value)
  if (day === undefined) return showMoment(value)
  const isTwice = momentsMeantBy(day, value.slice(11, 16), timeZone).length > 1
  return isTwice ? `${showMoment(value)} UTC${value.slice(16)}` : showMoment(value)
}

/** Whether a moment lies before another in every reading of the two: of days known in part each day meant counts. */
export const isSurelyBefore = (one: Moment, other: Moment): boolean => {
  const [first, second] = [instantOfMoment(one), instantOfMoment(other)]
  if (first !== null && second !== null) return Temporal.Instant.compare(first, second) < 0
  return daysMeantBy(dayOfMoment(one)).last < daysMeantBy(dayOfMoment(other)).first
}

/** Minutes from a moment to an instant, both known to the minute; null when only the day of the moment is known. */
export const minutesSince = (value: Moment, instant: string): number | null => {
  const from = instantOfMoment(value)
  return from === null ? null : Math.floor(Temporal.Instant.from(from).until(instant).total('minutes'))
}

/** The time on a board at an instant. */
export const boardTimeAt = (now: string, timeZone: string): BoardTime => ({
  today: dayAt(now, timeZone),
  now,
  timeZone,
})
