import { defineInstrument } from '../instrument'
import { recordGroups, recordLine } from './record-line'

/** What to do and to write down with a course of dexamethasone (REFERENCE 11.4). */
export const steroidRecord = defineInstrument({
  id: 'steroid-record',
  version: 1,
  form: 'checklist',
  title: 'Dexamethasone checklist',
  asks: 'What is still to be done or recorded with this course of dexamethasone?',
  source: 'NICE NG234 1.8, summary',
  status: 'V2',
  direction: 'label',
  groups: recordGroups,
  items: {
    indication: recordLine('Indication'),
    started: recordLine('Date and time of the first dose'),
    dose: recordLine('Dose'),
    stomach: recordLine('Protection of the stomach'),
    glucose: recordLine('Glucose monitored'),
    taper: recordLine('Plan to reduce and stop'),
    infection: recordLine('Risk of infection considered'),
    delirium: recordLine('Delirium watched for'),
  },
  examples: [
    {
      name: 'Everything but the plan to stop',
      answers: {
        indication: 'yes',
        started: 'yes',
        dose: 'yes',
        stomach: 'yes',
        glucose: 'yes',
        taper: 'no',
        infection: 'yes',
        delirium: 'yes',
      },
      gives: {
        findings: [
          'taper open',
          ...['indication', 'started', 'dose', 'stomach', 'glucose', 'infection', 'delirium'].map(
            (key) => `${key} done`,
          ),
        ],
      },
    },
    {
      name: 'Only the indication is known',
      answers: { indication: 'yes' },
      gives: {
        findings: ['indication done'],
        missing: ['started', 'dose', 'stomach', 'glucose', 'taper', 'infection', 'delirium'],
      },
    },
  ],
})
