import { defineInstrument } from '../instrument'
import { count } from '../item'
import { charlson, everything, healthy } from './charlson'

/** Age-adjusted Charlson index, 1994: one point for each decade from 50, four at most (REFERENCE 12.4). */
export const charlsonAge = defineInstrument({
  id: 'charlson-age',
  version: 1,
  form: 'sum',
  title: 'Charlson comorbidity index, age-adjusted',
  asks: 'How heavy is the load of other diseases, age included?',
  source: 'Charlson 1987; with age 1994',
  status: 'V2',
  direction: 'higher-worse',
  items: {
    ...charlson.items,
    age: count('Age', { noun: ['year', 'years'] }, [
      ['under-50', 0, 49, 0, 'Under 50'],
      ['fifties', 50, 59, 1, '50–59'],
      ['sixties', 60, 69, 2, '60–69'],
      ['seventies', 70, 79, 3, '70–79'],
      ['eighties', 80, 120, 4, '80 or older'],
    ]),
  },
  bands: { total: { range: [0, 37], label: 'No bands', meaning: 'The source gives no bands.' } },
  caveats: charlson.caveats,
  examples: [
    { name: 'Metastatic tumour, aged 45', answers: healthy({ tumour: 'metastatic', age: 45 }), gives: { total: 6 } },
    { name: 'Aged 49', answers: healthy({ age: 49 }), gives: { total: 0 } },
    { name: 'Aged 50', answers: healthy({ age: 50 }), gives: { total: 1 } },
    { name: 'Aged 79', answers: healthy({ age: 79 }), gives: { total: 3 } },
    { name: 'Aged 80', answers: healthy({ age: 80 }), gives: { total: 4 } },
    { name: 'Everything, aged 90', answers: { ...everything, age: 90 }, gives: { total: 37 } },
    { name: 'Age not known', answers: healthy({}), gives: { between: [0, 4], missing: ['age'] } },
  ],
})
