import { found, type PublishedReport, stranger } from './report'

/** Nguyen NT et al. Cureus 2015;7(1):e242, doi 10.7759/cureus.242; abstract read. */
export const report08: PublishedReport = {
  number: '08',
  retold: '08-prostate-nonambulatory-48h.md',
  patient: stranger('08', 'Osgarby', 'Leif', '1949', 'male'),
  question:
    'New cord compression, 48 hours without walking, PSA over 27,000, no earlier cancer treatment: decompress, irradiate, or start hormones with radiation at once?',
  told: {
    referral: {
      summary: 'Prostate cancer, proven by biopsy after he came with lost walking; never treated.',
      noImagingBecause: 'The abstract names no study.',
      noLesionBecause: 'Cord compression; the level is not stated.',
    },
    tumour: { primary: 'prostate', systemicTherapy: 'None so far.' },
    symptoms: { gait: 'present', lastWalked: '2026-11-21' },
    neurology: { walking: 'non-ambulatory' },
    notes: { free: 'PSA over 27,000; its unit is not stated.' },
  },
  places: {
    patient: ['patient.bornOn patient.sex'],
    disease: ['tumour.primary referral.summary notes.free ~laboratory', 'tumour.systemicTherapy'],
    story: ['symptoms.gait symptoms.lastWalked'],
    neurology: ['neurology.walking'],
    imaging: ['referral.noLesionBecause referral.noImagingBecause'],
    stability: [''],
    scores: [''],
    fitness: [''],
    goals: [''],
    prior: ['tumour.systemicTherapy'],
    given: ['option.cebrt-long', '', 'option.hormone', '', ''],
    outcome: ['visit.walking visit.neurologyChange visit.eventWords'],
  },
  notStated: [
    ...['neurology.powerRightLeg', 'neurology.powerLeftLeg', 'neurology.sensation', 'neurology.sensoryLevel'],
    ...[
      'neurology.bladder',
      'comorbidity.steroid',
      'fitness.ecog',
      'fitness.kps',
      'symptoms.worstPain',
      'goals.matters',
    ],
    ...['tumour.visceral', 'tumour.extraspinalBone', 'tumour.brain', 'symptoms.backPain'],
  ],
  reads: { sins: {}, tokuhashi: [5, 15], tomita: [2, 7], bauer: [1, 3] },
  outcome: [
    {
      seenOn: '2034-05-23',
      findings: {
        walking: found('independent'),
        neurologyChange: found('better'),
        eventWords: found('Full recovery of function; alive more than 7.5 years later.'),
      },
    },
  ],
}
