import type { Stage } from '../demo-board'
import { propose } from '../discuss'
import type { Story } from '../hold-meeting'
import type { Options } from '../story'
import { contest, handIn, openCase, tell } from '../tell-case'
import { man, person } from './person'

// An invented patient: lymphoma is likely, tissue is on its way, and a steroid could spoil it (PATHWAY PW-STR-07, PW-SUR-05).
// Two readers differ on the canal, two examiners on the left leg: nobody has settled it yet.

const options: Options = {
  'RT A': {
    by: 'radiationOncologist',
    plan: {
      ...{ modality: 'radiation', optionType: 'cebrt-short', levels: ['T8', 'T9', 'T10'] },
      ...{ intents: ['neurology', 'pain'], urgency: 'urgent' },
      parameters: { dose: { value: 20, unit: 'Gy' }, fractions: 5 },
    },
  },
}

async function prepare(stage: Stage): Promise<string> {
  const { on, at } = stage.time
  const patient = person('Brackenrigg', 'Tomasz', man, '1964-05-02', '4475 1180')
  const question =
    'Epidural mass T8 to T10, probably lymphoma, tissue not reported: is it safe to wait for the result, without a steroid?'
  const caseId = await openCase(stage, at('2026-11-22', '18:10'), 'oncologist', { patient, question })
  await tell(
    stage,
    caseId,
    { at: at('2026-11-23', '09:15'), by: 'oncologist', refersOn: on('2026-11-22') },
    {
      referral: {
        informed: 'yes',
        summary: 'Night sweats for two months, girdle pain for three weeks. No cancer known.',
      },
      tumour: {
        ...{ primary: 'lymphoma', histology: { state: 'pending' }, tissueProven: 'no', visceral: 'none', brain: 'no' },
        ...{ extraspinalBone: 1, extraspinalWhere: 'Left iliac wing', vertebralCount: 3 },
      },
      symptoms: {
        ...{ backPain: 'present', worstPain: 5, painOnset: on('2026-11-01'), weakness: 'absent', gait: 'present' },
        ...{ sensoryLoss: 'present', sphincter: 'absent', radicularPain: 'present', radicularSide: 'both' },
        radicularDeficit: 'present',
        ...{
          strainingPain: 'present',
          claudication: 'absent',
          lyingPain: 'present',
          nightPain: 'present',
          painSites: ['upper-back', 'chest'],
        },
        ...{ progressivePain: 'present', tenderness: 'present', cordSigns: 'present', lhermitte: 'present' },
        ...{ neuroOnset: on('2026-11-18'), deficitSpeed: '2-7d', deficitCourse: 'same' },
      },
      neurology: {
        ...{ examinedOn: on('2026-11-22'), powerRightLeg: 5, powerLeftLeg: 5, sensation: 'reduced' },
        ...{ sensoryLevel: 'T9', saddle: 'normal', bladder: 'normal', residual: 40, bowel: 'normal' },
        ...{ walking: 'independent', ais: 'D' },
      },
      imaging: [
        {
          ...{ modality: 'mri', doneOn: on('2026-11-21'), region: ['whole'], contrast: 'given', place: 'Northbridge' },
          sequences: ['sagittal-t1', 'sagittal-stir', 'sagittal-t2', 'axial-t2', 'after-contrast'],
          findings:
            'Epidural mass T8 to T10 behind and left of the sac, cord touched, not pushed. Bodies keep their height.',
          ...{ received: 'yes', receivedBy: 'archive', readByBoard: 'yes', readBy: 'A. Osterfjell' },
        },
        {
          ...{ modality: 'myelogram', doneOn: on('2026-11-19'), region: ['thoracic'], place: 'St Brannock’s' },
          ...{ findings: 'Contrast column thinned from T8 to T10.', received: 'yes', receivedBy: 'disc' },
        },
        {
          ...{ modality: 'bone-scan', doneOn: on('2026-11-20'), region: ['body'], place: 'Northbridge' },
          ...{ findings: 'Uptake at T9 and in the left iliac wing.', received: 'yes', receivedBy: 'archive' },
        },
      ],
      lesions: {
        T9: {
          ...{ involvement: 'certain', seenOn: 'MRI, T1', pain: 'occasional', lesion: 'mixed', alignment: 'normal' },
          ...{ collapse: 'involved', posterolateral: 'none', escc: '1c', irradiated: 'no', operated: 'no' },
          ...{ epiduralSectors: ['left', 'behind'], epiduralLevels: ['T8', 'T9', 'T10'], paraspinal: ['left'] },
        },
      },
      biopsy: [
        {
          ...{ takenOn: on('2026-11-22'), site: 'Paraspinal mass at T9, left', levels: ['T9'], kind: 'core' },
          ...{ result: 'pending', laboratory: 'Northbridge, flow cytometry asked for' },
        },
      ],
      labs: [
        { test: 'ldh', value: '612 IU/L', takenOn: on('2026-11-22') },
        { test: 'haemoglobin', value: '118 g/L', takenOn: on('2026-11-22'), reference: '130 to 170 g/L' },
        { test: 'platelets', value: '204 10^9/L', takenOn: on('2026-11-22') },
        { test: 'whiteCells', value: '7.1 10^9/L', takenOn: on('2026-11-22') },
        { test: 'neutrophils', value: '4.6 10^9/L', takenOn: on('2026-11-22') },
        { test: 'creatinine', value: '84 micromol/L', takenOn: on('2026-11-22') },
        { test: 'inr', value: '1.1 ratio', takenOn: on('2026-11-22') },
      ],
      fitness: { assessedOn: on('2026-11-22'), ecog: '1', kps: 80, toleratesSurgery: 'yes', supportiveOnly: 'no' },
      comorbidity: { charlson: ['diabetes'], frailty: ['hypertension'] },
      medicines: [
        { drug: 'Oxycodone', purpose: 'pain', dose: '10 mg', route: 'oral', timesADay: 2, since: on('2026-11-15') },
        { drug: 'Paracetamol', purpose: 'pain', dose: '1 g', route: 'oral', timesADay: 4 },
      ],
      goals: {
        ...{ spokenOn: on('2026-11-22'), spokenBy: 'K. Davenport', matters: 'To keep walking the dog twice a day' },
        ...{ unacceptable: ['paraplegia'], intensity: 'full', resuscitation: 'attempt' },
      },
    },
  )
  await handIn(stage, caseId, at('2026-11-23', '09:40'), 'oncologist')
  await contest(
    stage,
    { at: at('2026-11-23', '14:20'), by: 'radiologist' },
    {
      ...{ caseId, section: 'lesions', item: 'T9', field: 'escc', value: '2', refersOn: on('2026-11-21') },
      source: 'Second reading of the MRI by the board’s radiologist',
    },
  )
  await contest(
    stage,
    { at: at('2026-11-23', '16:45'), by: 'radiationOncologist' },
    {
      ...{ caseId, section: 'neurology', item: '', field: 'powerLeftLeg', value: 4, unit: '/ 5' },
      ...{ refersOn: on('2026-11-23'), source: 'Examined on the ward by the board’s radiation oncologist' },
    },
  )
  return caseId
}

/** Probable lymphoma with an epidural mass, walking: may treatment wait for the tissue? */
export const brackenrigg: Story = {
  ...{ minutes: 10, prepare },
  discuss: async (stage, itemId) => {
    await propose(stage, itemId, stage.time.minutesAgo(18), options)
  },
}
