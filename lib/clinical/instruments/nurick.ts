import { defineInstrument } from '../instrument'
import { ranked } from '../item'

/** Nurick grade of myelopathy, 1972 (REFERENCE 3.6). */
export const nurick = defineInstrument({
  id: 'nurick',
  version: 1,
  form: 'grade',
  title: 'Nurick grade',
  asks: 'How far does the cord lesion limit walking and work?',
  source: 'Nurick 1972',
  status: 'V2',
  direction: 'higher-worse',
  items: {
    grade: ranked('Nurick grade', [
      ['0', 'Root signs only'],
      ['1', 'Cord signs, normal gait'],
      ['2', 'Mild difficulty in walking, still employed'],
      ['3', 'Difficulty in walking that prevents employment'],
      ['4', 'Walks only with assistance'],
      ['5', 'Chair- or bed-bound'],
    ]),
  },
  examples: [
    { name: 'Cord signs, walks normally', answers: { grade: '1' }, gives: { grade: '1' } },
    { name: 'Chair-bound', answers: { grade: '5' }, gives: { grade: '5' } },
    { name: 'Not stated', answers: {}, gives: { missing: ['grade'] } },
  ],
})
