import { expect, test } from 'vitest'
import {
  answeredModalities,
  answersOf,
  draftOf,
  emptyDraft,
  isSameAsCast,
  keptAnswersOf,
  openPartsOf,
  proposedDraft,
  proposedRating,
  ratingIn,
  type Votable,
  withOther,
  withProposed,
  withRating,
  withStance,
} from './ballot-draft'

const a: Votable = { optionId: 'ra', modality: 'radiation', letter: 'A' }
const b: Votable = { optionId: 'rb', modality: 'radiation', letter: 'B' }
const options = [a, b]
const kept = (stance: 'support' | 'acceptable', rating: number | null) => ({
  savedAt: '2026-11-23T20:10:00.000Z',
  answers: [{ optionId: 'ra', stance, rating, reason: null, savedAt: '2026-11-23T20:10:00.000Z' }],
})

test('a number brings its stance', () => {
  const draft = withRating(withRating(emptyDraft, 'ra', 9), 'rb', 4)
  expect(answersOf(draft, options, 'ratings')).toEqual([
    { optionId: 'ra', stance: 'support', rating: 9, reason: null },
    { optionId: 'rb', stance: 'acceptable', rating: 4, reason: null },
  ])
})

test('rated exactly at home, voted in stances: the stance counts, the number is kept until another answer', () => {
  const draft = proposedDraft({ myBallot: null, preBallot: kept('support', 9) }, options)
  expect(openPartsOf(draft, [a])).toEqual({ unanswered: [], unconfirmed: [], wordless: [] })
  expect(answersOf(draft, [a])).toEqual([{ optionId: 'ra', stance: 'support', reason: null }])
  expect(keptAnswersOf(draft, [a])).toEqual([{ optionId: 'ra', stance: 'support', rating: 9, reason: null }])
  expect(keptAnswersOf(withStance(draft, 'ra', 'acceptable'), [a])).toEqual([
    { optionId: 'ra', stance: 'acceptable', reason: null },
  ])
})

test.each([
  ['support', 8],
  ['acceptable', 5],
] as const)('answered %s at home, rated exactly now: %s is proposed and waits to be confirmed', (stance, number) => {
  const draft = proposedDraft({ myBallot: null, preBallot: kept(stance, null) }, options)
  expect(proposedRating(draft, 'ra')).toBe(number)
  expect(ratingIn(draft, 'ra')).toBeNull()
  expect(openPartsOf(draft, options, 'ratings')).toEqual({
    ...{ unanswered: ['Radiation B'], unconfirmed: ['Radiation A'], wordless: [] },
  })
  expect(answeredModalities(draft, [a], 'ratings')).toEqual([])
  const confirmed = withProposed(draft, options)
  expect(openPartsOf(confirmed, [a], 'ratings').unconfirmed).toEqual([])
  expect(answersOf(confirmed, options, 'ratings')).toEqual([{ optionId: 'ra', stance, rating: number, reason: null }])
})

test('an other answer has no number, and the number is there again when it is taken back', () => {
  const draft = withRating(withRating(emptyDraft, 'ra', 9), 'rb', 7)
  const away = withOther(draft, options, 'abstain')
  expect(answersOf(away, options, 'ratings').map(({ stance, rating }) => [stance, rating])).toEqual([
    ['abstain', undefined],
    ['abstain', undefined],
  ])
  expect(openPartsOf(away, options, 'ratings').unconfirmed).toEqual([])
  expect(ratingIn(withOther(away, options, null), 'ra')).toBe(9)
})

test('another number under the same stance is a change of what was cast', () => {
  const answers = [{ optionId: 'ra', stance: 'support' as const, rating: 7, reason: null }]
  const cast = { revision: 1, castAt: '2026-11-24T13:00:00.000Z', answers }
  const draft = draftOf(cast, [a])
  expect(isSameAsCast(draft, cast, [a], 'ratings')).toBe(true)
  expect(isSameAsCast(withRating(draft, 'ra', 8), cast, [a], 'ratings')).toBe(false)
})
