import { notAssessed, pending } from '@/lib/clinical/stated'
import { momentAt } from '@/lib/foundation/moment'
import { showDay } from '@/lib/foundation/time'
import type { Stage } from '../demo-board'
import type { Told } from '../story'

/** What the surgeon found on the day of the meeting. */
export const examination = ({ time: { on, at, zone } }: Stage): Told => ({
  symptoms: {
    backPain: 'present',
    painOnset: on('2026-11-03'),
    worstPain: 8,
    mechanicalPain: 'present',
    radicularPain: notAssessed,
    weakness: 'present',
    gait: 'present',
    sensoryLoss: 'present',
    sphincter: 'absent',
    neuroOnset: on('2026-11-23'),
    deficitSpeed: 'under-48h',
    story: `Walked alone until ${showDay(on('2026-11-23'))}; the weakness grew over 18 hours.`,
  },
  neurology: [
    {
      examinedOn: on('2026-11-10'),
      ...{ powerRightArm: 5, powerLeftArm: 5, powerRightLeg: 5, powerLeftLeg: 5, sensation: 'normal' },
      ...{ bladder: 'normal', bowel: 'normal', walking: 'independent', ais: 'E', frankel: 'E' },
    },
    {
      examinedOn: on('2026-11-24'),
      powerRightArm: 5,
      powerLeftArm: 5,
      powerRightLeg: 4,
      powerLeftLeg: 3,
      sensation: 'reduced',
      sensoryLevel: 'T8',
      bladder: 'normal',
      residual: 60,
      bowel: 'normal',
      walking: 'with-aid',
      ais: 'D',
      frankel: 'D',
      words:
        'Leg motor 38 of 50, arms 50 of 50. Right leg 4 in all key muscles; left 4, 4, 3, 3, 4. Anal contraction present.',
    },
  ],
  stability: {
    immobilised: 'bed',
    immobilisedSince: momentAt(at('2026-11-23', '22:30').toISOString(), zone),
    surgeonOpinion: 'T7 is unstable: both pedicles are gone and it gives way into kyphosis.',
  },
  fitness: {
    assessedOn: on('2026-11-24'),
    ecog: '2',
    kps: 60,
    toleratesSurgery: pending,
    supportiveOnly: 'no',
  },
  comorbidity: {
    comorbidities: 'Hypertension',
    medicines: 'Opioids 60 mg oral morphine equivalent in 24 h, apixaban, omeprazole',
    steroid: 'Dexamethasone 16 mg daily',
  },
  medicines: [
    { drug: 'Morphine', purpose: 'pain', dose: '30 mg', route: 'oral', timesADay: 2 },
    { drug: 'Dexamethasone', purpose: 'steroid', dose: '16 mg', route: 'oral', timesADay: 1 },
  ],
})

/** The studies, and what the radiologist read on the MRI of the day. */
export const imaging = ({ time: { on } }: Stage): Told => ({
  imaging: [
    {
      modality: 'mri',
      doneOn: on('2026-11-24'),
      region: ['thoracic'],
      readByBoard: 'yes',
      report: 'T1, STIR, T2 sagittal and axial, T1 to L1 only.',
      findings: 'T7: cord compressed, CSF still seen around it. Cervical and lumbar spine not covered.',
    },
    {
      modality: 'ct',
      doneOn: on('2026-11-20'),
      region: ['chest', 'abdomen', 'thoracic', 'lumbar'],
      readByBoard: 'yes',
      report: 'C6 to pelvis, 3 mm, portal venous.',
      findings: 'T7: 60 % collapse, kyphosis 18°, both pedicles. Left pedicle of T6 is thin, 4 mm.',
    },
    { modality: 'bone-scan', doneOn: on('2026-10-02'), region: ['body'], readByBoard: 'no' },
  ],
  lesions: {
    T7: {
      involvement: 'certain',
      seenOn: `MRI ${showDay(on('2026-11-24'))}, axial T2, and CT ${showDay(on('2026-11-20'))}`,
      ...{ pain: 'mechanical', escc: '2', irradiated: 'no', operated: 'no' },
    },
    T8: {
      involvement: 'certain',
      seenOn: `MRI ${showDay(on('2026-11-24'))}`,
      ...{ pain: 'occasional', lesion: 'lytic', alignment: 'normal', collapse: 'involved' },
      ...{ posterolateral: 'unilateral', escc: '1b', irradiated: 'no', operated: 'no' },
      words: 'Right pedicle. Posterior wall intact on CT.',
    },
  },
})

/** What the radiologist read on the CT of four days before: a level that the MRI does not reach is only half seen. */
export const tomography = ({ time: { on } }: Stage): Told => ({
  lesions: {
    C6: {
      involvement: 'certain',
      seenOn: `CT ${showDay(on('2026-11-20'))}; MRI does not reach it`,
      ...{ pain: notAssessed, lesion: 'lytic', alignment: 'normal', collapse: 'none', posterolateral: 'none' },
      ...{ escc: notAssessed, irradiated: 'no', operated: 'no' },
    },
    T7: {
      ...{ lesion: 'lytic', alignment: 'deformity', collapsePercent: 60, posterolateral: 'bilateral' },
      words: 'New kyphosis 18°, both pedicles.',
    },
    L2: {
      involvement: 'certain',
      seenOn: `CT ${showDay(on('2026-11-20'))}`,
      ...{ pain: 'occasional', lesion: 'mixed', alignment: 'normal', collapsePercent: 22, posterolateral: 'none' },
      ...{ caudaEquina: 'none', irradiated: 'yes', operated: 'no' },
      irradiation: `20 Gy in 5 fractions, ${showDay(on('2025-06-13').slice(0, 7))}`,
      operation: 'Vertebroplasty',
      operatedOn: on('2025-09-18'),
    },
  },
})
