import { isDay } from '@/lib/foundation/time'
import {
  type ChoiceFact,
  declaredFacts,
  type FactName,
  type FlagFact,
  isBoardFact,
  isOptionFact,
  type ListFact,
  type NumberFact,
  type TimeFact,
} from './facts'

/** One value of a fact: yes or no, a number, one answer, several answers, or a time (an instant as ISO text, or a day). */
export type Value = boolean | number | string | readonly string[]

/**
 * What is known of a fact. Left out: it is not told here, since an option would say it, it is of the board as a whole, or it is kept
 * from the reader. Null: nobody recorded it. `oneOf`: sources differ, and each value stays possible. `between`: recorded in part.
 */
export type FactValue = Value | null | { readonly oneOf: readonly Value[] } | PartOfTotal

/** The highest of several totals, in whole points, while a place is open: no less than the first, no more than the second. */
type PartOfTotal = { readonly between: readonly [low: number, high: number]; readonly openAt: readonly string[] }

/** A time that is known to have been and that nobody recorded: neither missing nor told. */
export const someTime = ''

/** A finding between yes and no: it says neither, whoever asks. Only of a flag. */
export const borderline = 'borderline'

export type PathwayFacts = Readonly<Partial<Record<FactName, FactValue>>>

/** Why a rule has no answer from a fact. `of-option`: an option says it, and none is judged. `of-board`: it is of no case. `withheld`: kept from the reader. `no-hour`: hours count, and only a day is recorded. `no-time`: it was, and nobody recorded when. `incomplete`: answers that decide it are open. `not-exact`: a time as a month or year, or a value that cannot be read. `not-known`: recorded as unknown. `borderline`: found, and between yes and no. */
export type Gap = {
  readonly fact: FactName
  readonly why:
    | UntoldWhy
    | 'not-recorded'
    | 'no-hour'
    | 'no-time'
    | 'sources-differ'
    | 'incomplete'
    | 'not-exact'
    | 'not-known'
    | 'borderline'
}

/** Why a fact is not told at all, whatever anybody records in the case. */
export const untoldWhys = ['of-option', 'of-board', 'withheld'] as const
export type UntoldWhy = (typeof untoldWhys)[number]

/** Whether a gap is of a fact that is not told here, so that no answer in the case closes it. */
export const isUntold = ({ why }: { readonly why: string }): boolean => untoldWhys.some((one) => one === why)

/** What a rule is asked against. `now` is an instant as ISO text, `timeZone` the IANA zone of the board. */
export type Asked = { readonly facts: PathwayFacts; readonly now: string; readonly timeZone: string }

/** Yes, no, or unknown with what is missing. Unknown is never taken for either. */
export type Verdict = { readonly truth: 'yes' | 'no' | 'unknown'; readonly gaps: readonly Gap[] }

/** How a number is held against a bound. */
export const comparisons = {
  atLeast: (value: number, bound: number) => value >= bound,
  above: (value: number, bound: number) => value > bound,
  atMost: (value: number, bound: number) => value <= bound,
  below: (value: number, bound: number) => value < bound,
} as const
export type Comparison = keyof typeof comparisons

/** What a condition asks, as data: its facts, answers and bounds. The version of a rule stands for it (`versions.test.ts`). */
export type Clause =
  | { readonly op: 'always' }
  | { readonly op: 'is' | 'recorded'; readonly fact: FactName }
  | { readonly op: 'equals' | 'names'; readonly fact: FactName; readonly among: readonly string[] }
  | { readonly op: 'overlap'; readonly facts: readonly [ListFact, ListFact] }
  | { readonly op: Comparison; readonly fact: NumberFact; readonly bound: number }
  | { readonly op: 'numbers'; readonly facts: readonly NumberFact[]; readonly bounds: object }
  | {
      readonly op: 'days' | 'hours'
      readonly from: TimeFact
      readonly to: TimeFact | 'now'
      readonly bounds: Readonly<Partial<Record<Comparison, number>>>
    }
  | { readonly op: 'after'; readonly later: TimeFact; readonly sooner: TimeFact }
  | { readonly op: 'not' | 'known'; readonly of: Clause }
  | { readonly op: 'all' | 'any'; readonly of: readonly Clause[] }

