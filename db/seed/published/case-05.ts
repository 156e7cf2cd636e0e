import { found, type PublishedReport, stranger } from './report'

/** Galloway R et al. Cureus 2022;14(11):e31370, doi 10.7759/cureus.31370; abstract read. */
export const report05: PublishedReport = {
  number: '05',
  retold: '05-breast-l1-separation-sbrt.md',
  patient: stranger('05', 'Brackenmoor', 'Odile', '1978', 'female'),
  question:
    'Few metastases of breast cancer, expected survival over two years, mechanical pain from L1 with epidural extension: fixation and limited decompression, then SBRT? How soon after the operation?',
  told: {
    referral: {
      summary: 'Breast cancer, described as oligometastatic, with a painful L1.',
      noImagingBecause: 'The abstract names no study.',
    },
    tumour: { primary: 'breast' },
    symptoms: { backPain: 'present', mechanicalPain: 'present' },
    lesions: {
      L1: {
        involvement: 'certain',
        pain: 'mechanical',
        words: 'Epidural extension “greater than 1a”; the exact grade is not stated.',
      },
    },
    notes: { free: 'Published: estimated survival over two years, method not stated.' },
  },
  places: {
    patient: ['patient.bornOn patient.sex'],
    disease: ['tumour.primary', 'referral.summary'],
    story: ['symptoms.backPain symptoms.mechanicalPain'],
    neurology: [''],
    imaging: ['lesions.L1 referral.noImagingBecause', ''],
    stability: ['lesions.L1.pain', 'sins'],
    scores: ['lesions.L1.words ~range-of-grades', 'notes.free'],
    fitness: ['visit.ecog', 'lesions.L1.pain'],
    goals: [''],
    prior: [''],
    given: ['option.sbrt-postoperative', 'option.separation', '', '', ''],
    outcome: ['visit.eventWords visit.ecog', 'visit.eventWords', 'visit.diedOn visit.eventWords'],
  },
  notStated: [
    ...['lesions.L1.escc', 'lesions.L1.lesion', 'lesions.L1.alignment', 'lesions.L1.collapse', 'tumour.histology'],
    ...['lesions.L1.posterolateral', 'neurology.powerRightLeg', 'neurology.walking', 'symptoms.worstPain'],
    ...['tumour.systemicTherapy', 'goals.matters', 'fitness.ecog', 'fitness.kps', 'tumour.visceral', 'tumour.brain'],
  ],
  reads: { sins: { L1: [6, 18] }, tokuhashi: [5, 15], tomita: [2, 7], bauer: [2, 4] },
  outcome: [
    {
      seenOn: '2026-12-15',
      findings: {
        ecog: found('1'),
        eventWords: found('Home on day 2; mechanical pain gone.'),
      },
    },
    {
      seenOn: '2029-11-30',
      findings: {
        diedOn: found('2029-11'),
        eventWords: found(
          'Spine controlled throughout. Died 36 months after the fixation, of multiple brain metastases.',
        ),
      },
    },
  ],
}
