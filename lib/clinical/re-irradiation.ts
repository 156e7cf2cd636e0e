import { type Course, cumulativeEqd2, eqd2 } from './dose'

/** A day as `2026-11-28`. */
type Day = string

type Verdict = 'met' | 'unmet'

/** The four conditions, each with its value and whether it is met; nothing is added up. Doses are EQD2 in Gy with an α/β of 2 Gy. */
type ReIrradiation = {
  readonly cumulative: { readonly eqd2Gy: number; readonly verdict: Verdict }
  readonly sbrt: { readonly eqd2Gy: number; readonly verdict: Verdict }
  readonly share: { readonly ratio: number; readonly verdict: Verdict }
  readonly interval: { readonly months: number; readonly verdict: Verdict }
}

const verdict = (isMet: boolean): Verdict => (isMet ? 'met' : 'unmet')

/** Whole months from one day to another: a day of the month that is not yet reached counts one less (product rule). */
export function wholeMonthsBetween(from: Day, to: Day): number {
  const [startYear = 0, startMonth = 0, startDay = 0] = from.split('-').map(Number)
  const [endYear = 0, endMonth = 0, endDay = 0] = to.split('-').map(Number)
  return (endYear - startYear) * 12 + (endMonth - startMonth) - (endDay < startDay ? 1 : 0)
}

/**
 * The lower-risk conditions for SBRT of an irradiated level: cumulative dose at most 70 Gy, SBRT at most 25 Gy and at most half
 * of the cumulative dose, and 5 months or more between the courses. Doses of the courses are maximum point doses of the thecal
 * sac; where an earlier one is not known its prescription stands for it, marked as assumed by the caller. HyTEC, Sahgal 2021,
 * Int J Radiat Oncol Biol Phys 110:124 (REFERENCE 8.4). Throws as `eqd2` does.
 */
export function reIrradiation(
  earlier: { readonly courses: readonly Course[]; readonly ended: Day },
  planned: { readonly course: Course; readonly begins: Day },
): ReIrradiation {
  const sbrt = eqd2(planned.course, 'cord')
  const cumulative = cumulativeEqd2(earlier.courses, 'cord') + sbrt
  const months = wholeMonthsBetween(earlier.ended, planned.begins)
  return {
    cumulative: { eqd2Gy: cumulative, verdict: verdict(cumulative <= 70) },
    sbrt: { eqd2Gy: sbrt, verdict: verdict(sbrt <= 25) },
    share: { ratio: sbrt / cumulative, verdict: verdict(sbrt / cumulative <= 0.5) },
    interval: { months, verdict: verdict(months >= 5) },
  }
}
