import { defineInstrument } from '../instrument'
import { enteredTotal, lookupCaveats } from './entered-total'

const { items, bands } = enteredTotal([
  [
    '21–28',
    21,
    28,
    '6 % walk after radiotherapy',
    'Prospective series 2011: 10.6 %. Alive at 3 months 29 %, at 6 months 6 %. Authors, up to 28: short course or supportive care.',
  ],
  [
    '29–31',
    29,
    31,
    '44 % walk after radiotherapy',
    'Prospective series 2011: 43.5 %. Alive at 3 months 62 %, at 6 months 31 %. Authors, 29–37: discuss surgery.',
  ],
  [
    '32–34',
    32,
    34,
    '70 % walk after radiotherapy',
    'Prospective series 2011: 71 %. Alive at 3 months 77 %, at 6 months 42 %. Authors, 29–37: discuss surgery.',
  ],
  [
    '35–37',
    35,
    37,
    '86 % walk after radiotherapy',
    'Prospective series 2011: 89.5 %. Alive at 3 months 84 %, at 6 months 61 %. Authors, 29–37: discuss surgery.',
  ],
  [
    '38–44',
    38,
    44,
    '99 % walk after radiotherapy',
    'Prospective series 2011: 98.5 %. Alive at 3 months 98 %, at 6 months 93 %. Authors, from 38: radiotherapy alone.',
  ],
])

/** Walking after radiotherapy alone, 2008, from an entered total. Int J Radiat Oncol Biol Phys 72:905 (REFERENCE 5.10). */
export const radesAmbulatory = defineInstrument({
  id: 'rades-ambulatory',
  version: 1,
  form: 'grade',
  title: 'Rades 2008, walking',
  asks: 'How likely is a patient with cord compression to walk after radiotherapy alone?',
  source: 'Rades D et al. Int J Radiat Oncol Biol Phys 2008;72:905–908; prospective series 2011',
  status: 'V1',
  direction: 'higher-better',
  items,
  bands,
  caveats: [...lookupCaveats, { id: 'cohort_2096', text: 'Cohort: 2096 patients; prospective series: 653.' }],
  examples: [
    { name: 'Total 28', answers: { total: 28 }, gives: { grade: '21–28' } },
    { name: 'Total 29', answers: { total: 29 }, gives: { grade: '29–31' } },
    { name: 'Total 31', answers: { total: 31 }, gives: { grade: '29–31' } },
    { name: 'Total 32', answers: { total: 32 }, gives: { grade: '32–34' } },
    { name: 'Total 34', answers: { total: 34 }, gives: { grade: '32–34' } },
    { name: 'Total 35', answers: { total: 35 }, gives: { grade: '35–37' } },
    { name: 'Total 37', answers: { total: 37 }, gives: { grade: '35–37' } },
    { name: 'Total 38', answers: { total: 38 }, gives: { grade: '38–44' } },
    { name: 'No total', answers: {}, gives: { missing: ['total'] } },
  ],
})
