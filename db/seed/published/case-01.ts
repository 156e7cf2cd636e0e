import { found, type PublishedReport, stranger } from './report'

/** Nangolo HT et al. Pan African Medical Journal 2014;19:363, CC BY 4.0; whole case section read. */
export const report01: PublishedReport = {
  number: '01',
  retold: '01-hcc-l1-no-leg-power.md',
  patient: stranger('01', 'Ombrelow', 'Tomas', '1980', 'male'),
  question:
    'New liver cancer in liver, lungs and L1; weaker over three weeks, now no leg power and no sphincter function. Does any local treatment of the spine still help him, or do we recommend comfort care, and who arranges it?',
  told: {
    referral: {
      hospital: 'A district hospital, not named',
      summary: 'First sign of a liver cancer: three weeks of weaker legs, malaise, weight loss, no injury.',
    },
    tumour: {
      primary: 'liver',
      histology: 'Hepatocellular carcinoma, proven in the liver and in the mass beside L1; Hep Par 1 positive',
      tissueProven: 'yes',
      visceralOrgans: ['lung'],
      visceralSites: 'Lungs, both sides: nodules on X-ray and CT, read as metastases',
      systemicTherapy: 'None for the cancer.',
    },
    symptoms: {
      backPain: 'present',
      weakness: 'present',
      sphincter: 'present',
      neuroOnset: '2026-11',
      deficitSpeed: 'over-14d',
      story: 'Dull pain over the thoracic spine. Cannot pass urine or stool.',
    },
    neurology: {
      powerRightArm: 5,
      powerLeftArm: 5,
      powerRightLeg: 0,
      powerLeftLeg: 0,
      sensoryLevel: 'T12',
      bladder: 'retention',
      words: 'Legs: tone reduced, knee and ankle jerks absent, Babinski sign present. Cannot pass stool.',
    },
    imaging: [
      {
        modality: 'x-ray',
        findings: 'L1: lytic body, left pedicle destroyed. L4: osteopenia.',
      },
      { modality: 'ct', findings: 'L1: lytic body, left pedicle destroyed, mass beside the spine (biopsied).' },
    ],
    lesions: {
      L1: { involvement: 'certain', lesion: 'lytic', posterolateral: 'unilateral', words: 'Left pedicle destroyed.' },
    },
    comorbidity: {
      comorbidities:
        'Cirrhosis with ascites, chronic hepatitis B (hepatitis C negative). Schizophrenia, controlled. Alcohol dependence, treated several times. Ankle oedema. Markedly wasted, looks ill.',
      medicines: 'Haloperidol; dose not stated.',
    },
    notes: {
      free: 'Liver enlarged, several masses, the largest 4 x 4 cm. The source says: no anterior wedging, no kyphosis, discs intact; this may speak of L4 alone or of both levels. Low tone and absent jerks stand beside a Babinski sign without comment.',
    },
  },
  places: {
    patient: ['patient.bornOn patient.sex ~country'],
    disease: [
      'tumour.primary tumour.histology comorbidity.comorbidities',
      'tumour.histology tumour.tissueProven',
      'notes.free comorbidity.comorbidities',
      'tumour.visceralOrgans tumour.visceralSites ~visceral-open',
      '',
      '~laboratory',
      'referral.summary',
    ],
    story: [
      'symptoms.neuroOnset symptoms.deficitSpeed symptoms.weakness symptoms.backPain symptoms.sphincter symptoms.story',
      'referral.hospital',
    ],
    neurology: [
      'neurology.powerRightLeg neurology.powerLeftLeg neurology.words',
      'neurology.sensoryLevel',
      'neurology.powerRightArm neurology.powerLeftArm',
      'neurology.bladder neurology.words',
      '',
      'notes.free',
    ],
    imaging: ['lesions.L1 imaging.0 imaging.1', 'imaging.0', 'notes.free', ''],
    stability: ['', 'sins'],
    scores: [''],
    fitness: ['comorbidity.comorbidities', 'symptoms.story', 'comorbidity.comorbidities comorbidity.medicines'],
    goals: [''],
    prior: ['tumour.systemicTherapy'],
    given: ['option.radiation-none', '', '', 'option.opioid', 'option.bladder-bowel ~nursing'],
    outcome: ['visit.diedOn visit.eventWords'],
  },
  notStated: [
    ...['lesions.L1.escc', 'lesions.L1.pain', 'lesions.L1.alignment', 'lesions.L1.collapse', 'fitness.ecog'],
    ...['fitness.kps', 'symptoms.worstPain', 'neurology.walking', 'goals.matters', 'neurology.examinedOn'],
    ...['tumour.extraspinalBone', 'tumour.brain', 'comorbidity.steroid', 'referral.referredOn'],
  ],
  reads: { sins: { L1: [6, 16] }, tokuhashi: [1, 11], tomita: [5, 10], bauer: [1, 3] },
  outcome: [
    {
      seenOn: '2026-12-23',
      findings: {
        diedOn: found('2026-12'),
        eventWords: found(
          'The source says both that he went home on morphine and that he died after a month in hospital.',
        ),
      },
    },
  ],
}
