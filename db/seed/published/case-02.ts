import { found, type PublishedReport, stranger } from './report'

/** Rejab H et al. Pan African Medical Journal 2019;34:53, first of two patients, CC BY 4.0; whole case section read. */
export const report02: PublishedReport = {
  number: '02',
  retold: '02-hcc-t7-rt-then-c7.md',
  patient: stranger('02', 'Fennimarsh', 'Karim', '1968', 'male'),
  question:
    'T7 was irradiated a month ago, the arm deficit is unchanged, and now there is epidural disease at C7, a supraclavicular mass and a humerus at risk: what do we treat, in which order?',
  told: {
    referral: {
      summary:
        'Liver cancer. Right arm deficit with upper abdominal pain; T7 compression was treated first. A month later new masses, the arm unchanged. The first X-ray of the right humerus was normal.',
    },
    tumour: {
      primary: 'liver',
      histology: 'Hepatocellular carcinoma on cirrhosis, proven by laparoscopic biopsy',
      visceralSites:
        'Liver: several strongly vascular lesions. Masses right supraclavicular and at the base of the left chest.',
    },
    symptoms: { weakness: 'present', sensoryLoss: 'present', story: 'Right arm; unchanged by the radiation of T7.' },
    neurology: { words: 'Right arm: sensory and motor deficit, power not graded.' },
    imaging: [
      {
        modality: 'mri',
        findings: 'First: cord compressed at T7. Several bone metastases, thoracolumbar, levels not stated.',
      },
      {
        modality: 'mri',
        findings:
          'Second: posterior epidural disease at C7; large right supraclavicular mass at C7–T1, reaching the back. Other spinal and rib lesions, levels not stated.',
      },
    ],
    lesions: {
      C7: { involvement: 'certain', irradiated: 'no', words: 'Posterior epidural disease.' },
      T7: {
        involvement: 'certain',
        irradiated: 'yes',
        irradiation: '30 Gy to T5–T9, a month ago',
        words: 'Cord compressed.',
      },
    },
    treatments: [
      {
        kind: 'radiation',
        levels: ['T5', 'T6', 'T7', 'T8', 'T9'],
        dose: 30,
        endedOn: '2026-10',
        remark: 'Fractions not stated.',
      },
    ],
    comorbidity: { comorbidities: 'Chronic hepatitis B, cirrhosis, Child-Pugh A; smoking, alcohol.' },
    notes: { free: 'Right humerus, upper third: lytic, cortex broken. Ribs involved. Number of foci not stated.' },
  },
  places: {
    patient: ['patient.bornOn patient.sex comorbidity.comorbidities'],
    disease: [
      'tumour.primary tumour.histology comorbidity.comorbidities',
      'tumour.visceralSites',
      'tumour.visceralSites notes.free ~visceral-open',
      '',
    ],
    story: ['symptoms.weakness symptoms.sensoryLoss referral.summary', 'referral.summary symptoms.story'],
    neurology: ['neurology.words', ''],
    imaging: ['lesions.T7 imaging.0', 'imaging.0', 'imaging.1', 'lesions.C7 imaging.1', 'imaging.1', 'notes.free'],
    stability: ['', '~bone-outside-spine'],
    scores: ['comorbidity.comorbidities'],
    fitness: ['', 'comorbidity.comorbidities'],
    goals: [''],
    prior: ['treatments.0 lesions.T7.irradiation'],
    given: [
      'treatments.0 option.cebrt-long',
      '~bone-outside-spine',
      'option.targeted',
      '',
      'option.corticosteroid option.bone-agent',
    ],
    outcome: ['visit.eventWords'],
  },
  notStated: [
    ...[
      'neurology.powerRightArm',
      'neurology.powerRightLeg',
      'neurology.walking',
      'neurology.bladder',
      'neurology.bowel',
    ],
    ...['treatments.0.fractions', 'comorbidity.steroid', 'lesions.C7.escc', 'lesions.T7.escc', 'lesions.C7.pain'],
    ...['fitness.ecog', 'fitness.kps', 'symptoms.worstPain', 'goals.matters', 'tumour.brain', 'tumour.extraspinalBone'],
  ],
  reads: { sins: { C7: [3, 18], T7: [1, 16] }, tokuhashi: [1, 10], tomita: [6, 10], bauer: [1, 2] },
  outcome: [
    { seenOn: '2026-12-23', findings: { eventWords: found('Symptoms better after the second round of treatment.') } },
  ],
}
