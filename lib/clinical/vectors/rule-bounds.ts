import { certain } from '../certain'
import type { Clause, Condition, FactValue, PathwayFacts } from '../pathway/condition'
import { evaluateRule } from '../pathway/evaluate'
import { declaredFacts, type FactName } from '../pathway/facts'
import { inputsOf, type PathwayRule } from '../pathway/rule'

/** Facts on one side of a bound, and just past it. */
type Edge = readonly [one: PathwayFacts, other: PathwayFacts]

/** A bound of a rule in words, with its edges. */
type Bound = { readonly words: string; readonly edges: readonly Edge[] }

const askedAt = '2026-11-29T09:00:00Z'
const operationAt = '2026-12-02T09:00:00Z'
const little = 0.001
const second = 1000
const hour = 3600 * second

const isOutward: ReadonlyMap<string, boolean> = new Map([
  ['above', true],
  ['atMost', true],
])

/** The values at a bound and just past it, the greater first. */
const around = (op: string, bound: number, step: number): readonly [number, number] =>
  isOutward.get(op) === true ? [bound + step, bound] : [bound, bound - step]

const edge = (one: PathwayFacts, other: PathwayFacts): Edge => [one, other]

function edgesOfSchedules(schedules: readonly (readonly [number, number])[]): Edge[] {
  return schedules.flatMap(([doseGy, fractions]) => [
    edge({ doseGy, fractions }, { doseGy: doseGy + 0.5, fractions }),
    edge({ doseGy, fractions }, { doseGy: doseGy - 0.5, fractions }),
    edge({ doseGy, fractions }, { doseGy, fractions: fractions + 0.5 }),
    edge({ doseGy, fractions }, { doseGy, fractions: fractions - 0.5 }),
  ])
}

type OfNumbers = {
  schedules?: [number, number][]
  among?: string[]
  limits?: [number, { withinGy: number; cautionGy: number }][]
  sumAtMost?: number
  shareAtMost?: number
  leastGy?: number
  mostGy?: number
  doseGy?: number
  fractions?: number
}

/** The edges of a relation of several numbers, by what it names. */
function edgesOfNumbers(bounds: OfNumbers): Edge[] {
  const { schedules, among, limits, sumAtMost: sum, shareAtMost: share, leastGy, mostGy, fractions = 1 } = bounds
  if (schedules) return edgesOfSchedules(schedules)
  if (limits) {
    const atEach = (limit: 'withinGy' | 'cautionGy') =>
      limits.map(([count, of]) =>
        edge({ fractions: count, cordDmaxGy: of[limit] }, { fractions: count, cordDmaxGy: of[limit] + little }),
      )
    return atEach(among?.includes('exceeds') ? 'cautionGy' : 'withinGy')
  }
  if (sum !== undefined)
    return [edge({ earlierEqd2Gy: sum - 25, sbrtEqd2Gy: 25 }, { earlierEqd2Gy: sum - 25 + little, sbrtEqd2Gy: 25 })]
  if (share !== undefined)
    return [
      edge(
        { leastEarlierEqd2Gy: 20 * (1 - share), sbrtEqd2Gy: 20 * share },
        { leastEarlierEqd2Gy: 20 * (1 - share) - little, sbrtEqd2Gy: 20 * share },
      ),
    ]
  if (leastGy !== undefined && mostGy !== undefined)
    return [
      edge({ doseGy: leastGy, fractions }, { doseGy: leastGy - little, fractions }),
      edge({ doseGy: mostGy, fractions }, { doseGy: mostGy + little, fractions }),
      edge({ doseGy: leastGy, fractions }, { doseGy: leastGy, fractions: fractions + 1 }),
    ]
  const doseGy = certain(bounds.doseGy, 'a relation of numbers that this knows')
  return [
    edge({ doseGy, fractions }, { doseGy: doseGy - little, fractions }),
    edge({ doseGy, fractions }, { doseGy, fractions: fractions - 1 }),
  ]
}

