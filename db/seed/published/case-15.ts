import { found, type PublishedReport, stranger } from './report'

/** Ni X et al. Oncology Letters 2013:1129–1132, doi 10.3892/ol.2013.1183; abstract read. */
export const report15: PublishedReport = {
  number: '15',
  retold: '15-lung-c1-collar-and-rt.md',
  patient: stranger('15', 'Quillonby', 'Mei', '1995', 'female'),
  question:
    'Lytic C1 in a woman of 31 with newly found lung adenocarcinoma: fixation, or collar and radiation, and how is stability followed?',
  told: {
    referral: { summary: 'Neck pain led to C1, then to a lung cancer.' },
    tumour: {
      primary: 'lung-non-small-cell',
      histology:
        'Adenocarcinoma of the left lung, proven by biopsy after the spinal finding; driver mutations not stated',
      systemicTherapy: 'None so far.',
    },
    symptoms: { backPain: 'present', story: 'Neck pain; duration not stated.' },
    imaging: [
      { modality: 'mri', findings: 'C1: lytic destruction.' },
      { modality: 'bone-scan', findings: 'Uptake at C1.' },
    ],
    lesions: { C1: { involvement: 'certain', lesion: 'lytic' } },
    stability: { immobilised: 'brace' },
  },
  places: {
    patient: ['patient.bornOn patient.sex'],
    disease: ['tumour.primary tumour.histology', 'imaging.1'],
    story: ['symptoms.backPain symptoms.story referral.summary'],
    neurology: [''],
    imaging: ['lesions.C1 imaging.0 imaging.1'],
    stability: ['stability.immobilised', 'sins'],
    scores: [''],
    fitness: [''],
    goals: [''],
    prior: ['tumour.systemicTherapy'],
    given: [
      'option.cebrt-long',
      'option.surgery-none',
      '',
      'option.non-opioid',
      'option.orthosis stability.immobilised',
    ],
    outcome: ['visit.eventWords', 'visit.eventWords'],
  },
  notStated: [
    ...[
      'neurology.powerRightLeg',
      'neurology.walking',
      'symptoms.worstPain',
      'lesions.C1.pain',
      'lesions.C1.alignment',
    ],
    ...['lesions.C1.collapse', 'lesions.C1.posterolateral', 'lesions.C1.escc', 'stability.immobilisedSince'],
    ...[
      'fitness.ecog',
      'fitness.kps',
      'comorbidity.medicines',
      'goals.matters',
      'tumour.targetedDrug',
      'tumour.visceral',
    ],
  ],
  reads: { sins: { C1: [5, 18] }, tokuhashi: [0, 10], tomita: [5, 10], bauer: [0, 2] },
  outcome: [
    {
      seenOn: '2027-10-23',
      findings: {
        eventWords: found('Nine months: no progression on MRI, main neck symptoms gone. Alive at 11 months.'),
      },
    },
  ],
}
