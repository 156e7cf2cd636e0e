import { describe, expect, it } from 'vitest'
import { reIrradiation, wholeMonthsBetween } from './re-irradiation'

const earlier = (totalGy: number, fractions: number) => ({ courses: [{ totalGy, fractions }], ended: '2026-01-10' })
const planned = (totalGy: number, fractions: number, begins = '2026-07-10') => ({
  course: { totalGy, fractions },
  begins,
})

describe('the four conditions of SBRT to an irradiated level', () => {
  it('counts a limit that is just reached as met', () => {
    // In fractions of 2 Gy the physical dose is the EQD2.
    const even = reIrradiation(earlier(20, 10), planned(20, 10, '2026-06-10'))
    expect(even).toMatchObject({
      cumulative: { eqd2Gy: 40, verdict: 'met' },
      sbrt: { eqd2Gy: 20, verdict: 'met' },
      share: { ratio: 0.5, verdict: 'met' },
      interval: { months: 5, verdict: 'met' },
    })
  })

  it('counts an SBRT of exactly 25 Gy as met', () => {
    // Nobody treats so: it is a schedule whose EQD2 is exactly the limit.
    expect(reIrradiation(earlier(20, 10), planned(40, 80)).sbrt).toEqual({ eqd2Gy: 25, verdict: 'met' })
  })

  it('names each condition that is not met by itself', () => {
    expect(reIrradiation(earlier(50, 25), planned(24, 12)).cumulative).toMatchObject({ eqd2Gy: 74, verdict: 'unmet' })
    expect(reIrradiation(earlier(46, 23), planned(24, 12)).cumulative).toMatchObject({ eqd2Gy: 70, verdict: 'met' })
    expect(reIrradiation(earlier(40, 20), planned(26, 13)).sbrt).toMatchObject({ eqd2Gy: 26, verdict: 'unmet' })
    expect(reIrradiation(earlier(18, 9), planned(20, 10)).share.verdict).toBe('unmet')
    expect(reIrradiation(earlier(20, 10), planned(20, 10, '2026-06-09')).interval).toEqual({
      months: 4,
      verdict: 'unmet',
    })
  })

  it('adds up several earlier courses and refuses one without a dose', () => {
    const two = {
      courses: [
        { totalGy: 20, fractions: 10 },
        { totalGy: 20, fractions: 10 },
      ],
      ended: '2026-01-10',
    }
    expect(reIrradiation(two, planned(20, 10)).cumulative.eqd2Gy).toBe(60)
    expect(() => reIrradiation(earlier(0, 10), planned(20, 10))).toThrow(RangeError)
  })

  it.each([
    ['2026-01-10', '2026-06-10', 5],
    ['2026-01-10', '2026-06-09', 4],
    ['2025-11-30', '2026-02-28', 2],
    ['2025-12-31', '2026-12-31', 12],
    ['2026-07-20', '2026-07-20', 0],
  ])('%s to %s is %i whole months', (from, to, months) => {
    expect(wholeMonthsBetween(from, to)).toBe(months)
  })
})
