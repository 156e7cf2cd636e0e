import { type PublishedReport, stranger } from './report'

/** van Gemert T, Zuzek R, Fu K. Poster 344, ESA-SRB with ENSA annual meeting, November 2023; whole abstract read. */
export const report12: PublishedReport = {
  number: '12',
  retold: '12-thyroid-t10-aged-89-declines.md',
  patient: stranger('12', 'Penhallick', 'Wilhelmina', '1937', 'female'),
  question:
    'First: an independent woman of 89 with cord compression from one lesion: operate? Then: a single metastasis of a treatable cancer, but she has lost function and doubts further treatment: what do we offer?',
  told: {
    referral: {
      summary:
        'First sign of a thyroid cancer. Lives alone, independent. Four months of worsening gait, then weak legs, left foot drop and urge incontinence.',
    },
    tumour: {
      primary: 'thyroid',
      histology: 'Follicular thyroid carcinoma, from the spine; needle biopsy of a 22 mm left lower nodule, TIRADS 4',
      tissueProven: 'yes',
      visceral: 'none',
      extraspinalBone: 0,
      vertebralCount: 1,
      systemicTherapy: 'None so far.',
    },
    symptoms: {
      weakness: 'present',
      gait: 'present',
      sphincter: 'present',
      neuroOnset: '2026-07',
      deficitSpeed: 'over-14d',
    },
    neurology: {
      bladder: 'urgency',
      words:
        'Both legs weak, power not graded; left foot drop. Knee and ankle jerks reduced on both sides. Urge incontinence of urine.',
    },
    imaging: [
      { modality: 'mri', findings: 'T10: large mass in the posterior elements, cord compressed with oedema.' },
      { modality: 'pet-ct', findings: 'Nodule mildly avid, SUVmax 3.3; no other metastasis, no neck nodes.' },
    ],
    lesions: {
      T10: { involvement: 'certain', words: 'Large mass in the posterior elements; cord compressed with oedema.' },
    },
    comorbidity: { comorbidities: 'Multinodular goitre. Independent before; function declined after the operation.' },
    goals: {
      words:
        'After thyroidectomy and radioiodine were discussed she chose no further treatment, because of age and decline.',
    },
  },
  places: {
    patient: ['patient.bornOn patient.sex referral.summary'],
    disease: [
      'tumour.primary tumour.histology tumour.tissueProven',
      'imaging.1 tumour.visceral tumour.extraspinalBone tumour.vertebralCount',
      'referral.summary',
    ],
    story: [
      'symptoms.weakness symptoms.gait symptoms.sphincter symptoms.neuroOnset symptoms.deficitSpeed referral.summary',
    ],
    neurology: ['neurology.words', 'neurology.words', 'neurology.bladder neurology.words', 'symptoms.gait'],
    imaging: ['lesions.T10 imaging.0'],
    stability: [''],
    scores: [''],
    fitness: ['comorbidity.comorbidities', '', 'comorbidity.comorbidities'],
    goals: ['goals.words'],
    prior: ['tumour.systemicTherapy'],
    given: ['', 'option.decompression-fixation', 'goals.words option.systemic-none', '', 'option.corticosteroid'],
    outcome: [''],
  },
  notStated: [
    ...['neurology.powerRightLeg', 'neurology.powerLeftLeg', 'neurology.sensation', 'neurology.bowel'],
    ...['lesions.T10.escc', 'lesions.T10.pain', 'lesions.T10.lesion', 'symptoms.worstPain', 'fitness.ecog'],
    ...['fitness.kps', 'comorbidity.steroid', 'goals.resuscitation', 'neurology.walking'],
  ],
  reads: { sins: { T10: [1, 16] }, tokuhashi: [11, 15], tomita: [2, 2], bauer: [3, 3] },
  outcome: [],
}
