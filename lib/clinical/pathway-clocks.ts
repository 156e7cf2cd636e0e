/** The times of one episode that a clock of the pathway runs between (PATHWAY 0.3). */
export type ClockTime = 'suspected' | 'contacted' | 'mri-done' | 'decided' | 'radiation-started'

/** What is known of the symptoms, as far as it chooses between clocks. Unknown is not absent. */
export type Suspicion = 'neuro-feature' | 'pain-only' | 'unknown'

/** One limit of the pathway: from one time of the episode to another. Hours are hours of the clock, a week is 7 x 24 h. */
export type ClockRule = {
  /** The number in PATHWAY.md. */
  readonly id: string
  readonly title: string
  readonly from: ClockTime
  readonly to: ClockTime
  readonly limitHours: number
  /** When the clock begins to warn; null for none. */
  readonly warnAfterHours: number | null
  readonly appliesTo: { readonly suspicion: Suspicion; readonly decidedFor?: 'radiation' }
  readonly source: string
  /** `V1` and `V2` stand in a guideline, `L` is a local target that a site may change (PATHWAY 0.1). */
  readonly grade: 'V1' | 'V2' | 'L'
}

/** The clocks of pack uk-nice that a board watches in an emergency. Rules without a figure have no clock. */
export const clockRules: readonly ClockRule[] = [
  {
    id: 'PW-REC-02',
    title: 'Coordinator contacted',
    ...{ from: 'suspected', to: 'contacted', limitHours: 1, warnAfterHours: null },
    appliesTo: { suspicion: 'neuro-feature' },
    source: 'At once: NICE NG234 1.3.2. One hour is a local target',
    grade: 'L',
  },
  {
    id: 'PW-REC-01',
    title: 'Coordinator contacted',
    ...{ from: 'suspected', to: 'contacted', limitHours: 24, warnAfterHours: null },
    appliesTo: { suspicion: 'pain-only' },
    source: 'NICE NG234 1.3.1',
    grade: 'V2',
  },
  {
    id: 'PW-IMG-01',
    title: 'MRI of the whole spine',
    ...{ from: 'suspected', to: 'mri-done', limitHours: 24, warnAfterHours: 12 },
    appliesTo: { suspicion: 'neuro-feature' },
    source: 'NICE QS56 statement 3; NG234 1.5.2',
    grade: 'V1',
  },
  {
    id: 'PW-IMG-02',
    title: 'MRI of the whole spine',
    // From day 5 on, which begins when four days are over.
    ...{ from: 'suspected', to: 'mri-done', limitHours: 7 * 24, warnAfterHours: 4 * 24 },
    appliesTo: { suspicion: 'pain-only' },
    source: 'NICE QS56 statement 2; NG234 1.5',
    grade: 'V2',
  },
  {
    id: 'PW-RT-01',
    title: 'Radiation started',
    ...{ from: 'decided', to: 'radiation-started', limitHours: 24, warnAfterHours: 12 },
    appliesTo: { suspicion: 'neuro-feature', decidedFor: 'radiation' },
    source: 'NICE QS56 statement 6 (2023)',
    grade: 'V1',
  },
]

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
  { limitHours, warnAfterHours }: Pick<ClockRule, 'limitHours' | 'warnAfterHours'>,
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
