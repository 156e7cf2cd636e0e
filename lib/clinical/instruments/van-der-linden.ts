import { cohortCaveat } from '../cohort-caveat'
import { defineInstrument } from '../instrument'
import { choose, count } from '../item'

/** Survival after radiotherapy for painful spinal metastases. van der Linden 2005, Cancer 103:320 (REFERENCE 5.5). */
export const vanDerLinden = defineInstrument({
  id: 'van-der-linden',
  version: 1,
  form: 'sum',
  title: 'van der Linden',
  asks: 'How long may a patient live after radiotherapy for painful spinal metastases?',
  source: 'van der Linden YM et al. Cancer 2005;103:320–328',
  status: 'V2',
  direction: 'higher-better',
  items: {
    kps: count('General condition (KPS)', { step: 10 }, [
      ['dead', 0, 0, 0, 'Dead', { stop: { kind: 'not-applicable', why: 'KPS 0 means the patient has died.' } }],
      ['poor', 10, 40, 0, 'Poor, 10–40'],
      ['moderate', 50, 70, 1, 'Moderate, 50–70'],
      ['good', 80, 100, 2, 'Good, 80–100'],
    ]),
    primary: choose('Primary tumour', {
      breast: [3, 'Breast'],
      prostate: [2, 'Prostate'],
      lung: [1, 'Lung'],
      other: [0, 'Other'],
    }),
    visceral: choose('Visceral metastases', { none: [1, 'None'], present: [0, 'Present'] }),
  },
  bands: {
    'group-a': {
      range: [0, 3],
      label: 'Group A',
      meaning: 'Cohort: median survival 3 months; about 4 % alive at 2 years (read from a figure).',
    },
    'group-b': {
      range: [4, 5],
      label: 'Group B',
      meaning: 'Cohort: median survival 9 months; 22 % alive at 2 years (read from a figure).',
    },
    'group-c': {
      range: [6, 6],
      label: 'Group C',
      meaning: 'Cohort: median survival 18.7 months; 37 % alive at 2 years (read from a figure).',
    },
  },
  caveats: [
    cohortCaveat,
    { id: 'cohort_342', text: 'Cohort: 342 patients with painful spinal metastases treated with radiotherapy.' },
    { id: 'kps_10', text: 'The source prints KPS 20–40; KPS 10 counts with it here.' },
  ],
  examples: [
    {
      name: 'Breast, KPS 90, no visceral metastases',
      answers: { kps: 90, primary: 'breast', visceral: 'none' },
      gives: { total: 6, band: 'group-c' },
    },
    {
      name: 'Breast with visceral metastases: top of group B',
      answers: { kps: 80, primary: 'breast', visceral: 'present' },
      gives: { total: 5, band: 'group-b' },
    },
    {
      name: 'Prostate, KPS 70: bottom of group B',
      answers: { kps: 70, primary: 'prostate', visceral: 'none' },
      gives: { total: 4, band: 'group-b' },
    },
    {
      name: 'Prostate, KPS 70, visceral metastases: top of group A',
      answers: { kps: 70, primary: 'prostate', visceral: 'present' },
      gives: { total: 3, band: 'group-a' },
    },
    {
      name: 'Melanoma, KPS 40, visceral metastases',
      answers: { kps: 40, primary: 'other', visceral: 'present' },
      gives: { total: 0, band: 'group-a' },
    },
    { name: 'KPS 0', answers: { kps: 0 }, gives: { stop: 'not-applicable' } },
    {
      name: 'KPS not stated',
      answers: { primary: 'prostate', visceral: 'none' },
      gives: { between: [3, 5], missing: ['kps'] },
    },
  ],
})
