import {
  addDays,
  type Day,
  daysMeantBy,
  isPartialDay,
  monthNames,
  type PartialDay,
  showDay,
  weekdayOf,
  yearsOn,
} from './time'

/** Which figure of a date in figures comes first, where somebody has said so. */
export const dayOrders = ['day-first', 'month-first'] as const
export type DayOrder = (typeof dayOrders)[number]

/** What a typed date may be. `today` is the clinical day it is typed on. */
export type DayRules = {
  today: Day
  /** Days after today are allowed (a due date). */
  allowFuture?: boolean
  /** A month or a year alone is allowed; true unless told otherwise. */
  allowPartial?: boolean
  /** A birth date: two-digit years may mean a century back, and a great age is asked back. */
  isBirth?: boolean
  /** Said for a whole table; without it, figures that can be read in two orders are asked back. */
  order?: DayOrder | undefined
  /** The birth date of a great age that a person said is right. */
  confirmed?: PartialDay | undefined
}

/** What was understood. `why` is a sentence for the person who typed; `isImprobable` asks whether the one reading is right. */
export type DayReading<Read = PartialDay> =
  | { kind: 'day'; day: Read }
  | { kind: 'ask'; why: string; readings: Read[]; isImprobable?: true }
  | { kind: 'error'; why: string }

const exampleOf = ({ allowPartial }: DayRules) =>
  allowPartial === false ? 'for example 22-Nov-2026' : 'for example 22-Nov-2026, Nov-2026 or 2026'
const refusal = (why: string): DayReading => ({ kind: 'error', why })
const unreadable = (rules: DayRules) => refusal(`This cannot be read as a date. Write it ${exampleOf(rules)}.`)
const yearMissing = (rules: DayRules) => refusal(`The year is missing. Write the date ${exampleOf(rules)}.`)

/** DESIGN D9: an age from here on is asked back, not refused. */
const greatAge = 109
/** No patient and no course of treatment reaches further back. */
const earliestYear = 1850
/** Nobody who is alive was born before. */
export const earliestBirthYear = 1890

const monthWords: ReadonlyMap<string, number> = new Map(
  Object.entries({
    ...{ jan: 1, feb: 2, mar: 3, apr: 4, may: 5, jun: 6, jul: 7, aug: 8, sep: 9, sept: 9, oct: 10, nov: 11, dec: 12 },
    ...{ january: 1, february: 2, march: 3, april: 4, june: 6, july: 7, august: 8, september: 9, october: 10 },
    ...{ november: 11, december: 12 },
  }),
)
const dayWords: ReadonlyMap<string, number> = new Map([
  ['yesterday', -1],
  ['t', 0],
  ['today', 0],
  ['tomorrow', 1],
])

const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday']

/** `3 days ago`, `2 weeks ago`: as many days before today; undefined for other words. */
const daysAgo = (typed: string): number | undefined => {
  const [, count, unit] = /^(\d{1,3}|a|one) (day|week)s? ago$/.exec(typed) ?? []
  if (count === undefined) return undefined
  return (/\d/.test(count) ? Number(count) : 1) * (unit === 'week' ? 7 : 1)
}

/** `last Tuesday` can be meant two ways by people, so the one that was last is asked; undefined for other words. */
const fromWeekday = (typed: string, { today }: DayRules): DayReading | undefined => {
  const [, name = ''] = /^(?:last |on )?([a-z]+day)$/.exec(typed) ?? []
  const wanted = weekdays.indexOf(name) + 1
  if (wanted === 0) return undefined
  const back = (weekdayOf(today) - wanted + 7) % 7 || 7
  const day = addDays(today, -back)
  return { kind: 'ask', why: `Do you mean ${showDay(day)}?`, readings: [day] }
}

type Typed = { day?: string; month?: number; year: string }

const partialOf = (year: number, { month, day }: Typed): PartialDay =>
  [String(year).padStart(4, '0'), month, day]
    .filter((part) => part !== undefined)
    .map((part) => String(Number(part)).padStart(2, '0'))
    .join('-')

/** The full years that a typed year can mean, the likeliest first. */
const yearsMeantBy = (typed: string, rules: DayRules): number[] => {
  if (typed.length === 4) return [Number(typed)]
  const thisYear = Number(rules.today.slice(0, 4))
  const inThisCentury = Math.floor(thisYear / 100) * 100 + Number(typed)
  const before = inThisCentury - 100
  if (rules.isBirth) return [inThisCentury, before]
  return [inThisCentury <= thisYear + (rules.allowFuture ? 20 : 0) ? inThisCentury : before]
}

