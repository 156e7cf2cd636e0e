import { read } from '../instrument'
import { mizumoto } from '../instruments/mizumoto'
import { somas } from '../instruments/somas'
import { vectorsOf } from './vector'

/** REFERENCE 14: Mizumoto, SOMAS. */
export const riskOfTreatmentVectors = [
  ...vectorsOf('Mizumoto', [
    [
      'favourable; PS 1; calcium normal; no visceral; no chemotherapy; single bone; age 60',
      '0, group A',
      () =>
        read(mizumoto, {
          tumour: 'favourable',
          ecog: 1,
          hypercalcaemia: 'no',
          visceral: 'none',
          chemotherapy: 'no',
          bone: 'solitary',
          age: { measured: 60, unit: 'years' },
        }),
      { kind: 'complete', total: 0, band: { id: 'group-a' } },
    ],
    [
      'unfavourable; PS 3; hypercalcaemia; visceral; chemotherapy; multiple; age 75',
      '14, group C',
      () =>
        read(mizumoto, {
          tumour: 'unfavourable',
          ecog: 3,
          hypercalcaemia: 'yes',
          visceral: 'present',
          chemotherapy: 'yes',
          bone: 'multiple',
          age: { measured: 75, unit: 'years' },
        }),
      { kind: 'complete', total: 14, band: { id: 'group-c' } },
    ],
    [
      'unfavourable; PS 1; calcium normal; no visceral; no chemotherapy; multiple; age 70',
      '4, group A',
      () =>
        read(mizumoto, {
          tumour: 'unfavourable',
          ecog: 1,
          hypercalcaemia: 'no',
          visceral: 'none',
          chemotherapy: 'no',
          bone: 'multiple',
          age: { measured: 70, unit: 'years' },
        }),
      { kind: 'complete', total: 4, band: { id: 'group-a' } },
    ],
    [
      'same, age 71',
      '5, group B',
      () =>
        read(mizumoto, {
          tumour: 'unfavourable',
          ecog: 1,
          hypercalcaemia: 'no',
          visceral: 'none',
          chemotherapy: 'no',
          bone: 'multiple',
          age: { measured: 71, unit: 'years' },
        }),
      { kind: 'complete', total: 5, band: { id: 'group-b' } },
    ],
    [
      'favourable; PS 3; calcium normal; visceral; chemotherapy; multiple; age 80',
      '9, group B',
      () =>
        read(mizumoto, {
          tumour: 'favourable',
          ecog: 3,
          hypercalcaemia: 'no',
          visceral: 'present',
          chemotherapy: 'yes',
          bone: 'multiple',
          age: { measured: 80, unit: 'years' },
        }),
      { kind: 'complete', total: 9, band: { id: 'group-b' } },
    ],
    [
      'same, hypercalcaemia',
      '11, group C',
      () =>
        read(mizumoto, {
          tumour: 'favourable',
          ecog: 3,
          hypercalcaemia: 'yes',
          visceral: 'present',
          chemotherapy: 'yes',
          bone: 'multiple',
          age: { measured: 80, unit: 'years' },
        }),
      { kind: 'complete', total: 11, band: { id: 'group-c' } },
    ],
    [
      'tumour class missing; PS 0; calcium normal; no visceral; chemotherapy; multiple; age 50',
      'incomplete; possible 3 or 6, groups A or B',
      () =>
        read(mizumoto, {
          ecog: 0,
          hypercalcaemia: 'no',
          visceral: 'none',
          chemotherapy: 'yes',
          bone: 'multiple',
          age: { measured: 50, unit: 'years' },
        }),
      {
        kind: 'incomplete',
        between: [3, 6],
        missing: [{ item: 'tumour' }],
        bands: [{ id: 'group-a' }, { id: 'group-b' }],
      },
    ],
  ]),
  ...vectorsOf('SOMAS', [
    [
      'age 60; albumin normal; KPS 80; Frankel E; one level',
      '0, 4.6 %',
      () =>
        read(somas, { age: { measured: 60, unit: 'years' }, kps: 80, palsy: 'E', levels: 'other', albumin: 'normal' }),
      { kind: 'complete', total: 0, band: { meaning: 'Cohort: a complication in 4.6 %.' } },
    ],
    [
      'age 70; albumin normal; KPS 80; Frankel E; one level',
      '1, 30.0 %',
      () =>
        read(somas, { age: { measured: 70, unit: 'years' }, kps: 80, palsy: 'E', levels: 'other', albumin: 'normal' }),
      { kind: 'complete', total: 1, band: { meaning: 'Cohort: a complication in 30 %.' } },
    ],
    [
      'age 69; albumin low; KPS 60; Frankel C; one level',
      '2, 53.9 %',
      () => read(somas, { age: { measured: 69, unit: 'years' }, kps: 60, palsy: 'C', levels: 'other', albumin: 'low' }),
      { kind: 'complete', total: 2, band: { meaning: 'Cohort: a complication in 53.9 %.' } },
    ],
    [
      'age 72; albumin low; KPS 40; Frankel B; T7–T8 contiguous',
      '5, 64.7 %',
      () =>
        read(somas, {
          age: { measured: 72, unit: 'years' },
          kps: 40,
          palsy: 'B',
          levels: 'multilevel',
          albumin: 'low',
        }),
      { kind: 'complete', total: 5, band: { meaning: 'Cohort: a complication in 64.7 %.' } },
    ],
    [
      'age 65; albumin normal; KPS 50; Frankel D; T4 and T9 (not contiguous)',
      '0, 4.6 %',
      () =>
        read(somas, { age: { measured: 65, unit: 'years' }, kps: 50, palsy: 'D', levels: 'other', albumin: 'normal' }),
      { kind: 'complete', total: 0, band: { meaning: 'Cohort: a complication in 4.6 %.' } },
    ],
    [
      'age 75; albumin missing; KPS 70; Frankel E; one level',
      'incomplete; possible 1–2',
      () => read(somas, { age: { measured: 75, unit: 'years' }, kps: 70, palsy: 'E', levels: 'other' }),
      { kind: 'incomplete', between: [1, 2] },
    ],
  ]),
]
