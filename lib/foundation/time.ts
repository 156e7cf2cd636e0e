import { Temporal } from 'temporal-polyfill'

/** A clinical day, `YYYY-MM-DD`: a date on a calendar, never an instant. */
export type Day = string

/** A clinical day known in full or in part: `YYYY-MM-DD`, `YYYY-MM` or `YYYY`. Text with a time of day is none: the compiler tells them apart. */
export type PartialDay = string & { readonly isMinute?: never }

/** Short month names as ISB 1503 and DESIGN D1 want them, whatever the browser's language. */
export const monthNames = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const

const longMonthNames = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const

const nbsp = '\u00a0'
const partialPattern = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/

const partsOf = (value: string): { year: number; month?: number; day?: number } | undefined => {
  const match = partialPattern.exec(value)
  if (!match) return undefined
  const [year, month, day] = match.slice(1).map((part) => (part === undefined ? undefined : Number(part)))
  if (year === undefined || year < 1) return undefined
  if (month === undefined) return { year }
  if (month < 1 || month > 12) return undefined
  if (day === undefined) return { year, month }
  if (day < 1 || day > Temporal.PlainYearMonth.from({ year, month }).daysInMonth) return undefined
  return { year, month, day }
}

const knownParts = (value: string) => {
  const parts = partsOf(value)
  if (!parts) throw new RangeError('Not a clinical day: YYYY-MM-DD, YYYY-MM or YYYY is needed')
  return parts
}

/** True for a complete day that exists, `YYYY-MM-DD`. */
export const isDay = (value: string): boolean => partsOf(value)?.day !== undefined

/** True for a day, month or year that exists: `YYYY-MM-DD`, `YYYY-MM` or `YYYY`. */
export const isPartialDay = (value: string): boolean => partsOf(value) !== undefined

/** Short form for every screen: `22-Nov-2026`, `Nov-2026` or `2026` (DESIGN D1). Throws RangeError when it is no such day. */
export const showDay = (value: PartialDay): string => {
  const { year, month, day } = knownParts(value)
  const shownYear = String(year).padStart(4, '0')
  if (month === undefined) return shownYear
  const shownMonth = `${monthNames[month - 1]}-${shownYear}`
  return day === undefined ? shownMonth : `${String(day).padStart(2, '0')}-${shownMonth}`
}

/** Long form for letters that the patient reads: `22 November 2026` (DESIGN D2). Throws RangeError when it is no such day. */
export const showLongDay = (value: PartialDay): string => {
  const { year, month, day } = knownParts(value)
  if (month === undefined) return String(year)
  const shownMonth = `${longMonthNames[month - 1]} ${year}`
  return day === undefined ? shownMonth : `${day} ${shownMonth}`
}

const zoned = (instant: string, timeZone: string) => Temporal.Instant.from(instant).toZonedDateTimeISO(timeZone)

/** The clinical day that an ISO instant falls on in an IANA time zone. Throws RangeError for an unreadable instant or zone. */
export const dayAt = (instant: string, timeZone: string): Day => zoned(instant, timeZone).toPlainDate().toString()

/** The last minute of a day on the clocks of a time zone, as an ISO instant. Throws RangeError for what is no day, or no zone. */
export const lastMinuteOf = (day: Day, timeZone: string): string =>
  Temporal.PlainDate.from(day)
    .add({ days: 1 })
    .toZonedDateTime(timeZone)
    .subtract({ minutes: 1 })
    .toInstant()
    .toString()

/** 24-hour clock time of an ISO instant in an IANA time zone: `14:05` (DESIGN D3). Throws RangeError as `dayAt` does. */
export const showTime = (instant: string, timeZone: string): string =>
  zoned(instant, timeZone).toPlainTime().toString({ smallestUnit: 'minute' })

/** Date and time of an ISO instant in an IANA time zone: `22-Nov-2026 14:05` (DESIGN D3). Throws RangeError as `dayAt` does. */
export const showInstant = (instant: string, timeZone: string): string =>
  `${showDay(dayAt(instant, timeZone))} ${showTime(instant, timeZone)}`

