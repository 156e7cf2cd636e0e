import { dayAt, isDay, lastMinuteOf } from '@/lib/foundation/time'
import { certain } from '../certain'
import { type ClockState, clockState, type RecordedTime } from './clock'
import { type Asked, type Gap, valuesOf } from './condition'
import type { FactName } from './facts'
import { type Check, type ClockCheck, type PathwayRule, type Severity, severities, type Tier } from './rule'

/** What a site has settled about the rules: who signed which against its source, which labels are dated, which exceptions are documented. */
export type Standing = {
  /** Rules of grade V3 that a reviewer has signed against the source. */
  readonly signedOff: ReadonlySet<string>
  /** Rules of 8.3.1 whose label has its revision date. */
  readonly labelDated: ReadonlySet<string>
  /** Documented clinical exceptions by rule, with the reason (PATHWAY 0.3 rule 4). */
  readonly exceptions: ReadonlyMap<string, string>
}

/** Nothing settled: V3 says at most NOTE, an undated label at most WARN. */
export const asShipped: Standing = { signedOff: new Set(), labelDated: new Set(), exceptions: new Map() }

/** Where one check or a whole rule stands. Durations in milliseconds, instants as ISO text in UTC. */
export type Outcome =
  | { readonly kind: 'not-applicable' }
  | { readonly kind: 'met'; readonly took?: number }
  | Extract<ClockState, { kind: 'running' | 'overdue' | 'late' }>
  | { readonly kind: 'raised'; readonly severity: Severity; readonly says: string }
  | { readonly kind: 'cannot-evaluate'; readonly gaps: readonly (Gap | ClockGap)[] }
  | { readonly kind: 'exception'; readonly reason: string; readonly supersededBy?: string }

/** A clock whose end is recorded before its start. */
type ClockGap = { readonly fact: FactName; readonly why: 'before-start' }

export type CheckReading = { readonly check: Check; readonly outcome: Outcome }

/** One rule read against the facts: where it stands, how strongly it may speak, and each of its checks. */
export type RuleReading = {
  readonly rule: PathwayRule
  readonly outcome: Outcome
  readonly severity: Severity
  readonly checks: readonly CheckReading[]
}

const isStronger = (one: Severity, other: Severity): boolean => severities.indexOf(one) < severities.indexOf(other)

const weaker = (one: Severity, other: Severity): Severity => (isStronger(one, other) ? other : one)

/**
 * The severity that a rule may have as things stand: V3 is a NOTE at most until a reviewer has signed it, and a label without
 * its revision date a WARN at most. PATHWAY 0.1 and 8.3.1.
 */
export function effectiveSeverity(
  { id, grade, needsLabelDate }: Pick<PathwayRule, 'id' | 'grade' | 'needsLabelDate'>,
  severity: Severity,
  { signedOff, labelDated }: Standing,
): Severity {
  const byGrade = grade === 'V3' && !signedOff.has(id) ? weaker(severity, 'NOTE') : severity
  return needsLabelDate && !labelDated.has(id) ? weaker(byGrade, 'WARN') : byGrade
}

/** Reads one rule against the facts. Pure; unknown facts never give `met` or an overdue clock. Throws RangeError for a zone that is none. */
export function evaluateRule(rule: PathwayRule, asked: Asked, standing: Standing = asShipped): RuleReading {
  const severity = effectiveSeverity(rule, rule.severity, standing)
  const alone = (outcome: Outcome): RuleReading => ({ rule, outcome, severity, checks: [] })
  const { truth, gaps } = rule.when.test(asked)
  if (truth === 'no') return alone({ kind: 'not-applicable' })
  const reason = standing.exceptions.get(rule.id)
  if (reason !== undefined) return alone({ kind: 'exception', reason })
  if (rule.supersededBy?.when.test(asked).truth === 'yes') {
    const { id } = rule.supersededBy
    return alone({ kind: 'exception', reason: `Superseded by ${id}`, supersededBy: id })
  }
  if (truth === 'unknown') return alone({ kind: 'cannot-evaluate', gaps })
  const allowed = (one: Severity) => effectiveSeverity(rule, one, standing)
  const checks = rule.checks.map((check) => ({ check, outcome: outcomeOf(check, asked, rule, allowed) }))
  return { rule, severity, checks, outcome: mostUrgent(checks) }
}

function outcomeOf(check: Check, asked: Asked, rule: PathwayRule, allowed: (one: Severity) => Severity): Outcome {
  switch (check.kind) {
    case 'clock':
      return clockOutcome(check, asked)
    case 'asks': {
      const { truth, gaps } = check.what.test(asked)
      if (truth === 'unknown') return { kind: 'cannot-evaluate', gaps }
      return truth === 'yes' ? { kind: 'met' } : { kind: 'raised', severity: allowed(rule.severity), says: check.says }
    }
    case 'tells':
      return remark(check.tiers, asked, allowed)
  }
}

