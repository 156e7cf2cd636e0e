import { cohortCaveat } from '../cohort-caveat'
import { defineInstrument } from '../instrument'
import { pointIf } from '../item'

/** Metastatic Spinal Tumor Frailty Index, journal version. De la Garza Ramos 2016 (REFERENCE 12.3). */
export const mstfi = defineInstrument({
  id: 'mstfi',
  version: 1,
  form: 'sum',
  title: 'Metastatic Spinal Tumor Frailty Index',
  asks: 'How likely are complications of surgery, by nine items?',
  source: 'De la Garza Ramos 2016, World Neurosurg',
  status: 'V1',
  direction: 'higher-worse',
  items: {
    anaemia: pointIf('Anaemia'),
    lung: pointIf('Chronic lung disease'),
    coagulopathy: pointIf('Coagulopathy'),
    electrolytes: pointIf('Electrolyte abnormality'),
    pulmonaryCirculation: pointIf('Pulmonary circulation disorder'),
    renal: pointIf('Renal failure'),
    malnutrition: pointIf('Malnutrition'),
    emergency: pointIf('Emergency or urgent admission'),
    approach: pointIf('Anterior or combined approach', 1, 'Leave unanswered until the approach is planned.'),
  },
  bands: {
    'not-frail': {
      range: [0, 0],
      label: 'Not frail',
      meaning: 'The class that the others are compared with. Whole cohort: complications 19.3 %, mortality 3 %.',
    },
    mild: { range: [1, 1], label: 'Mild frailty', meaning: 'Odds of a major complication 1.88.' },
    moderate: {
      range: [2, 2],
      label: 'Moderate frailty',
      meaning: 'Odds of a major complication 3.83, of death in hospital 5.15.',
    },
    severe: {
      range: [3, 9],
      label: 'Severe frailty',
      meaning: 'Odds of a major complication 6.97, of death in hospital 5.74.',
    },
  },
  caveats: [
    cohortCaveat,
    {
      id: 'cohort_4583',
      text: 'Cohort: 4583 patients. The table of the items was not seen; equal weights follow the abstract.',
    },
    { id: 'failed_test', text: 'Did not predict adverse events in 108 urgent operations.' },
  ],
  examples: [
    { name: 'None', answers: none({}), gives: { total: 0, band: 'not-frail' } },
    { name: 'Anaemia', answers: none({ anaemia: 'yes' }), gives: { total: 1, band: 'mild' } },
    {
      name: 'Anaemia and malnutrition',
      answers: none({ anaemia: 'yes', malnutrition: 'yes' }),
      gives: { total: 2, band: 'moderate' },
    },
    {
      name: 'Anaemia, malnutrition and an emergency: bottom of severe',
      answers: none({ anaemia: 'yes', malnutrition: 'yes', emergency: 'yes' }),
      gives: { total: 3, band: 'severe' },
    },
    {
      name: 'All nine',
      answers: {
        anaemia: 'yes',
        lung: 'yes',
        coagulopathy: 'yes',
        electrolytes: 'yes',
        pulmonaryCirculation: 'yes',
        renal: 'yes',
        malnutrition: 'yes',
        emergency: 'yes',
        approach: 'yes',
      },
      gives: { total: 9, band: 'severe' },
    },
    {
      name: 'Approach not planned yet',
      answers: none({ anaemia: 'yes', approach: undefined }),
      gives: { between: [1, 2], missing: ['approach'] },
    },
  ],
})

/** No item but those that an example names. */
function none<const A extends object>(answers: A) {
  return {
    anaemia: 'no',
    lung: 'no',
    coagulopathy: 'no',
    electrolytes: 'no',
    pulmonaryCirculation: 'no',
    renal: 'no',
    malnutrition: 'no',
    emergency: 'no',
    approach: 'no',
    ...answers,
  } as const
}
