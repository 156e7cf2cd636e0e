import type { Stage } from '../demo-board'
import type { Story } from '../hold-meeting'
import { handIn, openCase, tell } from '../tell-case'
import { person, woman } from './person'

// An invented patient: the myeloma is treated and quiet, the spine is not (PATHWAY PW-PAI-06, PW-PAI-07, PW-SUR-05).

async function prepare(stage: Stage): Promise<string> {
  const { on, at } = stage.time
  const patient = person('Sunderwick', 'Leila', woman, '1955-02-11', '4478 9036')
  const question =
    'Two collapsed vertebrae hold her in bed, the myeloma is in remission: cement, brace, or radiation first?'
  const caseId = await openCase(stage, at('2026-11-22', '11:05'), 'presenter', { patient, question })
  await tell(
    stage,
    caseId,
    { at: at('2026-11-23', '10:40'), by: 'presenter', refersOn: on('2026-11-22') },
    {
      referral: {
        informed: 'yes',
        summary: 'Myeloma since 2023, in remission. L3 gave way while lifting, two weeks ago.',
      },
      tumour: {
        ...{ primary: 'myeloma', histology: 'IgG kappa myeloma', tissueProven: 'yes', diagnosedOn: '2023' },
        ...{ visceral: 'none', brain: 'no', extraspinalBone: 4, vertebralCount: 5 },
      },
      therapies: [
        { drug: 'Lenalidomide', line: 1, kind: 'targeted', given: 'yes', startedOn: '2023-09', response: 'partial' },
        { drug: 'Zoledronic acid 4 mg', kind: 'bone', given: 'yes', startedOn: '2023-09' },
      ],
      symptoms: {
        ...{ backPain: 'present', worstPain: 8, painOnset: on('2026-11-09'), mechanicalPain: 'present' },
        ...{ unremittingPain: 'present', claudication: 'present', weakness: 'absent', sphincter: 'absent' },
        painSites: ['lower-back'],
      },
      neurology: {
        ...{ examinedOn: on('2026-11-22'), powerRightLeg: 5, powerLeftLeg: 5, sensation: 'normal', saddle: 'normal' },
        ...{ bladder: 'normal', bowel: 'normal', walking: 'with-aid', ais: 'E' },
      },
      imaging: [
        {
          ...{ modality: 'mri', doneOn: on('2026-11-20'), region: ['whole'], contrast: 'not-given' },
          ...{ sequences: ['sagittal-t1', 'sagittal-stir', 'sagittal-t2', 'axial-t2'], axialLevels: ['L2', 'L3'] },
          ...{ findings: 'L2 and L3 collapsed, oedema in both; canal free.', received: 'yes', receivedBy: 'archive' },
        },
      ],
      lesions: {
        L2: {
          ...{ involvement: 'certain', seenOn: 'MRI', pain: 'mechanical', lesion: 'lytic', alignment: 'normal' },
          ...{ collapse: 'lt50', collapsePercent: 30, posterolateral: 'none', escc: '0', irradiated: 'no' },
          operated: 'no',
        },
        L3: {
          ...{ involvement: 'certain', seenOn: 'MRI', pain: 'mechanical', lesion: 'lytic', alignment: 'normal' },
          ...{ collapse: 'lt50', collapsePercent: 45, posterolateral: 'none', escc: '0', irradiated: 'no' },
          operated: 'no',
        },
      },
      treatments: [
        {
          ...{ kind: 'surgery', levels: ['T6'], endedOn: '2023-08', technique: 'Decompression T6, fixation T5–T7' },
          ...{ levelsFixed: ['T5', 'T6', 'T7'], levelsDecompressed: ['T6'], implantMaterial: 'titanium' },
          complications: ['none'],
        },
      ],
      labs: [
        { test: 'calcium', value: '2.41 mmol/L', takenOn: on('2026-11-22'), corrected: 'yes' },
        { test: 'albumin', value: '34 g/L', takenOn: on('2026-11-22') },
        { test: 'crp', value: '<5 mg/L', takenOn: on('2026-11-22') },
        { test: 'vitaminD', value: '38 nmol/L', takenOn: on('2026-11-22') },
        { test: 'haemoglobin', value: '10.9 g/dL', takenOn: on('2026-11-22') },
        { test: 'clearance', value: '52 mL/min', takenOn: on('2026-11-22') },
        { test: 'bilirubin', value: '11 micromol/L', takenOn: on('2026-11-22') },
      ],
      fitness: { assessedOn: on('2026-11-22'), ecog: '3', kps: 50, toleratesSurgery: 'yes', supportiveOnly: 'no' },
      externalPrognosis: [
        { tool: 'SORG-ML, web version', computedOn: on('2026-11-23'), aliveAt90Days: 91, aliveAt1Year: 68 },
      ],
      comorbidity: {
        ...{ charlson: ['renal', 'rest'], frailty: ['dependent', 'hypertension', 'rest'] },
        ...{ surgicalFrailty: ['anaemia', 'rest'], admission: 'planned' },
      },
      medicines: [
        { drug: 'Fentanyl', purpose: 'pain', dose: '25 micrograms/h', route: 'patch', since: on('2026-11-14') },
        { drug: 'Morphine', purpose: 'pain', dose: '10 mg', route: 'oral', timesADay: 2 },
      ],
      goals: {
        ...{ spokenOn: on('2026-11-22'), spokenBy: 'S. Marbeck', matters: 'To stand in her own kitchen' },
        ...{ unacceptable: ['hospital'], intensity: 'selective', resuscitation: 'not-discussed' },
      },
    },
  )
  await handIn(stage, caseId, at('2026-11-23', '11:10'), 'presenter')
  return caseId
}

/** Myeloma in remission with two collapsed vertebrae: pain that holds her in bed, no deficit. */
export const sunderwick: Story = { minutes: 10, prepare }
