import { found, type PublishedReport, stranger } from './report'

/** Szymanik M et al. Oncology in Clinical Practice 2015;11(5):292–294; English and Polish abstracts read. */
export const report07: PublishedReport = {
  number: '07',
  retold: '07-breast-t6-t10-myelopathy-or-progression.md',
  patient: stranger('07', 'Harrowmere', 'Danuta', '1971', 'female'),
  question:
    'Neurology worsens in a field that had 20 Gy in 4 fractions: is this tumour or radiation injury, what else do we need before irradiating again, and is she fit for it?',
  told: {
    referral: {
      summary: 'Referred for a second course to T6–T10: neurology worse since the first one, fast general decline.',
    },
    tumour: { primary: 'breast' },
    symptoms: { story: 'Progressive neurological symptoms after radiation; findings not stated.' },
    imaging: [{ modality: 'mri', findings: 'T6–T10: areas of enhancement, read as local progression.' }],
    lesions: {
      T6: { involvement: 'suspected', irradiated: 'yes', irradiation: '20 Gy in 4 fractions' },
      T7: { involvement: 'suspected', irradiated: 'yes', irradiation: '20 Gy in 4 fractions' },
      T8: { involvement: 'suspected', irradiated: 'yes', irradiation: '20 Gy in 4 fractions' },
      T9: { involvement: 'suspected', irradiated: 'yes', irradiation: '20 Gy in 4 fractions' },
      T10: { involvement: 'suspected', irradiated: 'yes', irradiation: '20 Gy in 4 fractions' },
    },
    treatments: [{ kind: 'radiation', levels: ['T6', 'T7', 'T8', 'T9', 'T10'], dose: 20, fractions: 4 }],
    notes: {
      free: 'From the radiation to the referral: four months in the English abstract, fourteen in the Polish one. Spread to bone; where is not stated.',
    },
  },
  places: {
    patient: ['patient.bornOn patient.sex'],
    disease: ['tumour.primary notes.free', ''],
    story: ['symptoms.story', 'notes.free'],
    neurology: ['symptoms.story'],
    imaging: ['lesions.T6 lesions.T7 lesions.T8 lesions.T9 lesions.T10 imaging.0'],
    stability: [''],
    scores: [''],
    fitness: ['referral.summary', ''],
    goals: [''],
    prior: ['treatments.0'],
    given: ['option.radiation-none', '', '', '', ''],
    outcome: ['visit.diedOn visit.eventWords', 'visit.eventWords ~post-mortem'],
  },
  notStated: [
    ...[
      'neurology.powerRightLeg',
      'neurology.sensation',
      'neurology.bladder',
      'neurology.walking',
      'comorbidity.steroid',
    ],
    ...['fitness.ecog', 'fitness.kps', 'tumour.histology', 'goals.matters', 'treatments.0.endedOn', 'lesions.T6.pain'],
    ...['lesions.T6.escc', 'symptoms.worstPain', 'tumour.visceral', 'tumour.brain'],
  ],
  reads: {
    sins: { T6: [1, 16], T7: [1, 16], T8: [1, 16], T9: [1, 16], T10: [1, 16] },
    tokuhashi: [5, 15],
    tomita: [2, 7],
    bauer: [2, 4],
  },
  outcome: [
    {
      seenOn: '2027-01-15',
      findings: {
        diedOn: found('2027-01'),
        eventWords: found(
          'Died of a systemic fungal infection. Post-mortem: extensive radiation damage of the cord in the treated segment, no tumour there; spread outside of it.',
        ),
      },
    },
  ],
}
