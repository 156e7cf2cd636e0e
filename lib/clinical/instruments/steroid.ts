import { defineInstrument } from '../instrument'
import { choose, yesNo } from '../item'
import type { Finding } from '../reading'

const lines = {
  stop: ['Steroid', 'Cord compression excluded: stop dexamethasone.'],
  'biopsy-first': [
    'Alert',
    'Lymphoma or myeloma possible without tissue: talk to the responsible consultant first. Biopsy before steroids if the neurology allows it.',
  ],
  offer: [
    'Steroid',
    'Offer dexamethasone 16 mg (oral or equivalent parenteral) as soon as possible, then 16 mg a day while awaiting surgery or radiotherapy. Reduce after surgery or at the start of radiotherapy, commonly over 5–7 days (unconfirmed).',
  ],
  'not-routine': ['Steroid', 'No neurological sign: dexamethasone is not routine.'],
  'severe-pain': ['Steroid', 'Severe pain: dexamethasone may be considered.'],
  haematology: ['Steroid', 'Confirmed haematological malignancy: offer dexamethasone and discuss it with haematology.'],
} as const
type LineId = keyof typeof lines

const line = (id: LineId): Finding => ({ id, group: lines[id][0], text: lines[id][1] })

/** When dexamethasone is offered in suspected cord compression, and when it is not. NICE NG234 1.8 (REFERENCE 11.4). No dose is calculated. */
export const steroid = defineInstrument({
  id: 'steroid',
  version: 1,
  form: 'rule',
  title: 'Dexamethasone in cord compression',
  asks: 'Is dexamethasone offered here?',
  source: 'NICE NG234 1.8.1–1.8.7, summary',
  status: 'V2',
  direction: 'label',
  groups: ['Alert', 'Steroid'],
  items: {
    compression: choose('Metastatic cord compression', {
      suspected: [null, 'Suspected or confirmed'],
      excluded: [null, 'Excluded'],
    }),
    deficit: yesNo('Neurological symptoms or signs of it'),
    tumour: choose('Tumour', {
      solid: [null, 'Solid tumour'],
      haematological: [null, 'Haematological malignancy, confirmed'],
      'possible-lymphoma': [null, 'Lymphoma or myeloma possible, no tissue'],
    }),
    severePain: yesNo('Severe pain'),
  },
  rules({ compression, deficit, tumour, severePain }) {
    if (compression === 'excluded') return [line('stop')]
    const alert = tumour === 'possible-lymphoma' ? [line('biopsy-first')] : []
    if (deficit === 'yes') return [...alert, line('offer')]
    if (tumour === 'haematological') return [line('haematology')]
    return [...alert, line('not-routine'), ...(severePain === 'yes' ? [line('severe-pain')] : [])]
  },
  caveats: [
    { id: 'no_dose', text: 'The engine never calculates a dose.' },
    { id: 'pathway_stands', text: 'Where the pathway rules of the board differ, those stand.' },
  ],
  examples: [
    {
      name: 'Leg weakness, solid tumour',
      answers: { compression: 'suspected', deficit: 'yes', tumour: 'solid' },
      gives: { findings: ['offer'] },
    },
    {
      name: 'Pain only, solid tumour',
      answers: { compression: 'suspected', deficit: 'no', tumour: 'solid', severePain: 'no' },
      gives: { findings: ['not-routine'] },
    },
    {
      name: 'Severe pain only, solid tumour',
      answers: { compression: 'suspected', deficit: 'no', tumour: 'solid', severePain: 'yes' },
      gives: { findings: ['not-routine', 'severe-pain'] },
    },
    {
      name: 'Lymphoma possible, no tissue, no deficit',
      answers: { compression: 'suspected', deficit: 'no', tumour: 'possible-lymphoma', severePain: 'no' },
      gives: { findings: ['biopsy-first', 'not-routine'] },
    },
    {
      name: 'Myeloma, confirmed, no deficit',
      answers: { compression: 'suspected', deficit: 'no', tumour: 'haematological' },
      gives: { findings: ['haematology'] },
    },
    { name: 'Compression excluded', answers: { compression: 'excluded' }, gives: { findings: ['stop'] } },
    {
      name: 'Leg weakness, tumour not known',
      answers: { compression: 'suspected', deficit: 'yes' },
      gives: { findings: ['offer'], possible: ['biopsy-first'], missing: ['tumour'] },
    },
  ],
})
