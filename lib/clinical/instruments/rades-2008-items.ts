import { cohortCaveat } from '../cohort-caveat'
import { defineInstrument } from '../instrument'
import { choose } from '../item'
import { interval, presence, walking } from './rades-items'

/** Rades survival score 2008 from its items, as remembered: they add up to one point more than published. Cancer 112:157 (REFERENCE 5.8, D10). */
export const rades2008Items = defineInstrument({
  id: 'rades-2008-items',
  version: 1,
  form: 'sum',
  title: 'Rades 2008, survival, from its items',
  asks: 'How likely is a patient with cord compression to live 6 months after radiotherapy?',
  source: 'Rades D et al. Cancer 2008;112:157–161; simplified in Cancer 2010',
  status: 'M',
  heldBack: 'The points of the items are remembered and add up to 46, one more than the published 45.',
  direction: 'higher-better',
  items: {
    primary: choose('Primary tumour', {
      breast: [8, 'Breast'],
      prostate: [7, 'Prostate'],
      'myeloma-lymphoma': [9, 'Myeloma or lymphoma'],
      lung: [3, 'Lung'],
      other: [4, 'Other'],
    }),
    otherBone: presence('Other bone metastases', 5, 7),
    visceral: presence('Visceral metastases', 2, 8),
    interval: interval(4, 7),
    walking: walking(7, 3),
    deficit: choose(
      'Time over which the motor deficit developed',
      { fast: [3, '1–7 days'], middle: [6, '8–14 days'], slow: [8, 'More than 14 days'] },
      {
        help: 'The score was made for patients with a deficit.',
        measured: { unit: 'days', min: 1, max: 999, read: (days) => ({ ids: [speedOf(days)] }) },
      },
    ),
  },
  bands: {
    '20-30': { range: [20, 30], label: '20–30', meaning: 'Validation cohort: 14 % alive at 6 months.' },
    '31-35': { range: [31, 35], label: '31–35', meaning: 'Validation cohort: 56 % alive at 6 months.' },
    '36-45': { range: [36, 45], label: '36–45', meaning: 'Validation cohort: 80 % alive at 6 months.' },
    beyond: { range: [46, 46], label: 'Beyond the published range', meaning: 'The published score ends at 45.' },
  },
  caveats: [cohortCaveat, { id: 'unconfirmed', text: 'Unconfirmed: the points of the items.' }],
  examples: [
    { name: 'Lung, everything unfavourable', answers: filled({}), gives: { total: 20, band: '20-30' } },
    {
      name: 'Breast, everything favourable',
      answers: favourable({ primary: 'breast' }),
      gives: { total: 45, band: '36-45' },
    },
    {
      name: 'Myeloma, everything favourable: beyond the published range',
      answers: favourable({ primary: 'myeloma-lymphoma' }),
      gives: { total: 46, band: 'beyond' },
    },
    {
      name: 'Lung without visceral metastases, deficit over 14 days, cannot walk: top of 20–30',
      answers: filled({ visceral: 'no', primary: 'other', deficit: { measured: 14, unit: 'days' } }),
      gives: { total: 30, band: '20-30' },
    },
    {
      name: 'Lung without visceral metastases, deficit over 15 days: bottom of 31–35',
      answers: filled({ visceral: 'no', deficit: { measured: 15, unit: 'days' } }),
      gives: { total: 31, band: '31-35' },
    },
    {
      name: 'Lung, walks, no visceral metastases, slow deficit: top of 31–35',
      answers: filled({ visceral: 'no', walking: 'yes', deficit: 'slow' }),
      gives: { total: 35, band: '31-35' },
    },
    {
      name: 'Another tumour, walks, no visceral metastases, slow deficit: bottom of 36–45',
      answers: filled({ primary: 'other', visceral: 'no', walking: 'yes', deficit: 'slow' }),
      gives: { total: 36, band: '36-45' },
    },
    {
      name: 'Speed of the deficit not known',
      answers: filled({ deficit: undefined }),
      gives: { between: [20, 25], missing: ['deficit'] },
    },
  ],
})

function speedOf(days: number): 'fast' | 'middle' | 'slow' {
  if (days <= 7) return 'fast'
  return days <= 14 ? 'middle' : 'slow'
}

/** The worst answer to every item but those that an example names. */
function filled<const A extends object>(answers: A) {
  return {
    primary: 'lung',
    otherBone: 'yes',
    visceral: 'yes',
    interval: { measured: 6, unit: 'months' },
    walking: 'no',
    deficit: { measured: 3, unit: 'days' },
    ...answers,
  } as const
}

/** The best answer to every item but the primary. */
function favourable<const P extends string>(primary: { primary: P }) {
  return {
    ...primary,
    otherBone: 'no',
    visceral: 'no',
    interval: { measured: 40, unit: 'months' },
    walking: 'yes',
    deficit: { measured: 20, unit: 'days' },
  } as const
}
