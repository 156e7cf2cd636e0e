import { defineInstrument } from '../instrument'
import { pointIf } from '../item'

/** Eleven-item modified frailty index: deficits divided by eleven. Velanovich 2013 (REFERENCE 12.2). */
export const mfi11 = defineInstrument({
  id: 'mfi-11',
  version: 1,
  form: 'sum',
  title: 'Modified frailty index, 11 items',
  asks: 'How frail is the patient, by eleven deficits?',
  source: 'Velanovich 2013; cut-off of a spinal-metastasis cohort, BJJ-2024-0100',
  status: 'V2',
  direction: 'higher-worse',
  items: {
    diabetes: pointIf('Diabetes'),
    dependent: pointIf('Dependent function'),
    lung: pointIf('COPD or pneumonia'),
    heart: pointIf('Congestive heart failure'),
    infarction: pointIf('Myocardial infarction'),
    coronary: pointIf('Earlier coronary intervention, or angina'),
    hypertension: pointIf('Hypertension'),
    vessels: pointIf('Peripheral vascular disease'),
    sensorium: pointIf('Impaired sensorium'),
    stroke: pointIf('Transient ischaemic attack or stroke'),
    strokeDeficit: pointIf('Stroke with a deficit'),
  },
  bands: {
    below: {
      range: [0, 2],
      label: 'Below the cut-off',
      meaning: 'Index = deficits divided by 11. Up to 2 of 11: 0.18 or less.',
    },
    above: {
      range: [3, 11],
      label: 'At or above the cut-off',
      meaning:
        'Index = deficits divided by 11. 3 of 11 or more: 0.27 or more, the best cut-off in 241 patients with spinal metastases.',
    },
  },
  examples: [
    { name: 'None', answers: deficits(), gives: { total: 0, band: 'below' } },
    { name: '2 of 11', answers: deficits('diabetes', 'hypertension'), gives: { total: 2, band: 'below' } },
    { name: '3 of 11', answers: deficits('diabetes', 'hypertension', 'lung'), gives: { total: 3, band: 'above' } },
    {
      name: 'All eleven',
      answers: deficits(
        ...(['diabetes', 'dependent', 'lung', 'heart', 'infarction', 'coronary', 'hypertension'] as const),
        ...(['vessels', 'sensorium', 'stroke', 'strokeDeficit'] as const),
      ),
      gives: { total: 11, band: 'above' },
    },
    {
      name: 'Function not assessed',
      answers: { ...deficits('diabetes', 'hypertension'), dependent: undefined },
      gives: { between: [2, 3], missing: ['dependent'] },
    },
  ],
})

type Deficit =
  | ('diabetes' | 'dependent' | 'lung' | 'heart' | 'infarction' | 'coronary')
  | ('hypertension' | 'vessels' | 'sensorium' | 'stroke' | 'strokeDeficit')

/** The named deficits, and no other. */
function deficits(...present: readonly Deficit[]) {
  const has = (one: Deficit) => (present.includes(one) ? 'yes' : 'no')
  return {
    diabetes: has('diabetes'),
    dependent: has('dependent'),
    lung: has('lung'),
    heart: has('heart'),
    infarction: has('infarction'),
    coronary: has('coronary'),
    hypertension: has('hypertension'),
    vessels: has('vessels'),
    sensorium: has('sensorium'),
    stroke: has('stroke'),
    strokeDeficit: has('strokeDeficit'),
  } as const
}
