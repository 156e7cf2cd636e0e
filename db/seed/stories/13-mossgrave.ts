import { report11 } from '../published/case-11'
import { storyOf } from '../tell-report'
import { man, person } from './person'

/** Thyroid cancer that destroys C5–C7, inoperable, too frail for treatment: supportive care only. After published case 11. */
export const mossgrave = storyOf(
  {
    report: report11,
    patient: person('Mossgrave', 'Themba', man, '1968-12-02', '4466 8120'),
    ...{ openedOn: '2026-11-16', handedInOn: '2026-11-16', by: 'oncologist' },
    more: {
      fitness: { ecog: '4', kps: 30, toleratesSurgery: 'no', supportiveOnly: 'yes' },
      goals: {
        ...{ matters: 'To have his daughters near', unacceptable: ['ventilation', 'hospital'], intensity: 'comfort' },
        ...{ resuscitation: 'do-not-attempt', spokenBy: 'J. Quillmore', spokenOn: '2026-11' },
      },
    },
  },
  {
    ...{ heldOn: '2026-11-17', from: 50 },
    options: {
      'SC A': {
        by: 'palliative',
        plan: {
          ...{ modality: 'supportive', optionType: 'palliative-care', urgency: 'urgent' },
          parameters: { setting: 'inpatient', issues: 'breathing, swallowing, fear' },
        },
      },
      'SC B': {
        by: 'rehabilitation',
        plan: {
          ...{ modality: 'supportive', optionType: 'orthosis', levels: ['C5', 'C6', 'C7'], urgency: 'urgent' },
          parameters: { device: 'hardCollar', wearTime: 'for comfort only' },
        },
      },
    },
    conclusion: {
      rationale: 'Arms and legs are nearly lost, the neck cannot be held, and he cannot tolerate an operation.',
      goalsConsidered: 'He wants his daughters near and no ventilation.',
      decisions: {
        radiation: { none: 'It would not bring power back in the time he has.' },
        surgery: { none: 'Inoperable; a second centre agrees.' },
        systemic: { none: 'Radioiodine needs a thyroidectomy that he cannot have.' },
        pain: { none: 'No pain; the palliative team sees him daily.' },
        supportive: {
          recommend: [
            { option: 'SC A', owner: 'palliative', dueInDays: 2 },
            { option: 'SC B', owner: 'rehabilitation', dueInDays: 2 },
          ],
        },
      },
    },
  },
  {
    carried: [
      { on: '2026-11-18', by: 'palliative', task: 'Specialist palliative care' },
      { on: '2026-11-18', by: 'rehabilitation', task: 'Orthosis' },
    ],
  },
)
