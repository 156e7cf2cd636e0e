import { describe, expect, it } from 'vitest'
import { cordLimit } from './cord-limit'

describe('cord limit of a first SBRT course', () => {
  it.each([
    [1, 12.4, 'within'],
    [1, 12.41, 'caution'],
    [1, 14, 'caution'],
    [1, 14.01, 'exceeds'],
    [2, 17, 'within'],
    [2, 17.01, 'exceeds'],
    [3, 20.3, 'within'],
    [3, 20.31, 'exceeds'],
    [4, 23, 'within'],
    [4, 23.01, 'exceeds'],
    [5, 25.3, 'within'],
    [5, 25.31, 'exceeds'],
    [6, 10, 'not-covered'],
    [10, 30, 'not-covered'],
  ])('%i fractions, %f Gy: %s', (fractions, gray, verdict) => {
    expect(cordLimit(fractions, gray)).toBe(verdict)
  })

  it.each([
    [0, 12],
    [1.5, 12],
    [1, 0],
    [1, -1],
    [1, Number.NaN],
    [1, Number.POSITIVE_INFINITY],
  ])('refuses %f fractions, %f Gy', (fractions, gray) => {
    expect(() => cordLimit(fractions, gray)).toThrow(RangeError)
  })
})
