import { found, type PublishedReport, stranger } from './report'

/** Kapetanakis S et al. Pan African Medical Journal 2017;28:94, CC BY 4.0; whole case section read. */
export const report22: PublishedReport = {
  number: '22',
  retold: '22-paraganglioma-t4-radiosurgery.md',
  patient: stranger('22', 'Birkenshaw', 'Stavros', '1978', 'male'),
  question:
    'Painful lytic T4 fracture with a small epidural part, tumour that secretes hormones, no deficit: radiosurgery alone, or stabilise first? Is the blood pressure prepared for a procedure?',
  told: {
    referral: {
      summary:
        'Retroperitoneal paraganglioma, found by chance at 43 and completely removed; free of disease since. Now back pain, palpitations, headache, sweating; no injury.',
    },
    tumour: {
      primary: 'not-listed',
      histology: 'Functional paraganglioma; biopsy of T4 confirms it',
      tissueProven: 'yes',
      diagnosedOn: '2021',
    },
    symptoms: {
      backPain: 'present',
      weakness: 'absent',
      story: 'Pain is getting worse. Tender over the thoracic spine.',
    },
    neurology: { words: 'Formal examination not stated; point tenderness over the thoracic spine.' },
    imaging: [
      { modality: 'ct', findings: 'T4: lytic body.' },
      { modality: 'mri', findings: 'T4: compression fracture with a small epidural part.' },
    ],
    lesions: {
      T4: {
        involvement: 'certain',
        lesion: 'lytic',
        collapse: 'some',
        irradiated: 'no',
        operated: 'no',
        words: 'Compression fracture, degree not stated; small epidural part.',
      },
    },
    comorbidity: { comorbidities: 'Blood pressure 185/84 mmHg. Normetanephrine and norepinephrine raised.' },
  },
  places: {
    patient: ['patient.bornOn patient.sex'],
    disease: [
      'tumour.primary tumour.histology tumour.diagnosedOn referral.summary',
      'comorbidity.comorbidities tumour.tissueProven ~laboratory',
      '',
    ],
    story: ['symptoms.backPain symptoms.story referral.summary'],
    neurology: ['symptoms.weakness', 'neurology.words symptoms.story'],
    imaging: ['lesions.T4 imaging.0 imaging.1', 'visit.eventWords'],
    stability: ['', 'sins'],
    scores: [''],
    fitness: ['comorbidity.comorbidities ~blood-pressure', 'symptoms.story'],
    goals: [''],
    prior: ['referral.summary lesions.T4.irradiated lesions.T4.operated'],
    given: ['option.sbrt-de-novo', 'option.surgery-none', 'option.hormone option.chemotherapy ~somatostatin', '', ''],
    outcome: ['visit.eventWords', 'visit.events visit.eventWords'],
  },
  notStated: [
    ...['lesions.T4.pain', 'symptoms.worstPain', 'symptoms.mechanicalPain', 'lesions.T4.alignment'],
    ...['lesions.T4.posterolateral', 'lesions.T4.escc', 'fitness.ecog', 'fitness.kps', 'neurology.powerRightLeg'],
    ...['neurology.walking', 'goals.matters', 'tumour.visceral', 'tumour.brain', 'tumour.extraspinalBone'],
  ],
  reads: { sins: { T4: [5, 16] }, tokuhashi: [2, 12], tomita: [2, 10], bauer: [1, 3] },
  outcome: [
    {
      seenOn: '2027-05-23',
      findings: {
        events: found(['progression']),
        eventWords: found(
          'Clear pain relief; symptoms and hormones better on somatostatin analogues. Six months: small new lumbar lesions, levels not stated.',
        ),
      },
    },
  ],
}
