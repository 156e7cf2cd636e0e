import { found, type PublishedReport, stranger } from './report'

/** Petrucci R, Bohreh K, Niles N. Journal of Medical Cases 2021;12(5):177–180, doi 10.14740/jmc3658; abstract read. */
export const report13: PublishedReport = {
  number: '13',
  retold: '13-thyroid-t5-no-recovery.md',
  patient: stranger('13', 'Ravensthorpe', 'Jone', '1973', 'male'),
  question:
    'An emergency operation at T5 brought no recovery, and widespread bone disease rules radioiodine out: which treatment still serves him, and what does he need to live at home?',
  told: {
    referral: {
      summary: 'First sign of a thyroid cancer: cord compression. Emergency operation at T5, then total thyroidectomy.',
    },
    tumour: {
      primary: 'thyroid',
      histology: 'Follicular thyroid carcinoma; large left-sided tumour at thyroidectomy',
      systemicTherapy: 'Radioiodine is not possible because of the amount of disease.',
    },
    symptoms: { weakness: 'present' },
    neurology: { words: 'Deficit before the operation, unchanged after it; not described.' },
    imaging: [{ findings: 'Nuclear imaging: extensive distant bone disease; count not stated.' }],
    lesions: {
      T5: {
        involvement: 'certain',
        operated: 'yes',
        operation: 'Emergency decompression, procedure not stated',
        words: 'Compresses the cord.',
      },
    },
    treatments: [{ kind: 'surgery', levels: ['T5'], technique: 'Emergency decompression, procedure not stated' }],
  },
  places: {
    patient: ['patient.bornOn patient.sex ~country'],
    disease: ['tumour.primary tumour.histology referral.summary', 'imaging.0'],
    story: ['referral.summary symptoms.weakness'],
    neurology: ['neurology.words'],
    imaging: ['lesions.T5'],
    stability: [''],
    scores: [''],
    fitness: [''],
    goals: [''],
    prior: ['referral.summary'],
    given: [
      'tumour.systemicTherapy option.radiation-none',
      'treatments.0 referral.summary',
      '',
      '',
      'option.rehabilitation-admission option.palliative-care',
    ],
    outcome: ['visit.neurologyChange'],
  },
  notStated: [
    ...[
      'neurology.powerRightLeg',
      'symptoms.neuroOnset',
      'neurology.walking',
      'neurology.sensation',
      'neurology.bladder',
    ],
    ...[
      'lesions.T5.pain',
      'lesions.T5.escc',
      'imaging.0.modality',
      'fitness.ecog',
      'fitness.kps',
      'symptoms.worstPain',
    ],
    ...['goals.matters', 'tumour.brain', 'tumour.visceral'],
  ],
  reads: { sins: { T5: [1, 16] }, tokuhashi: [5, 15], tomita: [2, 7], bauer: [1, 3] },
  outcome: [{ seenOn: '2027-01-15', findings: { neurologyChange: found('same') } }],
}
