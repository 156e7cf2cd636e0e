import { type PublishedReport, stranger } from './report'

/** Lefresne S et al. Canadian Urological Association Journal, doi 10.5489/cuaj.1137; abstract read. */
export const report09: PublishedReport = {
  number: '09',
  retold: '09-prostate-t9-t11-relapse-after-rt.md',
  patient: stranger('09', 'Wintergrove', 'Aldo', '1961', 'male'),
  question:
    'Second compression, seven thoracic levels, eight months after radiation to T9–T11, hormone-refractory, new loss of sphincters: irradiate again (how much, which levels), decompress, or comfort care?',
  told: {
    referral: {
      summary:
        'First bone scan positive three months before the first event: severe back pain, tingling and weak legs, retention. Steroids and radiation, good pain control, eight good months with some weakness left.',
    },
    tumour: { primary: 'prostate', hormoneDependent: 'no', systemicTherapy: 'Hormone treatment, refractory.' },
    symptoms: {
      weakness: 'present',
      sensoryLoss: 'present',
      sphincter: 'present',
      story: 'Sudden worsening of the weakness that was left, with numbness and tingling.',
    },
    neurology: { bladder: 'incontinence', bowel: 'constipation', words: 'Legs weaker than in the months before.' },
    imaging: [
      {
        modality: 'mri',
        findings: 'First event: mass at the dura compresses the cord at T9, T10 and T11; cauda equina normal.',
      },
      {
        modality: 'mri',
        findings:
          'Second event: epidural disease compresses cord or sac at seven thoracic levels, not named. Cauda equina distorted and flat without tumour touching it; the authors suspect pressure of blocked fluid.',
      },
    ],
    lesions: {
      T9: { involvement: 'certain', irradiated: 'yes', irradiation: 'Dose not stated, eight months ago' },
      T10: { involvement: 'certain', irradiated: 'yes', irradiation: 'Dose not stated, eight months ago' },
      T11: { involvement: 'certain', irradiated: 'yes', irradiation: 'Dose not stated, eight months ago' },
    },
    treatments: [
      {
        kind: 'radiation',
        levels: ['T9', 'T10', 'T11'],
        startedOn: '2026-03',
        remark: 'With corticosteroids; dose not stated.',
      },
    ],
    comorbidity: { comorbidities: 'Otherwise healthy.' },
  },
  places: {
    patient: ['patient.bornOn patient.sex comorbidity.comorbidities'],
    disease: ['tumour.primary tumour.hormoneDependent referral.summary', ''],
    story: ['referral.summary', 'symptoms.weakness symptoms.sensoryLoss symptoms.sphincter symptoms.story'],
    neurology: ['referral.summary', 'referral.summary', 'neurology.bladder neurology.bowel neurology.words'],
    imaging: ['imaging.0 lesions.T9 lesions.T10 lesions.T11', 'imaging.1 ~unnamed-levels', 'imaging.1'],
    stability: [''],
    scores: [''],
    fitness: ['comorbidity.comorbidities', 'referral.summary'],
    goals: [''],
    prior: ['tumour.systemicTherapy treatments.0'],
    given: ['treatments.0', '', '', '', 'treatments.0.remark'],
    outcome: ['referral.summary', ''],
  },
  notStated: [
    ...['treatments.0.dose', 'treatments.0.fractions', 'neurology.powerRightLeg', 'neurology.powerLeftLeg'],
    ...['neurology.walking', 'neurology.saddle', 'lesions.T9.escc', 'lesions.T10.escc', 'fitness.ecog', 'fitness.kps'],
    ...['goals.matters', 'symptoms.worstPain', 'tumour.visceral', 'tumour.brain', 'tumour.extraspinalBone'],
  ],
  reads: { sins: { T9: [1, 16], T10: [1, 16], T11: [3, 18] }, tokuhashi: [5, 13], tomita: [3, 7], bauer: [1, 2] },
  outcome: [],
}
