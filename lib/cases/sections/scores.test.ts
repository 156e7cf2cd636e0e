import { expect, test } from 'vitest'
import { declaredInstruments } from '@/lib/clinical/instruments/instruments'
import { caseScores, itemsOfScore, levelScores } from './scores'

test('an instrument that asks for a level is read at a level, whether it is offered yet or not', () => {
  const asking = declaredInstruments.filter((one) => itemsOfScore(one).some(([, { kind }]) => kind === 'level'))
  expect(asking.map(({ id }) => id)).toContain('taneichi')
  expect(asking.filter(({ readAt }) => readAt !== 'vertebra')).toEqual([])
})

test('where a further score is read follows from its declaration', () => {
  expect(levelScores.map(({ id }) => id)).toEqual(['fracture-after-sbrt', 'genant'])
  expect(caseScores.filter(({ readAt }) => readAt === 'vertebra')).toEqual([])
})
