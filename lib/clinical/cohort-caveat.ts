import type { Caveat } from './item'

/** Goes with every survival figure of a prognostic score. REFERENCE 0.2 rule 8, 5.1. */
export const cohortCaveat: Caveat = {
  id: 'cohort_figure',
  text: 'Cohort figure, not this patient’s probability; not calibrated for current treatment.',
}
