import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { itemStages } from '@/lib/meetings/model'
import { specialties } from '@/lib/people/model'
import { stances } from '../model'
import { type Ballot, type BallotAnswer, castBallotInput, countedBallots, decideBallot, tally } from './ballot'

const answer = (optionId: string, changes: Partial<BallotAnswer> = {}): BallotAnswer => ({
  optionId,
  stance: 'support',
  reason: null,
  ...changes,
})

describe('a ballot counts', () => {
  const standing = ['a', 'b']
  const open = { meetingState: 'running', stage: 'voting', round: 1 } as const
  const whole = [answer('a'), answer('b', { stance: 'oppose', reason: 'No reserve.' })]

  test('while the vote is open and every standing option is answered once', () => {
    expect(decideBallot(open, standing, whole)).toEqual({ ok: true, value: whole })
  })

  test.each([
    ['queued', 'vote-not-open'],
    ['presenting', 'vote-not-open'],
    ['revealed', 'vote-revealed'],
    ['concluded', 'already-concluded'],
  ] as const)('not at the stage %s', (stage, why) => {
    expect(decideBallot({ ...open, stage }, standing, whole)).toEqual({ ok: false, refusal: { code: 'closed', why } })
  })

  test.each([
    ['planned', 'meeting-not-running'],
    ['closed', 'meeting-closed'],
  ] as const)('not in a meeting that is %s, at whatever stage', (meetingState, why) => {
    for (const stage of itemStages) {
      const decided = decideBallot({ ...open, meetingState, stage }, standing, whole)
      expect(decided).toEqual({ ok: false, refusal: { code: 'closed', why } })
    }
  })

  test('not in another round than the one it was filled in for', () => {
    const refused = { ok: false, refusal: { code: 'closed', why: 'vote-revealed' } }
    expect(decideBallot({ ...open, round: 2 }, standing, whole)).toEqual(refused)
    expect(decideBallot({ ...open, round: 2 }, standing, whole, 1)).toEqual(refused)
    expect(decideBallot({ ...open, round: 2 }, standing, whole, 2)).toEqual({ ok: true, value: whole })
  })

  test.each([
    ['an option is left out', [answer('a')], ['answers.b']],
    ['nothing is answered', [], ['answers.a', 'answers.b']],
    ['an option is answered twice', [...whole, answer('b')], ['answers.2.optionId']],
    ['an option is unknown', [...whole, answer('c')], ['answers.2.optionId']],
  ])('not when %s: the problem is told at its place', (_, answers, paths) => {
    const decided = decideBallot(open, standing, answers)
    const told = !decided.ok && decided.refusal.code === 'invalid' ? decided.refusal.fields : []
    expect(told.map(({ path }) => path)).toEqual(paths)
  })

  test('oppose, recused and need-information ask for words, the others do not', () => {
    const optionId = crypto.randomUUID()
    const refused = stances.filter((stance) => {
      const parsed = castBallotInput.safeParse({ itemId: optionId, answers: [{ optionId, stance, reason: '  ' }] })
      return parsed.error?.issues.some(({ path }) => path.join('.') === 'answers.0.reason')
    })
    expect(refused).toEqual(['oppose', 'recused', 'need-information'])
  })
})

const someBallot = fc.record({
  optionId: fc.constantFrom('a', 'b', 'c'),
  voterId: fc.constantFrom('v1', 'v2', 'v3', 'v4'),
  name: fc.constantFrom('Ash', 'Birch'),
  specialty: fc.constantFrom(...specialties),
  revision: fc.integer({ min: 1, max: 5 }),
  stance: fc.constantFrom(...stances),
  reason: fc.constant(null),
})
/** As the table keeps them: one row for each option, voter and revision. */
const someBallots = fc.uniqueArray(someBallot, {
  selector: ({ optionId, voterId, revision }) => `${optionId} ${voterId} ${revision}`,
  maxLength: 40,
})

describe('the tally', () => {
  test('does not depend on the order in which ballots came', () => {
    const shuffled = someBallots.chain((ballots) =>
      fc.tuple(fc.constant(ballots), fc.shuffledSubarray(ballots, { minLength: ballots.length })),
    )
    fc.assert(
      fc.property(shuffled, ([ballots, other]) => {
        expect(tally(other)).toEqual(tally(ballots))
        expect(countedBallots(other)).toEqual(countedBallots(ballots))
      }),
    )
  })

  test('counts one stance of each voter for each option: that of the last revision', () => {
    fc.assert(
      fc.property(someBallots, (ballots) => {
        const counted = countedBallots(ballots)
        const key = ({ optionId, voterId }: Ballot) => `${optionId} ${voterId}`
        expect(new Set(counted.map(key)).size).toBe(new Set(ballots.map(key)).size)
        expect(counted.length).toBe(new Set(counted.map(key)).size)
        for (const ballot of ballots) {
          const same = counted.find((each) => key(each) === key(ballot))
          expect(same?.revision).toBeGreaterThanOrEqual(ballot.revision)
        }
        const counts = Object.values(tally(ballots)).flatMap((count) => Object.values(count))
        expect(counts.reduce((sum, each) => sum + each, 0)).toBe(counted.length)
      }),
    )
  })

  test('shows specialties in their fixed order', () => {
    fc.assert(
      fc.property(someBallots, (ballots) => {
        const order = countedBallots(ballots).map(({ specialty }) => specialties.indexOf(specialty))
        expect(order).toEqual([...order].sort((one, other) => one - other))
      }),
    )
  })

  test('of nothing is nothing', () => {
    expect(tally([])).toEqual({})
  })
})
