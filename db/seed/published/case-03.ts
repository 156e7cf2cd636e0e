import { found, type PublishedReport, stranger } from './report'

/** Rejab H et al. Pan African Medical Journal 2019;34:53, second of two patients, CC BY 4.0; whole case section read. */
export const report03: PublishedReport = {
  number: '03',
  retold: '03-hcc-t12-one-week-deficit.md',
  patient: stranger('03', 'Larkhollow', 'Nadim', '1964', 'male'),
  question:
    'Cord compression at T12 with a motor deficit for one week, Child-Pugh A, at least three spinal levels involved: decompression first or radiation at once?',
  told: {
    referral: {
      summary:
        'Liver cancer found through chronic diarrhoea and weight loss. A month later spinal pain and a motor deficit.',
    },
    tumour: {
      primary: 'liver',
      histology: 'Hepatocellular carcinoma on active cirrhosis, proven by biopsy',
      extraspinalBone: 1,
      extraspinalWhere: 'Right trochanter',
    },
    symptoms: { backPain: 'present', weakness: 'present', neuroOnset: '2026-11-16', deficitSpeed: '2-7d' },
    neurology: { words: 'Motor deficit; limbs and power not stated.' },
    imaging: [
      { modality: 'mri', findings: 'Cord compressed at T12. Several bone metastases, thoracolumbar.' },
      { modality: 'bone-scan', findings: 'Uptake at T5, T7, T12 and the right trochanter.' },
    ],
    lesions: {
      T5: { involvement: 'certain', irradiated: 'no', words: 'Uptake on the bone scan.' },
      T7: { involvement: 'certain', irradiated: 'no', words: 'Uptake on the bone scan.' },
      T12: { involvement: 'certain', irradiated: 'no', words: 'Cord compressed.' },
    },
    comorbidity: { comorbidities: 'Chronic hepatitis B, active cirrhosis, Child-Pugh A; smoker, no alcohol.' },
    notes: { free: 'Liver: three lesions, in the dome and in segments V and VI.' },
  },
  places: {
    patient: ['patient.bornOn patient.sex comorbidity.comorbidities'],
    disease: [
      'tumour.primary tumour.histology comorbidity.comorbidities',
      'notes.free',
      'tumour.extraspinalBone tumour.extraspinalWhere imaging.1',
      '',
    ],
    story: ['referral.summary', 'symptoms.backPain symptoms.weakness symptoms.neuroOnset symptoms.deficitSpeed'],
    neurology: ['neurology.words', ''],
    imaging: ['lesions.T12 imaging.0', 'imaging.0', 'imaging.1 lesions.T5 lesions.T7'],
    stability: [''],
    scores: ['comorbidity.comorbidities'],
    fitness: ['', 'comorbidity.comorbidities'],
    goals: [''],
    prior: ['lesions.T12.irradiated lesions.T5.irradiated lesions.T7.irradiated'],
    given: ['option.cebrt-long', '', 'option.targeted', '', 'option.corticosteroid option.bone-agent'],
    outcome: ['visit.neurologyChange visit.neurologyWords'],
  },
  notStated: [
    ...['neurology.powerRightLeg', 'neurology.powerLeftLeg', 'neurology.sensoryLevel', 'neurology.bladder'],
    ...['neurology.walking', 'lesions.T12.escc', 'lesions.T12.pain', 'lesions.T12.collapse', 'fitness.ecog'],
    ...[
      'fitness.kps',
      'symptoms.worstPain',
      'goals.matters',
      'tumour.brain',
      'tumour.systemicTherapy',
      'comorbidity.steroid',
    ],
  ],
  reads: { sins: { T5: [1, 16], T7: [1, 16], T12: [3, 18] }, tokuhashi: [2, 8], tomita: [6, 10], bauer: [1, 2] },
  outcome: [
    {
      seenOn: '2026-12-23',
      findings: { neurologyChange: found('better'), neurologyWords: found('Movement better; walking not stated.') },
    },
  ],
}
