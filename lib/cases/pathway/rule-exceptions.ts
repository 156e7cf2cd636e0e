import { z } from 'zod'
import type { FactValue, PathwayFacts } from '@/lib/clinical/pathway/condition'
import type { CheckReading, RuleReading } from '@/lib/clinical/pathway/evaluate'
import type { FactName } from '@/lib/clinical/pathway/facts'
import { inputsOf, type PathwayRule } from '@/lib/clinical/pathway/rule'
import { findRule } from '@/lib/clinical/pathway/rules'

/**
 * What a person can give a reason for: going on despite a stop (PATHWAY 0.2), or a limit that is not kept (PATHWAY 0.3, rule 4); and
 * what is acknowledged without one: a warning (PATHWAY 0.2).
 */
export const exceptionKinds = ['stop', 'clock', 'warning'] as const

/** What a rule holds against a case: a stop, a clock that runs or ran out, or a warning. `says` are its own words at this moment. */
export type Demand = { kind: (typeof exceptionKinds)[number]; says: string }

const saysAs = (checks: readonly CheckReading[], severity: 'STOP' | 'WARN'): string[] =>
  checks.flatMap(({ outcome }) => (outcome.kind === 'raised' && outcome.severity === severity ? [outcome.says] : []))

const openClock = ({ check, outcome }: CheckReading): string[] =>
  check.kind === 'clock' && !check.isEvidence && ['running', 'overdue', 'late'].includes(outcome.kind)
    ? [check.title]
    : []

/** What a reason can be given for, or what can be acknowledged; null where the rule is met, only notes, or cannot be told. */
export function demandOf({ checks }: Pick<RuleReading, 'checks'>): Demand | null {
  const stops = saysAs(checks, 'STOP')
  if (stops.length > 0) return { kind: 'stop', says: stops.join(' ') }
  const clocks = checks.flatMap(openClock)
  if (clocks.length > 0) return { kind: 'clock', says: clocks.join('; ') }
  const warnings = saysAs(checks, 'WARN')
  return warnings.length > 0 ? { kind: 'warning', says: warnings.join(' ') } : null
}

const reason = z
  .string({ error: 'The reason is missing.' })
  .trim()
  .min(1, 'Write the reason.')
  .max(1000, 'The reason can have at most 1,000 characters.')

export const acknowledgeWarningInput = z.strictObject({
  caseId: z.uuid(),
  ruleId: z.string().max(40),
  /** The option that the rule judges; left out for a rule on the case. */
  optionId: z.uuid().optional(),
  /** What the rule said to the person who answers it: the lock compares. */
  says: z.string().max(2000),
})
export type AcknowledgeWarning = z.infer<typeof acknowledgeWarningInput>

export const exceptRuleInput = acknowledgeWarningInput.extend({ because: reason })
export type ExceptRule = z.infer<typeof exceptRuleInput>

/** A reason that somebody gave (none, `''`, for a warning that was acknowledged), with the rule, its version and the facts as they stood. `at` is an ISO instant. */
export type RuleException = {
  id: string
  ruleId: string
  /** The option that the rule judged; null for a rule on the case. */
  optionId: string | null
  ruleVersion: number
  kind: Demand['kind']
  says: string
  facts: PathwayFacts
  because: string
  by: string
  at: string
}

/** The facts that a rule looks at, as they stand: what is kept with a reason. */
export function factsBehind(rule: PathwayRule, facts: PathwayFacts): PathwayFacts {
  const told = inputsOf(rule).flatMap((name): [FactName, FactValue][] => {
    const value = facts[name]
    return value === undefined ? [] : [[name, value]]
  })
  return Object.fromEntries(told)
}

/** A value as one text, whatever the order of its keys; what has no place and what nobody recorded are the same nothing. */
const textOf = (value: FactValue | undefined): string => {
  const isPlain = typeof value !== 'object' || value === null || Array.isArray(value)
  return JSON.stringify(
    isPlain ? (value ?? null) : Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)),
  )
}

/** The facts of a rule that differ between two tellings. */
export const factsThatDiffer = (rule: PathwayRule, one: PathwayFacts, other: PathwayFacts): FactName[] =>
  inputsOf(rule).filter((name) => textOf(one[name]) !== textOf(other[name]))

/** Whether a rule looks at what a reader without some facts (`open`) is not told: by value, or by there being nothing to tell. */
export const looksBeyond = (rule: PathwayRule, facts: PathwayFacts, open: PathwayFacts): boolean =>
  inputsOf(rule).some((name) => (facts[name] === undefined) !== (open[name] === undefined)) ||
  factsThatDiffer(rule, facts, open).length > 0

