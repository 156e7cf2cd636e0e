import { momentAt } from '@/lib/foundation/moment'
import { showDay } from '@/lib/foundation/time'
import { attachImages } from '../attach-images'
import type { Stage } from '../demo-board'
import { present, propose, vote } from '../discuss'
import type { Story } from '../hold-meeting'
import { axialSchema, sagittalSchema } from '../schematic-images'
import type { Told } from '../story'
import { handIn, openCase, tell } from '../tell-case'
import { examination, imaging, tomography } from './1-ardenwick-findings'
import { ardenwickBallots, ardenwickOptions } from './1-ardenwick-options'

// Invented from the beginning; the findings are those of the first design pictures.

const referral = ({ time: { on, at, zone } }: Stage): Told => ({
  referral: {
    referredBy: 'Dr A. Thornquist',
    hospital: 'Northbridge Hospital, medical oncology',
    referredOn: on('2026-11-24'),
    informed: 'yes',
    summary:
      'Clear-cell kidney cancer with lung nodules, on the second line. Mechanical pain at T7 for 3 weeks; legs weak since yesterday evening, still walks with a frame.',
  },
  safety: {
    allergies: 'known',
    anticoagulant: 'taken',
    anticoagulantKinds: ['direct'],
    anticoagulantDrug: 'Apixaban 5 mg twice a day',
    anticoagulantLast: momentAt(at('2026-11-23', '20:00').toISOString(), zone),
    mriObstacle: 'none',
    interpreter: 'no',
  },
  allergy: [{ substance: 'Penicillin', reaction: 'Anaphylaxis', severity: 'severe', kind: 'medicine' }],
  tumour: {
    primary: 'kidney',
    histology: 'Clear-cell carcinoma, pT3a',
    diagnosedOn: on('2023-02-02').slice(0, 4),
    visceral: 'unremovable',
    visceralOrgans: ['lung'],
    visceralPattern: 'nodular',
    extraspinalBone: 1,
    chemotherapyBefore: 'no',
    systemicTherapy: [
      `Left nephrectomy ${showDay(on('2023-02-02'))}.`,
      `Line 1: ipilimumab and nivolumab, ${showDay(on('2023-04-17'))} to ${showDay(on('2024-11-12'))}, progression in bone.`,
      `Line 2: cabozantinib 40 mg daily since ${showDay(on('2025-01-06'))}, last dose ${showDay(on('2026-11-23'))}.`,
    ].join('\n'),
  },
  treatments: [
    {
      kind: 'radiation',
      levels: ['L1', 'L2', 'L3'],
      startedOn: on('2025-06-09'),
      endedOn: on('2025-06-13'),
      dose: 20,
      fractions: 5,
    },
    { kind: 'cement', levels: ['L2'], startedOn: on('2025-09-18'), technique: 'Vertebroplasty' },
  ],
  labs: [
    { test: 'haemoglobin', value: '104 g/L', takenOn: on('2026-11-18') },
    { test: 'platelets', value: '268 10^9/L', takenOn: on('2026-11-18') },
    { test: 'creatinine', value: '96 micromol/L', takenOn: on('2026-11-18') },
    { test: 'clearance', value: '58 mL/min', takenOn: on('2026-11-18') },
    { test: 'albumin', value: '36 g/L', takenOn: on('2026-11-18') },
    { test: 'crp', value: '12 mg/L', takenOn: on('2026-11-18') },
    { test: 'calcium', value: '2.32 mmol/L', takenOn: on('2026-11-18'), corrected: 'yes' },
    { test: 'bilirubin', value: '9 micromol/L', takenOn: on('2026-11-18') },
    { test: 'ldh', value: '231 IU/L', takenOn: on('2026-11-18') },
    { test: 'inr', value: { state: 'pending' } },
  ],
})

