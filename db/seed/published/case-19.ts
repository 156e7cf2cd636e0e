import { found, type PublishedReport, stranger } from './report'

/** Chang VA et al. Journal for ImmunoTherapy of Cancer 2018;6:153, doi 10.1186/s40425-018-0471-2; abstract and part of the case section read. */
export const report19: PublishedReport = {
  number: '19',
  retold: '19-melanoma-t7-t10-myelitis.md',
  patient: stranger('19', 'Cobbleridge', 'Martin', '1958', 'male'),
  question:
    'Numbness that rises and ataxia after 30 Gy in 10 to T7–T10 and checkpoint inhibitors, while the cancer responds: is it the spine, and what is the plan if steroids and plasma exchange fail?',
  told: {
    referral: {
      summary:
        'Spinal metastases were treated without a deficit. Then tingling of the soles, rising to the knees in two months; two weeks after pembrolizumab unsteady, ataxic, numb to the hips.',
    },
    tumour: {
      primary: 'melanoma',
      histology: 'Melanoma of the thigh, stage I; BRAF V600E; metastasis proven from a thoracic node',
      diagnosedOn: '2024',
      visceralOrgans: ['lung', 'liver', 'brain'],
      visceralSites: 'Lung, liver, brain (16 metastases)',
      brain: 'yes',
      extraspinalBone: 1,
      extraspinalWhere: 'Left ischium',
      systemicTherapy: 'Ipilimumab and nivolumab, then pembrolizumab. Primary: wide excision, negative sentinel node.',
    },
    symptoms: { sensoryLoss: 'present', gait: 'present', neuroOnset: '2026-09', deficitSpeed: 'over-14d' },
    neurology: { words: 'Sensory loss that rises; ataxic gait.' },
    imaging: [
      {
        modality: 'mri',
        findings:
          'Transverse myelitis, rising and progressive; levels not stated. Brain: response, one new cerebellar metastasis, treated.',
      },
      { modality: 'pet-ct', findings: 'Major response; uptake left in the left ischium.' },
    ],
    lesions: {
      T7: { involvement: 'certain', irradiated: 'yes', irradiation: '30 Gy in 10 fractions' },
      T8: { involvement: 'certain', irradiated: 'yes', irradiation: '30 Gy in 10 fractions' },
      T9: { involvement: 'certain', irradiated: 'yes', irradiation: '30 Gy in 10 fractions' },
      T10: { involvement: 'certain', irradiated: 'yes', irradiation: '30 Gy in 10 fractions' },
    },
    treatments: [
      {
        kind: 'radiation',
        levels: ['T7', 'T8', 'T9', 'T10'],
        dose: 30,
        fractions: 10,
        technique: 'Opposed fields',
        remark:
          'Canal maximum 33.5 Gy. Also brain radiosurgery (16, later one more) and left ischium, dose not stated.',
      },
    ],
  },
  places: {
    patient: ['patient.bornOn patient.sex'],
    disease: [
      'tumour.primary tumour.histology tumour.diagnosedOn',
      'tumour.visceralOrgans tumour.visceralSites tumour.brain tumour.extraspinalBone ~visceral-open',
    ],
    story: [
      'referral.summary',
      'referral.summary symptoms.sensoryLoss symptoms.neuroOnset symptoms.deficitSpeed',
      'referral.summary symptoms.gait',
    ],
    neurology: ['neurology.words'],
    imaging: [
      'lesions.T7 lesions.T8 lesions.T9 lesions.T10',
      'imaging.0',
      'imaging.0',
      'imaging.1 tumour.extraspinalWhere',
    ],
    stability: [''],
    scores: [''],
    fitness: [''],
    goals: [''],
    prior: ['tumour.systemicTherapy'],
    given: [
      'treatments.0 lesions.T7.irradiation',
      '',
      'tumour.systemicTherapy option.stop-current',
      '',
      'option.corticosteroid ~plasma-exchange',
    ],
    outcome: ['visit.eventWords', ''],
  },
  notStated: [
    ...['neurology.powerRightLeg', 'neurology.powerLeftLeg', 'neurology.bladder', 'neurology.walking', 'fitness.ecog'],
    ...[
      'symptoms.worstPain',
      'fitness.kps',
      'lesions.T7.pain',
      'lesions.T7.escc',
      'goals.matters',
      'symptoms.sphincter',
    ],
  ],
  reads: {
    sins: { T7: [1, 16], T8: [1, 16], T9: [1, 16], T10: [1, 16] },
    tokuhashi: [3, 8],
    tomita: [3, 10],
    bauer: [1, 2],
  },
  outcome: [
    {
      seenOn: '2027-03-01',
      findings: {
        eventWords: found(
          'Worse in spite of steroids and plasma exchange; after the first infliximab clearly better on images, modestly in the clinic.',
        ),
      },
    },
  ],
}
