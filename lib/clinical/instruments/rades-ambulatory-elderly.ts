import { defineInstrument } from '../instrument'
import { elderlyAge, enteredTotal, lookupCaveats } from './entered-total'

const { items, bands } = enteredTotal([
  ['19–25', 19, 25, '5 % walk after radiotherapy', 'In the validation group 4 %. Alive at 6 months 11 %.'],
  ['26–30', 26, 30, '35 % walk after radiotherapy', 'In the validation group 33 %. Alive at 6 months 21 %.'],
  ['31–34', 31, 34, '80 % walk after radiotherapy', 'In the validation group 77 %. Alive at 6 months 59 %.'],
  ['35–41', 35, 41, '98 % walk after radiotherapy', 'In the validation group 98 %. Alive at 6 months 76 %.'],
])

/** Walking after radiotherapy alone in patients of 65 and older, from an entered total. BMC Cancer 14:589 (REFERENCE 5.10). */
export const radesAmbulatoryElderly = defineInstrument({
  id: 'rades-ambulatory-elderly',
  version: 1,
  form: 'grade',
  title: 'Rades 2014, walking, 65 and older',
  asks: 'How likely is an elderly patient with cord compression to walk after radiotherapy alone?',
  source: 'BMC Cancer 2014;14:589',
  status: 'V1',
  direction: 'higher-better',
  items,
  context: { age: elderlyAge() },
  bands,
  caveats: [...lookupCaveats, { id: 'cohort_1129', text: 'Cohort: 1129 patients aged 65 or older.' }],
  examples: [
    { name: 'Total 25', answers: { total: 25, age: 65 }, gives: { grade: '19–25' } },
    { name: 'Total 26', answers: { total: 26 }, gives: { grade: '26–30' } },
    { name: 'Total 30', answers: { total: 30 }, gives: { grade: '26–30' } },
    { name: 'Total 31', answers: { total: 31 }, gives: { grade: '31–34' } },
    { name: 'Total 34', answers: { total: 34 }, gives: { grade: '31–34' } },
    { name: 'Total 35', answers: { total: 35 }, gives: { grade: '35–41' } },
    { name: 'Aged 64', answers: { total: 35, age: 64 }, gives: { stop: 'not-applicable' } },
    { name: 'No total', answers: {}, gives: { missing: ['total'] } },
  ],
})
