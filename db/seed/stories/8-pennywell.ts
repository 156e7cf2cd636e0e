import { report12 } from '../published/case-12'
import { storyOf } from '../tell-report'
import { person, woman } from './person'

/** Thyroid cancer at T10 in a woman of 89 who declines what comes after the operation. After published case 12. */
export const pennywell = storyOf(
  {
    report: report12,
    patient: person('Pennywell', 'Hester', woman, '1937-01-30', '4421 0457'),
    ...{ openedOn: '2026-10-02', handedInOn: '2026-10-05', by: 'presenter' },
    question: 'Cord compression at T10, one lesion, independent until now, aged 89: do we operate, and what after it?',
    more: {
      goals: {
        ...{
          matters: 'To live alone in her house\nNot to be a burden',
          words: 'If it helps me walk, once. Then no more.',
        },
        ...{ unacceptable: ['hospital'], intensity: 'selective', resuscitation: 'do-not-attempt' },
        ...{ spokenBy: 'J. Quillmore', spokenOn: '2026-10' },
      },
    },
  },
  {
    ...{ heldOn: '2026-10-06', from: 5 },
    options: {
      'SU A': {
        by: 'surgeon',
        plan: {
          ...{ modality: 'surgery', optionType: 'decompression-fixation', levels: ['T10'], intents: ['neurology'] },
          ...{ urgency: 'urgent', parameters: { levelsFixed: ['T9', 'T10', 'T11'] } },
        },
      },
      'SC A': {
        by: 'rehabilitation',
        plan: { modality: 'supportive', optionType: 'rehabilitation-admission', urgency: 'urgent' },
      },
    },
    conclusion: {
      rationale:
        'One lesion, cord compressed, still walking. One operation can keep her walking; the rest is hers to choose.',
      goalsConsidered: 'She accepts one operation if it helps her walk, and no long stay in hospital.',
      decisions: {
        radiation: { none: 'A radioresistant tumour; she wants nothing after the operation.' },
        surgery: { recommend: [{ option: 'SU A', owner: 'surgeon', dueInDays: 2 }] },
        systemic: { none: 'Thyroidectomy and radioiodine were explained; she declines them.' },
        pain: { none: 'No pain was stated.' },
        supportive: { recommend: [{ option: 'SC A', owner: 'rehabilitation', dueInDays: 10 }] },
      },
    },
  },
  {
    carried: [
      { on: '2026-10-08', by: 'surgeon', task: 'Decompression' },
      {
        on: '2026-10-15',
        by: 'rehabilitation',
        task: 'Rehabilitation',
        notDone: 'She wants to go home, with her neighbour’s help.',
      },
    ],
  },
)
