import { defineInstrument } from '../instrument'
import { ranked } from '../item'

/** Clavien–Dindo grade of a surgical complication; the suffix d marks one still present at discharge and leaves the rank (REFERENCE 12.5). */
export const clavienDindo = defineInstrument({
  id: 'clavien-dindo',
  version: 1,
  form: 'grade',
  title: 'Clavien–Dindo',
  asks: 'How much treatment did the complication of surgery need?',
  source: 'Dindo 2004; Clavien 2009',
  status: 'V2',
  direction: 'higher-worse',
  measures: 'result',
  items: {
    grade: ranked(
      'Grade',
      [
        [
          'I',
          'Deviation without other drugs or intervention; antiemetics, antipyretics, analgesics, diuretics, electrolytes, physiotherapy and opening a wound at the bedside are allowed',
        ],
        ['II', 'Other drugs such as antibiotics, transfusion, parenteral nutrition'],
        ['IIIa', 'Intervention without general anaesthesia'],
        ['IIIb', 'Intervention under general anaesthesia'],
        [
          'IVa',
          'Life-threatening, one organ, dialysis included; intensive care. Brain haemorrhage, ischaemic stroke and subarachnoid bleeding count, a transient ischaemic attack does not',
        ],
        ['IVb', 'Life-threatening, several organs'],
        ['V', 'Death'],
      ],
      {
        help: 'The suffix d: still present at discharge, needs follow-up. The rank stays. Not with V.',
        also: { Id: 'I', IId: 'II', IIIad: 'IIIa', IIIbd: 'IIIb', IVad: 'IVa', IVbd: 'IVb' },
      },
    ),
  },
  examples: [
    { name: 'Transfusion after surgery', answers: { grade: 'II' }, gives: { grade: 'II' } },
    { name: 'Wound revised under general anaesthesia', answers: { grade: 'IIIb' }, gives: { grade: 'IIIb' } },
    { name: 'Pneumonia, still present at discharge', answers: { grade: 'IId' }, gives: { grade: 'II' } },
    { name: 'Not graded', answers: {}, gives: { missing: ['grade'] } },
  ],
})
