import { found, type PublishedReport, stranger } from './report'

/**
 * Merino-Rueda LR et al. Vertebral metastasis of renal carcinoma at diagnosis. International Journal of Medical and
 * Surgical Sciences (Universidad Autónoma de Chile), article 1653; abstract read.
 */
export const report04: PublishedReport = {
  number: '04',
  retold: '04-rcc-t11-unstable-sins-14.md',
  patient: stranger('04', 'Vellacroft', 'Ines', '1978', 'female'),
  question:
    'Two bone metastases, no deficit, SINS 14 as published, worse pain on movement after radiation: stabilise only, separation surgery, or remove the vertebra?',
  told: {
    referral: {
      summary:
        'Kidney cancer found because of low back pain, with metastases of T11 and the fifth rib. Systemic treatment, removal of the kidney tumour and radiation; since then more pain, which limits movement and walking.',
    },
    tumour: {
      primary: 'kidney',
      histology: 'Renal cell carcinoma, subtype not stated',
      extraspinalBone: 1,
      systemicTherapy: 'Cabozantinib before the kidney tumour was removed; dates and response not stated.',
    },
    symptoms: {
      backPain: 'present',
      gait: 'present',
      story: 'The pain has increased and limits movement and walking.',
    },
    neurology: { words: 'No neurological lesion.' },
    imaging: [{ modality: 'mri', findings: 'T11: metastasis with tumour in the spinal canal.' }],
    lesions: { T11: { involvement: 'certain', words: 'Tumour in the spinal canal; epidural grade not stated.' } },
    treatments: [
      {
        kind: 'radiation',
        remark: 'Dose not stated. The source says “the lumbar lesion”, yet names T11 as the only spinal one.',
      },
    ],
    notes: {
      free: 'Published: SINS 14, single items not stated. Tokuhashi: survival over 12 months, version and points not stated.',
    },
  },
  places: {
    patient: ['patient.bornOn patient.sex'],
    disease: [
      'tumour.primary tumour.histology referral.summary',
      'lesions.T11.involvement tumour.extraspinalBone referral.summary',
      '',
    ],
    story: ['symptoms.backPain referral.summary', 'symptoms.gait symptoms.story'],
    neurology: ['neurology.words lesions.T11.words', 'symptoms.gait symptoms.story'],
    imaging: ['lesions.T11 imaging.0', 'tumour.extraspinalBone referral.summary', 'treatments.0.remark'],
    stability: ['notes.free ~total-without-items', 'sins'],
    scores: ['notes.free ~total-without-items', 'notes.free'],
    fitness: ['', 'symptoms.story', ''],
    goals: [''],
    prior: ['tumour.systemicTherapy treatments.0'],
    given: ['treatments.0', 'option.corpectomy ~rib-resection', 'tumour.systemicTherapy', '', ''],
    outcome: ['visit.events visit.eventWords', 'visit.eventWords'],
  },
  notStated: [
    ...['lesions.T11.pain', 'lesions.T11.lesion', 'lesions.T11.alignment', 'lesions.T11.collapse', 'lesions.T11.escc'],
    ...['lesions.T11.posterolateral', 'treatments.0.dose', 'fitness.ecog', 'fitness.kps', 'symptoms.worstPain'],
    ...['comorbidity.comorbidities', 'goals.matters', 'neurology.walking', 'tumour.visceral', 'tumour.brain'],
  ],
  reads: { sins: { T11: [3, 18] }, tokuhashi: [4, 12], tomita: [4, 8], bauer: [2, 3] },
  outcome: [
    {
      seenOn: '2027-11-23',
      findings: {
        events: found(['infection', 'reoperation']),
        eventWords: found(
          'Local infection at three months: washed out, antibiotics, resolved. At one year no back pain, no functional limit, no progression on CT, signs of fusion.',
        ),
      },
    },
  ],
}
