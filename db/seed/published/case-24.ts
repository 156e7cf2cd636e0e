import { found, type PublishedReport, stranger } from './report'

/** Sardaro A et al. Journal of Medical Case Reports 2014;8:201, doi 10.1186/1752-1947-8-201, CC BY; abstract read. */
export const report24: PublishedReport = {
  number: '24',
  retold: '24-haemangioendothelioma-l3-l4-rt.md',
  patient: stranger('24', 'Foxmarrow', 'Livia', '1980', 'female'),
  question:
    'Painful L3 and L4 from a rare vascular tumour, no deficit known: long course, single fraction or SBRT, and what of stability has to be known before we decide?',
  told: {
    referral: {
      summary: 'Epithelioid haemangioendothelioma of the lung with painful L3 and L4; duration not stated.',
      noImagingBecause: 'The abstract names no study.',
    },
    tumour: { primary: 'not-listed', histology: 'Pulmonary epithelioid haemangioendothelioma' },
    symptoms: { backPain: 'present' },
    lesions: { L3: { involvement: 'certain' }, L4: { involvement: 'certain' } },
  },
  places: {
    patient: ['patient.bornOn patient.sex'],
    disease: ['tumour.primary tumour.histology lesions.L3 lesions.L4', ''],
    story: ['symptoms.backPain referral.summary ~calendar-date'],
    neurology: [''],
    imaging: ['lesions.L3 lesions.L4 referral.noImagingBecause'],
    stability: [''],
    scores: [''],
    fitness: ['symptoms.backPain'],
    goals: [''],
    prior: [''],
    given: ['option.cebrt-long', '', '', 'option.cebrt-long', ''],
    outcome: ['visit.eventWords', 'visit.eventWords'],
  },
  notStated: [
    ...['neurology.powerRightLeg', 'neurology.walking', 'lesions.L3.pain', 'lesions.L3.lesion', 'lesions.L3.collapse'],
    ...['lesions.L4.pain', 'fitness.ecog', 'fitness.kps', 'symptoms.worstPain', 'goals.matters', 'tumour.visceral'],
    ...['tumour.systemicTherapy', 'tumour.brain'],
  ],
  reads: { sins: { L3: [2, 17], L4: [2, 17] }, tokuhashi: [2, 11], tomita: [3, 10], bauer: [1, 2] },
  outcome: [
    {
      seenOn: '2027-11-23',
      findings: {
        eventWords: found(
          'Lumbar pain gone, no side effect seen. One year: spine not tender, no progression on images.',
        ),
      },
    },
  ],
}