/** Something that facts say or do not say. `reads` names them all, `clause` is what it asks of them. */
export type Condition = {
  readonly reads: readonly FactName[]
  readonly clause: Clause
  readonly test: (at: Asked) => Verdict
}

const yes: Verdict = { truth: 'yes', gaps: [] }
const no: Verdict = { truth: 'no', gaps: [] }
const unknown = (gaps: readonly Gap[]): Verdict => ({ truth: 'unknown', gaps })
const verdictOf = (isTrue: boolean): Verdict => (isTrue ? yes : no)

const instantPattern = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/

const isInstant = (value: string): boolean => instantPattern.test(value) && !Number.isNaN(Date.parse(value))

const fits = (name: FactName, value: Value): boolean => {
  switch (declaredFacts[name].kind) {
    case 'flag':
      return typeof value === 'boolean'
    case 'number':
      return typeof value === 'number' && Number.isFinite(value)
    case 'choice':
      return typeof value === 'string'
    case 'list':
      return Array.isArray(value)
    case 'time':
      return typeof value === 'string' && (isInstant(value) || isDay(value))
  }
}

const possible = (value: NonNullable<FactValue>): readonly Value[] => {
  if (typeof value !== 'object') return [value]
  if ('oneOf' in value) return value.oneOf
  if (!('between' in value)) return [value]
  const [low, high] = value.between
  return Array.from({ length: high - low + 1 }, (_, above) => low + above)
}

/** Why a fact is left out of what is told. */
const untold = (name: FactName): UntoldWhy => {
  if (isOptionFact(name)) return 'of-option'
  return isBoardFact(name) ? 'of-board' : 'withheld'
}

/** Every value that a fact may have, or why there is none. */
export function valuesOf({ facts: known }: Pick<Asked, 'facts'>, name: FactName): readonly Value[] | Gap {
  const value = known[name]
  if (value === undefined) return { fact: name, why: untold(name) }
  if (value === null) return { fact: name, why: 'not-recorded' }
  const all = possible(value)
  if (all.length === 0) return { fact: name, why: 'not-recorded' }
  if (all.includes(someTime)) return { fact: name, why: 'no-time' }
  if (declaredFacts[name].kind === 'flag' && all.includes(borderline)) return { fact: name, why: 'borderline' }
  return all.every((one) => fits(name, one)) ? all : { fact: name, why: 'not-exact' }
}

const isGap = (found: readonly Value[] | Gap): found is Gap => !Array.isArray(found)

/** Every combination of what sources state. */
const combinations = (all: readonly (readonly Value[])[]): Value[][] =>
  all.reduce<Value[][]>((rows, values) => rows.flatMap((row) => values.map((value) => [...row, value])), [[]])

/** A condition on one or several facts; where sources differ it holds or fails only if it does so for every value. */
export const over = (
  reads: readonly FactName[],
  clause: Clause,
  holds: (values: readonly Value[], at: Asked) => boolean | Gap,
): Condition => ({
  reads,
  clause,
  test: (at) => {
    const found = reads.map((name) => valuesOf(at, name))
    const told = found.filter((one): one is readonly Value[] => !isGap(one))
    if (told.length < found.length) return unknown(found.filter(isGap))
    const answers = combinations(told).map((values) => holds(values, at))
    const open = answers.filter((one) => typeof one !== 'boolean')
    if (open.length > 0) return unknown(open)
    if (answers.every((one) => one === answers[0])) return verdictOf(answers[0] === true)
    return unknown(reads.flatMap((name) => openIn(at, name)))
  },
})

/** Why a fact has several values: sources differ, or a part of it is open. Nothing for one that has a single value. */
const openIn = ({ facts: known }: Asked, fact: FactName): readonly Gap[] => {
  const value = known[fact]
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return []
  return [{ fact, why: 'between' in value ? 'incomplete' : 'sources-differ' }]
}

/** The fact is answered with yes. */
export const is = (name: FlagFact): Condition => over([name], { op: 'is', fact: name }, ([value]) => value === true)

