import { type Course, cumulativeEqd2, eqd2 } from './dose'

/** A day as `2026-11-28`. */
type Day = string

/** The limits of the four conditions: doses as EQD2 in Gy (α/β 2 Gy), the share of the SBRT in the sum, months between the courses. */
export const reIrradiationLimits = { cumulativeGy: 70, sbrtGy: 25, share: 0.5, months: 5 } as const

/** `open`: a value that decides it is not known, or not exactly enough. */
type Verdict = 'met' | 'unmet' | 'open'

/** A condition with its value, null while that is not known. */
type Condition = { readonly value: number | null; readonly verdict: Verdict }

/**
 * The four conditions one by one; nothing is added up. Doses are EQD2 in Gy with an α/β of 2 Gy, the share a number from 0 to 1,
 * the interval whole months: the least where a day is known as a month or year only.
 */
export type ReIrradiation = {
  readonly cumulative: Condition
  readonly sbrt: Condition
  readonly share: Condition
  readonly interval: Condition
}

const verdictOf = (holds: readonly boolean[]): Verdict => {
  if (holds.length === 0 || new Set(holds).size > 1) return 'open'
  return holds[0] ? 'met' : 'unmet'
}

const condition = (value: number | null, isMet: (value: number) => boolean): Condition => ({
  value,
  verdict: verdictOf(value === null ? [] : [isMet(value)]),
})

/** Whole months from one day to another: a day of the month that is not yet reached counts one less (product rule). */
export function wholeMonthsBetween(from: Day, to: Day): number {
  const [startYear = 0, startMonth = 0, startDay = 0] = from.split('-').map(Number)
  const [endYear = 0, endMonth = 0, endDay = 0] = to.split('-').map(Number)
  return (endYear - startYear) * 12 + (endMonth - startMonth) - (endDay < startDay ? 1 : 0)
}

type Known = {
  readonly earlierGy: number | null
  readonly sbrtGy: number | null
  /** Every number of whole months that is possible; none where a day is missing. */
  readonly months: readonly number[]
}

/**
 * The lower-risk conditions for SBRT of an irradiated level, as far as the doses (EQD2 of the maximum point dose of the thecal sac)
 * and the months between the courses are known: cumulative dose at most 70 Gy, SBRT at most 25 Gy and at most half of the cumulative
 * dose, and 5 months or more. Where an earlier point dose is not known its prescription stands for it, marked as assumed by the
 * caller. HyTEC, Sahgal 2021, Int J Radiat Oncol Biol Phys 110:124 (REFERENCE 8.4).
 */
export function reIrradiationBy({ earlierGy, sbrtGy, months }: Known): ReIrradiation {
  const limits = reIrradiationLimits
  const cumulative = earlierGy === null || sbrtGy === null ? null : earlierGy + sbrtGy
  return {
    cumulative: condition(cumulative, (dose) => dose <= limits.cumulativeGy),
    sbrt: condition(sbrtGy, (dose) => dose <= limits.sbrtGy),
    share: condition(cumulative && sbrtGy && sbrtGy / cumulative, (share) => share <= limits.share),
    interval: {
      value: months.length === 0 ? null : Math.min(...months),
      verdict: verdictOf(months.map((one) => one >= limits.months)),
    },
  }
}

/** The same of courses whose maximum point doses of the thecal sac are all known. Throws as `eqd2` does. */
export const reIrradiation = (
  earlier: { readonly courses: readonly Course[]; readonly ended: Day },
  planned: { readonly course: Course; readonly begins: Day },
): ReIrradiation =>
  reIrradiationBy({
    earlierGy: cumulativeEqd2(earlier.courses, 'cord'),
    sbrtGy: eqd2(planned.course, 'cord'),
    months: [wholeMonthsBetween(earlier.ended, planned.begins)],
  })
