import { notAssessed, pending } from '@/lib/clinical/stated'
import { conclude, present, propose, vote } from '../discuss'
import type { Story } from '../hold-meeting'
import { handIn, openCase, tell } from '../tell-case'
import { man, person } from './person'

// Invented, not after a published case.

const patient = person('Ebberston', 'Matteo', man, '1957-06-23', '4463 2841')

/** Rectal cancer with a collapse of L3 on CT: the board defers, since nobody has seen the canal. */
export const ebberston: Story = {
  minutes: 8,
  prepare: async (stage) => {
    const { on, at } = stage.time
    const question =
      'Collapse of L3 on CT three weeks after the last chemotherapy, walking worse: radiation, cement or operation?'
    const caseId = await openCase(stage, at('2026-11-05', '10:00'), 'presenter', { patient, question })
    const told = { at: at('2026-11-05', '10:20'), by: 'presenter' as const, refersOn: on('2026-11-05') }
    await tell(stage, caseId, told, {
      referral: { informed: 'yes', summary: 'Rectal cancer, painful L3 found on a staging CT. MRI asked for.' },
      safety: { mriObstacle: 'present', mriObstacleWhich: 'Pacemaker; cardiology has to say whether it allows MRI.' },
      tumour: { primary: 'rectum', visceral: 'unremovable', visceralSites: 'Liver, both lobes', tissueProven: pending },
      symptoms: { backPain: 'present', mechanicalPain: 'present', gait: 'present', worstPain: 7 },
      imaging: [
        {
          modality: 'ct',
          doneOn: on('2026-11-02'),
          findings: 'L3: lytic body, upper plate sunk. The canal cannot be judged.',
        },
      ],
      lesions: {
        L3: {
          involvement: 'suspected',
          lesion: 'lytic',
          collapse: 'some',
          pain: 'mechanical',
          irradiated: 'no',
          operated: 'no',
        },
      },
      fitness: { ecog: '2', toleratesSurgery: notAssessed },
    })
    await handIn(stage, caseId, at('2026-11-06', '12:00'), 'presenter')
    return caseId
  },
  discuss: async (stage, itemId) => {
    const { on, at } = stage.time
    await present(stage, itemId, at('2026-11-10', '14:44'))
    const missing = { missing: 'MRI of the whole spine' }
    const proposed = await propose(stage, itemId, at('2026-11-10', '14:45'), {
      'RT A': {
        by: 'radiationOncologist',
        plan: { modality: 'radiation', optionType: 'radiation-defer', parameters: missing },
      },
      'SU A': { by: 'surgeon', plan: { modality: 'surgery', optionType: 'surgery-defer', parameters: missing } },
    })
    const both = { 'RT A': 'support', 'SU A': 'support' } as const
    const ballots = { surgeon: both, radiationOncologist: both, oncologist: both, palliative: both }
    await vote(stage, itemId, at('2026-11-10', '14:46'), proposed, ballots)
    const signing = { at: at('2026-11-10', '14:52'), heldOn: on('2026-11-10'), bornOn: patient.bornOn, ballots }
    const mri = {
      deferred: 'MRI of the whole spine; cardiology on the pacemaker',
      owner: 'coordinator',
      dueInDays: 6,
    } as const
    await conclude(stage, itemId, signing, proposed, {
      rationale:
        'CT shows a collapse but not the canal. Whether L3 presses on the roots decides between all that was proposed.',
      goalsConsidered: 'Not recorded yet; asked when the MRI is discussed with him.',
      decisions: {
        ...{ radiation: mri, surgery: mri },
        systemic: { none: 'His oncologist goes on with the present line.' },
        pain: { none: 'His doctor adjusts the drugs meanwhile.' },
        supportive: { none: 'He moves carefully at home until the MRI.' },
      },
    })
  },
}
