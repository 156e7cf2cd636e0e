import { notAssessed, pending } from '@/lib/clinical/stated'
import type { Stage } from '../demo-board'
import { conclude, present, propose, vote } from '../discuss'
import { carry, visit } from '../follow'
import type { Story } from '../hold-meeting'
import type { Ballots, Conclusion, Options } from '../story'
import { correctPatient, handIn, openCase, tell } from '../tell-case'

// The medicine follows published case 05 (Galloway, Cureus 2022, doi 10.7759/cureus.31370); the board's options, her
// name, her goals and all days are invented.

const patient = {
  ...{ familyName: 'Halversgate', givenName: 'Noor', title: 'Ms', bornOn: '1972-09-19', sex: 'female' as const },
  ...{ identifier: '4462 7730', identifierIssuer: 'Northbridge no.' },
}
// The referral gave the month of birth only; the coordinator completes it from the hospital's record.
const asReferred = { ...patient, title: null, bornOn: '1972-09' }
const question =
  'Mechanical pain from L1 with epidural tumour, few metastases: fixation with limited decompression first, then SBRT? How soon after the operation?'

async function prepare(stage: Stage): Promise<string> {
  const { on, at } = stage.time
  const caseId = await openCase(stage, at('2026-11-06', '10:20'), 'oncologist', {
    patient: asReferred,
    question,
  })
  const told = { at: at('2026-11-06', '10:45'), by: 'oncologist' as const, refersOn: on('2026-11-06') }
  await tell(stage, caseId, told, {
    referral: {
      referredBy: 'Dr S. Corrievale',
      hospital: 'Eastmere Practice',
      informed: 'yes',
      summary: 'Breast cancer with few metastases; painful L1 with epidural tumour.',
      noImagingBecause: 'The referral names no study; images are asked for.',
    },
    tumour: { primary: 'breast', hormoneDependent: pending },
    symptoms: { backPain: 'present', mechanicalPain: 'present', worstPain: notAssessed },
    lesions: {
      L1: {
        ...{ involvement: 'certain', pain: 'mechanical', escc: notAssessed },
        words: 'Epidural extension beyond grade 1a; the exact grade is not stated.',
      },
    },
  })
  const spoken = { at: at('2026-11-09', '16:10'), by: 'palliative' as const, refersOn: on('2026-11-09') }
  await tell(stage, caseId, spoken, {
    goals: {
      ...{ matters: 'Home with her two sons\nLifting the younger one again', unacceptable: ['hospital'] },
      ...{ tradeOffs: 'An operation, if she is home within a week', intensity: 'full', resuscitation: 'attempt' },
      ...{ spokenBy: 'J. Quillmore, palliative medicine', spokenOn: on('2026-11-09') },
    },
  })
  await correctPatient(stage, { at: at('2026-11-09', '14:05'), by: 'coordinator' }, { caseId, version: 1, patient })
  await handIn(stage, caseId, at('2026-11-09', '17:00'), 'oncologist')
  return caseId
}

const sbrt = { dose: { value: 24, unit: 'Gy' }, fractions: 2, technique: 'sbrt' }
const options: Options = {
  'RT A': {
    by: 'radiationOncologist',
    plan: {
      ...{ modality: 'radiation', optionType: 'sbrt-postoperative', levels: ['L1'], parameters: sbrt },
      ...{ intents: ['local-control'], urgency: 'elective', sequence: 'once the wound has healed' },
    },
  },
  'RT B': {
    by: 'radiationOncologist',
    plan: {
      ...{ modality: 'radiation', optionType: 'sbrt-de-novo', levels: ['L1'], parameters: sbrt },
      ...{ intents: ['pain', 'local-control'], urgency: 'soon', sequence: 'instead of an operation' },
    },
  },
  'SU A': {
    by: 'surgeon',
    plan: {
      ...{ modality: 'surgery', optionType: 'separation', levels: ['L1'] },
      ...{ intents: ['pain', 'stability', 'local-control'], urgency: 'urgent' },
      parameters: { levelsFixed: ['T11', 'T12', 'L1', 'L2', 'L3'], implantMaterial: 'carbon' },
    },
  },
  'SC A': {
    by: 'rehabilitation',
    plan: { modality: 'supportive', optionType: 'rehabilitation-admission', urgency: 'urgent' },
  },
  'SC B': {
    by: 'rehabilitation',
    plan: {
      modality: 'supportive',
      optionType: 'physiotherapy',
      urgency: 'soon',
      parameters: { goal: 'lifting again' },
    },
  },
}

