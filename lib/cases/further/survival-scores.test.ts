import { expect, test } from 'vitest'
import { furthestApart, survivalFiguresOf } from '@/lib/clinical/survival-figures'
import { furtherSurvivalScores } from './survival-scores'
import { fileOf, today, whole } from './testing-whole-case'

test('of the further scores Mizumoto alone says something of time, with every median that is still possible', () => {
  const scores = furtherSurvivalScores(fileOf(whole()), today)
  expect(scores.map(({ instrument }) => instrument)).toEqual(['mizumoto'])
  expect(scores.flatMap(survivalFiguresOf)).toEqual([
    { kind: 'median', months: 27.1 },
    { kind: 'median', months: 5.4 },
  ])
  expect(furthestApart(scores)).toBeNull()
})

test('a case of which nothing is known leaves all three', () => {
  expect(furtherSurvivalScores(fileOf({}, null), today).flatMap(survivalFiguresOf)).toHaveLength(3)
})
