import { report17 } from '../published/case-17'
import { storyOf } from '../tell-report'
import { person, woman } from './person'

/** Lung cancer, painful T10: the vote on cement was split, and the conclusion says so. After published case 17. */
export const garrowby = storyOf(
  {
    report: report17,
    patient: person('Garrowby', 'Celeste', woman, '1984-04-02', '4461 9093'),
    ...{ openedOn: '2026-11-06', handedInOn: '2026-11-09', by: 'presenter' },
  },
  {
    ...{ heldOn: '2026-11-10', from: 30 },
    options: {
      'RT A': {
        by: 'radiationOncologist',
        plan: {
          ...{ modality: 'radiation', optionType: 'radiation-defer' },
          parameters: { missing: 'field and dose of the earlier radiation' },
        },
      },
      'PM A': {
        by: 'surgeon',
        plan: {
          ...{ modality: 'pain', optionType: 'kyphoplasty', levels: ['T10'], intents: ['pain'], urgency: 'urgent' },
          parameters: { device: 'by the interventional team' },
        },
      },
      'PM B': {
        by: 'palliative',
        plan: {
          ...{ modality: 'pain', optionType: 'neuraxial-catheter', intents: ['pain'], urgency: 'urgent' },
          parameters: { route: 'intrathecal' },
        },
      },
    },
    but: {
      radiationOncologist: { 'PM A': { stance: 'oppose', reason: 'The posterior wall is breached: cement may leak.' } },
      palliative: { 'PM A': { stance: 'oppose', reason: 'Nobody has written her neurology down yet.' } },
      surgeon: { 'PM B': 'acceptable' },
      oncologist: { 'PM B': { stance: 'oppose', reason: 'A catheter ties her to the hospital.' } },
    },
    conclusion: {
      rationale:
        'Two want cement and two do not. It is offered once her neurology is written down and the wall has been looked at again.',
      goalsConsidered: 'Her goals are not recorded; the palliative team asks her before the procedure.',
      dissent: 'Radiation oncology and palliative medicine oppose cement: breached wall, no neurology on record.',
      decisions: {
        radiation: { deferred: 'Field and dose of the earlier radiation', owner: 'radiationOncologist', dueInDays: 7 },
        surgery: { none: 'No open operation was proposed.' },
        systemic: { none: 'Chemotherapy did not work; no further line is known.' },
        pain: { recommend: [{ option: 'PM A', owner: 'surgeon', dueInDays: 18 }] },
        supportive: { deferred: 'Goals of care', owner: 'palliative', dueInDays: 5 },
      },
    },
  },
)
