import { defineInstrument } from '../instrument'
import { elderlyAge, enteredTotal, lookupCaveats } from './entered-total'

const { items, bands } = enteredTotal([
  ['25–39', 25, 39, '11 % alive at 6 months', 'In the validation group 10 %.'],
  ['40–48', 40, 48, '56 % alive at 6 months', 'In the validation group 53 %.'],
  ['49–57', 49, 57, '97 % alive at 6 months', 'In the validation group 94 %.'],
])

/** Rades survival score for patients of 65 and older, 2014, from an entered total (REFERENCE 5.8). */
export const radesSurvivalElderly = defineInstrument({
  id: 'rades-survival-elderly',
  version: 1,
  form: 'grade',
  title: 'Rades 2014, survival, 65 and older',
  asks: 'How likely is an elderly patient with cord compression to live 6 months after radiotherapy?',
  source: 'Strahlenther Onkol 2014, doi 10.1007/s00066-014-0641-1',
  status: 'V1',
  direction: 'higher-better',
  items,
  context: { age: elderlyAge() },
  bands,
  caveats: [...lookupCaveats, { id: 'cohort_1128', text: 'Cohort: 1128 patients aged 65 or older.' }],
  examples: [
    { name: 'Total 39', answers: { total: 39, age: 65 }, gives: { grade: '25–39' } },
    { name: 'Total 40', answers: { total: 40 }, gives: { grade: '40–48' } },
    { name: 'Total 48', answers: { total: 48 }, gives: { grade: '40–48' } },
    { name: 'Total 49', answers: { total: 49 }, gives: { grade: '49–57' } },
    { name: 'Aged 64', answers: { total: 49, age: 64 }, gives: { stop: 'not-applicable' } },
    { name: 'No total', answers: {}, gives: { missing: ['total'] } },
  ],
})
