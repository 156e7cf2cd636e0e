import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Modality } from '@/lib/clinical/catalogue/modalities'
import { type Stance, stances } from '../model'
import {
  disagreementOf,
  disagreementWords,
  dividedOf,
  percentile,
  placeOf,
  ratingsOf,
  undividedWords,
} from './disagreement'
import type { OptionView, StanceView } from './views'

const wordsOf = (...ratings: number[]) => disagreementWords(disagreementOf(ratings))

test('a percentile lies between two ranks in proportion', () => {
  expect(percentile([1, 2, 3, 4, 5, 6, 7, 8, 9, 9, 9], 30)).toBe(4)
  expect(percentile([2, 2, 5, 8, 8, 8], 30)).toBe(3.5)
  expect(percentile([7], 70)).toBe(7)
})

test.each([
  ['four for and five against', [8, 8, 8, 8, 2, 2, 2, 2, 2], 'DI 2.55, disagreement, 9 raters'],
  ['two on each side and two between', [2, 2, 5, 5, 8, 8], 'DI 1.28, disagreement, 6 raters'],
  ['mostly support, some accept it', [8, 8, 8, 5, 5, 5], 'DI 0.65, no disagreement, 6 raters'],
  ['one against among nine', [8, 8, 8, 8, 8, 8, 8, 8, 2], 'DI 0.00, no disagreement, 9 raters'],
  ['exact ratings', [6, 7, 7, 8, 8, 9, 9], 'DI 0.19, no disagreement, 7 raters'],
])('the index of %s', (_, ratings, words) => {
  expect(wordsOf(...ratings)).toBe(words)
})

test('with fewer than five raters the plain spread stands, and no verdict of the index', () => {
  expect(wordsOf(8, 8, 8, 2)).toBe('ratings 2 to 8, both sides, 4 raters')
  expect(wordsOf(8, 5)).toBe('ratings 5 to 8, 2 raters')
  expect(wordsOf(8)).toBe('rating 8, 1 rater')
  expect(wordsOf()).toBe('no ratings')
})

test('an index just above 1 does not read as 1', () => {
  const found = { kind: 'index', raters: 7, index: 1.001, lower: 4, upper: 6, isDivided: true } as const
  expect(disagreementWords(found)).toBe('DI over 1.00, disagreement, 7 raters')
})

test('only who takes a stance rates: abstained, recused and need-information are no middle', () => {
  expect(ratingsOf(stances.map((stance) => ({ stance })))).toEqual([8, 5, 2])
})

const ratings = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 5, maxLength: 30 })
const indexOf = (rated: number[]): number => {
  const found = disagreementOf(rated)
  return found.kind === 'index' ? found.index : Number.NaN
}

test('the index is independent of the order, the same seen from the other end of the scale, and within 0 and 8 / 2.35', () => {
  fc.assert(
    fc.property(ratings, (rated) => {
      const index = indexOf(rated)
      expect(indexOf(rated.toReversed())).toBe(index)
      expect(indexOf(rated.map((rating) => 10 - rating))).toBeCloseTo(index, 9)
      expect(index).toBeGreaterThanOrEqual(0)
      expect(index).toBeLessThanOrEqual(8 / 2.35)
    }),
  )
})

test('whoever all say the same do not disagree', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 5, max: 30 }), (rating, raters) => {
      expect(disagreementOf(Array(raters).fill(rating))).toMatchObject({ index: 0, isDivided: false })
    }),
  )
})

const option = (optionId: string, letter: string, modality: Modality) => ({ optionId, letter, modality }) as OptionView
const said = (optionId: string, ...taken: Stance[]): StanceView[] =>
  taken.map((stance, seat) => ({
    ...{ optionId, voterId: `${seat}`, name: `${seat}`, specialty: 'radiology', stance, reason: null },
  }))

test('what divides the board comes first, the widest before the others', () => {
  const options = [option('a', 'A', 'surgery'), option('b', 'B', 'pain'), option('c', 'C', 'pain')]
  const ballots = [
    ...said('a', 'support', 'support', 'acceptable', 'acceptable', 'oppose', 'oppose'),
    ...said('b', 'support', 'support', 'support', 'oppose', 'oppose', 'oppose'),
    ...said('c', 'support', 'support', 'support', 'support', 'support', 'oppose'),
  ]
  expect(dividedOf(options, ballots).map((one) => placeOf(one.option))).toEqual(['Pain B', 'Surgery A'])
})

test('without a divided option it is said how far the raters carry that', () => {
  const options = [option('a', 'A', 'surgery'), option('b', 'B', 'pain')]
  const five = said('a', 'support', 'support', 'support', 'support', 'oppose')
  const two = said('b', 'support', 'acceptable')
  expect(undividedWords(options, [])).toBe('Nobody rated an option.')
  expect(undividedWords(options, said('a', 'abstain'))).toBe('Nobody rated an option.')
  expect(undividedWords(options, two)).toMatch(/^Nobody supports what somebody else opposes\. .*too few raters/)
  expect(undividedWords(options, [...five, ...two])).toMatch(/^No option divides the board; some have too few/)
  expect(undividedWords(options, five)).toBe('No option divides the board.')
})
