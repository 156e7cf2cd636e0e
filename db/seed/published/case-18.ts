import { found, type PublishedReport, stranger } from './report'

/** Carausu M et al. Journal for ImmunoTherapy of Cancer 2019;7:317, doi 10.1186/s40425-019-0803-x; abstract read. */
export const report18: PublishedReport = {
  number: '18',
  retold: '18-lung-t12-l2-myelitis-pembrolizumab.md',
  patient: stranger('18', 'Elmscroft', 'Pascal', '1958', 'male'),
  question:
    'New weakness and sphincter loss six and a half months after 30 Gy in 10 to T12–L2, on pembrolizumab: tumour, radiation injury or immune myelitis? What do we start today, and may the drug ever be resumed?',
  told: {
    referral: {
      summary:
        'Metastatic lung cancer on pembrolizumab; motor deficit and sphincter dysfunction in an irradiated field.',
      noLesionBecause: 'The abstract names the irradiated levels, not the tumour in them.',
    },
    tumour: { primary: 'lung-non-small-cell', systemicTherapy: 'Pembrolizumab, ongoing.' },
    symptoms: { weakness: 'present', sphincter: 'present' },
    neurology: { words: 'Motor deficit, not graded; sphincter dysfunction, kind not stated.' },
    imaging: [
      { modality: 'mri', findings: 'Cord signal change that suggests myelitis, exactly within the T12–L2 field.' },
    ],
    lesions: {
      T12: { irradiated: 'yes', irradiation: '30 Gy in 10 fractions, 6.5 months ago' },
      L1: { irradiated: 'yes', irradiation: '30 Gy in 10 fractions, 6.5 months ago' },
      L2: { irradiated: 'yes', irradiation: '30 Gy in 10 fractions, 6.5 months ago' },
    },
    treatments: [{ kind: 'radiation', levels: ['T12', 'L1', 'L2'], endedOn: '2026-05', dose: 30, fractions: 10 }],
  },
  places: {
    patient: ['patient.bornOn patient.sex'],
    disease: ['tumour.primary'],
    story: ['symptoms.weakness symptoms.sphincter referral.summary treatments.0.endedOn'],
    neurology: ['neurology.words'],
    imaging: ['imaging.0 referral.noLesionBecause'],
    stability: [''],
    scores: [''],
    fitness: [''],
    goals: [''],
    prior: ['treatments.0 lesions.T12 lesions.L1 lesions.L2 tumour.systemicTherapy'],
    given: ['option.radiation-none', '', 'option.hold-current', '', 'option.corticosteroid'],
    outcome: ['visit.neurologyChange visit.eventWords', 'visit.eventWords'],
  },
  notStated: [
    ...[
      'neurology.powerRightLeg',
      'neurology.powerLeftLeg',
      'neurology.walking',
      'comorbidity.steroid',
      'tumour.visceral',
    ],
    ...['fitness.ecog', 'fitness.kps', 'symptoms.worstPain', 'goals.matters', 'lesions.T12.escc', 'lesions.T12.pain'],
    ...['tumour.brain', 'tumour.histology'],
  ],
  reads: { sins: {}, tokuhashi: [0, 10], tomita: [5, 10], bauer: [0, 2] },
  outcome: [
    {
      seenOn: '2027-09-01',
      findings: {
        neurologyChange: found('better'),
        eventWords: found(
          'Fast and complete recovery. Pembrolizumab restarted on progression: 8 cycles, responding, no myelitis again.',
        ),
      },
    },
  ],
}
