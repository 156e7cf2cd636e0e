import { found, type PublishedReport, stranger } from './report'

/** Anselmetti GC et al. International Medical Case Reports Journal 2012, doi 10.2147/IMCRJ.S29569, CC BY-NC; abstract read. */
export const report17: PublishedReport = {
  number: '17',
  retold: '17-lung-t10-augmentation.md',
  patient: stranger('17', 'Tarnwick', 'Giulia', '1984', 'female'),
  question:
    'Pain that opioids do not hold from a wholly lytic T10 with a breached posterior wall, radiation and chemotherapy used up: is cement safe enough, and is neurology documented?',
  told: {
    referral: {
      summary:
        'Metastatic lung cancer; radiation and chemotherapy without response; six months of pain in spite of opioids.',
    },
    tumour: { primary: 'lung-unspecified', systemicTherapy: 'Chemotherapy without response; drugs not stated.' },
    symptoms: { backPain: 'present', painOnset: '2026-05', story: 'Not controlled by opioids for six months.' },
    imaging: [
      { modality: 'mri', findings: 'T10: the whole body involved, to the anterior and posterior cortex.' },
      { modality: 'ct', findings: 'T10: lytic, to the anterior and posterior cortex.' },
    ],
    lesions: {
      T10: {
        involvement: 'certain',
        lesion: 'lytic',
        collapse: 'over-half',
        words: 'Whole body involved, to the anterior and posterior cortical walls.',
      },
    },
    treatments: [{ kind: 'radiation', remark: 'Without response; field and dose not stated.' }],
    comorbidity: { medicines: 'Intravenous opioids; drug and dose not stated.' },
  },
  places: {
    patient: ['patient.bornOn patient.sex'],
    disease: ['tumour.primary tumour.systemicTherapy referral.summary', ''],
    story: ['symptoms.backPain symptoms.painOnset symptoms.story'],
    neurology: [''],
    imaging: ['lesions.T10 imaging.0 imaging.1'],
    stability: ['', 'sins'],
    scores: [''],
    fitness: ['comorbidity.medicines'],
    goals: [''],
    prior: ['treatments.0 tumour.systemicTherapy symptoms.story'],
    given: ['treatments.0', 'option.surgery-none', 'tumour.systemicTherapy', 'option.kyphoplasty option.opioid', ''],
    outcome: ['visit.pain visit.eventWords'],
  },
  notStated: [
    ...[
      'neurology.powerRightLeg',
      'neurology.walking',
      'lesions.T10.escc',
      'lesions.T10.pain',
      'lesions.T10.alignment',
    ],
    ...[
      'lesions.T10.posterolateral',
      'symptoms.worstPain',
      'treatments.0.dose',
      'treatments.0.levels',
      'tumour.histology',
    ],
    ...['fitness.ecog', 'fitness.kps', 'goals.matters', 'tumour.visceral', 'tumour.brain'],
  ],
  reads: { sins: { T10: [4, 16] }, tokuhashi: [0, 10], tomita: [5, 10], bauer: [0, 2] },
  outcome: [
    {
      seenOn: '2027-03-23',
      findings: {
        pain: { state: 'known', value: 0, unit: '/ 10' },
        eventWords: found(
          'No leak of cement, no complication. Pain gone within 24 hours and still at 4 months; opioids tapered within a week.',
        ),
      },
    },
  ],
}
