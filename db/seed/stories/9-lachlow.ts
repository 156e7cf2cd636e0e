import { report01 } from '../published/case-01'
import { found } from '../published/report'
import { storyOf } from '../tell-report'
import { man, person } from './person'

/** Liver cancer, no leg power after three weeks: comfort care, died at home five weeks later. After published case 01. */
export const lachlow = storyOf(
  {
    report: report01,
    patient: person('Lachlow', 'Bastian', man, '1980-08-19', '4420 3316'),
    ...{ openedOn: '2026-10-05', handedInOn: '2026-10-05', by: 'oncologist' },
    more: {
      goals: {
        ...{ matters: 'To be at home with his sister', unacceptable: ['dying-in-hospital'], intensity: 'comfort' },
        ...{ resuscitation: 'do-not-attempt', spokenBy: 'J. Quillmore', spokenOn: '2026-10' },
      },
    },
  },
  {
    ...{ heldOn: '2026-10-06', from: 20 },
    options: {
      'PM A': {
        by: 'palliative',
        plan: {
          ...{ modality: 'pain', optionType: 'opioid', urgency: 'emergency' },
          parameters: { step: 'strong', drug: 'morphine' },
        },
      },
      'SC A': {
        by: 'palliative',
        plan: {
          ...{ modality: 'supportive', optionType: 'palliative-care', urgency: 'urgent' },
          parameters: { setting: 'outpatient', issues: 'bladder, bowel, pressure areas' },
        },
      },
    },
    conclusion: {
      rationale: 'No leg power for days after three weeks of weakness: no local treatment of the spine brings it back.',
      goalsConsidered: 'He wants to be at home with his sister and not to die in hospital.',
      decisions: {
        radiation: { none: 'The deficit is complete and three weeks old; pain is held by drugs.' },
        surgery: { none: 'No recovery to be expected; cirrhosis with ascites.' },
        systemic: { none: 'Too unwell for treatment of the liver cancer.' },
        pain: { recommend: [{ option: 'PM A', owner: 'palliative', dueInDays: 1 }] },
        supportive: { recommend: [{ option: 'SC A', owner: 'palliative', dueInDays: 2 }] },
      },
    },
  },
  {
    carried: [
      { on: '2026-10-07', by: 'palliative', task: 'Opioid' },
      { on: '2026-10-08', by: 'palliative', task: 'Specialist palliative care' },
    ],
    visits: [
      {
        ...{ on: '2026-11-11', by: 'palliative' },
        findings: { diedOn: found('2026-11-09'), eventWords: found('Died at home, his sister with him.') },
      },
    ],
  },
)
