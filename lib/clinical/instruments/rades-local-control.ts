import { defineInstrument } from '../instrument'
import { enteredTotal, lookupCaveats } from './entered-total'

const { items, bands } = enteredTotal([
  ['24–28', 24, 28, '46 % without local progression at 6 months', 'At 12 months 46 %.'],
  ['29–31', 29, 31, '69 % without local progression at 6 months', 'At 12 months 63 %.'],
  ['32–35', 32, 35, '92 % without local progression at 6 months', 'At 12 months 83 %.'],
])

/** Local progression-free survival after 20 Gy in 5 fractions, 2018, from an entered total (REFERENCE 5.10). */
export const radesLocalControl = defineInstrument({
  id: 'rades-local-control',
  version: 1,
  form: 'grade',
  title: 'Rades 2018, local control after 20 Gy in 5 fractions',
  asks: 'How likely is cord compression not to come back after 20 Gy in 5 fractions?',
  source: 'Radiat Oncol 2018',
  status: 'V1',
  direction: 'higher-better',
  items,
  bands,
  caveats: [...lookupCaveats, { id: 'cohort_686', text: 'Cohort: 686 patients after 20 Gy in 5 fractions.' }],
  examples: [
    { name: 'Total 28', answers: { total: 28 }, gives: { grade: '24–28' } },
    { name: 'Total 29', answers: { total: 29 }, gives: { grade: '29–31' } },
    { name: 'Total 31', answers: { total: 31 }, gives: { grade: '29–31' } },
    { name: 'Total 32', answers: { total: 32 }, gives: { grade: '32–35' } },
    { name: 'No total', answers: {}, gives: { missing: ['total'] } },
  ],
})
