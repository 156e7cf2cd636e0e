import { type BoardTime, isAhead, type Moment, momentAt, momentsMeantBy, showMoment } from './moment'
import { type DayOrder, type DayReading, readDayAlone } from './read-day'
import { readTime } from './read-time'
import { isDay, showDay } from './time'

/** What a typed moment may be. */
export type MomentRules = BoardTime & { allowFuture?: boolean; order?: DayOrder | undefined }

const refusal = (why: string): DayReading<never> => ({ kind: 'error', why })

/** A time after a date has a colon, an `h`, a dot after two figures, or four figures; before a date it has a colon. */
const timeLast = /^(.+?)(?:\s+at\s+|[\s,]+|t)(\d{1,2}[:h.]\d{2}|\d{4})(?:\s*utc([+-]\d{2}:\d{2}))?$/
const timeFirst = /^(\d{1,2}:\d{2})[\s,]+(.+)$/

type Parts = { date: string; time: string; offset?: string | undefined }

function partsOf(typed: string): Parts | null {
  const [, first = '', rest = ''] = timeFirst.exec(typed) ?? []
  if (rest) return { date: rest, time: first }
  const [, date = '', time = '', offset] = timeLast.exec(typed) ?? []
  return date ? { date, time, offset } : null
}

const daysOf = (reading: DayReading): string[] => {
  if (reading.kind === 'error') return []
  return (reading.kind === 'day' ? [reading.day] : reading.readings).filter(isDay)
}

function atTime(reading: DayReading, { time, offset }: Parts, rules: MomentRules): DayReading<Moment> {
  if (reading.kind === 'error') return reading
  const days = daysOf(reading)
  if (days.length === 0) return refusal('A time needs its day. Write both, for example 22-Nov-2026 14:30.')
  const read = readTime(time)
  if (read.kind !== 'time') return refusal(read.kind === 'error' ? read.why : 'Write the time, for example 14:30.')
  const meant = days
    .flatMap((day) => momentsMeantBy(day, read.time, rules.timeZone))
    .filter((one) => offset === undefined || one.endsWith(offset))
  const [first] = meant
  const [firstDay = ''] = days
  if (first === undefined)
    return refusal(`The clocks did not show ${read.time} on ${showDay(firstDay)}. Check the time.`)
  const past = rules.allowFuture ? meant : meant.filter((one) => !isAhead(one, rules))
  if (past.length === 0) return refusal(`${showMoment(first)} is in the future. Check day and time.`)
  const [only] = past
  if (only !== undefined && past.length === 1 && reading.kind === 'day') return { kind: 'day', day: only }
  const why =
    reading.kind === 'ask' ? reading.why : 'The clocks were put back and showed this time twice. Which one is meant?'
  return { kind: 'ask', why, readings: past }
}

/**
 * Reads when something happened as people type it: a date as `readDay` takes it, alone or with a time of day
 * (`22-Nov-2026 14:30`, `yesterday 2030`, `9:05 today`), or `now`. The time is that on the clocks of the board. What the clocks
 * showed twice comes back as `ask`, what they jumped over or has not happened yet as `error`.
 */
export const readMoment = (text: string, rules: MomentRules): DayReading<Moment> => {
  const typed = text.normalize('NFKC').trim().toLowerCase()
  if (typed === 'now') return { kind: 'day', day: momentAt(rules.now, rules.timeZone) }
  const dayRules = { today: rules.today, allowFuture: rules.allowFuture, order: rules.order }
  const parts = partsOf(typed)
  const whole = readDayAlone(text, dayRules)
  if (!parts || whole.kind !== 'error') return whole
  return atTime(readDayAlone(parts.date, dayRules), parts, rules)
}
