import { found, type PublishedReport, stranger } from './report'

/** Susuki K et al. Journal of Neurology, Neurosurgery and Psychiatry vol. 68, no. 4, p. 514; abstract and one legend read. */
export const report10: PublishedReport = {
  number: '10',
  retold: '10-prostate-t11-l2-systemic-only.md',
  patient: stranger('10', 'Caldbeck', 'Ryo', '1967', 'male'),
  question:
    'Cauda equina compressed by bone-forming metastases in a man who can have neither radiation nor surgery: are hormones alone acceptable, and how closely do we watch him?',
  told: {
    referral: {
      summary:
        'Prostate cancer; low back pain, walking and bladder lost. Radiation and surgery are impossible for medical reasons, not specified.',
    },
    tumour: { primary: 'prostate' },
    symptoms: { backPain: 'present', gait: 'present', sphincter: 'present' },
    neurology: {
      walking: 'non-ambulatory',
      words: 'Cauda equina compression; bladder function impaired, kind not stated.',
    },
    imaging: [
      {
        modality: 'myelogram',
        findings:
          'CT after myelography. T11: epidural mass on the left presses the cord from the side. L2: canal narrowed by new bone from both sides of the body.',
      },
    ],
    lesions: {
      T11: { involvement: 'certain', words: 'Epidural mass on the left, presses the cord.' },
      L2: { involvement: 'certain', lesion: 'blastic', words: 'New bone narrows the canal from both sides.' },
    },
    fitness: { toleratesSurgery: 'no' },
  },
  places: {
    patient: ['patient.bornOn patient.sex'],
    disease: ['tumour.primary'],
    story: ['symptoms.backPain symptoms.gait symptoms.sphincter referral.summary'],
    neurology: ['neurology.walking neurology.words'],
    imaging: ['lesions.T11 imaging.0', 'lesions.L2 imaging.0', 'imaging.0'],
    stability: [''],
    scores: [''],
    fitness: ['fitness.toleratesSurgery referral.summary', ''],
    goals: [''],
    prior: [''],
    given: ['option.radiation-none', 'option.surgery-none', 'option.hormone', '', ''],
    outcome: ['visit.walking visit.neurologyChange visit.eventWords'],
  },
  notStated: [
    ...['symptoms.neuroOnset', 'neurology.powerRightLeg', 'neurology.powerLeftLeg', 'tumour.systemicTherapy'],
    ...['fitness.ecog', 'fitness.kps', 'symptoms.worstPain', 'goals.matters', 'tumour.visceral', 'tumour.brain'],
    ...['lesions.T11.escc', 'lesions.T11.pain', 'lesions.L2.pain', 'lesions.L2.collapse'],
  ],
  reads: { sins: { T11: [3, 18], L2: [2, 15] }, tokuhashi: [5, 14], tomita: [3, 7], bauer: [1, 2] },
  outcome: [
    {
      seenOn: '2027-06-01',
      findings: {
        walking: found('independent'),
        neurologyChange: found('better'),
        eventWords: found(
          'Pain relieved, bladder function back; mass at T11 and new bone at L2 gone on repeated images. Times not stated.',
        ),
      },
    },
  ],
}
