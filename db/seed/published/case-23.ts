import { found, type PublishedReport, stranger } from './report'

/** Sasaki K et al. BMC Research Notes 2013;6:494, doi 10.1186/1756-0500-6-494, CC BY; abstract read. */
export const report23: PublishedReport = {
  number: '23',
  retold: '23-paraganglioma-c4-radiosurgery-then-surgery.md',
  patient: stranger('23', 'Wolverdale', 'Hiro', '1954', 'male'),
  question:
    'Vascular tumour that destroys C4, weak arms, a risky resection: radiosurgery first, then posterior decompression and fusion only? What is the interval and who watches the neurology in between?',
  told: {
    referral: {
      summary:
        'Paraganglioma of the neck in the history; its treatment is not stated. Over six months of pain in both shoulders and the neck, weak arms.',
    },
    tumour: { primary: 'not-listed', histology: 'Malignant paraganglioma, from the spine', tissueProven: 'yes' },
    symptoms: { backPain: 'present', weakness: 'present', painOnset: '2026-05', story: 'Both shoulders and the neck.' },
    neurology: {
      words:
        'Arms weak, power not graded. All limbs regained strength later, so the legs were probably weak too (our reading).',
    },
    imaging: [
      { modality: 'mri', findings: 'C4: body severely destroyed, cord compressed. Lesion beside the pharynx.' },
    ],
    lesions: { C4: { involvement: 'certain', words: 'Body severely destroyed; cord compressed.' } },
  },
  places: {
    patient: ['patient.bornOn patient.sex'],
    disease: ['tumour.primary tumour.histology tumour.tissueProven referral.summary', 'imaging.0'],
    story: ['symptoms.backPain symptoms.weakness symptoms.painOnset symptoms.story'],
    neurology: ['neurology.words', ''],
    imaging: ['lesions.C4 imaging.0', 'imaging.0'],
    stability: [''],
    scores: [''],
    fitness: [''],
    goals: [''],
    prior: ['referral.summary'],
    given: ['option.sbrt-de-novo', 'option.decompression-fixation', '', '', ''],
    outcome: ['visit.neurologyChange visit.eventWords', 'visit.eventWords'],
  },
  notStated: [
    ...[
      'neurology.powerRightArm',
      'neurology.powerRightLeg',
      'neurology.sensation',
      'neurology.walking',
      'fitness.ecog',
    ],
    ...['lesions.C4.escc', 'lesions.C4.pain', 'lesions.C4.lesion', 'lesions.C4.collapse', 'fitness.kps'],
    ...['symptoms.worstPain', 'goals.matters', 'tumour.visceral'],
  ],
  reads: { sins: { C4: [2, 17] }, tokuhashi: [2, 12], tomita: [2, 10], bauer: [1, 3] },
  outcome: [
    {
      seenOn: '2027-02-23',
      findings: {
        neurologyChange: found('better'),
        eventWords: found(
          'Strength regained in all limbs, pain much less. Three months: tumour smaller, cord free on MRI.',
        ),
      },
    },
  ],
}
