import { cohortCaveat } from '../cohort-caveat'
import { defineInstrument } from '../instrument'
import { choose, count } from '../item'
import { interval, presence, walking } from './rades-items'

const fit = 'The cohort had no patient with ECOG 0 or 1.'

/** Rades 2013: death within two months of radiotherapy for cord compression (REFERENCE 5.9). */
export const rades2013 = defineInstrument({
  id: 'rades-2013',
  version: 1,
  form: 'sum',
  title: 'Rades 2013, short survival',
  asks: 'May a patient with cord compression die within 2 months of radiotherapy?',
  source: 'Rades D et al. 2013, short-survival score, as reproduced at medicalalgorithms.com',
  status: 'V2',
  direction: 'higher-worse',
  items: {
    ecog: count('Performance status (ECOG)', {}, [
      ['fit', 0, 1, 0, 'ECOG 0–1', { stop: { kind: 'not-applicable', why: fit } }],
      ['limited', 2, 2, 0, 'ECOG 2'],
      ['poor', 3, 4, 4, 'ECOG 3–4'],
      ['dead', 5, 5, 0, 'Dead', { stop: { kind: 'not-applicable', why: 'ECOG 5 means the patient has died.' } }],
    ]),
    primary: choose('Primary tumour', {
      breast: [1, 'Breast'],
      prostate: [2, 'Prostate'],
      'myeloma-lymphoma': [1, 'Myeloma or lymphoma'],
      lung: [3, 'Lung'],
      other: [3, 'Other'],
    }),
    otherBone: presence('Other bone metastases', 3, 1),
    visceral: presence('Visceral metastases', 4, 1),
    interval: interval(3, 1),
    walking: walking(1, 4),
    deficit: choose(
      'Time over which the motor deficit developed',
      { fast: [4, '7 days or less'], slow: [1, 'More than 7 days'] },
      {
        measured: {
          unit: 'days',
          min: 0,
          max: 999,
          read: (days) => ({ ids: [days <= 7 ? ('fast' as const) : ('slow' as const)] }),
        },
      },
    ),
  },
  bands: {
    below: { range: [6, 18], label: 'Below the limit', meaning: 'Below 19 points: the score raises no flag.' },
    short: {
      range: [19, 25],
      label: 'Short survival',
      meaning:
        'Paper, 19 points or more: may not benefit from aggressive treatment. Sensitivity 81 %, specificity 84 %, negative predictive value 95 %.',
    },
  },
  caveats: [cohortCaveat],
  examples: [
    {
      name: 'Everything unfavourable',
      answers: filled({}),
      gives: { total: 25, band: 'short' },
    },
    {
      name: 'Breast, ECOG 2, everything favourable',
      answers: {
        ecog: 2,
        primary: 'breast',
        otherBone: 'no',
        visceral: 'no',
        interval: { measured: 30, unit: 'months' },
        walking: 'yes',
        deficit: { measured: 20, unit: 'days' },
      },
      gives: { total: 6, band: 'below' },
    },
    {
      name: 'Prostate, no visceral metastases, cannot walk after 7 days',
      answers: filled({
        primary: 'prostate',
        visceral: 'no',
        interval: { measured: 15, unit: 'months' },
        deficit: { measured: 7, unit: 'days' },
      }),
      gives: { total: 21, band: 'short' },
    },
    {
      name: 'Lung, walks, no visceral metastases: bottom of short survival',
      answers: filled({ walking: 'yes', visceral: 'no' }),
      gives: { total: 19, band: 'short' },
    },
    {
      name: 'Prostate, walks, no visceral metastases: just below the limit',
      answers: filled({ primary: 'prostate', walking: 'yes', visceral: 'no' }),
      gives: { total: 18, band: 'below' },
    },
    { name: 'ECOG 1', answers: { ecog: 1 }, gives: { stop: 'not-applicable' } },
    {
      name: 'Speed of the deficit not known',
      answers: filled({ walking: 'yes', deficit: undefined }),
      gives: { between: [19, 22], missing: ['deficit'] },
    },
  ],
})

/** The worst answer to every item but those that an example names. */
function filled<const A extends object>(answers: A) {
  return {
    ecog: 3,
    primary: 'lung',
    otherBone: 'yes',
    visceral: 'yes',
    interval: { measured: 6, unit: 'months' },
    walking: 'no',
    deficit: { measured: 3, unit: 'days' },
    ...answers,
  } as const
}
