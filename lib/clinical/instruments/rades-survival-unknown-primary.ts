import { defineInstrument } from '../instrument'
import { enteredTotal, lookupCaveats } from './entered-total'

const { items, bands } = enteredTotal([
  ['5–13', 5, 13, '5 % alive at 6 months', 'In the validation group 7 %.'],
  ['14–16', 14, 16, '41 % alive at 6 months', 'In the validation group 38 %.'],
  ['17–20', 17, 20, '92 % alive at 6 months', 'In the validation group 91 %.'],
])

/** Survival score for cord compression from an unknown primary, 2012, from an entered total (REFERENCE 5.8). */
export const radesSurvivalUnknownPrimary = defineInstrument({
  id: 'rades-survival-unknown-primary',
  version: 1,
  form: 'grade',
  title: 'Douglas 2012, survival, unknown primary',
  asks: 'How likely is a patient with cord compression from an unknown primary to live 6 months after radiotherapy?',
  source: 'Douglas. Strahlenther Onkol 2012',
  status: 'V1',
  direction: 'higher-better',
  items,
  bands,
  caveats: [...lookupCaveats, { id: 'cohort_182', text: 'Cohort: 182 patients with an unknown primary.' }],
  examples: [
    { name: 'Total 13', answers: { total: 13 }, gives: { grade: '5–13' } },
    { name: 'Total 14', answers: { total: 14 }, gives: { grade: '14–16' } },
    { name: 'Total 16', answers: { total: 16 }, gives: { grade: '14–16' } },
    { name: 'Total 17', answers: { total: 17 }, gives: { grade: '17–20' } },
    { name: 'No total', answers: {}, gives: { missing: ['total'] } },
  ],
})