const goals = ({ time: { on } }: Stage): Told => ({
  goals: {
    words: 'I want to get to my own kitchen on my own feet, and to stand at my daughter’s wedding.',
    matters: `Walking at home without another person\nDaughter’s wedding, ${showDay(on('2027-05-16'))}\nBeing at home`,
    unacceptable: ['paraplegia', 'hospital'],
    unacceptableWords: 'More than 14 days in hospital',
    tradeOffs: 'An operation and up to 10 hospital days to keep walking',
    intensity: 'selective',
    resuscitation: 'attempt',
    spokenBy: 'J. Quillmore, palliative medicine',
    spokenOn: on('2026-11-24'),
  },
})

const keyImages = [
  {
    ...{ drawing: sagittalSchema(), name: 'sagittal.png', modality: 'mri', level: 'T7' as const },
    caption: 'Schematic. Collapse of T7, wall bulging into the canal.',
  },
  {
    ...{ drawing: axialSchema(), name: 'axial.png', modality: 'mri', level: 'T7' as const },
    caption: 'Schematic. Cord displaced at T7, CSF still seen around it.',
  },
]

const clocks = ({ time: { minutesAgo, zone } }: Stage): Told['clocks'] => {
  const ago = (minutes: number) => momentAt(minutesAgo(minutes).toISOString(), zone)
  return { suspectedAt: ago(560), contactedAt: ago(535), mriRequestedAt: ago(530), mriDoneAt: ago(190) }
}

/** What was seen to since the suspicion, and what was not yet. */
const careSoFar = ({ time: { minutesAgo, zone } }: Stage): Told => {
  const ago = (minutes: number) => momentAt(minutesAgo(minutes).toISOString(), zone)
  return {
    care: {
      ...{ coordinatorTriaged: 'yes', transferred: 'no', excludedOnPlainFilm: 'no', mriOvernight: 'no' },
      ...{ analgesiaAt: ago(545), instabilitySigns: 'yes', gastroprotection: 'yes', glucoseMonitored: 'no' },
      ...{ laxative: 'yes', rescueDose: 'yes', carer: 'yes', carerSupport: 'no' },
    },
  }
}

async function prepare(stage: Stage): Promise<string> {
  const { on, minutesAgo } = stage.time
  const patient = {
    ...{ familyName: 'Ardenwick', givenName: 'Maren', title: 'Ms', bornOn: '1961-03-14', sex: 'female' as const },
    ...{ identifier: '4471 0826', identifierIssuer: 'Northbridge no.' },
  }
  const question =
    'Operate now at T7 (separation surgery with fixation, then SBRT), or irradiate first? How long does cabozantinib have to be held?'
  const today = on('2026-11-24')
  const caseId = await openCase(stage, minutesAgo(150), 'oncologist', { patient, question })
  await tell(
    stage,
    caseId,
    { at: minutesAgo(140), by: 'oncologist' },
    {
      ...{ ...referral(stage), ...careSoFar(stage), clocks: clocks(stage) },
    },
  )
  await tell(stage, caseId, { at: minutesAgo(120), by: 'palliative', refersOn: today }, goals(stage))
  await tell(stage, caseId, { at: minutesAgo(90), by: 'surgeon', refersOn: today }, examination(stage))
  await tell(stage, caseId, { at: minutesAgo(70), by: 'radiologist', refersOn: today }, imaging(stage))
  await attachImages(stage, caseId, { at: minutesAgo(69), by: 'radiologist' }, keyImages)
  const scanned = { at: minutesAgo(68), by: 'radiologist' as const, refersOn: stage.time.on('2026-11-20') }
  await tell(stage, caseId, scanned, tomography(stage))
  await handIn(stage, caseId, minutesAgo(60), 'oncologist')
  return caseId
}

async function discuss(stage: Stage, itemId: string): Promise<void> {
  const { minutesAgo } = stage.time
  await present(stage, itemId, minutesAgo(9))
  const proposed = await propose(stage, itemId, minutesAgo(8), ardenwickOptions)
  await vote(stage, itemId, minutesAgo(6), proposed, ardenwickBallots)
}

/** Kidney cancer at T7: operate now or irradiate first. Its vote is open while the demo begins. */
export const ardenwick: Story = { minutes: 15, prepare, discuss }
