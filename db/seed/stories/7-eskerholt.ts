import { report15 } from '../published/case-15'
import { found } from '../published/report'
import { storyOf } from '../tell-report'
import { person, woman } from './person'

/** Lung cancer at C1, held in a collar and irradiated, followed for six months. After published case 15. */
export const eskerholt = storyOf(
  {
    report: report15,
    patient: person('Eskerholt', 'Annika', woman, '1995-02-11', '4419 7702'),
    ...{ openedOn: '2026-05-08', handedInOn: '2026-05-08', by: 'oncologist' },
    more: {
      goals: {
        ...{ matters: 'To teach again\nNo operation on the neck if it can be avoided', intensity: 'full' },
        ...{ unacceptable: ['paraplegia'], resuscitation: 'attempt', spokenBy: 'J. Quillmore', spokenOn: '2026-05' },
      },
      fitness: { ecog: '1' },
    },
  },
  {
    ...{ heldOn: '2026-05-12', from: 5 },
    options: {
      'RT A': {
        by: 'radiationOncologist',
        plan: {
          ...{ modality: 'radiation', optionType: 'cebrt-long', levels: ['C1'], intents: ['pain', 'local-control'] },
          ...{ urgency: 'urgent', parameters: { dose: { value: 30, unit: 'Gy' }, fractions: 10 } },
        },
      },
      'SC A': {
        by: 'rehabilitation',
        plan: {
          ...{ modality: 'supportive', optionType: 'orthosis', levels: ['C1'], urgency: 'urgent' },
          parameters: { device: 'hardCollar', skinChecks: 'daily' },
        },
      },
    },
    conclusion: {
      rationale: 'The lytic C1 hurts and the cord is free. A rigid collar holds it while radiation works.',
      goalsConsidered: 'She wants no operation on her neck if it can be avoided.',
      decisions: {
        radiation: { recommend: [{ option: 'RT A', owner: 'radiationOncologist', dueInDays: 7 }] },
        surgery: { none: 'The collar holds; fixation stays possible if it does not.' },
        systemic: { deferred: 'Driver mutations of the lung cancer', owner: 'oncologist', dueInDays: 14 },
        pain: { none: 'Her drugs are enough until radiation works.' },
        supportive: { recommend: [{ option: 'SC A', owner: 'rehabilitation', dueInDays: 2 }] },
      },
    },
  },
  {
    carried: [{ on: '2026-05-14', by: 'rehabilitation', task: 'Orthosis' }],
    visits: [
      {
        ...{ on: '2026-06-23', by: 'radiationOncologist' },
        findings: {
          ...{
            pain: { state: 'known', value: 3, unit: '/ 10' },
            walking: found('independent'),
            events: found(['none']),
          },
          neurologyChange: found('same'),
        },
      },
      {
        ...{ on: '2026-08-25', by: 'surgeon' },
        findings: {
          ...{
            pain: { state: 'known', value: 1, unit: '/ 10' },
            walking: found('independent'),
            events: found(['none']),
          },
          eventWords: found('Collar off since July.'),
        },
      },
      {
        ...{ on: '2026-11-12', by: 'radiationOncologist' },
        findings: {
          ...{ pain: { state: 'known', value: 0, unit: '/ 10' }, walking: found('independent'), ecog: found('0') },
          eventWords: found('Six months: no progression on MRI, neck symptoms gone.'),
        },
      },
    ],
  },
)
