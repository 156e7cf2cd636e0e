import { cohortCaveat } from '../cohort-caveat'
import { defineInstrument } from '../instrument'
import { choose, count } from '../item'
import { laboratory } from '../laboratory-item'

/** Spine Oncology Morbidity Assessment Score 2020: complications within 30 days of surgery (REFERENCE 12.7). */
export const somas = defineInstrument({
  id: 'somas',
  version: 1,
  form: 'sum',
  title: 'SOMAS',
  asks: 'How likely is a complication within 30 days of spine surgery?',
  source: 'Spine Oncology Morbidity Assessment Score, 2020 (abstract)',
  status: 'V1',
  direction: 'higher-worse',
  items: {
    age: choose(
      'Age',
      { under70: [0, 'Under 70 years'], over69: [1, '70 years or older'] },
      {
        measured: {
          unit: 'years',
          min: 18,
          max: 110,
          read: (years) => ({ ids: [years >= 70 ? ('over69' as const) : ('under70' as const)] }),
        },
      },
    ),
    albumin: laboratory(
      'albumin',
      { normal: [0, 'Normal'], low: [1, 'Low: under 3.5 g/dL (35 g/L), an assumed limit'] },
      {
        unit: 'g/dL',
        limits: [1, 7],
        read: (value) => (value < 3.5 ? 'low' : 'normal'),
        help: 'The abstract gives no limit; 3.5 g/dL (35 g/L) is assumed. Record the limit that was used.',
      },
    ),
    kps: count('General condition (KPS)', { step: 10 }, [
      ['dead', 0, 0, 0, 'Dead', { stop: { kind: 'not-applicable', why: 'KPS 0 means the patient has died.' } }],
      ['poor', 10, 40, 1, '10–40'],
      ['good', 50, 100, 0, '50–100'],
    ]),
    palsy: choose(
      'Palsy (Frankel)',
      { severe: [1, 'Frankel A, B or C'], slight: [0, 'Frankel D or E'] },
      { also: { A: 'severe', B: 'severe', C: 'severe', D: 'slight', E: 'slight' } },
    ),
    levels: choose(
      'Levels with disease',
      { multilevel: [1, 'Two or more vertebral bodies next to each other'], other: [0, 'One, or several apart'] },
      { help: 'Levels that do not touch each other do not score.' },
    ),
  },
  bands: {
    none: { range: [0, 0], label: '0 points', meaning: 'Cohort: a complication in 4.6 %.' },
    one: { range: [1, 1], label: '1 point', meaning: 'Cohort: a complication in 30 %.' },
    two: { range: [2, 2], label: '2 points', meaning: 'Cohort: a complication in 53.9 %.' },
    'three-or-more': { range: [3, 5], label: '3 points or more', meaning: 'Cohort: a complication in 64.7 %.' },
  },
  caveats: [
    cohortCaveat,
    {
      id: 'cohort_105',
      text: 'Cohort: 105 operated patients of one centre, 2013–2019. No external validation was found.',
    },
    { id: 'assumed_albumin', text: 'The limit for low albumin is assumed.' },
  ],
  examples: [
    {
      name: 'Aged 60, nothing unfavourable',
      answers: { age: { measured: 60, unit: 'years' }, albumin: 'normal', kps: 80, palsy: 'E', levels: 'other' },
      gives: { total: 0, band: 'none' },
    },
    {
      name: 'Aged 70',
      answers: { age: { measured: 70, unit: 'years' }, albumin: 'normal', kps: 80, palsy: 'E', levels: 'other' },
      gives: { total: 1, band: 'one' },
    },
    {
      name: 'Aged 69, albumin 34 g/L, Frankel C',
      answers: {
        age: { measured: 69, unit: 'years' },
        albumin: { measured: 34, unit: 'g/L' },
        kps: 60,
        palsy: 'C',
        levels: 'other',
      },
      gives: { total: 2, band: 'two' },
    },
    {
      name: 'The same with KPS 40: bottom of three or more',
      answers: {
        age: { measured: 69, unit: 'years' },
        albumin: { measured: 34, unit: 'g/L' },
        kps: 40,
        palsy: 'C',
        levels: 'other',
      },
      gives: { total: 3, band: 'three-or-more' },
    },
    {
      name: 'Everything unfavourable',
      answers: { age: { measured: 72, unit: 'years' }, albumin: 'low', kps: 40, palsy: 'B', levels: 'multilevel' },
      gives: { total: 5, band: 'three-or-more' },
    },
    {
      name: 'Aged 75, albumin not known',
      answers: { age: { measured: 75, unit: 'years' }, kps: 70, palsy: 'E', levels: 'other' },
      gives: { between: [1, 2], missing: ['albumin'] },
    },
  ],
})
