import { report04 } from '../published/case-04'
import { storyOf } from '../tell-report'
import { person, woman } from './person'

/** Kidney cancer, unstable T11 without a deficit: the vertebra is to be removed. After published case 04. */
export const vellacourt = storyOf(
  {
    report: report04,
    patient: person('Vellacourt', 'Imelda', woman, '1978-10-05', '4466 4417'),
    ...{ openedOn: '2026-11-13', handedInOn: '2026-11-16', by: 'oncologist' },
    more: {
      lesions: {
        T11: {
          ...{ involvement: 'certain', pain: 'mechanical', lesion: 'lytic', alignment: 'deformity', collapse: 'gt50' },
          ...{
            posterolateral: 'unilateral',
            escc: '1b',
            irradiated: 'yes',
            irradiation: 'Dose not stated',
            operated: 'no',
          },
          words: 'New kyphosis at T11; tumour in the canal, cord not touched.',
        },
      },
      secondRating: {
        T11: {
          ...{ rater: 'L. Osterfjell', pain: 'mechanical', lesion: 'mixed', alignment: 'deformity', collapse: 'gt50' },
          ...{ posterolateral: 'unilateral', escc: '1c' },
        },
      },
      fitness: { ecog: '1', kps: 80, toleratesSurgery: 'yes', supportiveOnly: 'no' },
      goals: {
        ...{
          matters: 'To walk in the mountains again',
          unacceptable: ['paraplegia'],
          intensity: 'full',
          resuscitation: 'attempt',
        },
        ...{ spokenBy: 'K. Davenport', spokenOn: '2026-11' },
      },
    },
  },
  {
    ...{ heldOn: '2026-11-17', from: 40 },
    options: {
      'SU A': {
        by: 'surgeon',
        plan: {
          ...{
            modality: 'surgery',
            optionType: 'corpectomy',
            levels: ['T11'],
            intents: ['stability', 'local-control'],
          },
          ...{ urgency: 'soon', parameters: { cage: 'Expandable', levelsFixed: ['T9', 'T10', 'T11', 'T12', 'L1'] } },
        },
      },
      'SU B': {
        by: 'radiationOncologist',
        plan: {
          modality: 'surgery',
          optionType: 'embolisation',
          levels: ['T11'],
          intents: ['local-control'],
          urgency: 'soon',
        },
      },
      'SY A': {
        by: 'oncologist',
        plan: {
          ...{ modality: 'systemic', optionType: 'hold-current', urgency: 'soon' },
          reason: 'wounds heal badly under it',
          parameters: { agent: 'cabozantinib' },
        },
      },
    },
    but: { radiationOncologist: { 'SU A': 'acceptable' } },
    conclusion: {
      rationale: 'T11 is unstable, the pain grew after radiation, two bone metastases are known and the cord is free.',
      goalsConsidered: 'She wants to walk in the mountains again and accepts one large operation.',
      decisions: {
        radiation: { none: 'T11 was irradiated; after the operation the question comes again.' },
        surgery: {
          recommend: [
            { option: 'SU B', owner: 'surgeon', dueInDays: 9 },
            { option: 'SU A', owner: 'surgeon', dueInDays: 10 },
          ],
        },
        systemic: { recommend: [{ option: 'SY A', owner: 'oncologist', dueInDays: 3 }] },
        pain: { none: 'The pain is mechanical; the operation treats it.' },
        supportive: { none: 'Rehabilitation follows from the ward.' },
      },
    },
  },
  { carried: [{ on: '2026-11-19', by: 'oncologist', task: 'Hold' }] },
)
