import type { PlanOption } from '@/lib/clinical/catalogue/plan-option'
import type { PathwayFacts } from '@/lib/clinical/pathway/condition'
import { factsOfOption } from '@/lib/clinical/pathway/option-facts'
import type { ReIrradiation } from '@/lib/clinical/re-irradiation'
import { type Day, isDay } from '@/lib/foundation/time'
import type { CaseFile } from '../case-file'
import { areNotIrradiated, type ReIrradiationAt, reIrradiationsAt } from '../level-dose'
import { oneOrSeveral } from './episode-facts'

/** The four conditions of an option of SBRT at those of its levels that were irradiated before; none for any other option. */
export function plannedAgain(file: CaseFile, plan: PlanOption, today: Day): ReIrradiationAt[] {
  const { technique, sbrtEqd2Gy, plannedRadiationAt } = factsOfOption(plan) ?? {}
  if (technique !== 'sbrt') return []
  return reIrradiationsAt(file, today, {
    levels: plan.levels,
    sbrtGy: typeof sbrtEqd2Gy === 'number' ? sbrtEqd2Gy : null,
    begins: typeof plannedRadiationAt === 'string' && isDay(plannedRadiationAt) ? plannedRadiationAt : null,
  })
}

const byVerdict = { unmet: 0, open: 1, met: 2 } as const

/** Where a condition stands worst: not met before open before met, and of those alike the level with the least of what it takes. */
function worstBy(
  at: readonly ReIrradiationAt[],
  id: keyof ReIrradiation,
  least: (one: ReIrradiationAt) => number,
): ReIrradiationAt | undefined {
  const rank = (one: ReIrradiationAt) => byVerdict[one.conditions[id].verdict]
  return at.toSorted((one, other) => rank(one) - rank(other) || least(one) - least(other))[0]
}

/** Whether an earlier dose is assumed at a level; null while that of another is not known. */
function isAssumed(at: readonly ReIrradiationAt[]): boolean | null {
  const known = at.filter(({ earlier }) => earlier.eqd2Gy !== null)
  return known.some(({ earlier }) => earlier.assumed.length > 0) || (known.length < at.length ? null : false)
}

/**
 * What the rules take of earlier radiation at the levels of an option of SBRT: each of them from the level where its condition stands
 * worst, so that rules and lines say the same. An SBRT that is proposed as one again is none that is the first.
 */
function earlierFacts(file: CaseFile, plan: PlanOption, at: readonly ReIrradiationAt[]): PathwayFacts {
  if (at.length === 0) {
    const isFirst = plan.optionType !== 'sbrt-reirradiation' && areNotIrradiated(file, plan.levels)
    return { irradiatedHere: isFirst ? false : null }
  }
  const cumulative = worstBy(at, 'cumulative', ({ earlier }) => -(earlier.eqd2Gy ?? Infinity))
  const share = worstBy(at, 'share', ({ earlier }) => earlier.eqd2Gy ?? 0)
  const interval = worstBy(at, 'interval', ({ conditions }) => conditions.interval.value ?? 0)
  return {
    irradiatedHere: true,
    earlierEqd2Gy: cumulative?.earlier.eqd2Gy ?? null,
    leastEarlierEqd2Gy: share?.earlier.eqd2Gy ?? null,
    earlierDoseAssumed: isAssumed(at),
    earlierRadiationMonths: oneOrSeveral(interval?.months ?? []),
  }
}

/** What an option says to the pathway in a case: its own statements, and for SBRT the earlier radiation at its levels. Null as for `factsOfOption`. */
export function optionFactsIn(file: CaseFile, plan: PlanOption, today: Day): PathwayFacts | null {
  const own = factsOfOption(plan)
  return own?.technique === 'sbrt' ? { ...own, ...earlierFacts(file, plan, plannedAgain(file, plan, today)) } : own
}
