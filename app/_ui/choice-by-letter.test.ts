import { expect, test } from 'vitest'
import { choiceByLetter } from './choice-by-letter'

const answers = ['Normal', 'Urgency or hesitancy', 'Retention', 'Incontinence', 'Not testable', '0: fully active']

test.each([
  ['r', -1, 2],
  ['R', 4, 2],
  ['n', -1, 0],
  ['n', 0, 4],
  ['n', 4, 0],
  ['0', -1, 5],
  ['u', 1, 1],
  ['x', -1, null],
  [' ', -1, null],
  ['Tab', -1, null],
  ['*', -1, null],
] as const)('%s after choice %s is choice %s', (key, at, meant) => {
  expect(choiceByLetter(answers, at, key)).toBe(meant)
})

test('there is nothing to choose in an empty list', () => {
  expect(choiceByLetter([], -1, 'n')).toBeNull()
})