/** Why a reason is past: another took its place, the rule or the facts behind it changed, or the rule asks for none any more. */
export type Past = 'replaced' | 'rule-changed' | 'facts-changed' | 'no-longer-asked'

/** A reason as it stands now: `past` is null while it counts. */
export type CaseException = RuleException & { past: Past | null }

/**
 * Where each reason stands, given the rules as they were read without any, the latest first. One counts as long as its rule, in
 * the same version and on the same facts, still says what the reason answers; any other is past: kept and told, and it excuses nothing.
 */
export function standingExceptions(
  readings: readonly RuleReading[],
  facts: PathwayFacts,
  exceptions: readonly RuleException[],
): CaseException[] {
  const pastOf = (one: RuleException): Past | null => {
    if (exceptions.find(({ ruleId }) => ruleId === one.ruleId) !== one) return 'replaced'
    const reading = readings.find(({ rule }) => rule.id === one.ruleId)
    if (!reading) return 'no-longer-asked'
    if (reading.rule.version !== one.ruleVersion) return 'rule-changed'
    if (factsThatDiffer(reading.rule, one.facts, facts).length > 0) return 'facts-changed'
    return demandOf(reading)?.says === one.says ? null : 'no-longer-asked'
  }
  return exceptions.map((one) => ({ ...one, past: pastOf(one) }))
}

/** A stop that stands in a case, with the reason to go on if one was given. */
export const standingStop = z.object({
  ruleId: z.string(),
  title: z.string(),
  says: z.string(),
  /** The recommended option that the rule judges; left out for a rule on the case. */
  option: z.object({ optionId: z.uuid(), title: z.string() }).optional(),
  gone: z.object({ because: z.string(), by: z.string(), at: z.string() }).nullable(),
})
export type StandingStop = z.infer<typeof standingStop>

/**
 * The rules that one reason answers together, the asked one first: those that stop at the same lack (`oneReason`), and that have no
 * reason yet or share the one that it takes the place of.
 */
export function answeredTogether({ demands, exceptions, readings }: ReadRules, rule: PathwayRule): PathwayRule[] {
  const reasonFor = (ruleId: string) => exceptions.find((one) => one.ruleId === ruleId && one.past === null)?.because
  const isStopped = ({ id }: PathwayRule) => demands.get(id)?.kind === 'stop'
  if (rule.oneReason === undefined || !isStopped(rule)) return [rule]
  const sharesReason = ({ id }: PathwayRule) => reasonFor(id) === undefined || reasonFor(id) === reasonFor(rule.id)
  const others = readings
    .map((reading) => reading.rule)
    .filter((other) => other.id !== rule.id && other.oneReason === rule.oneReason)
  return [rule, ...others.filter((other) => isStopped(other) && sharesReason(other))]
}

/** The path of the place for a reason: of the rule, or of the rule and the option that it judges. */
export const stopPath = ({ ruleId, option }: Pick<StandingStop, 'ruleId' | 'option'>): string =>
  option ? `stops.${ruleId}.${option.optionId}` : `stops.${ruleId}`

/** Stops by the reason that they ask for, in their order: those of rules that one reason answers stand together. */
export function byReason(stops: readonly StandingStop[]): [StandingStop, ...StandingStop[]][] {
  const keyOf = (stop: StandingStop) => findRule(stop.ruleId)?.oneReason ?? stopPath(stop)
  const groups = new Map<string, [StandingStop, ...StandingStop[]]>()
  for (const stop of stops) {
    const known = groups.get(keyOf(stop))
    if (known) known.push(stop)
    else groups.set(keyOf(stop), [stop])
  }
  return [...groups.values()]
}

/** The titles of stops that one reason answers, as one. */
export const titlesOf = (stops: readonly StandingStop[]): string =>
  [...new Set(stops.map(({ title, option }) => (option ? `${title} (${option.title})` : title)))].join('; ')

/** The stops that stand in a case, those with a reason included, in the order of the rules. */
export function stopsOf({ demands, exceptions, readings }: ReadRules): StandingStop[] {
  return readings.flatMap(({ rule: { id, title } }) => {
    const demand = demands.get(id)
    if (demand?.kind !== 'stop') return []
    const given = exceptions.find(({ ruleId, past }) => ruleId === id && past === null)
    const gone = given ? { because: given.because, by: given.by, at: given.at } : null
    return [{ ruleId: id, title, says: demand.says, gone }]
  })
}

/** Rules that were read against a case: where each stands, what it demands by its id, and the reasons that were given. */
type ReadRules = {
  readings: readonly RuleReading[]
  demands: ReadonlyMap<string, Demand>
  exceptions: readonly CaseException[]
}
