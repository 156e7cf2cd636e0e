import { cohortCaveat } from '../cohort-caveat'
import { defineInstrument } from '../instrument'
import { choose, pointIf } from '../item'

/** Risk factors for a vertebral fracture after SBRT; a count, no probability. Sahgal 2013, J Clin Oncol 31:3426 (REFERENCE 10.1). */
export const fractureAfterSbrt = defineInstrument({
  id: 'fracture-after-sbrt',
  version: 1,
  form: 'sum',
  title: 'Fracture after SBRT: risk factors',
  asks: 'Which risk factors for a vertebral fracture after SBRT are present?',
  source: 'Sahgal A et al. J Clin Oncol 2013;31:3426–3431',
  status: 'V1',
  direction: 'higher-worse',
  readAt: 'vertebra',
  items: {
    dose: choose(
      'Dose per fraction',
      { high: [1, '20 Gy or more'], low: [0, 'Under 20 Gy'] },
      {
        measured: {
          unit: 'Gy',
          min: 0.1,
          max: 50,
          read: (gray) => ({ ids: [gray >= 20 ? ('high' as const) : ('low' as const)] }),
        },
      },
    ),
    fracture: pointIf('Fracture before treatment'),
    lytic: choose('Bone lesion', { lytic: [1, 'Lytic'], other: [0, 'Mixed or blastic'] }),
    deformity: choose('Spinal deformity', { present: [1, 'Present'], none: [0, 'None'] }),
  },
  bands: {
    count: {
      range: [0, 4],
      label: 'Risk factors',
      meaning: 'A count, no probability. Image again within 4 months: two thirds of the fractures had come by then.',
    },
  },
  caveats: [cohortCaveat, { id: 'cohort_410', text: 'Cohort: 252 patients, 410 segments, 57 fractures.' }],
  examples: [
    {
      name: '24 Gy in 1, lytic, fractured before',
      answers: { dose: { measured: 24, unit: 'Gy' }, fracture: 'yes', lytic: 'lytic', deformity: 'none' },
      gives: { total: 3 },
    },
    {
      name: '27 Gy in 3, blastic, no fracture',
      answers: { dose: { measured: 9, unit: 'Gy' }, fracture: 'no', lytic: 'other', deformity: 'none' },
      gives: { total: 0 },
    },
    {
      name: '20 Gy in 1, everything else present',
      answers: { dose: { measured: 20, unit: 'Gy' }, fracture: 'yes', lytic: 'lytic', deformity: 'present' },
      gives: { total: 4 },
    },
    {
      name: '19.9 Gy in 1, everything else present',
      answers: { dose: { measured: 19.9, unit: 'Gy' }, fracture: 'yes', lytic: 'lytic', deformity: 'present' },
      gives: { total: 3 },
    },
    {
      name: 'Lesion type not known',
      answers: { dose: 'high', fracture: 'no', deformity: 'none' },
      gives: { between: [1, 2], missing: ['lytic'] },
    },
  ],
})
