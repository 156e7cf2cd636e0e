import { defineInstrument } from '../instrument'
import { choose } from '../item'
import { charlson, everything, healthy } from './charlson'

/** Charlson index without the item that every patient of this board has: a metastasis counts 0 (REFERENCE 12.4). */
export const charlsonWithoutMetastasis = defineInstrument({
  id: 'charlson-without-metastasis',
  version: 1,
  form: 'sum',
  title: 'Charlson comorbidity index, without the metastasis',
  asks: 'How heavy is the load of diseases other than the metastatic tumour?',
  source: 'Charlson 1987, the metastatic item left out',
  status: 'V2',
  direction: 'higher-worse',
  items: {
    ...charlson.items,
    tumour: choose('Solid tumour', {
      none: [0, 'None within 5 years'],
      localised: [2, 'Within 5 years, not metastatic'],
      metastatic: [0, 'Metastatic: not counted here'],
    }),
  },
  bands: { total: { range: [0, 29], label: 'No bands', meaning: 'The source gives no bands.' } },
  caveats: charlson.caveats,
  examples: [
    { name: 'Metastatic tumour, nothing else', answers: healthy({ tumour: 'metastatic' }), gives: { total: 0 } },
    {
      name: 'Metastatic tumour, COPD and infarction',
      answers: healthy({ tumour: 'metastatic', lung: 'yes', infarction: 'yes' }),
      gives: { total: 2 },
    },
    {
      name: 'Everything, an earlier localised tumour',
      answers: { ...everything, tumour: 'localised' },
      gives: { total: 29 },
    },
    {
      name: 'COPD not known',
      answers: healthy({ tumour: 'metastatic', lung: undefined }),
      gives: { between: [0, 1], missing: ['lung'] },
    },
  ],
})
