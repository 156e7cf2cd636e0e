import { describe, expect, it } from 'vitest'
import { reIrradiation, reIrradiationBy, wholeMonthsBetween } from './re-irradiation'

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
      cumulative: { value: 40, verdict: 'met' },
      sbrt: { value: 20, verdict: 'met' },
      share: { value: 0.5, verdict: 'met' },
      interval: { value: 5, verdict: 'met' },
    })
  })

  it('counts an SBRT of exactly 25 Gy as met', () => {
    // Nobody treats so: it is a schedule whose EQD2 is exactly the limit.
    expect(reIrradiation(earlier(20, 10), planned(40, 80)).sbrt).toEqual({ value: 25, verdict: 'met' })
  })

  it('names each condition that is not met by itself', () => {
    expect(reIrradiation(earlier(50, 25), planned(24, 12)).cumulative).toMatchObject({ value: 74, verdict: 'unmet' })
    expect(reIrradiation(earlier(46, 23), planned(24, 12)).cumulative).toMatchObject({ value: 70, verdict: 'met' })
    expect(reIrradiation(earlier(40, 20), planned(26, 13)).sbrt).toMatchObject({ value: 26, verdict: 'unmet' })
    expect(reIrradiation(earlier(18, 9), planned(20, 10)).share.verdict).toBe('unmet')
    expect(reIrradiation(earlier(20, 10), planned(20, 10, '2026-06-09')).interval).toEqual({
      value: 4,
      verdict: 'unmet',
    })
  })

  it('leaves open what rests on a value that nobody knows, and judges the rest', () => {
    const open = { value: null, verdict: 'open' }
    expect(reIrradiationBy({ earlierGy: null, sbrtGy: 26, months: [5, 6] })).toEqual({
      cumulative: open,
      sbrt: { value: 26, verdict: 'unmet' },
      share: open,
      interval: { value: 5, verdict: 'met' },
    })
    expect(reIrradiationBy({ earlierGy: 30, sbrtGy: null, months: [] })).toEqual({
      cumulative: open,
      sbrt: open,
      share: open,
      interval: open,
    })
  })

  it('leaves the interval open where a month without its day makes it 4 or 5 months', () => {
    expect(reIrradiationBy({ earlierGy: 30, sbrtGy: 20, months: [5, 4] }).interval).toEqual({
      value: 4,
      verdict: 'open',
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
    expect(reIrradiation(two, planned(20, 10)).cumulative.value).toBe(60)
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
