import { read, readAny } from '../instrument'
import { tokuhashiOriginal } from '../instruments/tokuhashi-original'
import { tokuhashiRevised } from '../instruments/tokuhashi-revised'
import { refusalOf, vectorsOf } from './vector'

/** REFERENCE 14: Tokuhashi revised, Tokuhashi original. */
export const tokuhashiVectors = [
  ...vectorsOf('Tokuhashi revised', [
    [
      'KPS 90; extraspinal foci 0; vertebrae 1; organ none; breast; Frankel E',
      '15, band 12-15',
      () =>
        read(tokuhashiRevised, {
          kps: 90,
          extraspinalBone: 0,
          vertebrae: 1,
          organs: 'none',
          primary: 'best',
          palsy: 'E',
        }),
      { kind: 'complete', total: 15, band: { id: '1-year-or-more' } },
    ],
    [
      'KPS 40; extraspinal foci 3; vertebrae 3; organ unremovable; lung; Frankel B',
      '0, band 0-8',
      () =>
        read(tokuhashiRevised, {
          kps: 40,
          extraspinalBone: 3,
          vertebrae: 3,
          organs: 'unremovable',
          primary: 'worst',
          palsy: 'B',
        }),
      { kind: 'complete', total: 0, band: { id: 'under-6-months' } },
    ],
    [
      'KPS 70; extraspinal foci 1; vertebrae 2; organ none; kidney; Frankel D',
      '9, band 9-11',
      () =>
        read(tokuhashiRevised, {
          kps: 70,
          extraspinalBone: 1,
          vertebrae: 2,
          organs: 'none',
          primary: 'kidney-uterus',
          palsy: 'D',
        }),
      { kind: 'complete', total: 9, band: { id: '6-months-or-more' } },
    ],
    [
      'KPS 80; extraspinal foci 2; vertebrae 3; organ removable; prostate; Frankel C',
      '10, band 9-11',
      () =>
        read(tokuhashiRevised, {
          kps: 80,
          extraspinalBone: 2,
          vertebrae: 3,
          organs: 'removable',
          primary: 'best',
          palsy: 'C',
        }),
      { kind: 'complete', total: 10, band: { id: '6-months-or-more' } },
    ],
    [
      'KPS 60; extraspinal foci 0; vertebrae 3; organ unremovable; rectum; Frankel E',
      '9, band 9-11',
      () =>
        read(tokuhashiRevised, {
          kps: 60,
          extraspinalBone: 0,
          vertebrae: 3,
          organs: 'unremovable',
          primary: 'rectum',
          palsy: 'E',
        }),
      { kind: 'complete', total: 9, band: { id: '6-months-or-more' } },
    ],
    [
      'KPS 80; extraspinal foci 0; vertebrae 1; organ none; colon (others); Frankel E',
      '12, band 12-15',
      () =>
        read(tokuhashiRevised, {
          kps: 80,
          extraspinalBone: 0,
          vertebrae: 1,
          organs: 'none',
          primary: 'others',
          palsy: 'E',
        }),
      { kind: 'complete', total: 12, band: { id: '1-year-or-more' } },
    ],
    [
      'KPS 60; extraspinal foci 3; vertebrae 2; organ none; unknown primary; Frankel D',
      '6, band 0-8',
      () =>
        read(tokuhashiRevised, {
          kps: 60,
          extraspinalBone: 3,
          vertebrae: 2,
          organs: 'none',
          primary: 'poor',
          palsy: 'D',
        }),
      { kind: 'complete', total: 6, band: { id: 'under-6-months' } },
    ],
    [
      'Frankel recorded as modified grade D2',
      'palsy item 1 (counts as D)',
      () => read(tokuhashiRevised, { palsy: 'D2' }).lines.find(({ item }) => item === 'palsy'),
      { points: 1, state: 'known' },
    ],
    [
      'imported total 12 of 15 without item values',
      'reject',
      () => refusalOf(() => readAny(tokuhashiRevised, { total: 12 })),
      'AnswerRefused',
    ],
  ]),
  ...vectorsOf('Tokuhashi original', [
    [
      'KPS 90; extraspinal 0; vertebrae 1; organ none; thyroid; Frankel E',
      '12, band 9-12',
      () =>
        read(tokuhashiOriginal, {
          kps: 90,
          extraspinalBone: 0,
          vertebrae: 1,
          organs: 'none',
          primary: 'best',
          palsy: 'E',
        }),
      { kind: 'complete', total: 12, band: { id: '12-months-or-more' } },
    ],
    [
      'KPS 30; extraspinal 4; vertebrae 5; organ unremovable; stomach; Frankel A',
      '0, band 0-5',
      () =>
        read(tokuhashiOriginal, {
          kps: 30,
          extraspinalBone: 4,
          vertebrae: 5,
          organs: 'unremovable',
          primary: 'worst',
          palsy: 'A',
        }),
      { kind: 'complete', total: 0, band: { id: 'up-to-3-months' } },
    ],
    [
      'KPS 70; extraspinal 1; vertebrae 2; organ none; kidney; Frankel D',
      '7, band 6-8',
      () =>
        read(tokuhashiOriginal, {
          kps: 70,
          extraspinalBone: 1,
          vertebrae: 2,
          organs: 'none',
          primary: 'middle',
          palsy: 'D',
        }),
      { kind: 'complete', total: 7, band: { id: 'up-to-12-months' } },
    ],
    [
      'KPS 50; extraspinal 0; vertebrae 3; organ unremovable; lung; Frankel C',
      '4, band 0-5',
      () =>
        read(tokuhashiOriginal, {
          kps: 50,
          extraspinalBone: 0,
          vertebrae: 3,
          organs: 'unremovable',
          primary: 'worst',
          palsy: 'C',
        }),
      { kind: 'complete', total: 4, band: { id: 'up-to-3-months' } },
    ],
  ]),
]
