import { defineInstrument } from '../instrument'
import { ranked } from '../item'

/** Subgrades of modified Frankel versions with the letter that every score uses. REFERENCE 3.4. */
const frankelSubgrades = {
  B1: 'B',
  B2: 'B',
  B3: 'B',
  C1: 'C',
  C2: 'C',
  D0: 'D',
  D1: 'D',
  D2: 'D',
  D3: 'D',
} as const

/** Frankel grade of a spinal cord deficit (REFERENCE 3.4). */
export const frankel = defineInstrument({
  id: 'frankel',
  version: 1,
  form: 'grade',
  title: 'Frankel grade',
  asks: 'How much power and feeling is left below the lesion?',
  source: 'Frankel grade, as reproduced in josr-online s13018-018-0735-z, Table 2',
  status: 'V2+',
  direction: 'label',
  items: {
    grade: ranked(
      'Frankel grade',
      [
        ['A', 'Complete motor and sensory loss'],
        ['B', 'Some sensation, no motor power'],
        ['C', 'Some motor power, of no practical use'],
        ['D', 'Useful motor power; legs move, many walk with or without an aid'],
        ['E', 'No weakness, sensory or sphincter disturbance; reflexes may be abnormal'],
      ],
      { also: frankelSubgrades },
    ),
  },
  examples: [
    { name: 'Walks with a frame', answers: { grade: 'D' }, gives: { grade: 'D' } },
    { name: 'Modified grade D2 counts as D', answers: { grade: 'D2' }, gives: { grade: 'D' } },
    { name: 'Not stated', answers: {}, gives: { missing: ['grade'] } },
  ],
})

export type FrankelGrade = (typeof frankel.items.grade.cells)[number]['id']
