/** Tissue parameter α/β in Gy of the linear-quadratic model (REFERENCE 8.1): tumour 10, late-reacting tissue 3, cord, cauda and thecal sac 2. */
export const alphaBetaGy = { tumour: 10, lateTissue: 3, cord: 2 } as const
export type Tissue = keyof typeof alphaBetaGy

/** One course: total dose in Gy, number of fractions. */
export type Course = { totalGy: number; fractions: number }

/** Above this dose per fraction, in Gy, the linear-quadratic model over-predicts (REFERENCE 8.1). */
export const modelTrustedToGyPerFraction = 10

const dosePerFraction = ({ totalGy, fractions }: Course): number => {
  if (!(totalGy > 0 && Number.isFinite(totalGy))) throw new RangeError('A total dose above 0 Gy is needed')
  if (!(Number.isInteger(fractions) && fractions > 0)) throw new RangeError('A whole number of fractions is needed')
  return totalGy / fractions
}

/**
 * Biologically effective dose in Gy, D·(1 + d/(α/β)). Fowler 1989, as in REFERENCE 8.1. Full precision: show 1 decimal.
 * Throws RangeError unless the dose is above 0 Gy and the fractions are a whole number above 0.
 */
export const bed = (course: Course, tissue: Tissue): number =>
  course.totalGy * (1 + dosePerFraction(course) / alphaBetaGy[tissue])

/**
 * Equivalent dose in 2-Gy fractions in Gy, BED/(1 + 2/(α/β)). Fowler 1989, as in REFERENCE 8.1. Full precision: show 1 decimal.
 * It describes the prescription; for an organ enter the organ's own maximum. Throws as `bed` does.
 */
export const eqd2 = (course: Course, tissue: Tissue): number => bed(course, tissue) / (1 + 2 / alphaBetaGy[tissue])

/** Sum of courses as EQD2 in Gy with one α/β, without any discount for recovery (REFERENCE 8.1); 0 for no course. Throws as `bed` does. */
export const cumulativeEqd2 = (courses: readonly Course[], tissue: Tissue): number =>
  courses.reduce((sum, course) => sum + eqd2(course, tissue), 0)

/** True where the fraction is so large that BED and EQD2 have to be shown with a caution (REFERENCE 8.1). */
export const isBeyondModel = (course: Course): boolean => dosePerFraction(course) > modelTrustedToGyPerFraction
