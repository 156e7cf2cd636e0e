import { defineInstrument } from '../instrument'
import { choose, pointIf } from '../item'

/** No comorbidity but those that an example names. */
export function healthy<const A extends object>(answers: A) {
  return {
    infarction: 'no',
    heartFailure: 'no',
    vessels: 'no',
    cerebrovascular: 'no',
    dementia: 'no',
    lung: 'no',
    connectiveTissue: 'no',
    ulcer: 'no',
    liver: 'none',
    diabetes: 'none',
    hemiplegia: 'no',
    renal: 'no',
    tumour: 'none',
    leukaemia: 'no',
    lymphoma: 'no',
    aids: 'no',
    ...answers,
  } as const
}

/** Every comorbidity at its worst. */
export const everything = {
  infarction: 'yes',
  heartFailure: 'yes',
  vessels: 'yes',
  cerebrovascular: 'yes',
  dementia: 'yes',
  lung: 'yes',
  connectiveTissue: 'yes',
  ulcer: 'yes',
  liver: 'severe',
  diabetes: 'organ-damage',
  hemiplegia: 'yes',
  renal: 'yes',
  tumour: 'metastatic',
  leukaemia: 'yes',
  lymphoma: 'yes',
  aids: 'yes',
} as const

/** Charlson comorbidity index of 1987, without age. The severer class replaces the milder (REFERENCE 12.4). */
export const charlson = defineInstrument({
  id: 'charlson',
  version: 1,
  form: 'sum',
  title: 'Charlson comorbidity index',
  asks: 'How heavy is the load of other diseases?',
  source: 'Charlson 1987',
  status: 'V2',
  direction: 'higher-worse',
  items: {
    infarction: pointIf('Myocardial infarction'),
    heartFailure: pointIf('Congestive heart failure'),
    vessels: pointIf('Peripheral vascular disease'),
    cerebrovascular: pointIf('Cerebrovascular disease'),
    dementia: pointIf('Dementia'),
    lung: pointIf('COPD'),
    connectiveTissue: pointIf('Connective tissue disease'),
    ulcer: pointIf('Peptic ulcer'),
    liver: choose('Liver disease', { none: [0, 'None'], mild: [1, 'Mild'], severe: [3, 'Moderate or severe'] }),
    diabetes: choose('Diabetes', {
      none: [0, 'None'],
      plain: [1, 'Without organ damage'],
      'organ-damage': [2, 'With organ damage'],
    }),
    hemiplegia: pointIf('Hemiplegia', 2, 'A deficit from the present compression does not count.'),
    renal: pointIf('Moderate or severe renal disease', 2),
    tumour: choose('Solid tumour', {
      none: [0, 'None within 5 years'],
      localised: [2, 'Within 5 years, not metastatic'],
      metastatic: [6, 'Metastatic'],
    }),
    leukaemia: pointIf('Leukaemia', 2),
    lymphoma: pointIf('Lymphoma', 2),
    aids: pointIf('AIDS', 6),
  },
  bands: {
    total: {
      range: [0, 33],
      label: 'No bands',
      meaning: 'The source gives no bands. Every patient with a metastasis of a solid tumour has at least 6.',
    },
  },
  caveats: [
    { id: 'weights_1987', text: 'Weights of 1987. Updated sets of weights differ and must not be mixed with these.' },
  ],
  examples: [
    { name: 'Metastatic tumour', answers: healthy({ tumour: 'metastatic' }), gives: { total: 6 } },
    {
      name: 'Metastatic tumour, diabetes with organ damage',
      answers: healthy({ tumour: 'metastatic', diabetes: 'organ-damage' }),
      gives: { total: 8 },
    },
    { name: 'Severe liver disease alone', answers: healthy({ liver: 'severe' }), gives: { total: 3 } },
    { name: 'Nothing', answers: healthy({}), gives: { total: 0 } },
    { name: 'Everything', answers: everything, gives: { total: 33 } },
    {
      name: 'Renal disease not known',
      answers: healthy({ tumour: 'metastatic', renal: undefined }),
      gives: { between: [6, 8], missing: ['renal'] },
    },
  ],
})