/** The fact is one of these answers. An answer of `unknown` says so only to who asks for it: to anybody else it leaves all of them possible. */
export const equals = <N extends ChoiceFact>(
  name: N,
  ...among: readonly (typeof declaredFacts)[N]['options'][number][]
): Condition =>
  over([name], { op: 'equals', fact: name, among }, ([value]) => {
    const isAmong = among.some((one) => one === value)
    return isAmong || value !== 'unknown' ? isAmong : { fact: name, why: 'not-known' }
  })

/** The list names at least one of these. */
export const names = (name: ListFact, ...among: readonly string[]): Condition =>
  over([name], { op: 'names', fact: name, among }, ([list]) =>
    among.some((one) => (list as readonly string[]).includes(one)),
  )

/** Two lists name something in common. */
export const overlap = (one: ListFact, other: ListFact): Condition =>
  over([one, other], { op: 'overlap', facts: [one, other] }, ([first, second]) =>
    (first as string[]).some((value) => (second as string[]).includes(value)),
  )

const bounded =
  (op: Comparison) =>
  (fact: NumberFact, bound: number): Condition =>
    over([fact], { op, fact, bound }, ([value]) => comparisons[op](Number(value), bound))

export const atLeast = bounded('atLeast')
export const atMost = bounded('atMost')
export const above = bounded('above')
export const below = bounded('below')

/** A relation of several numbers to its bounds, such as a ratio; a gap where one of them cannot be. */
export const numbers = <B extends object>(
  facts: readonly NumberFact[],
  bounds: B,
  holds: (bounds: B) => (...values: number[]) => boolean | Gap,
): Condition => over(facts, { op: 'numbers', facts, bounds }, (values) => holds(bounds)(...values.map(Number)))

/** Whether anything is recorded: an empty place is a plain no, a fact that is not told is unknown. */
export const recorded = (name: FactName): Condition => ({
  reads: [name],
  clause: { op: 'recorded', fact: name },
  test: (at) => {
    const found = valuesOf(at, name)
    if (!isGap(found)) return yes
    return found.why === 'not-recorded' ? no : unknown([found])
  },
})

export const not = (condition: Condition): Condition => ({
  reads: condition.reads,
  clause: { op: 'not', of: condition.clause },
  test: (at) => {
    const { truth, gaps } = condition.test(at)
    return truth === 'unknown' ? unknown(gaps) : verdictOf(truth === 'no')
  },
})

const joined = (all: readonly Condition[], decides: 'yes' | 'no'): Condition => ({
  reads: [...new Set(all.flatMap(({ reads }) => reads))],
  clause: { op: decides === 'yes' ? 'any' : 'all', of: all.map(({ clause }) => clause) },
  test: (at) => {
    const verdicts = all.map(({ test }) => test(at))
    if (verdicts.some(({ truth }) => truth === decides)) return verdictOf(decides === 'yes')
    const gaps = verdicts.flatMap((one) => one.gaps)
    const distinct = [...new Map(gaps.map((gap) => [`${gap.fact} ${gap.why}`, gap])).values()]
    return verdicts.some(({ truth }) => truth === 'unknown') ? unknown(distinct) : verdictOf(decides === 'no')
  },
})

/** Holds when every part does; one that is known to fail decides it, whatever is unknown. */
export const all = (...parts: readonly Condition[]): Condition => joined(parts, 'no')

/** Holds when one part does; one that is known to hold decides it, whatever is unknown. */
export const any = (...parts: readonly Condition[]): Condition => joined(parts, 'yes')

/**
 * Holds only where the facts say so; unknown counts as no. For a trigger that starts from what is recorded, such as suspicion
 * from pain alone: an open answer must not take a clock away.
 */
export const known = (condition: Condition): Condition => ({
  reads: condition.reads,
  clause: { op: 'known', of: condition.clause },
  test: (at) => verdictOf(condition.test(at).truth === 'yes'),
})

/** Holds in every case. */
export const always: Condition = { reads: [], clause: { op: 'always' }, test: () => yes }
