import { describe, expect, test } from 'vitest'
import type { CaseFile } from './case-file'
import { fact } from './testing-facts'
import { placeIn, spanOf, trendsOf } from './trends'

const on = (refersOn: string, value: unknown, state: 'known' | 'not-assessed' = 'known') => ({
  ...fact(value, state),
  refersOn,
})
const file = (facts: object) => ({ facts }) as unknown as CaseFile

describe('how a value went', () => {
  const visits = {
    fitness: { '': { ecog: on('2026-11-10', '3') } },
    visit: {
      b: { ecog: on('2026-12-20', '1') },
      a: { ecog: on('2026-12-01', null, 'not-assessed') },
    },
  }

  test('goes from examination to visits, oldest first, with what was not known as a gap', () => {
    const [ecog, ...others] = trendsOf(file(visits))
    expect(others).toEqual([])
    expect(ecog?.title).toBe('ECOG')
    expect(ecog?.points).toMatchObject([
      { on: '2026-11-10', value: 3, words: '3' },
      { on: '2026-12-01', value: null, words: 'Not assessed' },
      { on: '2026-12-20', value: 1 },
    ])
  })

  test('needs two known values with a day', () => {
    expect(trendsOf(file({ fitness: visits.fitness }))).toEqual([])
    const undated = { ...visits, visit: { b: { ecog: fact('1') } } }
    expect(trendsOf(file(undated))).toEqual([])
  })

  test('a grade has its place on the scale, and a day is taken once', () => {
    const facts = {
      neurology: { '': { frankel: on('2026-11-10', 'D') } },
      visit: {
        a: { frankel: { ...on('2026-12-01', 'C'), at: '2026-12-01T10:00:00Z' } },
        b: { frankel: { ...on('2026-12-01', 'E'), at: '2026-12-01T11:00:00Z' } },
      },
    }
    expect(trendsOf(file(facts))[0]?.points.map(({ value }) => value)).toEqual([3, 4])
  })

  test('all share one stretch of time', () => {
    const trends = trendsOf(file(visits))
    const span = spanOf(trends)
    expect(span).toEqual({ first: '2026-11-10', days: 40 })
    expect(trends[0]?.points.map((point) => placeIn(span, point))).toEqual([0, 21 / 40, 1])
  })
})
