import { cohortCaveat } from '../cohort-caveat'
import { defineInstrument } from '../instrument'
import { choose, count } from '../item'

/** Oswestry Spinal Risk Index 2013: tumour class plus two minus general condition. Bone Joint J 95-B:210 (REFERENCE 5.11). */
export const osri = defineInstrument({
  id: 'osri',
  version: 1,
  form: 'sum',
  title: 'Oswestry Spinal Risk Index',
  asks: 'How short may survival be, by primary tumour and general condition?',
  source: 'Balain B et al. Bone Joint J 2013;95-B:210–216',
  status: 'M',
  heldBack: 'The formula is confirmed, the tumour groups are remembered.',
  direction: 'higher-worse',
  items: {
    primary: choose('Primary tumour pathology', {
      slow: [1, 'Slow: breast, thyroid, prostate, myeloma'],
      moderate: [2, 'Moderate: kidney, uterus and similar'],
      rapid: [4, 'Rapid: stomach, colon, liver, melanoma, pancreas, rectum, unknown'],
      'very-rapid': [5, 'Very rapid: lung'],
    }),
    kps: count('General condition (KPS)', { step: 10 }, [
      ['dead', 0, 0, 0, 'Dead', { stop: { kind: 'not-applicable', why: 'KPS 0 means the patient has died.' } }],
      ['poor', 10, 40, 2, 'Poor, 10–40'],
      ['moderate', 50, 70, 1, 'Moderate, 50–70'],
      ['good', 80, 100, 0, 'Good, 80–100'],
    ]),
  },
  bands: {
    total: {
      range: [1, 7],
      label: 'Risk index',
      meaning: 'The survival figures of the paper are not confirmed and not shown.',
    },
  },
  caveats: [cohortCaveat, { id: 'unconfirmed', text: 'Unconfirmed: the groups of primary tumours.' }],
  examples: [
    { name: 'Slow, KPS 90', answers: { primary: 'slow', kps: 90 }, gives: { total: 1 } },
    { name: 'Moderate, KPS 60', answers: { primary: 'moderate', kps: 60 }, gives: { total: 3 } },
    { name: 'Rapid, KPS 70', answers: { primary: 'rapid', kps: 70 }, gives: { total: 5 } },
    { name: 'Lung, KPS 40', answers: { primary: 'very-rapid', kps: 40 }, gives: { total: 7 } },
    { name: 'KPS not stated', answers: { primary: 'rapid' }, gives: { between: [4, 6], missing: ['kps'] } },
  ],
})
