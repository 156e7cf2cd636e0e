import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { bed, type Course, cumulativeEqd2, eqd2, isBeyondModel, type Tissue } from './dose'

const course = (totalGy: number, fractions: number): Course => ({ totalGy, fractions })

describe('vectors of REFERENCE 14', () => {
  test.each<[number, number, Tissue, number, number]>([
    [30, 10, 'tumour', 39, 32.5],
    [37.5, 15, 'tumour', 46.88, 39.06],
    [40, 20, 'tumour', 48, 40],
    [8, 1, 'tumour', 14.4, 12],
    [24, 2, 'tumour', 52.8, 44],
    [27, 3, 'cord', 148.5, 74.25],
    [20, 5, 'lateTissue', 46.67, 28],
    [60, 30, 'tumour', 72, 60],
  ])('%d Gy in %d fractions, %s: BED %d, EQD2 %d', (totalGy, fractions, tissue, effective, equivalent) => {
    expect(bed(course(totalGy, fractions), tissue)).toBeCloseTo(effective, 1)
    expect(Math.abs(bed(course(totalGy, fractions), tissue) - effective)).toBeLessThanOrEqual(0.005 + 1e-9)
    expect(Math.abs(eqd2(course(totalGy, fractions), tissue) - equivalent)).toBeLessThanOrEqual(0.005 + 1e-9)
  })

  test('30 Gy in 10, then 20 Gy in 5 at the same site', () => {
    expect(cumulativeEqd2([course(30, 10), course(20, 5)], 'cord')).toBeCloseTo(67.5, 9)
    expect(cumulativeEqd2([], 'cord')).toBe(0)
  })
})

describe('schedules of REFERENCE 8.2 and PATHWAY 8.1.1, EQD2 of the cord', () => {
  test.each([
    [8, 1, 20],
    [16, 1, 72],
    [24, 1, 156],
    [30, 3, 90],
    [35, 5, 78.75],
    [40, 5, 100],
    [16, 2, 40],
    [24, 6, 36],
    [20, 8, 22.5],
    [25, 5, 43.75],
    [30, 4, 71.25],
  ])('%d Gy in %d: %d Gy', (totalGy, fractions, equivalent) =>
    expect(eqd2(course(totalGy, fractions), 'cord')).toBeCloseTo(equivalent, 9),
  )
})

test.each([
  [0, 1],
  [-8, 1],
  [Number.NaN, 1],
  [Number.POSITIVE_INFINITY, 1],
  [8, 0],
  [8, 2.5],
])('%d Gy in %d fractions has no effective dose', (totalGy, fractions) => {
  expect(() => bed(course(totalGy, fractions), 'cord')).toThrow(RangeError)
  expect(() => eqd2(course(totalGy, fractions), 'cord')).toThrow(RangeError)
})

test('the caution begins above 10 Gy per fraction', () => {
  expect(isBeyondModel(course(30, 3))).toBe(false)
  expect(isBeyondModel(course(24, 2))).toBe(true)
})

test('2-Gy fractions are their own equivalent in every tissue', () => {
  const tissues = fc.constantFrom<Tissue>('tumour', 'lateTissue', 'cord')
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 40 }), tissues, (fractions, tissue) => {
      expect(eqd2(course(2 * fractions, fractions), tissue)).toBeCloseTo(2 * fractions, 9)
    }),
  )
})
