import { Temporal } from 'temporal-polyfill'
import { addDays, type Day, dayAt, daysBetween } from '@/lib/foundation/time'

/** The stories are written as if this were the day of the demo's board meeting; all their days move with it. */
const writtenFor: Day = '2026-11-24'

/** The calendar of the demo: `on` and `at` take the day as it stands in the story and give the one it falls on. */
export type StoryTime = {
  /** The time zone of the board. */
  zone: string
  /** The same distance from the day of the installation as the written day has from 24-Nov-2026. */
  on: (written: Day) => Day
  /** An instant on such a day, by the clock of the board, `HH:MM`. */
  at: (written: Day, time: string) => Date
  /** So many minutes before the installation, but never before the same day began. */
  minutesAgo: (minutes: number) => Date
  /** Nothing was recorded after the installation. */
  notLater: (instant: Date) => Date
}

/** Moves the stories to the day on which the demo is installed, in the time zone of its board. */
export const storyTime = (installedAt: Date, timeZone: string): StoryTime => {
  const today = dayAt(installedAt.toISOString(), timeZone)
  const shift = daysBetween(writtenFor, today)
  const on = (written: Day): Day => addDays(written, shift)
  const local = (day: Day, time: string): Date =>
    new Date(Temporal.PlainDateTime.from(`${day}T${time}`).toZonedDateTime(timeZone).epochMilliseconds)
  return {
    zone: timeZone,
    on,
    at: (written, time) => local(on(written), time),
    minutesAgo: (minutes) =>
      new Date(Math.max(installedAt.getTime() - minutes * 60_000, local(today, '00:00').getTime())),
    notLater: (instant) => new Date(Math.min(instant.getTime(), installedAt.getTime())),
  }
}
