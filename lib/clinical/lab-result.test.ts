import { describe, expect, it } from 'vitest'
import { keptResult, rangeOf, readResult, resultAsTyped } from './lab-result'

describe('a laboratory result beyond what can be measured', () => {
  it.each([
    [5, { value: 5 }],
    ['<5', { value: 5, bound: '<' }],
    ['≥0.5', { value: 0.5, bound: '≥' }],
    ['>120', { value: 120, bound: '>' }],
    ['≤0.05', { value: 0.05, bound: '≤' }],
  ] as const)('%s is kept and read alike', (kept, result) => {
    expect(readResult(kept)).toEqual(result)
    expect(keptResult(result)).toBe(kept)
  })

  it.each(['5', '< 5', '<', '<-5', '<5,0', '=5', '5<5', '<5 mg/L', ['<5'], '', null, undefined, {}, Number.NaN])(
    '%s is no result',
    (kept) => {
      expect(readResult(kept)).toBeNull()
    },
  )

  it.each([
    ['<', [0, 5], false],
    ['≤', [0, 5], true],
    ['>', [5, 700], false],
    ['≥', [5, 700], true],
  ] as const)(
    '%s 5 stands for every number on its side, and for 5 itself only where it says so',
    (bound, [low, high], isIn) => {
      const range = rangeOf({ value: 5, bound }, [0, 700])
      expect(range?.[0]).toBeCloseTo(low, 6)
      expect(range?.[1]).toBeCloseTo(high, 6)
      expect(range?.includes(5)).toBe(isIn)
    },
  )

  it('is none where its number lies outside of the limits', () => {
    expect(rangeOf({ value: 800, bound: '<' }, [0, 700])).toBeNull()
    expect(rangeOf({ value: 3 }, [5, 700])).toBeNull()
    expect(rangeOf({ value: 3, bound: '>' }, [5, 700])).toBeNull()
    expect(rangeOf({ value: 5, bound: '<' }, [5, 700])).toBeNull()
    expect(rangeOf({ value: 6 }, [5, 700])).toEqual([6, 6])
    expect(rangeOf({ value: 5 }, [5, 700])).toEqual([5, 5])
    expect(rangeOf({ value: 700 }, [5, 700])).toEqual([700, 700])
  })

  it('is typed in words, with a unit where it has one', () => {
    expect(resultAsTyped({ value: 5, bound: '<' }, 'mg/L')).toBe('below 5 mg/L')
    expect(resultAsTyped({ value: 5, bound: '≤' }, 'mg/L')).toBe('at most 5 mg/L')
    expect(resultAsTyped({ value: 5, bound: '>' }, 'mg/L')).toBe('above 5 mg/L')
    expect(resultAsTyped({ value: 5, bound: '≥' }, 'mg/L')).toBe('at least 5 mg/L')
    expect(resultAsTyped({ value: 1.1 }, '')).toBe('1.1')
  })
})
