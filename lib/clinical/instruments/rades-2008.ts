import { defineInstrument } from '../instrument'
import { enteredTotal, lookupCaveats } from './entered-total'

const { items, bands } = enteredTotal([
  [
    '20–25',
    20,
    25,
    '14 % alive at 6 months (group 20–30)',
    'Three groups, validation: 20–30 14 %. Five groups: 4 %, in the validation 7 %.',
  ],
  [
    '26–30',
    26,
    30,
    '14 % alive at 6 months (group 20–30)',
    'Three groups, validation: 20–30 14 %. Five groups: 11 %, in the validation 19 %.',
  ],
  [
    '31–35',
    31,
    35,
    '56 % alive at 6 months',
    'Three groups, validation: 56 %. Five groups: 48 %, in the validation 56 %.',
  ],
  [
    '36–40',
    36,
    40,
    '80 % alive at 6 months (group 36–45)',
    'Three groups, validation: 36–45 80 %. Five groups: 87 % (unconfirmed), in the validation 73 %.',
  ],
  [
    '41–45',
    41,
    45,
    '80 % alive at 6 months (group 36–45)',
    'Three groups, validation: 36–45 80 %. Five groups: 99 % (unconfirmed), in the validation 90 %.',
  ],
])

/** Rades survival score 2008 and 2010, from a total that was computed elsewhere. Cancer 112:157 (REFERENCE 5.8). */
export const rades2008 = defineInstrument({
  id: 'rades-2008',
  version: 1,
  form: 'grade',
  title: 'Rades 2008, survival',
  asks: 'How likely is a patient with cord compression to live 6 months after radiotherapy?',
  source: 'Rades D et al. Cancer 2008;112:157–161; simplified in Cancer 2010',
  status: 'V1',
  direction: 'higher-better',
  items,
  bands,
  caveats: lookupCaveats,
  examples: [
    { name: 'Lowest total', answers: { total: 20 }, gives: { grade: '20–25' } },
    { name: 'Total 25', answers: { total: 25 }, gives: { grade: '20–25' } },
    { name: 'Total 26', answers: { total: 26 }, gives: { grade: '26–30' } },
    { name: 'Total 30', answers: { total: 30 }, gives: { grade: '26–30' } },
    { name: 'Total 31', answers: { total: 31 }, gives: { grade: '31–35' } },
    { name: 'Total 35', answers: { total: 35 }, gives: { grade: '31–35' } },
    { name: 'Total 36', answers: { total: 36 }, gives: { grade: '36–40' } },
    { name: 'Total 41', answers: { total: 41 }, gives: { grade: '41–45' } },
    { name: 'Highest total', answers: { total: 45 }, gives: { grade: '41–45' } },
    { name: 'No total', answers: {}, gives: { missing: ['total'] } },
  ],
})
