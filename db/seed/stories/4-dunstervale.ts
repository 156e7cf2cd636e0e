import { notAssessed } from '@/lib/clinical/stated'
import type { Stage } from '../demo-board'
import { conclude, present, propose, vote } from '../discuss'
import type { Story } from '../hold-meeting'
import type { Ballots, Conclusion, Options } from '../story'
import { handIn, openCase, tell } from '../tell-case'

// The medicine follows published case 16 (Int J Surg Case Rep 2012, doi 10.1016/j.ijscr.2012.07.002); the board's options,
// his name, his goals and all days are invented.

const patient = {
  ...{ familyName: 'Dunstervale', givenName: 'Kofi', title: 'Mr', bornOn: '1966-05-11', sex: 'male' as const },
  ...{ identifier: '4468 3302', identifierIssuer: 'Northbridge no.' },
}
const question =
  'One metastasis, L2, with a root deficit, from lung cancer with an EGFR mutation. Older scores advise palliation: does a drug that works change the case for an operation?'

async function prepare(stage: Stage): Promise<string> {
  const { on, at } = stage.time
  const caseId = await openCase(stage, at('2026-11-19', '09:10'), 'oncologist', { patient, question })
  const told = { at: at('2026-11-19', '09:40'), by: 'oncologist' as const, refersOn: on('2026-11-19') }
  await tell(stage, caseId, told, {
    referral: {
      referredBy: 'Dr H. Strandmere',
      hospital: 'Northbridge Hospital, chest medicine',
      informed: 'yes',
      summary: 'Back pain and a weak left leg led to a single L2 metastasis, then to the lung.',
      noImagingBecause: 'The referral names no study; images are asked for.',
    },
    tumour: {
      ...{ primary: 'lung-non-small-cell', targetedDrug: 'yes', visceral: 'none', extraspinalBone: 0 },
      ...{ histology: 'Adenocarcinoma, EGFR mutated; variant not stated', vertebralCount: 1, effectiveOption: 'yes' },
      systemicTherapy: 'None so far; an EGFR inhibitor is planned.',
    },
    symptoms: { backPain: 'present', weakness: 'present', sensoryLoss: 'present', worstPain: notAssessed },
    neurology: { sensation: 'reduced', words: 'Left upper thigh numb; weakness that fits L2, power not graded.' },
    lesions: { L2: { involvement: 'certain', irradiated: 'no', operated: 'no' } },
    goals: {
      ...{ matters: 'Back to his allotment in spring', intensity: 'full', resuscitation: 'attempt' },
      ...{ spokenBy: 'K. Davenport, medical oncology', spokenOn: on('2026-11-19') },
    },
  })
  await handIn(stage, caseId, at('2026-11-20', '12:00'), 'oncologist')
  return caseId
}

const options: Options = {
  'RT A': {
    by: 'radiationOncologist',
    plan: {
      ...{ modality: 'radiation', optionType: 'cebrt-postoperative', levels: ['L1', 'L2', 'L3'] },
      ...{ intents: ['local-control'], urgency: 'soon', sequence: 'once the wound is dry' },
      parameters: { dose: { value: 30, unit: 'Gy' }, fractions: 10 },
    },
  },
  'RT B': {
    by: 'radiationOncologist',
    plan: {
      ...{ modality: 'radiation', optionType: 'sbrt-de-novo', levels: ['L2'] },
      ...{ intents: ['pain', 'neurology'], urgency: 'urgent', sequence: 'instead of an operation, with the drug' },
      parameters: { dose: { value: 24, unit: 'Gy' }, fractions: 2, technique: 'sbrt' },
    },
  },
  'SU A': {
    by: 'surgeon',
    plan: {
      ...{ modality: 'surgery', optionType: 'decompression-fixation', levels: ['L2'] },
      ...{ intents: ['neurology', 'stability'], urgency: 'urgent', parameters: { levelsFixed: ['L1', 'L2', 'L3'] } },
    },
  },
  'SY A': {
    by: 'oncologist',
    plan: {
      ...{ modality: 'systemic', optionType: 'targeted', urgency: 'urgent' },
      parameters: { agent: 'EGFR inhibitor, drug by variant', biomarker: 'EGFR mutation' },
    },
  },
  'PM A': {
    by: 'palliative',
    plan: { modality: 'pain', optionType: 'pain-defer', parameters: { missing: 'worst pain and present drugs' } },
  },
  'SC A': {
    by: 'rehabilitation',
    plan: {
      ...{ modality: 'supportive', optionType: 'orthosis', levels: ['L2'], urgency: 'urgent' },
      parameters: { device: 'lumbar', skinChecks: 'daily' },
    },
  },
}

