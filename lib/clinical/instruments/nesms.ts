import { cohortCaveat } from '../cohort-caveat'
import { defineInstrument } from '../instrument'
import { choose, count } from '../item'
import { laboratory } from '../laboratory-item'

/** New England Spinal Metastasis Score 2015: at most three points. Ghori 2015, Schoenfeld 2021 (REFERENCE 5.7). */
export const nesms = defineInstrument({
  id: 'nesms',
  version: 1,
  form: 'sum',
  ceiling: 3,
  title: 'NESMS',
  asks: 'How likely is death within a year, by tumour load, walking and albumin?',
  source: 'Ghori AK et al. Spine J 2015; Schoenfeld AJ et al. Spine J 2021;21:28–36',
  status: 'V2',
  direction: 'higher-better',
  items: {
    bauer: count('Modified Bauer total', {}, [
      ['low', 0, 2, 0, '0–2'],
      ['high', 3, 4, 2, '3–4'],
    ]),
    walking: choose(
      'Walking',
      { intact: [1, 'Without help'], lost: [0, 'Cannot walk'] },
      {
        also: {
          'with-aid': {
            label: 'Walks with an aid',
            oneOf: ['intact', 'lost'],
            caveat: {
              id: 'aid_not_defined',
              text: 'No source says whether walking with an aid scores: both readings stay possible.',
            },
          },
        },
      },
    ),
    albumin: laboratory(
      'albumin',
      { normal: [1, '3.5 g/dL (35 g/L) or more'], low: [0, 'Under 3.5 g/dL (35 g/L)'] },
      { unit: 'g/dL', limits: [1, 7], read: (value) => (value >= 3.5 ? 'normal' : 'low') },
    ),
  },
  bands: {
    none: { range: [0, 0], label: 'Score 0', meaning: 'Odds of death within 1 year higher than with score 1.' },
    one: {
      range: [1, 1],
      label: 'Score 1',
      meaning: 'Odds of death within 1 year 31.3 times those of score 3 (8.82–111.04).',
    },
    two: {
      range: [2, 2],
      label: 'Score 2',
      meaning: 'Odds of death within 1 year 7.04 times those of score 3 (2.47–20.08).',
    },
    three: { range: [3, 3], label: 'Score 3', meaning: 'The class that the others are compared with.' },
  },
  caveats: [
    cohortCaveat,
    { id: 'cohort_180', text: 'Prospective cohort: 180 patients, 56 % dead at 1 year; operated, irradiated or both.' },
    {
      id: 'unconfirmed',
      text: 'Unconfirmed: the limits of 3 points for modified Bauer and of 3.5 g/dL for albumin.',
    },
  ],
  examples: [
    {
      name: 'Bauer 4, walks, albumin normal: the ceiling is 3',
      answers: { bauer: 4, walking: 'intact', albumin: { measured: 4, unit: 'g/dL' } },
      gives: { total: 3, band: 'three' },
    },
    {
      name: 'Bauer 3, cannot walk, low albumin',
      answers: { bauer: 3, walking: 'lost', albumin: { measured: 3, unit: 'g/dL' } },
      gives: { total: 2, band: 'two' },
    },
    {
      name: 'Bauer 2, walks, albumin 34 g/L',
      answers: { bauer: 2, walking: 'intact', albumin: { measured: 34, unit: 'g/L' } },
      gives: { total: 1, band: 'one' },
    },
    {
      name: 'Bauer 1, cannot walk, low albumin',
      answers: { bauer: 1, walking: 'lost', albumin: { measured: 3.4, unit: 'g/dL' } },
      gives: { total: 0, band: 'none' },
    },
    {
      name: 'Bauer 4, walks with an aid, albumin normal: both readings agree',
      answers: { bauer: 4, walking: 'with-aid', albumin: { measured: 36, unit: 'g/L' } },
      gives: { total: 3, band: 'three' },
    },
    {
      name: 'Bauer 2, walks with an aid, albumin normal',
      answers: { bauer: 2, walking: 'with-aid', albumin: { measured: 4, unit: 'g/dL' } },
      gives: { between: [1, 2], missing: ['walking'] },
    },
    {
      name: 'Bauer 3, walks, albumin not known: the ceiling settles it',
      answers: { bauer: 3, walking: 'intact' },
      gives: { total: 3, band: 'three' },
    },
    {
      name: 'Bauer 2, walks, albumin not known',
      answers: { bauer: 2, walking: 'intact' },
      gives: { between: [1, 2], missing: ['albumin'] },
    },
  ],
})
