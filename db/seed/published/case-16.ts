import { found, type PublishedReport, stranger } from './report'

/** Int J Surg Case Rep 2012, doi 10.1016/j.ijscr.2012.07.002; abstract read. */
export const report16: PublishedReport = {
  number: '16',
  retold: '16-lung-l2-egfr-surgery.md',
  patient: stranger('16', 'Ashgrave', 'Kenji', '1967', 'male'),
  question:
    'Single L2 metastasis with a root deficit from EGFR-mutated lung cancer: older scores advise palliation; does a mutation that can be treated change the case for surgery?',
  told: {
    referral: {
      summary: 'Back pain, numb left thigh and weakness led to L2, then to the lung.',
      noImagingBecause: 'The abstract names no study.',
    },
    tumour: {
      primary: 'lung-non-small-cell',
      histology: 'Adenocarcinoma, EGFR mutated; variant not stated',
      visceral: 'none',
      extraspinalBone: 0,
      vertebralCount: 1,
      systemicTherapy: 'None so far.',
    },
    symptoms: { backPain: 'present', weakness: 'present', sensoryLoss: 'present' },
    neurology: { words: 'Numb left upper thigh; weakness that fits L2, not graded.' },
    lesions: { L2: { involvement: 'certain', words: 'Single metastasis.' } },
    notes: { free: 'The source names Tomita as a scale that would usually advise palliation; points not stated.' },
  },
  places: {
    patient: ['patient.bornOn patient.sex'],
    disease: [
      'tumour.primary tumour.histology referral.summary',
      'lesions.L2 tumour.vertebralCount tumour.extraspinalBone tumour.visceral',
    ],
    story: ['symptoms.backPain symptoms.weakness symptoms.sensoryLoss referral.summary'],
    neurology: ['neurology.words', ''],
    imaging: ['lesions.L2.words referral.noImagingBecause'],
    stability: [''],
    scores: ['notes.free'],
    fitness: [''],
    goals: [''],
    prior: ['tumour.systemicTherapy'],
    given: ['option.cebrt-postoperative', 'option.decompression-fixation', 'option.targeted', '', ''],
    outcome: ['visit.eventWords'],
  },
  notStated: [
    ...['neurology.powerRightLeg', 'neurology.powerLeftLeg', 'neurology.bladder', 'neurology.walking', 'fitness.ecog'],
    ...['lesions.L2.pain', 'lesions.L2.lesion', 'lesions.L2.collapse', 'fitness.kps', 'symptoms.worstPain'],
    ...['goals.matters', 'symptoms.neuroOnset'],
  ],
  reads: { sins: { L2: [2, 17] }, tokuhashi: [6, 10], tomita: [5, 5], bauer: [2, 2] },
  outcome: [
    {
      seenOn: '2027-12-01',
      findings: {
        eventWords: found('No complication of surgery; alive and free of symptoms after more than 12 months.'),
      },
    },
  ],
}
