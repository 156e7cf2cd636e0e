import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { specialties } from '@/lib/people/model'
import { stances } from '../model'
import { type BallotAnswer, castBallotInput, decideBallot, tally } from './ballot'
import { medianOf, ratingsOf } from './disagreement'
import { savePreBallotInput } from './pre-ballot'
import { exactRating, ratingBands, ratingOf, stanceOfRating, stanceRatings } from './rating'
import { movementsBetween, movementWords } from './rounds'

describe('the scale from 1 to 9', () => {
  test.each([
    [1, 'oppose'],
    [3, 'oppose'],
    [4, 'acceptable'],
    [6, 'acceptable'],
    [7, 'support'],
    [9, 'support'],
  ] as const)('%s is %s', (rating, stance) => expect(stanceOfRating(rating)).toBe(stance))

  test('the groups hold each rating once, under its own stance', () => {
    expect(ratingBands.flatMap(({ ratings }) => ratings)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9])
    for (const { stance, ratings } of ratingBands)
      for (const rating of ratings) expect(stanceOfRating(rating)).toBe(stance)
  })

  test('8, 5 and 2 stand for a stance that is not rated exactly, and lie within it', () => {
    for (const stance of ['support', 'acceptable', 'oppose'] as const) {
      expect(stanceOfRating(stanceRatings[stance] ?? 0)).toBe(stance)
      expect(ratingOf({ stance })).toBe(stanceRatings[stance])
    }
    expect(ratingOf({ stance: 'support', rating: 9 })).toBe(9)
    expect(ratingOf({ stance: 'abstain' })).toBeNull()
  })

  test.each([0, 10, 4.5, -3, '7', Number.NaN])('%s is no rating', (rating) =>
    expect(exactRating.safeParse(rating).success).toBe(false),
  )

  test('the median lies between the two middle ratings of an even number', () => {
    expect(medianOf([9, 1, 7])).toBe(7)
    expect(medianOf([9, 1, 7, 6])).toBe(6.5)
    expect(medianOf([])).toBeNull()
    const given = [
      { stance: 'support' as const, rating: 9 },
      { stance: 'abstain' as const },
      { stance: 'oppose' as const },
    ]
    expect(ratingsOf(given)).toEqual([9, 2])
  })
})

describe('a ballot on a scale', () => {
  const open = { meetingState: 'running', stage: 'voting', round: 1 } as const
  const on = (scale: 'stances' | 'ratings', answer: Partial<BallotAnswer>) => {
    const decided = decideBallot(open, ['a'], [{ optionId: 'a', stance: 'support', reason: null, ...answer }], 1, scale)
    return decided.ok ? 'ok' : decided.refusal
  }

  test('an exact round asks for the number of each stance, and for none of the other answers', () => {
    expect(on('ratings', { rating: 8 })).toBe('ok')
    expect(on('ratings', { stance: 'abstain' })).toBe('ok')
    expect(on('ratings', {})).toMatchObject({
      code: 'invalid',
      fields: [{ path: 'answers.0.rating', message: 'Rate this option from 1 to 9.' }],
    })
  })

  test('a round in stances takes no number: nothing is rounded behind its member’s back', () => {
    expect(on('stances', {})).toBe('ok')
    expect(on('stances', { rating: 9 })).toMatchObject({ code: 'invalid', fields: [{ path: 'answers.0.rating' }] })
  })

  test('a number under another stance is refused at its place, cast or kept', () => {
    const optionId = crypto.randomUUID()
    const answers = [{ optionId, stance: 'support', rating: 3 }]
    for (const schema of [castBallotInput, savePreBallotInput]) {
      const refused = schema.safeParse({ itemId: optionId, answers })
      expect(refused.error?.issues.map(({ path, message }) => [path.join('.'), message])).toEqual([
        ['answers.0.rating', 'A rating of 3 is oppose.'],
      ])
    }
  })

  test('opposing with a number asks for the reason, too', () => {
    const optionId = crypto.randomUUID()
    const answers = [{ optionId, stance: 'oppose', rating: 2 }]
    const refused = castBallotInput.safeParse({ itemId: optionId, answers })
    expect(refused.error?.issues.map(({ path }) => path.join('.'))).toEqual(['answers.0.reason'])
  })
})

const someBallots = fc.uniqueArray(
  fc.record({
    optionId: fc.constantFrom('a', 'b'),
    voterId: fc.constantFrom('v1', 'v2', 'v3', 'v4', 'v5'),
    name: fc.constant('Ash'),
    specialty: fc.constantFrom(...specialties),
    revision: fc.integer({ min: 1, max: 3 }),
    stance: fc.constantFrom(...stances),
    reason: fc.constant(null),
  }),
  { selector: ({ optionId, voterId, revision }) => `${optionId} ${voterId} ${revision}`, maxLength: 30 },
)
const someWeights = fc.uniqueArray(
  fc.record({ specialty: fc.constantFrom(...specialties), weight: fc.constantFrom(0.5, 1.5, 2, 2.5, 3) }),
  { selector: ({ specialty }) => specialty },
)

describe('the weighted tally', () => {
  test('counts a ballot as often as its specialty weighs', () => {
    const cast = (voterId: string, specialty: 'radiology' | 'spine-surgery') => ({
      ...{ optionId: 'a', voterId, name: voterId, specialty, revision: 1, stance: 'support' as const, reason: null },
    })
    const ballots = [cast('x', 'spine-surgery'), cast('y', 'radiology'), cast('z', 'radiology')]
    const weights = [{ specialty: 'spine-surgery' as const, weight: 2.5 }]
    expect(tally(ballots, weights).a).toMatchObject({ support: 4.5, oppose: 0 })
    expect(tally(ballots).a).toMatchObject({ support: 3 })
  })

  test('does not depend on the order of ballots or of weights, and weight 1 for all is the tally', () => {
    fc.assert(
      fc.property(someBallots, someWeights, (ballots, weights) => {
        expect(tally([...ballots].reverse(), [...weights].reverse())).toEqual(tally(ballots, weights))
        const equal = specialties.map((specialty) => ({ specialty, weight: 1 }))
        expect(tally(ballots, equal)).toEqual(tally(ballots))
      }),
    )
  })
})

describe('what moved between two rounds', () => {
  const said = (stance: 'support' | 'oppose', rating?: number) => [
    { optionId: 'a', voterId: 'x', name: 'X', specialty: 'radiology' as const, stance, rating, reason: null },
  ]
  const moved = (from: ReturnType<typeof said>, to: ReturnType<typeof said>) =>
    movementsBetween(from, to).map((one) => [movementWords(one), one.direction])

  test('is told by the exact numbers', () => {
    expect(moved(said('support', 7), said('support', 9))).toEqual([['from support (7) to support (9)', 'up']])
    expect(moved(said('support', 9), said('oppose', 1))).toEqual([['from support (9) to oppose (1)', 'down']])
    expect(moved(said('support', 9), said('support', 9))).toEqual([])
  })

  test('a stance that is rated exactly for the first time has not moved by that', () => {
    expect(moved(said('support'), said('support', 9))).toEqual([])
    expect(moved(said('oppose'), said('support', 9))).toEqual([['from oppose (2) to support (9)', 'up']])
  })
})
