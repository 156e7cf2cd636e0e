import { notAssessed } from '@/lib/clinical/stated'
import type { Stage } from '../demo-board'
import { conclude, present, propose, vote } from '../discuss'
import type { Story } from '../hold-meeting'
import type { Ballots, Conclusion, Options } from '../story'
import { handIn, openCase, tell } from '../tell-case'

// The medicine follows published case 09 (Lefresne, Can Urol Assoc J, doi 10.5489/cuaj.1137); the board's options, his
// name and all days are invented. What that report does not state is what the board defers for.

const patient = {
  ...{ familyName: 'Quenby', givenName: 'Salvatore', title: 'Mr', bornOn: '1958-04-08', sex: 'male' as const },
  ...{ identifier: '4465 1128', identifierIssuer: 'Northbridge no.' },
}
const question =
  'Second compression, seven thoracic levels, eight months after radiation to T9–T11, with new loss of bladder control: irradiate again (how much, which levels), decompress, or comfort?'

async function prepare(stage: Stage): Promise<string> {
  const { on, at } = stage.time
  const caseId = await openCase(stage, at('2026-11-16', '11:00'), 'oncologist', { patient, question })
  const told = { at: at('2026-11-16', '11:30'), by: 'oncologist' as const, refersOn: on('2026-11-16') }
  const known = { involvement: 'certain', irradiated: 'yes', irradiation: 'Dose not stated', escc: notAssessed }
  await tell(stage, caseId, told, {
    referral: {
      summary: 'Hormone-refractory prostate cancer; T9–T11 irradiated eight months ago, eight good months since.',
    },
    tumour: { primary: 'prostate', hormoneDependent: 'no', systemicTherapy: 'Hormone treatment, refractory.' },
    symptoms: {
      ...{ weakness: 'present', sensoryLoss: 'present', sphincter: 'present', gait: notAssessed },
      story: 'Sudden worsening of the leg weakness that was left, with numbness and tingling.',
    },
    neurology: { bladder: 'incontinence', bowel: 'constipation', saddle: notAssessed, walking: notAssessed },
    imaging: [
      {
        ...{ modality: 'mri', doneOn: on('2026-11-16') },
        findings:
          'Epidural tumour at seven thoracic levels, not named. Cauda equina flattened without tumour touching it.',
      },
    ],
    lesions: { T9: known, T10: known, T11: known },
    treatments: [
      {
        ...{ kind: 'radiation', levels: ['T9', 'T10', 'T11'], startedOn: on('2026-03-16').slice(0, 7) },
        remark: 'With corticosteroids; dose and fractions not stated.',
      },
    ],
    fitness: { ecog: notAssessed },
    comorbidity: { comorbidities: 'Otherwise healthy' },
  })
  await handIn(stage, caseId, at('2026-11-16', '16:00'), 'oncologist')
  return caseId
}

const options: Options = {
  'RT A': {
    by: 'radiationOncologist',
    plan: {
      ...{ modality: 'radiation', optionType: 'cebrt-reirradiation', levels: ['T9', 'T10', 'T11'] },
      ...{ intents: ['neurology', 'pain'], urgency: 'emergency' },
      parameters: { dose: { value: 8, unit: 'Gy' }, fractions: 1 },
      cautionsAcknowledged: ['cord'],
    },
  },
  'SU A': {
    by: 'surgeon',
    plan: {
      ...{ modality: 'surgery', optionType: 'surgery-none', parameters: { why: 'noBenefit' } },
      reason: 'seven levels, none of them named yet',
    },
  },
  'SC A': {
    by: 'palliative',
    plan: {
      ...{ modality: 'supportive', optionType: 'palliative-care', urgency: 'urgent' },
      parameters: { setting: 'inpatient', issues: 'goals of care' },
    },
  },
  'SC B': {
    by: 'rehabilitation',
    plan: { modality: 'supportive', optionType: 'bladder-bowel', urgency: 'urgent' },
  },
}

const noRecord = { stance: 'need-information', reason: 'Dose, fractions and field of the first course.' } as const
const ballots: Ballots = {
  surgeon: { 'RT A': noRecord, 'SU A': 'support', 'SC A': 'support', 'SC B': 'support' },
  radiationOncologist: { 'RT A': noRecord, 'SU A': 'acceptable', 'SC A': 'support', 'SC B': 'support' },
  oncologist: { 'RT A': 'acceptable', 'SU A': 'acceptable', 'SC A': 'support', 'SC B': 'support' },
  palliative: { 'RT A': 'acceptable', 'SU A': 'support', 'SC A': 'support', 'SC B': 'support' },
}

const conclusion: Conclusion = {
  rationale: 'The cord has had one course of unknown dose. Without its record nobody can say what a second one risks.',
  goalsConsidered: 'Nobody has asked him yet. The palliative team speaks with him first, and the board hears it.',
  decisions: {
    radiation: {
      ...{ deferred: 'Dose, fractions and field of the first course, T9–T11', owner: 'radiationOncologist' },
      dueInDays: 10,
    },
    surgery: { none: 'Seven levels are compressed and not named; no operation was proposed.' },
    systemic: { deferred: 'Which lines he has had and what is left', owner: 'oncologist', dueInDays: 13 },
    pain: { none: 'Pain is not what brings him now; the palliative team asks again.' },
    supportive: {
      recommend: [
        { option: 'SC A', owner: 'palliative', dueInDays: 8 },
        { option: 'SC B', owner: 'rehabilitation', dueInDays: 9 },
      ],
    },
  },
}

async function discuss(stage: Stage, itemId: string): Promise<void> {
  const { on, at } = stage.time
  await present(stage, itemId, at('2026-11-17', '14:10'))
  const proposed = await propose(stage, itemId, at('2026-11-17', '14:14'), options)
  await vote(stage, itemId, at('2026-11-17', '14:20'), proposed, ballots)
  const signing = { at: at('2026-11-17', '14:35'), heldOn: on('2026-11-17'), bornOn: patient.bornOn, ballots }
  await conclude(stage, itemId, signing, proposed, conclusion)
}

/** Prostate cancer, second compression after radiation: deferred until the dose record is here. */
export const quenby: Story = { minutes: 15, prepare, discuss }
