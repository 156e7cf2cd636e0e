import { katagiri } from '../instruments/katagiri'
import { tokuhashiRevised } from '../instruments/tokuhashi-revised'
import type { Item } from '../item'
import type { Mapped } from '../primary-kinds'
import { mapPrimary } from '../primary-tumour'
import { vectorsOf } from './vector'

/** What is mapped, with the points of its item. */
const pointsOf = (item: Item, mapped: Mapped<string>) =>
  mapped.how === 'must-choose'
    ? mapped
    : { ...mapped, points: item.cells.find(({ id }) => id === mapped.value)?.points }

/** REFERENCE 14: Primary mapping. */
export const primaryMappingVectors = [
  ...vectorsOf('Primary mapping', [
    [
      'colon, Tokuhashi revised',
      '2 (others)',
      () => pointsOf(tokuhashiRevised.items.primary, mapPrimary({ id: 'colon' }).tokuhashiRevised),
      { points: 2, how: 'others-rule' },
    ],
    [
      'rectum, Tokuhashi revised',
      '4',
      () => pointsOf(tokuhashiRevised.items.primary, mapPrimary({ id: 'rectum' }).tokuhashiRevised),
      { points: 4 },
    ],
    [
      'prostate, Bauer items 2 and 3',
      '1 and 0',
      () => mapPrimary({ id: 'prostate' }).bauerModified,
      { value: 'other' },
    ],
    [
      'EGFR lung on osimertinib, Katagiri group',
      'moderate (2)',
      () =>
        pointsOf(katagiri.items.primary, mapPrimary({ id: 'lung-non-small-cell', targetedDrugActive: true }).katagiri),
      { value: 'moderate', points: 2 },
    ],
    [
      'EGFR lung, no targeted drug planned, Katagiri',
      'rapid (3)',
      () =>
        pointsOf(katagiri.items.primary, mapPrimary({ id: 'lung-non-small-cell', targetedDrugActive: false }).katagiri),
      { value: 'rapid', points: 3 },
    ],
  ]),
]
