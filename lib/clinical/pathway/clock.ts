/** The limit of a clock. Hours are hours of the clock, a week is 7 x 24 h. */
export type ClockLimit = {
  readonly limitHours: number
  /** When the clock begins to warn; null for none. */
  readonly warnAfterHours: number | null
}

/**
 * How a clock stands. `cannot-evaluate` when the start, or the hour of either end, is not known: never "met". Times in
 * milliseconds, instants as ISO text in UTC.
 */
export type ClockState =
  | { readonly kind: 'cannot-evaluate'; readonly why: 'no-start' | 'no-hour' | 'end-before-start' }
  | { readonly kind: 'running'; readonly due: string; readonly left: number; readonly isWarning: boolean }
  | { readonly kind: 'overdue'; readonly due: string; readonly by: number }
  | { readonly kind: 'met'; readonly took: number }
  | { readonly kind: 'late'; readonly took: number; readonly by: number }

/** A recorded time: an instant as ISO text, `day-only` when nobody recorded the hour, null when it is not recorded at all. */
export type RecordedTime = string | 'day-only' | null

const hour = 3_600_000

/**
 * Evaluates one clock by PATHWAY 0.3: exactly on the limit is met, a week is 7 x 24 h, and daylight saving moves no due time, since
 * instants are compared. Throws RangeError for an instant that cannot be read.
 */
export function clockState(
  { limitHours, warnAfterHours }: ClockLimit,
  { start, end }: { start: RecordedTime; end: RecordedTime },
  now: string,
): ClockState {
  if (start === null) return { kind: 'cannot-evaluate', why: 'no-start' }
  if (start === 'day-only' || end === 'day-only') return { kind: 'cannot-evaluate', why: 'no-hour' }
  const [began, limit] = [new Date(start).getTime(), limitHours * hour]
  const took = new Date(end ?? now).getTime() - began
  if (end !== null) {
    if (took < 0) return { kind: 'cannot-evaluate', why: 'end-before-start' }
    return took <= limit ? { kind: 'met', took } : { kind: 'late', took, by: took - limit }
  }
  const due = new Date(began + limit).toISOString()
  if (took > limit) return { kind: 'overdue', due, by: took - limit }
  return {
    kind: 'running',
    due,
    left: limit - took,
    isWarning: warnAfterHours !== null && took >= warnAfterHours * hour,
  }
}