function boundsOf(clause: Clause): Bound[] {
  switch (clause.op) {
    case 'all':
    case 'any':
      return clause.of.flatMap(boundsOf)
    case 'not':
    case 'known':
      return boundsOf(clause.of)
    case 'atLeast':
    case 'above':
    case 'atMost':
    case 'below': {
      const { op, fact, bound } = clause
      const [more, less] = around(op, bound, little)
      return [{ words: `${fact} ${op} ${bound}`, edges: [edge({ [fact]: more }, { [fact]: less })] }]
    }
    case 'numbers':
      return [
        { words: `${clause.facts.join(', ')} ${JSON.stringify(clause.bounds)}`, edges: edgesOfNumbers(clause.bounds) },
      ]
    case 'days':
    case 'hours': {
      const { from, to, bounds } = clause
      const [unit, size] = clause.op === 'days' ? ['d', 24 * hour] : ['h', hour]
      const end = Date.parse(to === 'now' ? askedAt : operationAt)
      const startedAt = (span: number): PathwayFacts => ({ [from]: new Date(end - span).toISOString() })
      return Object.entries(bounds).map(([op, bound]) => {
        const [more, less] = around(op, bound * size, second)
        const fixed: PathwayFacts = to === 'now' ? {} : { [to]: operationAt }
        return {
          words: `${from} to ${to} ${op} ${bound} ${unit}`,
          edges: [edge({ ...fixed, ...startedAt(more) }, { ...fixed, ...startedAt(less) })],
        }
      })
    }
    default:
      return []
  }
}

const conditionsOf = ({ when, supersededBy, checks }: PathwayRule): Condition[] => [
  when,
  ...(supersededBy ? [supersededBy.when] : []),
  ...checks.flatMap((check): Condition[] => {
    if (check.kind === 'asks') return [check.what]
    return check.kind === 'tells' ? check.tiers.map((tier) => tier.when) : check.onlyWhen ? [check.onlyWhen] : []
  }),
]

/** Every bound in the conditions of a rule, each once. */
export const boundsOfRule = (rule: PathwayRule): Bound[] => {
  const found = conditionsOf(rule).flatMap(({ clause }) => boundsOf(clause))
  return [...new Map(found.map((bound) => [bound.words, bound])).values()]
}

/** What the conditions of a rule ask of each fact: the answers and bounds that they name. */
function namedIn(clause: Clause): (readonly [FactName, readonly (string | number)[]])[] {
  switch (clause.op) {
    case 'all':
    case 'any':
      return clause.of.flatMap(namedIn)
    case 'not':
    case 'known':
      return namedIn(clause.of)
    case 'equals':
    case 'names':
      return [[clause.fact, clause.among]]
    case 'atLeast':
    case 'above':
    case 'atMost':
    case 'below':
      return [[clause.fact, [clause.bound - 1, clause.bound, clause.bound + 1]]]
    case 'numbers': {
      const { schedules = [] }: OfNumbers = clause.bounds
      return schedules.flatMap(([doseGy, fractions]) => [
        ['doseGy', [doseGy]],
        ['fractions', [fractions]],
      ])
    }
    default:
      return []
  }
}

/** Values of a fact that may matter to a rule, nothing recorded among them. */
function valuesFor(name: FactName, named: readonly (string | number)[]): readonly FactValue[] {
  const fact = declaredFacts[name]
  switch (fact.kind) {
    case 'flag':
      return [true, false, null]
    case 'number':
      return [...named, 1, null]
    case 'choice':
      return [...named, ...fact.options.filter((one) => !named.includes(one)).slice(0, 1), null]
    case 'list':
      return [named.map(String), [], ['one'], null]
    case 'time':
      return [null, '2026-11-28T21:00:00Z', '2026-10-01T09:00:00Z', operationAt]
  }
}

/** Numbers from 0 to 1, the same ones each time. */
function* steadyChance(): Generator<number> {
  for (let seed = 1; ; seed = (seed * 48_271) % 2_147_483_647) yield seed / 2_147_483_647
}

/** What a rule says, without how long a clock took. */
const saidOf = (rule: PathwayRule, facts: PathwayFacts): string => {
  const { outcome, checks } = evaluateRule(rule, { facts, now: askedAt, timeZone: 'Europe/London' })
  return JSON.stringify(
    [outcome, ...checks.map((check) => check.outcome)].map((one) => [one.kind, 'says' in one && one.says]),
  )
}

const tries = 20_000

/** Whether there are facts with which a rule says something else on the two sides of a bound. */
export function sidesDiffer(rule: PathwayRule, [one, other]: Edge): boolean {
  const named = conditionsOf(rule).flatMap(({ clause }) => namedIn(clause))
  const choices = inputsOf(rule).map(
    (name) =>
      [
        name,
        valuesFor(
          name,
          named.flatMap(([of, values]) => (of === name ? values : [])),
        ),
      ] as const,
  )
  const chance = steadyChance()
  for (let tried = 0; tried < tries; tried += 1) {
    const rest: PathwayFacts = Object.fromEntries(
      choices.map(([name, values]) => [name, values[Math.floor(chance.next().value * values.length)]]),
    )
    if (saidOf(rule, { ...rest, ...one }) !== saidOf(rule, { ...rest, ...other })) return true
  }
  return false
}
