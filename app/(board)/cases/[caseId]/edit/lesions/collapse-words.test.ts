import { describe, expect, test } from 'vitest'
import { collapseEcho, collapseQuestion } from './collapse-words'

describe('a measured loss of height', () => {
  test.each([
    [60, null, '→ More than 50 % collapse, 3 points'],
    [51, null, '→ More than 50 % collapse, 3 points'],
    [49, 'gt50', '→ Less than 50 % collapse, 2 points'],
    [50, null, 'This needs one more answer.'],
    [50, 'some', 'This needs one more answer.'],
    [50, 'gt50', '→ More than 50 % collapse, 3 points'],
    [0, null, 'This needs one more answer.'],
    [0, 'involved', '→ No collapse, more than 50 % of the body involved, 1 point'],
  ])('%i %% with %j by eye reads %s', (percent, chosen, words) => expect(collapseEcho(percent, chosen)).toBe(words))

  test('asks back at exactly 50 % and at none, with both answers and their points', () => {
    expect(collapseQuestion(50, null)?.choices.map(({ id }) => id)).toEqual(['lt50', 'gt50'])
    expect(collapseQuestion(0, null)?.choices.map(({ label }) => label)).toEqual([
      'No collapse, more than 50 % of the body involved, 1 point',
      'No collapse, 50 % of the body or less involved, 0 points',
    ])
  })

  test('asks nothing once it is settled', () => {
    expect(collapseQuestion(50, 'lt50')).toBeNull()
    expect(collapseQuestion(60, null)).toBeNull()
  })
})
