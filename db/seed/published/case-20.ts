import { found, type PublishedReport, stranger } from './report'

/** Letho L, Pradhan B. Int J Surg Case Rep 2024, doi 10.1016/j.ijscr.2024.109921; abstract read. */
export const report20: PublishedReport = {
  number: '20',
  retold: '20-melanoma-t3-aged-80.md',
  patient: stranger('20', 'Heatherlund', 'Pema', '1946', 'female'),
  question:
    '80 years old, one T3 metastasis, still walking with power 3/5: is palliative decompression justified, with or without fixation, and what follows?',
  told: {
    referral: { summary: 'Recurrent melanoma of the nose, excised twice. Upper thoracic pain, weaker legs.' },
    tumour: { primary: 'melanoma', histology: 'Malignant melanoma of the nose, recurrent' },
    symptoms: { backPain: 'present', weakness: 'present', gait: 'present' },
    neurology: { powerRightLeg: 3, powerLeftLeg: 3, words: 'Brisk reflexes, spastic gait.' },
    imaging: [
      {
        modality: 'mri',
        findings: 'T3: lobulated mass that enhances, right half of the body and matching posterior elements.',
      },
    ],
    lesions: {
      T3: {
        involvement: 'certain',
        posterolateral: 'unilateral',
        irradiated: 'no',
        operated: 'no',
        words: 'Right half of the body and posterior elements.',
      },
    },
  },
  places: {
    patient: ['patient.bornOn patient.sex'],
    disease: ['tumour.primary tumour.histology referral.summary', 'visit.eventWords'],
    story: ['symptoms.backPain symptoms.weakness'],
    neurology: ['neurology.powerRightLeg neurology.powerLeftLeg neurology.words symptoms.gait', ''],
    imaging: ['lesions.T3 imaging.0'],
    stability: ['', 'sins'],
    scores: [''],
    fitness: [''],
    goals: [''],
    prior: ['referral.summary lesions.T3.irradiated lesions.T3.operated'],
    given: ['', 'option.decompression', '', '', ''],
    outcome: [''],
  },
  notStated: [
    ...['symptoms.neuroOnset', 'neurology.bladder', 'neurology.sensation', 'lesions.T3.escc', 'lesions.T3.pain'],
    ...['lesions.T3.lesion', 'lesions.T3.alignment', 'lesions.T3.collapse', 'fitness.ecog', 'fitness.kps'],
    ...['symptoms.worstPain', 'comorbidity.comorbidities', 'goals.matters', 'neurology.walking', 'tumour.visceral'],
  ],
  reads: { sins: { T3: [2, 14] }, tokuhashi: [2, 12], tomita: [2, 10], bauer: [1, 3] },
  outcome: [{ seenOn: '2026-12-15', findings: { eventWords: found('PET after the operation: no other metastasis.') } }],
}
