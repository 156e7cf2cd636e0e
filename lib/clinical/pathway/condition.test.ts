import { describe, expect, test } from 'vitest'
import {
  all,
  always,
  atLeast,
  borderline,
  is,
  names,
  not,
  overlap,
  type PathwayFacts,
  recorded,
  valuesOf,
} from './condition'
import { after, days, hoursSince } from './span'

const now = '2026-11-23T09:00:00Z'
const at = (facts: PathwayFacts) => ({ facts, now, timeZone: 'Europe/London' })

describe('a value that is not of the kind of its fact', () => {
  test.each<[string, PathwayFacts]>([
    ['a flag in words', { neuroFeature: 'yes' }],
    ['a number in words', { sins: '7' }],
    ['a number that is none', { sins: Number.NaN }],
    ['a choice as a number', { urgency: 1 }],
    ['a list as one word', { unacceptable: 'catheter' }],
    ['a time as a number', { suspectedAt: 20261122 }],
    ['a time in a list', { suspectedAt: ['2026-11-22T09:00:00Z'] }],
    ['a time with words before it', { suspectedAt: 'about 2026-11-22T09:00:00Z' }],
    ['a time with words behind it', { suspectedAt: '2026-11-22T09:00:00Z (London)' }],
    ['a time without its zone', { suspectedAt: '2026-11-22T09:00:00' }],
    ['a time that does not exist', { suspectedAt: '2026-11-22T25:00:00Z' }],
    ['one source of two', { sins: { oneOf: [7, 'high'] } }],
  ])('%s is taken for no exact one', (_, facts) => {
    const [name] = Object.keys(facts) as [keyof PathwayFacts]
    expect(valuesOf({ facts }, name)).toEqual({ fact: name, why: 'not-exact' })
  })

  test.each(['2026-11-22T09:00Z', '2026-11-22T09:00:00.5Z', '2026-11-22T09:00:00+01:00', '2026-11-22T09:00-05:30'])(
    '%s is an exact time',
    (suspectedAt) => expect(valuesOf({ facts: { suspectedAt } }, 'suspectedAt')).toEqual([suspectedAt]),
  )
})

describe('what is missing', () => {
  test('is the time alone where something is known to have been', () => {
    expect(valuesOf({ facts: { steroidFirstAt: '' } }, 'steroidFirstAt')).toEqual({
      fact: 'steroidFirstAt',
      why: 'no-time',
    })
  })

  test('is neither yes nor no where a finding is borderline', () => {
    const gaps = [{ fact: 'mscc', why: 'borderline' }]
    for (const condition of [is('mscc'), not(is('mscc')), recorded('mscc')])
      expect(condition.test(at({ mscc: borderline }))).toEqual({ truth: 'unknown', gaps })
    expect(valuesOf({ facts: { primary: borderline } }, 'primary')).toEqual(['borderline'])
  })

  test('is named alone, not with what is told', () => {
    const both = overlap('unacceptable', 'optionRisks')
    expect(both.test(at({ unacceptable: null, optionRisks: ['catheter'] }))).toEqual({
      truth: 'unknown',
      gaps: [{ fact: 'unacceptable', why: 'not-recorded' }],
    })
  })

  test('is named once for each fact, however often a rule asks for it', () => {
    const parts = all(is('neuroFeature'), atLeast('sins', 7), atLeast('sins', 13))
    expect(parts.test(at({ neuroFeature: null, sins: null })).gaps).toEqual([
      { fact: 'neuroFeature', why: 'not-recorded' },
      { fact: 'sins', why: 'not-recorded' },
    ])
  })

  test('is unknown, not empty, where an option would say it', () => {
    expect(recorded('optionRisks').test(at({}))).toEqual({
      truth: 'unknown',
      gaps: [{ fact: 'optionRisks', why: 'of-option' }],
    })
    expect(recorded('suspectedAt').test(at({ suspectedAt: null })).truth).toBe('no')
  })

  test('is nothing for what holds in every case', () => expect(always.reads).toEqual([]))
})

describe('lists', () => {
  test('one of the names that are asked for is enough', () => {
    const either = names('unacceptable', 'catheter', 'stay')
    expect(either.test(at({ unacceptable: ['stay'] })).truth).toBe('yes')
    expect(either.test(at({ unacceptable: ['pain'] })).truth).toBe('no')
  })

  test('one name in common is enough', () => {
    const common = overlap('unacceptable', 'optionRisks')
    expect(common.test(at({ unacceptable: ['catheter', 'stay'], optionRisks: ['stay', 'pain'] })).truth).toBe('yes')
    expect(common.test(at({ unacceptable: ['catheter'], optionRisks: ['pain'] })).truth).toBe('no')
  })
})

describe('spans of time', () => {
  const truth = (condition: ReturnType<typeof days>, suspectedAt: string, contactedAt: string | null = null) =>
    condition.test(at({ suspectedAt, contactedAt })).truth

  test('both ends of a span count as they are given', () => {
    const between = days('suspectedAt', 'now', { atLeast: 1, atMost: 2 })
    expect(truth(between, '2026-11-22T09:00:00Z')).toBe('yes')
    expect(truth(between, '2026-11-22T09:00:01Z')).toBe('no')
    expect(truth(between, '2026-11-21T09:00:00Z')).toBe('yes')
    expect(truth(between, '2026-11-21T08:59:59Z')).toBe('no')
    const inside = days('suspectedAt', 'now', { above: 1, below: 2 })
    expect(truth(inside, '2026-11-22T09:00:00Z')).toBe('no')
    expect(truth(inside, '2026-11-22T08:59:59Z')).toBe('yes')
    expect(truth(inside, '2026-11-21T09:00:00Z')).toBe('no')
  })

  test('hours count between two instants, from a week on days of the calendar where one is only a day', () => {
    const aWeekAgo = days('suspectedAt', 'now', { atLeast: 7 })
    expect(truth(aWeekAgo, '2026-11-16T23:00:00Z')).toBe('no')
    expect(truth(aWeekAgo, '2026-11-16')).toBe('yes')
    expect(truth(days('suspectedAt', 'now', { atLeast: 6 }), '2026-11-17')).toBe('unknown')
  })

  test('a day that has yet to come lies no hours back', () => {
    expect(truth(hoursSince('suspectedAt', { atLeast: 0, atMost: 24 }), '2026-11-24')).toBe('no')
  })

  test('after is later than, not the same time nor before', () => {
    const later = after('contactedAt', 'suspectedAt')
    expect(truth(later, '2026-11-22', '2026-11-23')).toBe('yes')
    expect(truth(later, '2026-11-22', '2026-11-22')).toBe('no')
    expect(truth(later, '2026-11-22', '2026-11-21')).toBe('no')
  })
})