/** The first tier that holds. Where it is unknown which one does, the first that may, as the strongest stands first; where it is unknown whether any does, nothing is said. */
function remark(tiers: readonly Tier[], asked: Asked, allowed: (one: Severity) => Severity): Outcome {
  let first: Tier | null = null
  const gaps: Gap[] = []
  for (const tier of tiers) {
    const verdict = tier.when.test(asked)
    if (verdict.truth === 'no') continue
    first ??= tier
    if (verdict.truth === 'yes') return { kind: 'raised', severity: allowed(first.severity), says: first.says }
    gaps.push(...verdict.gaps)
  }
  return first ? { kind: 'cannot-evaluate', gaps } : { kind: 'met' }
}

/** A time of the facts as it was recorded, or why there is none. */
function recordedTime(asked: Pick<Asked, 'facts'>, fact: FactName): string | null | Gap {
  const found = valuesOf(asked, fact)
  if ('why' in found) return found.why === 'not-recorded' ? null : found
  const [first, ...others] = found
  return others.length > 0 ? { fact, why: 'sources-differ' } : String(first)
}

const isGap = (time: RecordedTime | Gap): time is Gap => time !== null && typeof time === 'object'

/** From this limit on a clock counts the days of the calendar where nobody recorded an hour; a shorter one cannot be told then. */
const countsDaysFromHours = 7 * 24

const dayOf = (time: string, timeZone: string): string => (isDay(time) ? time : dayAt(time, timeZone))

/**
 * The two times of a clock as it takes them, or why one cannot be told. Where a limit of a week or more has a day without an hour, both
 * times count as their days; while the end has not come the clock runs from the last minute of the day, so that it is never called overdue early.
 */
export function timesOfClock(
  { from, to, limitHours }: Pick<ClockCheck, 'from' | 'to' | 'limitHours'>,
  asked: Pick<Asked, 'facts' | 'timeZone'>,
): { start: RecordedTime | Gap; end: RecordedTime | Gap } {
  const [start, end] = [recordedTime(asked, from), recordedTime(asked, to)]
  const hasDay = [start, end].some((time) => typeof time === 'string' && isDay(time))
  if (isGap(start) || isGap(end) || !hasDay || start === null) return { start, end }
  if (limitHours < countsDaysFromHours) {
    const asHours = (time: string | null) => (time !== null && isDay(time) ? 'day-only' : time)
    return { start: asHours(start), end: asHours(end) }
  }
  if (end === null) return { start: lastMinuteOf(start, asked.timeZone), end }
  const asDay = (time: string) => `${dayOf(time, asked.timeZone)}T00:00:00Z`
  return { start: asDay(start), end: asDay(end) }
}

function clockOutcome(check: ClockCheck, asked: Asked): Outcome {
  const runs = check.onlyWhen?.test(asked)
  if (runs?.truth === 'no') return { kind: 'not-applicable' }
  if (runs?.truth === 'unknown') return { kind: 'cannot-evaluate', gaps: runs.gaps }
  const { start, end } = timesOfClock(check, asked)
  const gaps = [start, end].filter(isGap)
  if (isGap(start) || isGap(end)) return { kind: 'cannot-evaluate', gaps }
  const state = clockState(check, { start, end }, asked.now)
  if (state.kind !== 'cannot-evaluate') return state
  if (state.why === 'no-start') return { kind: 'cannot-evaluate', gaps: [{ fact: check.from, why: 'not-recorded' }] }
  if (state.why === 'no-hour')
    return { kind: 'cannot-evaluate', gaps: [{ fact: start === 'day-only' ? check.from : check.to, why: 'no-hour' }] }
  return { kind: 'cannot-evaluate', gaps: [{ fact: check.to, why: 'before-start' }] }
}

/** How urgent an outcome is, 0 for the most urgent. Missing facts come before what is met, so that a part is never taken for the whole. */
function rankOf(outcome: Outcome): number {
  switch (outcome.kind) {
    case 'overdue':
      return 0
    case 'raised':
      return { STOP: 1, WARN: 2, NOTE: 7, METRIC: 8 }[outcome.severity]
    case 'late':
      return 3
    case 'running':
      return outcome.isWarning ? 4 : 6
    case 'cannot-evaluate':
      return 5
    case 'exception':
      return 9
    case 'met':
      return 10
    case 'not-applicable':
      return 11
  }
}

/** The state of the rule: that of its most urgent check. What is only evidence decides nothing. */
function mostUrgent(checks: readonly CheckReading[]): Outcome {
  const counted = checks.filter(({ check }) => !(check.kind === 'clock' && check.isEvidence))
  const sorted = counted.map(({ outcome }) => outcome).sort((a, b) => rankOf(a) - rankOf(b))
  return certain(sorted[0], 'a check that decides its rule')
}

/** Readings in the order in which they need a look. */
export const byUrgency = (readings: readonly RuleReading[]): RuleReading[] =>
  [...readings].sort((a, b) => rankOf(a.outcome) - rankOf(b.outcome))