const impossible = ({ day, month }: Typed): DayReading => {
  if (month === undefined || month < 1 || month > 12) return refusal('There is no such month. Write the day first.')
  return refusal(`${monthNames[month - 1]} has no day ${Number(day)} in that year. Check day, month and year.`)
}

const isFuture = (day: PartialDay, { today }: DayRules) => daysMeantBy(day).first > today
const leastAge = (birth: PartialDay, { today }: DayRules) => yearsOn(birth, today)?.least ?? 0

const settleBirth = (day: PartialDay, earlier: PartialDay[], rules: DayRules): DayReading => {
  const readings = [day, ...earlier.filter((one) => leastAge(one, rules) < greatAge)]
  if (readings.length > 1) return { kind: 'ask', why: 'The year can be read in two ways. Which is meant?', readings }
  if (leastAge(day, rules) < greatAge || day === rules.confirmed) return { kind: 'day', day }
  return { kind: 'ask', why: `Born ${showDay(day)}: is this correct?`, readings, isImprobable: true }
}

const settle = (typed: Typed, rules: DayRules): DayReading => {
  if (typed.year.length !== 2 && typed.year.length !== 4) return refusal('Write the year with four digits.')
  const existing = yearsMeantBy(typed.year, rules)
    .map((year) => partialOf(year, typed))
    .filter(isPartialDay)
  const [latest] = existing
  if (latest === undefined) return impossible(typed)
  if (rules.allowPartial === false && typed.day === undefined)
    return refusal('Day, month and year are needed, for example 22-Nov-2026.')
  const [day, ...earlier] = rules.allowFuture ? existing : existing.filter((one) => !isFuture(one, rules))
  if (day === undefined) return refusal(`${showDay(latest)} is in the future. Check the year.`)
  if (Number(day.slice(0, 4)) < (rules.isBirth ? earliestBirthYear : earliestYear))
    return refusal(`${showDay(day)} is too long ago. Check the year.`)
  return rules.isBirth ? settleBirth(day, earlier, rules) : { kind: 'day', day }
}

const readingsOf = (reading: DayReading): PartialDay[] => {
  if (reading.kind === 'error') return []
  return reading.kind === 'day' ? [reading.day] : reading.readings
}

/** `A`, `A or B`, `A, B or C`. */
const eitherOf = (all: string[]): string => [all.slice(0, -1).join(', '), all.at(-1) ?? ''].filter(Boolean).join(' or ')

const asked = (reading: DayReading, why: string): DayReading =>
  reading.kind === 'error' ? reading : { kind: 'ask', why, readings: readingsOf(reading) }

/** Two figures that can each be the day and the month: which one comes first differs from country to country, so it is asked. */
const fromEitherOrder = (a: string, b: string, year: string, rules: DayRules): DayReading => {
  const dayFirst = settle({ year, month: Number(b), day: a }, rules)
  const readings = [...readingsOf(dayFirst), ...readingsOf(settle({ year, month: Number(a), day: b }, rules))]
  if (readings.length === 0) return dayFirst
  return { kind: 'ask', why: `Do you mean ${eitherOf(readings.map(showDay))}? Write the month as letters.`, readings }
}

/**
 * A day without its year is proposed, never taken: the latest such day until today, or the next one where a day may lie ahead.
 * Of a birth date nobody can guess the year.
 */
const fromDayAndMonth = (pairs: readonly { day: string; month: number }[], rules: DayRules): DayReading => {
  const thisYear = Number(rules.today.slice(0, 4))
  // Eight years hold a 29th of February, whatever the century.
  const years = Array.from({ length: 9 }, (_, index) => thisYear + (rules.allowFuture ? index : -index))
  const isFit = (day: PartialDay) =>
    isPartialDay(day) && (rules.allowFuture ? day >= rules.today : !isFuture(day, rules))
  const found = pairs.flatMap(({ day, month }) => {
    const typed = { day, month, year: '' }
    const fit = years.map((year) => partialOf(year, typed)).find(isFit)
    return fit === undefined ? [] : [fit]
  })
  const readings = [...new Set(found)]
  if (rules.isBirth || readings.length === 0) return yearMissing(rules)
  return { kind: 'ask', why: `The year is missing. Do you mean ${eitherOf(readings.map(showDay))}?`, readings }
}

/** Two figures and a year in the order that was said; what is no day in that order is not read in the other. */
const inOrder = (order: DayOrder, a: string, b: string, year: string, rules: DayRules): DayReading => {
  const [day, month] = order === 'day-first' ? [a, b] : [b, a]
  if (Number(month) >= 1 && Number(month) <= 12) return settle({ year, month: Number(month), day }, rules)
  const first = order === 'day-first' ? 'The day stands first here' : 'The month stands first here'
  return refusal(`${first}, and ${Number(month)} is no month. Write the month as letters.`)
}

