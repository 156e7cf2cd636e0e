import { defineInstrument } from '../instrument'
import { recordGroups, recordLine } from './record-line'

/** Venous thromboembolism in cancer with immobility or a deficit (REFERENCE 11.5). */
export const vteChecklist = defineInstrument({
  id: 'vte-checklist',
  version: 1,
  form: 'checklist',
  title: 'Venous thromboembolism checklist',
  asks: 'What is still to be done about thrombosis?',
  source: 'Remembered; the pathway rules on NICE NG89 stand beside it',
  status: 'M',
  heldBack: 'The whole section is remembered; the pathway rules carry what is confirmed.',
  direction: 'label',
  groups: recordGroups,
  items: {
    mechanical: recordLine('Mechanical prophylaxis'),
    drug: recordLine('Drug prophylaxis considered, with bleeding and the time of surgery'),
    anticoagulant: recordLine('Plan to stop and restart anticoagulants'),
    platelets: recordLine('Platelet count'),
    haematoma: recordLine('Timing around surgery noted: risk of an epidural haematoma'),
  },
  caveats: [{ id: 'unconfirmed', text: 'Unconfirmed: the whole list.' }],
  examples: [
    {
      name: 'Everything done',
      answers: { mechanical: 'yes', drug: 'yes', anticoagulant: 'yes', platelets: 'yes', haematoma: 'yes' },
      gives: {
        findings: ['mechanical', 'drug', 'anticoagulant', 'platelets', 'haematoma'].map((key) => `${key} done`),
      },
    },
    {
      name: 'Platelet count not known',
      answers: { mechanical: 'yes', drug: 'yes', anticoagulant: 'no', haematoma: 'yes' },
      gives: { missing: ['platelets'], possible: ['platelets open', 'platelets done'] },
    },
  ],
})
