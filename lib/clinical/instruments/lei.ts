import { cohortCaveat } from '../cohort-caveat'
import { defineInstrument } from '../instrument'
import { enteredTotal } from './entered-total'

const { items, bands } = enteredTotal([
  ['0–2', 0, 2, '8.2 % alive at 6 months', 'Walking after surgery 35.7 %.'],
  ['3–5', 3, 5, '56.5 % alive at 6 months', 'Walking after surgery 73.3 %.'],
  ['6–10', 6, 10, '91.5 % alive at 6 months', 'The figure for walking after surgery is not known here.'],
])

/** Survival after decompression and stabilisation, from an entered total. Lei 2016, Spine 41:1469 (REFERENCE 5.15). */
export const lei = defineInstrument({
  id: 'lei-2016',
  version: 1,
  form: 'grade',
  title: 'Lei 2016',
  asks: 'How likely is a patient to live 6 months after surgery for cord compression?',
  source: 'Lei. Spine 2016;41:1469–1476',
  status: 'V1',
  direction: 'higher-better',
  items,
  bands,
  caveats: [cohortCaveat, { id: 'cohort_206', text: 'Cohort: 206 operated patients.' }],
  examples: [
    { name: 'Total 2', answers: { total: 2 }, gives: { grade: '0–2' } },
    { name: 'Total 3', answers: { total: 3 }, gives: { grade: '3–5' } },
    { name: 'Total 5', answers: { total: 5 }, gives: { grade: '3–5' } },
    { name: 'Total 6', answers: { total: 6 }, gives: { grade: '6–10' } },
    { name: 'No total', answers: {}, gives: { missing: ['total'] } },
  ],
})
