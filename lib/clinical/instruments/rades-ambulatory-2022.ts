import { defineInstrument } from '../instrument'
import { enteredTotal, lookupCaveats } from './entered-total'

const { items, bands } = enteredTotal([
  ['17–21', 17, 21, '10 % walk after radiotherapy', 'Predictive value for not walking 90 %.'],
  ['22–31', 22, 31, '65 % walk after radiotherapy', 'The group between the two predictive ones.'],
  ['32–37', 32, 37, '97 % walk after radiotherapy', 'Predictive value for walking 97 %.'],
])

/** Walking after radiotherapy alone, 2022, from an entered total. Cancers 14:3827 (REFERENCE 5.10). */
export const radesAmbulatory2022 = defineInstrument({
  id: 'rades-ambulatory-2022',
  version: 1,
  form: 'grade',
  title: 'Rades 2022, walking',
  asks: 'How likely is a patient with cord compression to walk after radiotherapy alone, by feeling and sphincters too?',
  source: 'Cancers 2022;14:3827, doi 10.3390/cancers14153827',
  status: 'V1',
  direction: 'higher-better',
  items,
  bands,
  caveats: [...lookupCaveats, { id: 'cohort_283', text: 'Cohort: 283 patients of prospective trials.' }],
  examples: [
    { name: 'Total 21', answers: { total: 21 }, gives: { grade: '17–21' } },
    { name: 'Total 22', answers: { total: 22 }, gives: { grade: '22–31' } },
    { name: 'Total 31', answers: { total: 31 }, gives: { grade: '22–31' } },
    { name: 'Total 32', answers: { total: 32 }, gives: { grade: '32–37' } },
    { name: 'No total', answers: {}, gives: { missing: ['total'] } },
  ],
})
