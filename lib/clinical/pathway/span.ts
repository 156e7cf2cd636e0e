import { dayAt, daysBetween, isDay } from '@/lib/foundation/time'
import { type Asked, type Comparison, type Condition, comparisons, type Gap, over } from './condition'
import type { TimeFact } from './facts'

/** Bounds on a span of time, each in the unit of the span. */
type Bounds = Readonly<Partial<Record<Comparison, number>>>

const boundsOf = (bounds: Bounds) => Object.entries(bounds) as [Comparison, number][]

const within = (span: number, bounds: Bounds): boolean =>
  boundsOf(bounds).every(([op, bound]) => comparisons[op](span, bound))

const hour = 3_600_000

const dayOf = (time: string, timeZone: string): string => (isDay(time) ? time : dayAt(time, timeZone))

/** Hours on the clock between two instants, null where one is only a day. */
const hoursBetween = (from: string, to: string): number | null =>
  isDay(from) || isDay(to) ? null : (Date.parse(to) - Date.parse(from)) / hour

/** Days between two times: exact where both are instants, else by the calendar of the board. */
const daysApart = (from: string, to: string, timeZone: string): number => {
  const hours = hoursBetween(from, to)
  return hours === null ? daysBetween(dayOf(from, timeZone), dayOf(to, timeZone)) : hours / 24
}

/** Two times, the second with its fact, or without one where it is the time of asking. */
type Span = { from: string; fromFact: TimeFact; to: string; toFact: TimeFact | null }

/**
 * Whether the hours between two times lie within bounds. Where one is only a day, they may be anything that the days allow: told where
 * every such span lies within the bounds, or none does. What is asked of now has been: it lies no hours ahead.
 */
function hoursWithin({ from, fromFact, to, toFact }: Span, bounds: Bounds, timeZone: string): boolean | Gap {
  const span = hoursBetween(from, to)
  if (span !== null) return within(span, bounds)
  const apart = daysApart(from, to, timeZone)
  const [first, most] = [(apart - 1) * 24, (apart + 1) * 24]
  const least = toFact === null ? Math.max(first, Math.min(apart, 0)) : first
  const low = bounds.atLeast ?? bounds.above ?? Number.NEGATIVE_INFINITY
  const high = bounds.atMost ?? bounds.below ?? Number.POSITIVE_INFINITY
  if (least >= low && most <= high) return true
  if (most <= low || first >= high) return false
  return { fact: toFact === null || isDay(from) ? fromFact : toFact, why: 'no-hour' }
}

/** From this limit on the days of the calendar count where nobody recorded an hour, as in the clocks of rules. */
const countsDaysFrom = 7

const inHours = (bounds: Bounds): Bounds => Object.fromEntries(boundsOf(bounds).map(([op, count]) => [op, count * 24]))

/**
 * The days between two times lie within the bounds; `now` for the end is the time of asking. Under a week hours decide, and a day
 * without its hour is told only where every hour of it would say the same.
 */
export const days = (fromFact: TimeFact, to: TimeFact | 'now', bounds: Bounds): Condition => {
  const clause = { op: 'days', from: fromFact, to, bounds } as const
  const isShort = boundsOf(bounds).every(([, count]) => Math.abs(count) < countsDaysFrom)
  const holds = (from: string, end: string, toFact: TimeFact | null, { timeZone }: Asked) =>
    isShort
      ? hoursWithin({ from, fromFact, to: end, toFact }, inHours(bounds), timeZone)
      : within(daysApart(from, end, timeZone), bounds)
  return to === 'now'
    ? over([fromFact], clause, ([from], at) => holds(String(from), at.now, null, at))
    : over([fromFact, to], clause, ([from, end], at) => holds(String(from), String(end), to, at))
}

/** The hours since a time lie within the bounds, as `hoursWithin` tells them. */
export const hoursSince = (fromFact: TimeFact, bounds: Omit<Bounds, 'below'>): Condition =>
  over([fromFact], { op: 'hours', from: fromFact, to: 'now', bounds }, ([from], { now, timeZone }) =>
    hoursWithin({ from: String(from), fromFact, to: now, toFact: null }, bounds, timeZone),
  )

/** The first time lies after the second. */
export const after = (later: TimeFact, sooner: TimeFact): Condition =>
  over(
    [sooner, later],
    { op: 'after', later, sooner },
    ([first, second], { timeZone }) => daysApart(String(first), String(second), timeZone) > 0,
  )
