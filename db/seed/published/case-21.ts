import { found, type PublishedReport, stranger } from './report'

/** Spinal cord compression as the initial presentation of colorectal cancer. Journal page journalofpathology.org, JSMP, article 19; abstract read. */
export const report21: PublishedReport = {
  number: '21',
  retold: '21-colorectal-t3-t8-bowel-obstruction.md',
  patient: stranger('21', 'Nethercombe', 'Duarte', '1983', 'male'),
  question:
    'Sudden incomplete paraplegia from two separate levels without a known cancer: decompress both? Then, if the bowel obstructs: in which order do bowel, spine radiation and systemic treatment come?',
  told: {
    referral: {
      summary: 'No cancer known. Sudden incomplete paraplegia.',
      noImagingBecause: 'The abstract names no study.',
    },
    tumour: { primary: 'unknown', systemicTherapy: 'None so far.' },
    symptoms: { weakness: 'present', story: 'Sudden.' },
    neurology: { words: 'Incomplete paraplegia; power not graded.' },
    lesions: {
      T3: { involvement: 'certain', words: 'Cord compressed at T3/T4.' },
      T4: { involvement: 'certain', words: 'Cord compressed at T3/T4.' },
      T8: { involvement: 'certain', words: 'Cord compressed.' },
    },
  },
  places: {
    patient: ['patient.bornOn patient.sex'],
    disease: ['tumour.primary visit.eventWords', ''],
    story: ['symptoms.weakness symptoms.story referral.summary', 'visit.eventWords'],
    neurology: ['neurology.words'],
    imaging: ['lesions.T3 lesions.T4', 'lesions.T8', 'referral.noImagingBecause'],
    stability: [''],
    scores: [''],
    fitness: [''],
    goals: [''],
    prior: ['tumour.systemicTherapy'],
    given: ['', 'option.emergency-decompression option.biopsy ~bowel-procedure', '', '', ''],
    outcome: [''],
  },
  notStated: [
    ...['neurology.powerRightLeg', 'neurology.powerLeftLeg', 'neurology.sensoryLevel', 'neurology.bladder'],
    ...['tumour.visceral', 'tumour.brain', 'tumour.histology', 'fitness.ecog', 'fitness.kps', 'symptoms.worstPain'],
    ...['goals.matters', 'lesions.T8.escc', 'lesions.T8.pain', 'neurology.walking'],
  ],
  reads: { sins: { T3: [1, 16], T4: [1, 16], T8: [1, 16] }, tokuhashi: [1, 9], tomita: [6, 10], bauer: [0, 2] },
  outcome: [
    {
      seenOn: '2026-11-26',
      findings: {
        eventWords: found(
          'Spinal histology: metastasis of a sigmoid adenocarcinoma. Large-bowel obstruction two days after the operation.',
        ),
      },
    },
  ],
}
