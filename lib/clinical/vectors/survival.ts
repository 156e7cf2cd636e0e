import { read } from '../instrument'
import { bauerModified } from '../instruments/bauer-modified'
import { bauerOriginal } from '../instruments/bauer-original'
import { bollen } from '../instruments/bollen'
import { osri } from '../instruments/osri'
import { tomita } from '../instruments/tomita'
import { vanDerLinden } from '../instruments/van-der-linden'
import { vectorsOf } from './vector'

/** REFERENCE 14: Tomita, Bauer modified, Bauer original, van der Linden, OSRI (groups M), Bollen (flow M). */
export const survivalVectors = [
  ...vectorsOf('Tomita', [
    [
      'slow; visceral none; bone solitary',
      '2, band 2-3',
      () => read(tomita, { growth: 'slow', visceral: 'none', bone: 'solitary' }),
      { kind: 'complete', total: 2, band: { id: 'long-term' } },
    ],
    [
      'slow; visceral treatable; bone multiple',
      '5, band 4-5',
      () => read(tomita, { growth: 'slow', visceral: 'treatable', bone: 'multiple' }),
      { kind: 'complete', total: 5, band: { id: 'middle-term' } },
    ],
    [
      'moderate; visceral treatable; bone multiple',
      '6, band 6-7',
      () => read(tomita, { growth: 'moderate', visceral: 'treatable', bone: 'multiple' }),
      { kind: 'complete', total: 6, band: { id: 'short-term' } },
    ],
    [
      'rapid; visceral none; bone multiple',
      '6, band 6-7',
      () => read(tomita, { growth: 'rapid', visceral: 'none', bone: 'multiple' }),
      { kind: 'complete', total: 6, band: { id: 'short-term' } },
    ],
    [
      'rapid; visceral untreatable; bone multiple',
      '10, band 8-10',
      () => read(tomita, { growth: 'rapid', visceral: 'untreatable', bone: 'multiple' }),
      { kind: 'complete', total: 10, band: { id: 'terminal-care' } },
    ],
    [
      'rapid; visceral untreatable; bone solitary',
      '9, band 8-10',
      () => read(tomita, { growth: 'rapid', visceral: 'untreatable', bone: 'solitary' }),
      { kind: 'complete', total: 9, band: { id: 'terminal-care' } },
    ],
  ]),
  ...vectorsOf('Bauer modified', [
    [
      'no visceral True; solitary True; breast',
      '4, band 3-4',
      () => read(bauerModified, { visceral: 'none', primary: 'favourable', skeletal: 'solitary' }),
      { kind: 'complete', total: 4, band: { id: 'over-12-months' } },
    ],
    [
      'no visceral False; solitary False; lung',
      '0, band 0-1',
      () => read(bauerModified, { visceral: 'present', primary: 'lung', skeletal: 'multiple' }),
      { kind: 'complete', total: 0, band: { id: 'under-6-months' } },
    ],
    [
      'no visceral True; solitary False; colon',
      '2, band 2',
      () => read(bauerModified, { visceral: 'none', primary: 'other', skeletal: 'multiple' }),
      { kind: 'complete', total: 2, band: { id: 'over-6-months' } },
    ],
    [
      'no visceral False; solitary False; kidney',
      '2, band 2',
      () => read(bauerModified, { visceral: 'present', primary: 'favourable', skeletal: 'multiple' }),
      { kind: 'complete', total: 2, band: { id: 'over-6-months' } },
    ],
    [
      'no visceral True; solitary True; lung',
      '2, band 2',
      () => read(bauerModified, { visceral: 'none', primary: 'lung', skeletal: 'solitary' }),
      { kind: 'complete', total: 2, band: { id: 'over-6-months' } },
    ],
    [
      'no visceral True; solitary False; myeloma',
      '3, band 3-4',
      () => read(bauerModified, { visceral: 'none', primary: 'favourable', skeletal: 'multiple' }),
      { kind: 'complete', total: 3, band: { id: 'over-12-months' } },
    ],
    [
      'no visceral False; solitary False; prostate',
      '1, band 0-1',
      () => read(bauerModified, { visceral: 'present', primary: 'other', skeletal: 'multiple' }),
      { kind: 'complete', total: 1, band: { id: 'under-6-months' } },
    ],
  ]),
  ...vectorsOf('Bauer original', [
    [
      'no visceral True; solitary True; breast; no pathological fracture True',
      '5, band 4-5',
      () => read(bauerOriginal, { visceral: 'none', primary: 'favourable', skeletal: 'solitary', fracture: 'none' }),
      { kind: 'complete', total: 5, band: { id: 'over-12-months' } },
    ],
    [
      'no visceral True; solitary False; breast; no pathological fracture False',
      '3, band 2-3',
      () => read(bauerOriginal, { visceral: 'none', primary: 'favourable', skeletal: 'multiple', fracture: 'present' }),
      { kind: 'complete', total: 3, band: { id: 'over-6-months' } },
    ],
    [
      'no visceral False; solitary False; prostate; no pathological fracture True',
      '2, band 2-3',
      () => read(bauerOriginal, { visceral: 'present', primary: 'other', skeletal: 'multiple', fracture: 'none' }),
      { kind: 'complete', total: 2, band: { id: 'over-6-months' } },
    ],
    [
      'no visceral False; solitary False; lung; no pathological fracture False',
      '0, band 0-1',
      () => read(bauerOriginal, { visceral: 'present', primary: 'lung', skeletal: 'multiple', fracture: 'present' }),
      { kind: 'complete', total: 0, band: { id: 'under-6-months' } },
    ],
  ]),
  ...vectorsOf('van der Linden', [
    [
      'KPS 90; breast; visceral present False',
      '6, group C',
      () => read(vanDerLinden, { kps: 90, primary: 'breast', visceral: 'none' }),
      { kind: 'complete', total: 6, band: { id: 'group-c' } },
    ],
    [
      'KPS 80; breast; visceral present True',
      '5, group B',
      () => read(vanDerLinden, { kps: 80, primary: 'breast', visceral: 'present' }),
      { kind: 'complete', total: 5, band: { id: 'group-b' } },
    ],
    [
      'KPS 60; lung; visceral present True',
      '2, group A',
      () => read(vanDerLinden, { kps: 60, primary: 'lung', visceral: 'present' }),
      { kind: 'complete', total: 2, band: { id: 'group-a' } },
    ],
    [
      'KPS 70; prostate; visceral present False',
      '4, group B',
      () => read(vanDerLinden, { kps: 70, primary: 'prostate', visceral: 'none' }),
      { kind: 'complete', total: 4, band: { id: 'group-b' } },
    ],
    [
      'KPS 40; melanoma; visceral present True',
      '0, group A',
      () => read(vanDerLinden, { kps: 40, primary: 'other', visceral: 'present' }),
      { kind: 'complete', total: 0, band: { id: 'group-a' } },
    ],
  ]),
  ...vectorsOf('OSRI (groups M)', [
    ['PTP 1; KPS 90', '1', () => read(osri, { primary: 'slow', kps: 90 }), { kind: 'complete', total: 1 }],
    ['PTP 2; KPS 60', '3', () => read(osri, { primary: 'moderate', kps: 60 }), { kind: 'complete', total: 3 }],
    ['PTP 4; KPS 70', '5', () => read(osri, { primary: 'rapid', kps: 70 }), { kind: 'complete', total: 5 }],
    ['PTP 5; KPS 40', '7', () => read(osri, { primary: 'very-rapid', kps: 40 }), { kind: 'complete', total: 7 }],
  ]),
  ...vectorsOf('Bollen (flow M)', [
    [
      'favorable; KPS 90; visceral/brain False',
      'A',
      () => read(bollen, { profile: 'favourable', kps: 90, spread: 'no' }),
      { kind: 'complete', findings: [{ id: 'A' }] },
    ],
    [
      'favorable; KPS 60; visceral/brain True',
      'C',
      () => read(bollen, { profile: 'favourable', kps: 60, spread: 'yes' }),
      { kind: 'complete', findings: [{ id: 'C' }] },
    ],
    [
      'moderate; KPS 80; visceral/brain True',
      'B',
      () => read(bollen, { profile: 'moderate', kps: 80, spread: 'yes' }),
      { kind: 'complete', findings: [{ id: 'B' }] },
    ],
    [
      'unfavorable; KPS 70; visceral/brain False',
      'D',
      () => read(bollen, { profile: 'unfavourable', kps: 70, spread: 'no' }),
      { kind: 'complete', findings: [{ id: 'D' }] },
    ],
  ]),
]
