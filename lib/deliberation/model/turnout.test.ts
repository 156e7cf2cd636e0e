import { expect, test } from 'vitest'
import { castInWords, turnoutOf } from './turnout'

const person = (leftAt: string | null, specialty: 'spine-surgery' | null = 'spine-surgery') => ({
  userId: '4b8a4b43-9a0a-4f0e-8c51-0d7a8f5f0a01',
  name: 'S. Cutbush',
  specialty,
  remote: false,
  cameAt: '2026-11-24T08:00:00Z',
  leftAt,
})
const here = person(null)
const other = { userId: '4b8a4b43-9a0a-4f0e-8c51-0d7a8f5f0a02' }
const gone = { ...person('2026-11-24T08:30:00Z'), ...other }
const observerGone = { ...person('2026-11-24T08:30:00Z', null), ...other }

test.each([
  ['one of two has cast', 1, [here, here], 2, { outOf: 2, everybodyHere: 'not-yet' }],
  ['both have cast', 2, [here, here], 2, { outOf: 2, everybodyHere: 'cast' }],
  ['both have cast and one has left', 2, [here, gone], 1, { outOf: 2, everybodyHere: 'unknown' }],
  [
    'one has cast, and one of two has left: it may be that one',
    1,
    [here, gone],
    1,
    { outOf: 1, everybodyHere: 'unknown' },
  ],
  ['one has cast who never joined', 1, [], 0, { outOf: 1, everybodyHere: 'unknown' }],
  ['somebody without a vote has left', 1, [here, observerGone], 1, { outOf: 1, everybodyHere: 'cast' }],
  ['the one who left came back', 1, [person('2026-11-24T08:30:00Z'), here], 1, { outOf: 1, everybodyHere: 'cast' }],
  ['fewer ballots than members there, one has left', 1, [here, here, gone], 2, { outOf: 2, everybodyHere: 'not-yet' }],
])('%s', (_, cast, attendance, votersPresent, told) => {
  expect(turnoutOf({ cast, isCastHeld: false }, { attendance, votersPresent })).toEqual(told)
})

test('a count that stands still tells of nobody whether they have cast', () => {
  const held = { cast: 2, isCastHeld: true }
  for (const votersPresent of [2, 3]) {
    const room = { attendance: [here, here, here], votersPresent }
    expect(turnoutOf(held, room)).toEqual({ outOf: votersPresent, everybodyHere: 'unknown' })
    expect(castInWords(held, room)).toBe(`at least 2 of ${votersPresent} cast`)
    expect(castInWords({ ...held, isCastHeld: false }, room)).toBe(`2 of ${votersPresent} cast`)
  }
})
