import { expect, test } from 'vitest'
import { backDatedWords } from './back-dated'
import { fact } from './testing-facts'

// Test facts are entered on 24-Nov-2026 at 13:02.
const words = (value: unknown) => backDatedWords(fact(value), 'Europe/London')

test.each([
  ['2026-11-24T12:02+00:00', null],
  ['2026-11-24T12:01+00:00', 'back-dated by 1\u00a0h 1\u00a0min'],
  ['2026-11-24T13:01+01:00', 'back-dated by 1\u00a0h 1\u00a0min'],
  ['2026-11-21T12:02+00:00', 'back-dated by 3\u00a0d 1\u00a0h'],
  ['2026-11-24', null],
  ['2026-11-22', 'back-dated by 2\u00a0d'],
  ['2026-11', null],
  ['2026-10', 'back-dated by 24\u00a0d'],
])('PATHWAY 0.3: a time of %s is %j', (value, expected) => expect(words(value)).toBe(expected))

test('what is not known is not back-dated', () => {
  expect(backDatedWords(fact(null, 'pending'), 'Europe/London')).toBeNull()
})
