import { read } from '../instrument'
import { rades2008Items } from '../instruments/rades-2008-items'
import { rades2013 } from '../instruments/rades-2013'
import { vectorsOf } from './vector'

/** REFERENCE 14: Rades 2008 (items M), Rades 2013. */
export const radesVectors = [
  ...vectorsOf('Rades 2008 (items M)', [
    [
      'lung; other bone True; visceral True; interval 6 mo; ambulatory False; deficit 3 d',
      '20, band 20-30',
      () =>
        read(rades2008Items, {
          primary: 'lung',
          otherBone: 'yes',
          visceral: 'yes',
          interval: { measured: 6, unit: 'months' },
          walking: 'no',
          deficit: { measured: 3, unit: 'days' },
        }),
      { kind: 'complete', total: 20, band: { id: '20-30' } },
    ],
    [
      'breast; other bone False; visceral False; interval 40 mo; ambulatory True; deficit 20 d',
      '45, band 36-45',
      () =>
        read(rades2008Items, {
          primary: 'breast',
          otherBone: 'no',
          visceral: 'no',
          interval: { measured: 40, unit: 'months' },
          walking: 'yes',
          deficit: { measured: 20, unit: 'days' },
        }),
      { kind: 'complete', total: 45, band: { id: '36-45' } },
    ],
    [
      'prostate; other bone True; visceral False; interval 10 mo; ambulatory True; deficit 10 d',
      '37, band 36-45',
      () =>
        read(rades2008Items, {
          primary: 'prostate',
          otherBone: 'yes',
          visceral: 'no',
          interval: { measured: 10, unit: 'months' },
          walking: 'yes',
          deficit: { measured: 10, unit: 'days' },
        }),
      { kind: 'complete', total: 37, band: { id: '36-45' } },
    ],
    [
      'other; other bone True; visceral True; interval 20 mo; ambulatory False; deficit 10 d',
      '27, band 20-30',
      () =>
        read(rades2008Items, {
          primary: 'other',
          otherBone: 'yes',
          visceral: 'yes',
          interval: { measured: 20, unit: 'months' },
          walking: 'no',
          deficit: { measured: 10, unit: 'days' },
        }),
      { kind: 'complete', total: 27, band: { id: '20-30' } },
    ],
    [
      'lung; other bone True; visceral False; interval 8 mo; ambulatory True; deficit 14 d',
      '33, band 31-35',
      () =>
        read(rades2008Items, {
          primary: 'lung',
          otherBone: 'yes',
          visceral: 'no',
          interval: { measured: 8, unit: 'months' },
          walking: 'yes',
          deficit: { measured: 14, unit: 'days' },
        }),
      { kind: 'complete', total: 33, band: { id: '31-35' } },
    ],
  ]),
  ...vectorsOf('Rades 2013', [
    [
      'ECOG 3; lung; other bone True; visceral True; interval 6 mo; ambulatory False; deficit 3 d',
      '25, ≥19 flag',
      () =>
        read(rades2013, {
          ecog: 3,
          primary: 'lung',
          otherBone: 'yes',
          visceral: 'yes',
          interval: { measured: 6, unit: 'months' },
          walking: 'no',
          deficit: { measured: 3, unit: 'days' },
        }),
      { kind: 'complete', total: 25, band: { id: 'short' } },
    ],
    [
      'ECOG 2; breast; other bone False; visceral False; interval 30 mo; ambulatory True; deficit 20 d',
      '6, no flag',
      () =>
        read(rades2013, {
          ecog: 2,
          primary: 'breast',
          otherBone: 'no',
          visceral: 'no',
          interval: { measured: 30, unit: 'months' },
          walking: 'yes',
          deficit: { measured: 20, unit: 'days' },
        }),
      { kind: 'complete', total: 6, band: { id: 'below' } },
    ],
    [
      'ECOG 3; prostate; other bone True; visceral False; interval 15 mo; ambulatory False; deficit 7 d',
      '21, ≥19 flag',
      () =>
        read(rades2013, {
          ecog: 3,
          primary: 'prostate',
          otherBone: 'yes',
          visceral: 'no',
          interval: { measured: 15, unit: 'months' },
          walking: 'no',
          deficit: { measured: 7, unit: 'days' },
        }),
      { kind: 'complete', total: 21, band: { id: 'short' } },
    ],
    [
      'ECOG 3; other; other bone True; visceral False; interval 24 mo; ambulatory True; deficit 10 d',
      '14, no flag',
      () =>
        read(rades2013, {
          ecog: 3,
          primary: 'other',
          otherBone: 'yes',
          visceral: 'no',
          interval: { measured: 24, unit: 'months' },
          walking: 'yes',
          deficit: { measured: 10, unit: 'days' },
        }),
      { kind: 'complete', total: 14, band: { id: 'below' } },
    ],
    [
      'ECOG 2; lung; other bone True; visceral True; interval 16 mo; ambulatory False; deficit 9 d',
      '16, no flag',
      () =>
        read(rades2013, {
          ecog: 2,
          primary: 'lung',
          otherBone: 'yes',
          visceral: 'yes',
          interval: { measured: 16, unit: 'months' },
          walking: 'no',
          deficit: { measured: 9, unit: 'days' },
        }),
      { kind: 'complete', total: 16, band: { id: 'below' } },
    ],
  ]),
]