const ballots: Ballots = {
  surgeon: { 'RT A': 'support', 'RT B': 'acceptable', 'SU A': 'support', 'SC A': 'support', 'SC B': 'support' },
  radiationOncologist: {
    ...{ 'RT A': 'support', 'SU A': 'support', 'SC A': 'acceptable', 'SC B': 'support' },
    'RT B': { stance: 'oppose', reason: 'The pain is mechanical; radiation alone leaves it.' },
  },
  oncologist: { 'RT A': 'support', 'RT B': 'acceptable', 'SU A': 'acceptable', 'SC A': 'support', 'SC B': 'support' },
  rehabilitation: { 'RT A': 'abstain', 'RT B': 'abstain', 'SU A': 'support', 'SC A': 'support', 'SC B': 'support' },
}

const conclusion: Conclusion = {
  rationale:
    'Pain from L1 is mechanical and the tumour reaches the canal. Fixation treats the pain, the gap lets SBRT follow.',
  goalsConsidered: 'She wants to be home within a week and to lift her son again: one operation, no long stay.',
  decisions: {
    radiation: { recommend: [{ option: 'RT A', owner: 'radiationOncologist', dueInDays: 35 }] },
    surgery: { recommend: [{ option: 'SU A', owner: 'surgeon', dueInDays: 6 }] },
    systemic: { deferred: 'Receptor status of the metastasis', owner: 'oncologist', dueInDays: 10 },
    pain: { none: 'Her pain is mechanical; the fixation treats it.' },
    supportive: {
      recommend: [
        { option: 'SC A', owner: 'rehabilitation', dueInDays: 7 },
        { option: 'SC B', owner: 'rehabilitation', dueInDays: 21 },
      ],
    },
  },
}

async function discuss(stage: Stage, itemId: string): Promise<void> {
  const { on, at } = stage.time
  await present(stage, itemId, at('2026-11-10', '14:05'))
  const proposed = await propose(stage, itemId, at('2026-11-10', '14:10'), options)
  await vote(stage, itemId, at('2026-11-10', '14:15'), proposed, ballots)
  const signing = { at: at('2026-11-10', '14:25'), heldOn: on('2026-11-10'), bornOn: patient.bornOn, ballots }
  await conclude(stage, itemId, signing, proposed, conclusion)
}

async function afterwards(stage: Stage, caseId: string): Promise<void> {
  const { on, at } = stage.time
  const operated = { at: at('2026-11-13', '18:30'), by: 'surgeon' as const, task: 'Separation surgery' }
  await carry(stage, caseId, operated, { closing: 'done', on: on('2026-11-13') })
  const declined = { at: at('2026-11-16', '09:15'), by: 'rehabilitation' as const, task: 'Rehabilitation admission' }
  const wish = 'She went home on day 2 and wants no other ward.'
  await carry(stage, caseId, declined, {
    ...{ closing: 'not-done', on: on('2026-11-16'), reason: 'patients-wish', text: wish },
  })
  const seen = { at: at('2026-11-20', '11:40'), by: 'surgeon' as const, seenOn: on('2026-11-20') }
  await visit(stage, caseId, seen, {
    pain: notAssessed,
    ecog: { state: 'known', value: '1', unit: null },
    eventWords: { state: 'known', value: 'Mechanical pain gone. Home since day 2.', unit: null },
  })
}

/** Breast cancer at L1, signed two weeks ago: one thing done, one late, one not done because she did not want it. */
export const halversgate: Story = { minutes: 12, prepare, discuss, afterwards }
