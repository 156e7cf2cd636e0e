import { found, type PublishedReport, stranger } from './report'

/** Kherfani A et al. Pan African Medical Journal 2014;19:168, CC BY 4.0; whole case section read. */
export const report14: PublishedReport = {
  number: '14',
  retold: '14-myeloma-l2-cauda-equina.md',
  patient: stranger('14', 'Sorrelwick', 'Amal', '1969', 'female'),
  question:
    'New root deficit of both legs over 48 hours from L2, treated breast cancer, no MRI and no tissue: do we operate tonight, and do we take a biopsy since it may not be breast cancer?',
  told: {
    referral: {
      summary:
        'Breast cancer treated in 2006 and checked since. Four months of sciatica on both sides, much worse in the last 48 hours, with new weakness of the legs.',
    },
    tumour: {
      primary: 'breast',
      histology: 'Invasive ductal carcinoma of the left breast, T2 N0 M0; none of L2',
      tissueProven: 'no',
      diagnosedOn: '2006',
    },
    symptoms: {
      radicularPain: 'present',
      weakness: 'present',
      deficitSpeed: 'under-48h',
      story: 'Four months of increasing sciatica on both sides.',
    },
    neurology: { words: 'Motor deficit L3 to S1 on both sides; grades not stated.' },
    imaging: [
      {
        modality: 'x-ray',
        region: ['lumbar'],
        findings: 'L2: butterfly-shaped collapse, broken cortex, posterior wall displaced, read as pushed back.',
      },
      {
        modality: 'ct',
        region: ['lumbar'],
        findings: 'L2: collapse that looks malignant, epidural tumour pressing on the dural sac.',
      },
    ],
    lesions: {
      L2: {
        involvement: 'suspected',
        collapse: 'some',
        irradiated: 'no',
        operated: 'no',
        words: 'Epidural tumour presses on the dural sac; how far is not stated.',
      },
    },
    comorbidity: { comorbidities: 'Hypothyroidism, hypertension' },
    notes: { free: 'MRI is not available.' },
  },
  places: {
    patient: ['patient.bornOn patient.sex'],
    disease: [
      'tumour.primary tumour.histology tumour.diagnosedOn referral.summary tumour.tissueProven',
      'visit.eventWords',
      '',
    ],
    story: [
      'symptoms.radicularPain symptoms.weakness symptoms.deficitSpeed symptoms.story referral.summary ~calendar-date',
    ],
    neurology: ['neurology.words', ''],
    imaging: ['lesions.L2 imaging.0 imaging.1', 'notes.free'],
    stability: ['', 'sins'],
    scores: ['visit.neurologyWords', 'visit.eventWords'],
    fitness: ['', 'comorbidity.comorbidities'],
    goals: [''],
    prior: ['referral.summary lesions.L2.irradiated lesions.L2.operated'],
    given: ['option.cebrt-postoperative', 'option.decompression-fixation option.biopsy', '', '', ''],
    outcome: ['visit.neurologyWords', 'visit.neurologyChange visit.neurologyWords visit.eventWords'],
  },
  notStated: [
    ...['neurology.powerRightLeg', 'neurology.powerLeftLeg', 'neurology.ais', 'neurology.bladder', 'neurology.saddle'],
    ...['lesions.L2.pain', 'lesions.L2.lesion', 'lesions.L2.alignment', 'lesions.L2.posterolateral', 'fitness.ecog'],
    ...['fitness.kps', 'symptoms.worstPain', 'goals.matters', 'neurology.walking', 'tumour.visceral'],
  ],
  reads: { sins: { L2: [4, 17] }, tokuhashi: [5, 15], tomita: [2, 7], bauer: [2, 4] },
  outcome: [
    {
      seenOn: '2027-11-23',
      findings: {
        neurologyChange: found('better'),
        neurologyWords: found('Motor deficit gone within days; full leg power at 12 months, ASIA E.'),
        eventWords: found(
          'Biopsy of L2: IgG multiple myeloma, stage IIIA, CD138-positive plasma cells. Radiation: 10 sessions, dose not stated. Satisfactory at 12 months, clinically, on images and in the laboratory.',
        ),
      },
    },
  ],
}
