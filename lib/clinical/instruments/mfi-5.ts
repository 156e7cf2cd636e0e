import { defineInstrument } from '../instrument'
import { pointIf } from '../item'

/** Five-item modified frailty index. Subramaniam 2018 (REFERENCE 12.1). */
export const mfi5 = defineInstrument({
  id: 'mfi-5',
  version: 1,
  form: 'sum',
  title: 'Modified frailty index, 5 items',
  asks: 'How frail is the patient, by five deficits?',
  source: 'Subramaniam 2018',
  status: 'V2',
  direction: 'higher-worse',
  items: {
    diabetes: pointIf('Diabetes'),
    hypertension: pointIf('Hypertension that needs medication'),
    lung: pointIf('COPD, or pneumonia in the history'),
    heart: pointIf('Congestive heart failure'),
    dependent: pointIf('Partially or totally dependent'),
  },
  bands: {
    'not-frail': { range: [0, 1], label: 'Not frail', meaning: 'Fewer than 2 deficits.' },
    frail: { range: [2, 5], label: 'Frail', meaning: '2 deficits or more: frail by common use.' },
  },
  examples: [
    { name: 'None', answers: none({}), gives: { total: 0, band: 'not-frail' } },
    { name: 'Diabetes only', answers: none({ diabetes: 'yes' }), gives: { total: 1, band: 'not-frail' } },
    {
      name: 'Diabetes and treated hypertension',
      answers: none({ diabetes: 'yes', hypertension: 'yes' }),
      gives: { total: 2, band: 'frail' },
    },
    {
      name: 'All five',
      answers: { diabetes: 'yes', hypertension: 'yes', lung: 'yes', heart: 'yes', dependent: 'yes' },
      gives: { total: 5, band: 'frail' },
    },
    {
      name: 'Function not assessed',
      answers: none({ diabetes: 'yes', dependent: undefined }),
      gives: { between: [1, 2], missing: ['dependent'] },
    },
  ],
})

/** No deficit but those that an example names. */
function none<const A extends object>(answers: A) {
  return { diabetes: 'no', hypertension: 'no', lung: 'no', heart: 'no', dependent: 'no', ...answers } as const
}