const tooEarly = 'The drug and SBRT may relieve the root without an operation; power is not graded yet.'
const ballots: Ballots = {
  surgeon: {
    ...{ 'RT A': 'support', 'SU A': 'support', 'SY A': 'support', 'PM A': 'acceptable', 'SC A': 'support' },
    'RT B': { stance: 'oppose', reason: 'The root is weak now; it should not wait.' },
  },
  radiationOncologist: {
    ...{ 'RT A': 'acceptable', 'RT B': 'support', 'SY A': 'support', 'PM A': 'acceptable', 'SC A': 'support' },
    'SU A': { stance: 'oppose', reason: tooEarly },
  },
  oncologist: {
    ...{ 'RT A': 'acceptable', 'RT B': 'acceptable', 'SU A': 'support', 'SY A': 'support' },
    ...{ 'PM A': 'acceptable', 'SC A': 'support' },
  },
  rehabilitation: {
    ...{ 'RT A': 'abstain', 'RT B': 'abstain', 'SU A': 'support', 'SY A': 'abstain' },
    ...{ 'PM A': 'support', 'SC A': 'support' },
  },
}

const conclusion: Conclusion = {
  rationale:
    'One metastasis, a new root deficit and a drug that is expected to work: the older scores do not weigh the drug.',
  goalsConsidered: 'He wants to be back on his allotment in spring and accepts an operation for a working leg.',
  dissent: `R. Okonvale opposes the operation: ${tooEarly}`,
  sequence: {
    start: 'the day of the operation',
    steps: [
      { kind: 'operation', words: 'L2', earliest: '0', latest: '0' },
      { kind: 'healing', words: '', earliest: '0', latest: '14' },
      { kind: 'radiotherapy', words: 'L2', earliest: '14', latest: '28' },
    ],
  },
  decisions: {
    radiation: { recommend: [{ option: 'RT A', owner: 'radiationOncologist', dueInDays: 28 }] },
    surgery: { recommend: [{ option: 'SU A', owner: 'surgeon', dueInDays: 3 }] },
    systemic: { recommend: [{ option: 'SY A', owner: 'oncologist', dueInDays: 7 }] },
    pain: { deferred: 'Worst pain and present drugs', owner: 'palliative', dueInDays: 1 },
    supportive: { recommend: [{ option: 'SC A', owner: 'rehabilitation', dueInDays: 0 }] },
  },
}

async function discuss(stage: Stage, itemId: string): Promise<void> {
  const { on, minutesAgo } = stage.time
  await present(stage, itemId, minutesAgo(38))
  const proposed = await propose(stage, itemId, minutesAgo(34), options)
  await vote(stage, itemId, minutesAgo(30), proposed, ballots)
  const signing = { at: minutesAgo(14), heldOn: on('2026-11-24'), bornOn: patient.bornOn, ballots }
  await conclude(stage, itemId, signing, proposed, conclusion)
}

/** Lung cancer with a target, one metastasis at L2: signed earlier in the running meeting against one voice, one task due today. */
export const dunstervale: Story = {
  ...{ minutes: 12, prepare, discuss },
  admitted: 'Drug or operation cannot wait; walking and performance are asked in the room.',
}
