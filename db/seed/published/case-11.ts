import { found, type PublishedReport, stranger } from './report'

/** Close to the Bone. Wits Journal of Clinical Medicine 2021;3(2), doi 10.18772/26180197.2021.v3n2a11; whole case section read. */
export const report11: PublishedReport = {
  number: '11',
  retold: '11-thyroid-c5-c7-inoperable.md',
  patient: stranger('11', 'Mistlethwait', 'Sipho', '1968', 'male'),
  question:
    'Weak arms and legs over three months from thyroid cancer that destroys C5–C7, more bone disease below, sphincters intact: can the neck be stabilised, is radiation or radioiodine worthwhile, or palliation? Has a second spinal centre been asked?',
  told: {
    referral: { summary: 'First sign of a thyroid cancer: three months of increasing weakness; well before.' },
    tumour: {
      primary: 'thyroid',
      histology: 'Follicular thyroid carcinoma: neck mass and sacral mass',
      tissueProven: 'yes',
      systemicTherapy: 'None so far.',
    },
    symptoms: { weakness: 'present', sphincter: 'absent', neuroOnset: '2026-08', deficitSpeed: 'over-14d' },
    neurology: {
      sensoryLevel: 'T4',
      bladder: 'normal',
      bowel: 'normal',
      words: 'Arms: flaccid paralysis. Legs: spastic paraparesis. Power not graded.',
    },
    lesions: {
      C5: { involvement: 'certain', words: 'Body partly destroyed; tumour in the canal.' },
      C6: { involvement: 'certain', words: 'Body partly destroyed; tumour in the canal.' },
      C7: { involvement: 'certain', words: 'Body completely destroyed.' },
    },
    stability: { surgeonOpinion: 'Unstable because of extensive invasion; judged inoperable.' },
    comorbidity: { comorbidities: 'None; well before.' },
    notes: {
      free: 'Neck mass 40 x 56 x 33 mm from the right thyroid lobe pushes the upper gullet. Lumbar spine, sacrum and pelvis: similar lesions, levels not stated. The report names no study.',
    },
    imaging: [{ findings: 'C5–C7 destroyed to different degrees, tumour in the canal; kind of study not stated.' }],
  },
  places: {
    patient: ['patient.bornOn patient.sex comorbidity.comorbidities'],
    disease: [
      'tumour.primary tumour.histology tumour.tissueProven',
      '~laboratory',
      'notes.free ~unnamed-levels',
      'referral.summary',
    ],
    story: ['symptoms.weakness symptoms.neuroOnset symptoms.deficitSpeed referral.summary'],
    neurology: [
      'neurology.words',
      'neurology.words',
      'neurology.sensoryLevel',
      'neurology.bladder neurology.bowel symptoms.sphincter',
      '',
    ],
    imaging: ['lesions.C7 imaging.0', 'lesions.C5 lesions.C6 imaging.0', 'notes.free', 'notes.free ~unnamed-levels'],
    stability: ['stability.surgeonOpinion'],
    scores: [''],
    fitness: ['', 'comorbidity.comorbidities'],
    goals: [''],
    prior: ['tumour.systemicTherapy'],
    given: ['', 'option.surgery-none stability.surgeonOpinion', '', '', 'option.palliative-care'],
    outcome: ['visit.diedOn visit.eventWords'],
  },
  notStated: [
    ...['neurology.powerRightArm', 'neurology.powerRightLeg', 'neurology.walking', 'symptoms.worstPain'],
    ...['fitness.ecog', 'fitness.kps', 'lesions.C5.escc', 'lesions.C7.escc', 'lesions.C7.pain', 'comorbidity.steroid'],
    ...['stability.immobilised', 'goals.matters', 'tumour.brain', 'tumour.extraspinalBone', 'imaging.0.modality'],
  ],
  reads: { sins: { C5: [2, 17], C6: [2, 17], C7: [3, 18] }, tokuhashi: [5, 13], tomita: [3, 7], bauer: [1, 2] },
  outcome: [
    {
      seenOn: '2027-01-15',
      findings: { diedOn: found('2027'), eventWords: found('Died shortly afterwards; time not stated.') },
    },
  ],
}