/** The first and the last day that a partial day can mean. Throws RangeError when it is no such day. */
export const daysMeantBy = (value: PartialDay): { first: Day; last: Day } => {
  const { year, month, day } = knownParts(value)
  if (day !== undefined) return { first: value, last: value }
  const first = Temporal.PlainDate.from({ year, month: month ?? 1, day: 1 })
  const last = first.add(month === undefined ? { years: 1 } : { months: 1 }).subtract({ days: 1 })
  return { first: first.toString(), last: last.toString() }
}

/** Whole days from one day to another; negative when the second lies before the first. */
export const daysBetween = (from: Day, to: Day): number =>
  Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to), { largestUnit: 'day' }).days

/** The day of the week, 1 for Monday to 7 for Sunday. Throws RangeError for what is no day. */
export const weekdayOf = (day: Day): number => Temporal.PlainDate.from(day).dayOfWeek

/** The day that lies so many whole days later (or earlier, when negative). */
export const addDays = (day: Day, days: number): Day => Temporal.PlainDate.from(day).add({ days }).toString()

/** The day that lies so many months later; the last of its month where that one has no such day. */
export const addMonths = (day: Day, months: number): Day => Temporal.PlainDate.from(day).add({ months }).toString()

const wholeYears = (birth: Day, day: Day): number => {
  const years = Number(day.slice(0, 4)) - Number(birth.slice(0, 4))
  return day.slice(5) < birth.slice(5) ? years - 1 : years
}

/**
 * Age on a day in whole years, as the least and the most that a partly known birth date allows.
 * Born on 29 February: a year older on 1 March of common years. Undefined when the birth lies after the day.
 */
export const yearsOn = (birth: PartialDay, day: Day): { least: number; most: number } | undefined => {
  const { first, last } = daysMeantBy(birth)
  if (first > day) return undefined
  return { least: last > day ? 0 : wholeYears(last, day), most: wholeYears(first, day) }
}

/**
 * Age on a day in words: `65 y`, or `64–65 y` when the birth date is only partly known. With a full birth date the
 * youngest are told in smaller units (DESIGN P4): days to 4 weeks, weeks to 1 year, months to 2 years.
 * Undefined when the birth lies after the day.
 */
export const ageOn = (birth: PartialDay, day: Day): string | undefined => {
  const years = yearsOn(birth, day)
  if (!years) return undefined
  if (years.least !== years.most) return `${years.least}–${years.most}${nbsp}y`
  if (years.most >= 2 || !isDay(birth)) return `${years.most}${nbsp}y`
  if (years.most === 1) {
    const { months } = Temporal.PlainDate.from(birth).until(Temporal.PlainDate.from(day), { largestUnit: 'month' })
    return `${months}${nbsp}months`
  }
  const days = daysBetween(birth, day)
  if (days >= 28) return `${Math.floor(days / 7)}${nbsp}weeks`
  return `${days}${nbsp}${days === 1 ? 'day' : 'days'}`
}

/**
 * A span of time in whole units, the largest first, two units at most: `3 d 5 h`, `8 h 05 min`, `25 min` (DESIGN D5).
 * Takes milliseconds, the sign is dropped, parts of a minute are dropped; days begin at 72 h, since limits are told in hours.
 */
export const showDuration = (durationMs: number): string => {
  const minutes = Math.floor(Math.abs(durationMs) / 60_000)
  const hours = Math.floor(minutes / 60)
  if (hours >= 72) {
    const days = `${Math.floor(hours / 24)}${nbsp}d`
    return hours % 24 === 0 ? days : `${days} ${hours % 24}${nbsp}h`
  }
  if (hours === 0) return minutes === 0 ? `under 1${nbsp}min` : `${minutes}${nbsp}min`
  const rest = minutes % 60
  return rest === 0 ? `${hours}${nbsp}h` : `${hours}${nbsp}h ${String(rest).padStart(2, '0')}${nbsp}min`
}
