import { defineInstrument } from '../instrument'
import { count } from '../item'

/** Karnofsky performance status, in steps of 10. Karnofsky and Burchenal 1949 (REFERENCE 4.2). */
export const kps = defineInstrument({
  id: 'kps',
  version: 1,
  form: 'grade',
  title: 'Karnofsky performance status',
  asks: 'How much help does the patient need?',
  source: 'Karnofsky DA, Burchenal JH. 1949',
  status: 'V2',
  direction: 'higher-better',
  items: {
    kps: count('KPS', { step: 10 }, [
      ['0', 0, 0, null, 'Dead'],
      ['10', 10, 10, null, 'Moribund'],
      ['20', 20, 20, null, 'Very sick'],
      ['30', 30, 30, null, 'Severely disabled, in hospital'],
      ['40', 40, 40, null, 'Disabled, needs special care'],
      ['50', 50, 50, null, 'Needs considerable help and frequent care'],
      ['60', 60, 60, null, 'Needs occasional help'],
      ['70', 70, 70, null, 'Cares for self; no normal activity or work'],
      ['80', 80, 80, null, 'Normal activity with effort'],
      ['90', 90, 90, null, 'Normal activity, minor signs'],
      ['100', 100, 100, null, 'Normal'],
    ]),
  },
  examples: [
    { name: 'Needs occasional help', answers: { kps: 60 }, gives: { grade: '60' } },
    { name: 'Normal', answers: { kps: 100 }, gives: { grade: '100' } },
    { name: 'Not stated', answers: {}, gives: { missing: ['kps'] } },
  ],
})
