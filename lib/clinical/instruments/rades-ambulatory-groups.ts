import { defineInstrument } from '../instrument'
import { enteredTotal, lookupCaveats } from './entered-total'

const { items, bands } = enteredTotal([
  [
    '21–28',
    21,
    28,
    '10.6 % walk after radiotherapy alone',
    'In the same report 0 % after laminectomy and radiotherapy, 14.3 % after surgery with stabilisation and radiotherapy.',
  ],
  [
    '29–37',
    29,
    37,
    '70.9 % walk after radiotherapy alone',
    'In the same report 62.5 % after laminectomy and radiotherapy, 83.9 % after surgery with stabilisation and radiotherapy.',
  ],
  [
    '38–44',
    38,
    44,
    '98.5 % walk after radiotherapy alone',
    'In the same report 90.9 % after laminectomy and radiotherapy, 100 % after surgery with stabilisation and radiotherapy.',
  ],
])

/** The three groups of the walking score in the prospective series of 2011, from an entered total (REFERENCE 5.10). */
export const radesAmbulatoryGroups = defineInstrument({
  id: 'rades-ambulatory-groups',
  version: 1,
  form: 'grade',
  title: 'Rades 2011, walking, three groups',
  asks: 'How likely is a patient with cord compression to walk after radiotherapy alone, or after surgery and radiotherapy?',
  source: 'Rades D et al. 2011, prospective series, with the total of Int J Radiat Oncol Biol Phys 2008;72:905–908',
  status: 'V1',
  direction: 'higher-better',
  items,
  bands,
  caveats: [
    ...lookupCaveats,
    {
      id: 'cohort_653',
      text: 'Cohort: 653 patients after radiotherapy; 41 after laminectomy, 63 after surgery with stabilisation.',
    },
  ],
  examples: [
    { name: 'Total 28', answers: { total: 28 }, gives: { grade: '21–28' } },
    { name: 'Total 29', answers: { total: 29 }, gives: { grade: '29–37' } },
    { name: 'Total 37', answers: { total: 37 }, gives: { grade: '29–37' } },
    { name: 'Total 38', answers: { total: 38 }, gives: { grade: '38–44' } },
    { name: 'No total', answers: {}, gives: { missing: ['total'] } },
  ],
})
