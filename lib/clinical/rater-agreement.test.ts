import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { agreementOf } from './rater-agreement'

describe('agreement of two raters', () => {
  test('is worked out by hand: four ratings on three classes, one of them one class apart', () => {
    // Seen: 1 class in 4 ratings, 0.25. By chance: firsts 2, 1, 1 of 4, seconds 1, 2, 1 of 4, which gives 0.875 classes.
    const { ratings, alike, kappa } = agreementOf(
      [
        [0, 0],
        [0, 1],
        [1, 1],
        [2, 2],
      ],
      3,
    )
    expect([ratings, alike]).toEqual([4, 3])
    expect(kappa).toBeCloseTo(1 - 0.25 / 0.875, 10)
  })

  test('is 1 when all are alike and 0 when the ratings tell nothing of each other', () => {
    expect(
      agreementOf(
        [
          [0, 0],
          [2, 2],
        ],
        3,
      ).kappa,
    ).toBe(1)
    expect(
      agreementOf(
        [
          [0, 0],
          [0, 1],
          [1, 0],
          [1, 1],
        ],
        2,
      ).kappa,
    ).toBe(0)
  })

  test('weighs a rating two classes away more than one next to it', () => {
    const kappaWith = (second: number) =>
      agreementOf(
        [
          [0, second],
          [0, 0],
          [1, 1],
          [2, 2],
        ],
        3,
      ).kappa ?? Number.NaN
    expect(kappaWith(2)).toBeLessThan(kappaWith(1))
  })

  test('has no kappa without a rating, or while all lie in one class', () => {
    expect(agreementOf([], 3)).toEqual({ ratings: 0, alike: 0, kappa: null })
    expect(agreementOf([[1, 1]], 3)).toEqual({ ratings: 1, alike: 1, kappa: null })
  })

  test('refuses a place that is not on the scale', () => {
    expect(() => agreementOf([[0, 3]], 3)).toThrow(new RangeError('No class 3 on a scale of 3'))
    expect(() => agreementOf([[0, -1]], 3)).toThrow(RangeError)
    expect(() => agreementOf([[0.5, 1]], 3)).toThrow(RangeError)
    expect(() => agreementOf([[Number.NaN, 1]], 3)).toThrow(RangeError)
  })

  test('does not depend on who is called first, and never exceeds 1', () => {
    const place = fc.nat({ max: 5 })
    fc.assert(
      fc.property(fc.array(fc.tuple(place, place), { minLength: 1, maxLength: 20 }), (pairs) => {
        const turned = pairs.map(([first, second]) => [second, first] as const)
        const [one, other] = [agreementOf(pairs, 6).kappa, agreementOf(turned, 6).kappa]
        expect(one === null).toBe(other === null)
        if (one !== null && other !== null) {
          expect(one).toBeCloseTo(other, 10)
          expect(one).toBeLessThanOrEqual(1)
        }
      }),
    )
  })
})
