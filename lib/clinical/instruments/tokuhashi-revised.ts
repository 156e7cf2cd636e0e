import { cohortCaveat } from '../cohort-caveat'
import { defineInstrument } from '../instrument'
import { choose, count } from '../item'

const classes = { A: 'AB', B: 'AB', C: 'CD', D: 'CD' } as const

/** Revised Tokuhashi score 2005. Spine 30:2186 (REFERENCE 5.3). */
export const tokuhashiRevised = defineInstrument({
  id: 'tokuhashi-revised',
  version: 1,
  form: 'sum',
  title: 'Tokuhashi, revised',
  asks: 'How long may the patient live, by six items?',
  source: 'Tokuhashi Y et al. Spine 2005;30:2186–2191',
  status: 'V2+',
  direction: 'higher-better',
  items: {
    kps: count('General condition (KPS)', { step: 10 }, [
      ['dead', 0, 0, 0, 'Dead', { stop: { kind: 'not-applicable', why: 'KPS 0 means the patient has died.' } }],
      ['poor', 10, 40, 0, 'Poor, 10–40'],
      ['moderate', 50, 70, 1, 'Moderate, 50–70'],
      ['good', 80, 100, 2, 'Good, 80–100'],
    ]),
    extraspinalBone: count(
      'Bone metastases outside the spine',
      { noun: ['focus', 'foci'], help: 'The spine does not count here.' },
      [
        ['none', 0, 0, 2, 'None'],
        ['few', 1, 2, 1, '1 or 2'],
        ['many', 3, 99, 0, '3 or more'],
      ],
    ),
    vertebrae: count('Vertebral bodies with metastasis', { noun: ['vertebra', 'vertebrae'] }, [
      ['one', 1, 1, 2, '1'],
      ['two', 2, 2, 1, '2'],
      ['many', 3, 30, 0, '3 or more'],
    ]),
    organs: choose(
      'Metastases in major organs',
      { none: [2, 'None'], removable: [1, 'Removable'], unremovable: [0, 'Unremovable'] },
      { help: 'Major organs include lung, liver, kidney and brain.' },
    ),
    primary: choose('Primary tumour', {
      worst: [0, 'Lung, osteosarcoma, stomach, bladder, oesophagus, pancreas'],
      poor: [1, 'Liver, gallbladder, unidentified'],
      others: [2, 'Others'],
      'kidney-uterus': [3, 'Kidney, uterus'],
      rectum: [4, 'Rectum'],
      best: [5, 'Thyroid, breast, prostate, carcinoid tumour'],
    }),
    palsy: choose(
      'Palsy (Frankel)',
      { AB: [0, 'Complete, Frankel A or B'], CD: [1, 'Incomplete, Frankel C or D'], E: [2, 'None, Frankel E'] },
      {
        also: {
          ...classes,
          ...{ B1: classes.B, B2: classes.B, B3: classes.B, C1: classes.C, C2: classes.C },
          ...{ D0: classes.D, D1: classes.D, D2: classes.D, D3: classes.D },
        },
      },
    ),
  },
  bands: {
    'under-6-months': {
      range: [0, 8],
      label: 'Under 6 months',
      meaning: 'Predicted survival in the paper: under 6 months.',
    },
    '6-months-or-more': {
      range: [9, 11],
      label: '6 months or more',
      meaning: 'Predicted survival in the paper: 6 months or more.',
    },
    '1-year-or-more': {
      range: [12, 15],
      label: '1 year or more',
      meaning: 'Predicted survival in the paper: 1 year or more.',
    },
  },
  caveats: [cohortCaveat, { id: 'external_series', text: 'Consistency in later series is around 60 %.' }],
  examples: [
    {
      name: 'Breast, everything favourable',
      answers: { kps: 90, extraspinalBone: 0, vertebrae: 1, organs: 'none', primary: 'best', palsy: 'E' },
      gives: { total: 15, band: '1-year-or-more' },
    },
    {
      name: 'Lung, everything unfavourable',
      answers: { kps: 40, extraspinalBone: 3, vertebrae: 3, organs: 'unremovable', primary: 'worst', palsy: 'B' },
      gives: { total: 0, band: 'under-6-months' },
    },
    {
      name: 'Kidney: bottom of 6 months or more',
      answers: { kps: 70, extraspinalBone: 1, vertebrae: 2, organs: 'none', primary: 'kidney-uterus', palsy: 'D' },
      gives: { total: 9, band: '6-months-or-more' },
    },
    {
      name: 'Kidney, removable organ metastasis: top of under 6 months',
      answers: { kps: 70, extraspinalBone: 1, vertebrae: 2, organs: 'removable', primary: 'kidney-uterus', palsy: 'D' },
      gives: { total: 8, band: 'under-6-months' },
    },
    {
      name: 'Prostate',
      answers: { kps: 80, extraspinalBone: 2, vertebrae: 3, organs: 'removable', primary: 'best', palsy: 'C' },
      gives: { total: 10, band: '6-months-or-more' },
    },
    {
      name: 'Rectum',
      answers: { kps: 60, extraspinalBone: 0, vertebrae: 3, organs: 'unremovable', primary: 'rectum', palsy: 'E' },
      gives: { total: 9, band: '6-months-or-more' },
    },
    {
      name: 'Colon, counted as others: bottom of 1 year or more',
      answers: { kps: 80, extraspinalBone: 0, vertebrae: 1, organs: 'none', primary: 'others', palsy: 'E' },
      gives: { total: 12, band: '1-year-or-more' },
    },
    {
      name: 'Colon with KPS 70: top of 6 months or more',
      answers: { kps: 70, extraspinalBone: 0, vertebrae: 1, organs: 'none', primary: 'others', palsy: 'E' },
      gives: { total: 11, band: '6-months-or-more' },
    },
    {
      name: 'Unknown primary',
      answers: { kps: 60, extraspinalBone: 3, vertebrae: 2, organs: 'none', primary: 'poor', palsy: 'D' },
      gives: { total: 6, band: 'under-6-months' },
    },
    {
      name: 'Modified Frankel D2 counts as D',
      answers: { kps: 70, extraspinalBone: 1, vertebrae: 2, organs: 'none', primary: 'kidney-uterus', palsy: 'D2' },
      gives: { total: 9, band: '6-months-or-more' },
    },
    { name: 'KPS 0', answers: { kps: 0 }, gives: { stop: 'not-applicable' } },
    {
      name: 'Organs not staged',
      answers: { kps: 70, extraspinalBone: 1, vertebrae: 2, primary: 'kidney-uterus', palsy: 'D' },
      gives: { between: [7, 9], missing: ['organs'] },
    },
  ],
})