const fromNumbers = (parts: string[], rules: DayRules): DayReading => {
  const [a = '', b = '', c] = parts
  if (parts.length === 1) return a.length === 4 ? settle({ year: a }, rules) : unreadable(rules)
  if (c === undefined) {
    if (a.length !== 4 && b.length !== 4) {
      const bothOrders = [
        { day: a, month: Number(b) },
        { day: b, month: Number(a) },
      ]
      return fromDayAndMonth(bothOrders, rules)
    }
    return a.length === 4 ? settle({ year: a, month: Number(b) }, rules) : settle({ year: b, month: Number(a) }, rules)
  }
  if (a.length === 4) return settle({ year: a, month: Number(b), day: c }, rules)
  if (rules.order && Number(a) <= 31) return inOrder(rules.order, a, b, c, rules)
  const why = 'Day and month can be read in another order only. Is this the day you mean?'
  if (Number(a) > 31) return asked(settle({ year: a, month: Number(b), day: c }, rules), why)
  if (Number(b) > 12) return asked(settle({ year: c, month: Number(a), day: b }, rules), why)
  if (Number(a) > 12 || Number(a) === Number(b)) return settle({ year: c, month: Number(b), day: a }, rules)
  return fromEitherOrder(a, b, c, rules)
}

const fromMonthWord = (numbers: string[], month: number, rules: DayRules): DayReading => {
  const [a, b] = numbers
  if (a === undefined) return yearMissing(rules)
  if (b !== undefined)
    return a.length === 4 ? settle({ year: a, month, day: b }, rules) : settle({ year: b, month, day: a }, rules)
  if (a.length === 4) return settle({ year: a, month }, rules)
  if (a.length === 1) return fromDayAndMonth([{ day: a, month }], rules)
  return asked(settle({ year: a, month }, rules), 'Is the number the year? If it is the day, add the year.')
}

/**
 * Reads a date as people type it (DESIGN D4): 7/3/51, 07.03.1951, 7 mar 1951, 1951-03-07, Mar-2026, 2026, today, yesterday,
 * 3 days ago. Figures are read day first, or in the `order` that the rules name. A day without its year, a weekday, two of them that can both be day and month, what has only another order, an undecided
 * century and an improbable age come back as `ask` with the possible readings; what is no day, or lies in the future where it must not, as `error`.
 */
export const readDayAlone = (text: string, rules: DayRules): DayReading => {
  const typed = text.normalize('NFKC').trim().toLowerCase()
  if (typed === '') return refusal(`Enter a date, ${exampleOf(rules)}.`)
  const shift = dayWords.get(typed)
  if (shift !== undefined) {
    const day = addDays(rules.today, shift)
    return isFuture(day, rules) && !rules.allowFuture
      ? refusal(`${showDay(day)} is in the future.`)
      : { kind: 'day', day }
  }
  const ago = daysAgo(typed)
  if (ago !== undefined) return { kind: 'day', day: addDays(rules.today, -ago) }
  const byWeekday = fromWeekday(typed, rules)
  if (byWeekday) return byWeekday
  if (!/^[a-z\d\s./,\-\u2010-\u2013]+$/.test(typed)) return unreadable(rules)
  const parts = typed.replace(/(?<=\d)(st|nd|rd|th)\b/g, '').match(/\d+|[a-z]+/g) ?? []
  const words = parts.filter((part) => /[a-z]/.test(part))
  const numbers = parts.filter((part) => /\d/.test(part))
  if (parts.length > 3 || words.length > 1 || numbers.some((part) => part.length > 4 || part.length === 3))
    return unreadable(rules)
  const [word] = words
  if (word === undefined) return fromNumbers(numbers, rules)
  const month = monthWords.get(word)
  return month === undefined ? unreadable(rules) : fromMonthWord(numbers, month, rules)
}

/** A day with a time of day after it, which a day field does not keep. */
const withTime = /^(.+?)(?:\s+at\s+|[\s,]+|t)(?:[01]?\d|2[0-3])[:h][0-5]\d$/

/**
 * Reads what was typed for a day, as `readDayAlone` does. A time of day typed with it is no part of a day: the day is proposed, and
 * that the time is left out is said.
 */
export const readDay = (text: string, rules: DayRules): DayReading => {
  const timed = withTime.exec(text.normalize('NFKC').trim().toLowerCase())?.[1]
  if (timed === undefined) return readDayAlone(text, rules)
  return asked(readDayAlone(timed, rules), 'Only the day is kept here, not the time. Take the day?')
}
