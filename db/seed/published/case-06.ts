import { found, type PublishedReport, stranger } from './report'

/** Dasic D et al. Case Reports in Surgery 2020:8891021, doi 10.1155/2020/8891021; abstract read. */
export const report06: PublishedReport = {
  number: '06',
  retold: '06-breast-t10-pregnancy.md',
  patient: stranger('06', 'Thistlewane', 'Rosa', '1987', 'female'),
  question:
    'She is pregnant and wants to keep the pregnancy; T10 is fractured and unstable, her legs are getting weak. Decompression and fixation now, with what protection for the baby, and what waits until after delivery?',
  told: {
    referral: {
      summary: 'Breast cancer for ten years. First pregnancy, second trimester; acute thoracic instability, weak legs.',
      noImagingBecause: 'The abstract names no study.',
    },
    tumour: {
      primary: 'breast',
      diagnosedOn: '2016',
      systemicTherapy: 'Treated for ten years; details not stated.',
    },
    symptoms: { backPain: 'present', mechanicalPain: 'present', weakness: 'present', story: 'Acute and severe.' },
    neurology: { words: 'Legs weak; power not graded.' },
    lesions: {
      T10: {
        involvement: 'certain',
        pain: 'mechanical',
        collapse: 'some',
        words: 'Pathological fracture that compresses the cord; degree of collapse not stated.',
      },
    },
    stability: { surgeonOpinion: 'Acute severe thoracic instability (the authors, in substance).' },
    comorbidity: { comorbidities: 'Pregnant, second trimester; week not stated.' },
    goals: { matters: 'To continue the pregnancy and have the baby' },
    notes: { free: 'Several other spinal levels have deposits; which ones is not stated.' },
  },
  places: {
    patient: ['patient.bornOn patient.sex comorbidity.comorbidities referral.summary'],
    disease: ['tumour.primary tumour.diagnosedOn', 'notes.free'],
    story: ['symptoms.backPain symptoms.mechanicalPain symptoms.weakness symptoms.story referral.summary'],
    neurology: ['neurology.words'],
    imaging: ['lesions.T10 referral.noImagingBecause', 'notes.free ~unnamed-levels'],
    stability: ['stability.surgeonOpinion', 'sins'],
    scores: [''],
    fitness: ['', 'comorbidity.comorbidities'],
    goals: ['goals.matters'],
    prior: ['tumour.systemicTherapy'],
    given: [
      'option.cebrt-postoperative',
      'option.decompression-fixation',
      'option.chemotherapy',
      '',
      '~obstetric-care',
    ],
    outcome: ['visit.eventWords', ''],
  },
  notStated: [
    ...['tumour.histology', 'neurology.powerRightLeg', 'neurology.powerLeftLeg', 'neurology.bladder'],
    ...[
      'neurology.walking',
      'lesions.T10.escc',
      'lesions.T10.lesion',
      'lesions.T10.alignment',
      'lesions.T10.collapsePercent',
    ],
    ...['lesions.T10.posterolateral', 'fitness.ecog', 'symptoms.worstPain', 'tumour.visceral', 'tumour.brain'],
  ],
  reads: { sins: { T10: [6, 16] }, tokuhashi: [5, 15], tomita: [2, 7], bauer: [2, 4] },
  outcome: [{ seenOn: '2027-03-01', findings: { eventWords: found('A healthy baby was born a few months later.') } }],
}
