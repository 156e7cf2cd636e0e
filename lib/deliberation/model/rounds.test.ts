import fc from 'fast-check'
import { expect, test } from 'vitest'
import { specialties } from '@/lib/people/model'
import { type Stance, stances } from '../model'
import { tally } from './ballot'
import { ballotsOfRound, movementsBetween, movementWords, type RoundBallot, splitMovements, tallyOf } from './rounds'
import type { StanceView } from './views'

const cast = (voterId: string, stance: Stance, optionId = 'a'): StanceView => ({
  ...{ optionId, voterId, name: voterId, specialty: 'radiology', stance, reason: null },
})

test('what moved is told from what to what; who stays is not named', () => {
  const before = [cast('x', 'support'), cast('y', 'acceptable'), cast('z', 'oppose')]
  const after = [cast('x', 'oppose'), cast('y', 'support'), cast('z', 'oppose')]
  const moved = movementsBetween(before, after)
  expect(moved.map((one) => [one.name, movementWords(one), one.direction])).toEqual([
    ['x', 'from support (8) to oppose (2)', 'down'],
    ['y', 'from acceptable (5) to support (8)', 'up'],
  ])
})

test('who voted in one round only has moved from or to no ballot, in no direction', () => {
  const moved = movementsBetween([cast('x', 'support')], [cast('y', 'oppose')])
  expect(moved.map((one) => [one.name, movementWords(one), one.direction])).toEqual([
    ['y', 'from no ballot to oppose (2)', 'other'],
    ['x', 'from support (8) to no ballot', 'other'],
  ])
})

test('a ballot in one of the rounds only is no move: it is counted apart', () => {
  const before = [cast('x', 'support'), cast('y', 'oppose'), cast('z', 'abstain')]
  const { moved, inOneRound } = splitMovements(
    movementsBetween(before, [cast('x', 'oppose'), cast('z', 'support'), cast('new', 'support')]),
  )
  expect(moved.map(({ name }) => name)).toEqual(['x', 'z'])
  expect(inOneRound.map(({ name }) => name)).toEqual(['new', 'y'])
})

test('from a stance to none is no step towards or away from support', () => {
  const [moved] = movementsBetween([cast('x', 'abstain')], [cast('x', 'support')])
  expect(moved && [movementWords(moved), moved.direction]).toEqual(['from abstained to support (8)', 'other'])
})

const rounds = fc.uniqueArray(
  fc.record({
    optionId: fc.constantFrom('a', 'b'),
    voterId: fc.constantFrom('x', 'y', 'z', 'constructor'),
    name: fc.constant('n'),
    specialty: fc.constantFrom(...specialties),
    round: fc.integer({ min: 1, max: 3 }),
    revision: fc.integer({ min: 1, max: 4 }),
    stance: fc.constantFrom(...stances),
    reason: fc.constant(null),
  }),
  {
    selector: ({ optionId, voterId, round, revision }) => `${optionId} ${voterId} ${round} ${revision}`,
    maxLength: 40,
  },
)

test('the ballots of a round are those of that round alone, whatever the order in which they were stored', () => {
  fc.assert(
    fc.property(rounds, fc.integer({ min: 1, max: 3 }), (stored: RoundBallot[], round) => {
      const counted = ballotsOfRound(stored, round)
      const others = stored.filter((ballot) => ballot.round !== round)
      expect(
        ballotsOfRound([...others, ...stored.filter((ballot) => ballot.round === round)].toReversed(), round),
      ).toEqual(counted)
      expect(counted).toEqual(
        ballotsOfRound(
          stored.filter((ballot) => ballot.round === round),
          round,
        ),
      )
      expect(tallyOf(counted)).toEqual(tally(stored.filter((ballot) => ballot.round === round)))
    }),
  )
})
