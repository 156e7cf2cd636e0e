import { cohortCaveat } from '../cohort-caveat'
import { defineInstrument } from '../instrument'
import { choose } from '../item'
import { tokuhashiRevised } from './tokuhashi-revised'

const { kps, extraspinalBone, vertebrae, organs, palsy } = tokuhashiRevised.items

/** Original Tokuhashi score 1990: the items of the revised one with another table for the primary. Spine 15:1110 (REFERENCE 5.3). */
export const tokuhashiOriginal = defineInstrument({
  id: 'tokuhashi-original',
  version: 1,
  form: 'sum',
  title: 'Tokuhashi, original',
  asks: 'How long may the patient live, by the six items of 1990?',
  source: 'Tokuhashi Y et al. Spine 1990;15:1110–1113',
  status: 'V2+',
  direction: 'higher-better',
  items: {
    kps,
    extraspinalBone,
    vertebrae,
    organs,
    primary: choose('Primary tumour', {
      worst: [0, 'Lung, stomach'],
      middle: [1, 'Kidney, liver, uterus, unidentified'],
      others: [1, 'Others'],
      best: [2, 'Thyroid, prostate, breast, rectum'],
    }),
    palsy,
  },
  bands: {
    'up-to-3-months': {
      range: [0, 5],
      label: '3 months or less',
      meaning: 'Predicted survival in the paper: 3 months or less.',
    },
    'up-to-12-months': {
      range: [6, 8],
      label: '12 months or less',
      meaning: 'Predicted survival in the paper: 12 months or less.',
    },
    '12-months-or-more': {
      range: [9, 12],
      label: '12 months or more',
      meaning: 'Predicted survival in the paper: 12 months or more.',
    },
  },
  caveats: [cohortCaveat, { id: 'revised_exists', text: 'The revised score of 2005 has replaced it.' }],
  examples: [
    {
      name: 'Thyroid, everything favourable',
      answers: { kps: 90, extraspinalBone: 0, vertebrae: 1, organs: 'none', primary: 'best', palsy: 'E' },
      gives: { total: 12, band: '12-months-or-more' },
    },
    {
      name: 'Stomach, everything unfavourable',
      answers: { kps: 30, extraspinalBone: 4, vertebrae: 5, organs: 'unremovable', primary: 'worst', palsy: 'A' },
      gives: { total: 0, band: 'up-to-3-months' },
    },
    {
      name: 'Lung, KPS 70: top of 3 months or less',
      answers: { kps: 70, extraspinalBone: 1, vertebrae: 2, organs: 'removable', primary: 'worst', palsy: 'D' },
      gives: { total: 5, band: 'up-to-3-months' },
    },
    {
      name: 'Kidney, removable organ metastasis: bottom of 12 months or less',
      answers: { kps: 70, extraspinalBone: 1, vertebrae: 2, organs: 'removable', primary: 'middle', palsy: 'D' },
      gives: { total: 6, band: 'up-to-12-months' },
    },
    {
      name: 'Kidney, no palsy: top of 12 months or less',
      answers: { kps: 70, extraspinalBone: 1, vertebrae: 2, organs: 'none', primary: 'middle', palsy: 'E' },
      gives: { total: 8, band: 'up-to-12-months' },
    },
    {
      name: 'Breast, no palsy: bottom of 12 months or more',
      answers: { kps: 70, extraspinalBone: 1, vertebrae: 2, organs: 'none', primary: 'best', palsy: 'E' },
      gives: { total: 9, band: '12-months-or-more' },
    },
    { name: 'KPS 0', answers: { kps: 0 }, gives: { stop: 'not-applicable' } },
    {
      name: 'Primary not stated',
      answers: { kps: 70, extraspinalBone: 1, vertebrae: 2, organs: 'none', palsy: 'D' },
      gives: { between: [6, 8], missing: ['primary'] },
    },
  ],
})
