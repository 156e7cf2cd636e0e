import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  addDays,
  ageOn,
  dayAt,
  daysBetween,
  daysMeantBy,
  isDay,
  isPartialDay,
  showDay,
  showDuration,
  showInstant,
  showLongDay,
  showTime,
  yearsOn,
} from './time'

const spaced = (text: string | undefined) => text?.replaceAll('\u00a0', ' ')

describe('days on screen', () => {
  test.each([
    ['2026-11-22', '22-Nov-2026'],
    ['1951-03-07', '07-Mar-1951'],
    ['2024-02-29', '29-Feb-2024'],
    ['2026-11', 'Nov-2026'],
    ['2026', '2026'],
  ])('D1 %s is shown as %s', (day, shown) => expect(showDay(day)).toBe(shown))

  test('D2 the long form for letters', () => {
    expect(showLongDay('2026-11-02')).toBe('2 November 2026')
    expect(showLongDay('2026-11')).toBe('November 2026')
  })

  test.each([
    '2025-02-29',
    '2026-13-01',
    '2026-00',
    '2026-04-31',
    '26-04-01',
    '0000',
    '',
    '2026-4-1',
    '2026-11-22T00:00',
  ])('%s is no day', (text) => {
    expect(isPartialDay(text)).toBe(false)
    expect(() => showDay(text)).toThrow(RangeError)
  })

  test('a month is a partial day, not a day', () => {
    expect(isDay('2026-11')).toBe(false)
    expect(isPartialDay('2026-11')).toBe(true)
    expect(isDay('2000-02-29')).toBe(true)
    expect(isDay('1900-02-29')).toBe(false)
  })

  test('the span a partial day can mean', () => {
    expect(daysMeantBy('2024-02')).toEqual({ first: '2024-02-01', last: '2024-02-29' })
    expect(daysMeantBy('2025')).toEqual({ first: '2025-01-01', last: '2025-12-31' })
    expect(daysMeantBy('2025-05-06')).toEqual({ first: '2025-05-06', last: '2025-05-06' })
  })
})

describe('instants on screen', () => {
  test('D3 are told in the zone of the board, on a 24-hour clock', () => {
    expect(showInstant('2026-11-22T14:05:59Z', 'UTC')).toBe('22-Nov-2026 14:05')
    expect(showInstant('2026-11-22T23:30:00Z', 'Europe/Berlin')).toBe('23-Nov-2026 00:30')
    expect(showTime('2026-07-01T12:00:00Z', 'America/New_York')).toBe('08:00')
    expect(dayAt('2026-01-01T03:00:00Z', 'America/New_York')).toBe('2025-12-31')
  })

  test('the hour that daylight saving repeats keeps its wall-clock time', () => {
    expect(showInstant('2026-10-25T00:30:00Z', 'Europe/Berlin')).toBe('25-Oct-2026 02:30')
    expect(showInstant('2026-10-25T01:30:00Z', 'Europe/Berlin')).toBe('25-Oct-2026 02:30')
  })

  test('an unreadable instant or zone throws', () => {
    expect(() => showInstant('yesterday', 'UTC')).toThrow(RangeError)
    expect(() => showInstant('2026-11-22T14:05:00Z', 'Nowhere/City')).toThrow(RangeError)
  })
})

describe('age', () => {
  test.each([
    ['1961-03-14', '2026-11-24', '65 y'],
    ['1961-11-24', '2026-11-24', '65 y'],
    ['1961-11-25', '2026-11-24', '64 y'],
    ['1961', '2026-11-24', '64–65 y'],
    ['1961-11', '2026-11-24', '64–65 y'],
    ['1961-10', '2026-11-24', '65 y'],
    ['2004-02-29', '2026-02-28', '21 y'],
    ['2004-02-29', '2026-03-01', '22 y'],
    ['2026-11-24', '2026-11-24', '0 days'],
    ['2026-11-23', '2026-11-24', '1 day'],
    ['2026-10-27', '2026-11-24', '4 weeks'],
    ['2025-11-25', '2026-11-24', '52 weeks'],
    ['2025-06-20', '2026-11-24', '17 months'],
    ['2024-11-24', '2026-11-24', '2 y'],
    ['2026', '2026-11-24', '0 y'],
  ])('P4 D5 born %s, seen on %s: %s', (birth, day, shown) => expect(spaced(ageOn(birth, day))).toBe(shown))

  test('there is none before the birth', () => {
    expect(ageOn('2027-01-01', '2026-11-24')).toBeUndefined()
    expect(ageOn('2026-12', '2026-11-24')).toBeUndefined()
  })

  test('a partly known birth date always encloses the true age', () => {
    const day = fc.integer({ min: 0, max: 40_000 }).map((days) => addDays('1910-01-01', days))
    fc.assert(
      fc.property(day, day, fc.constantFrom(4, 7), (one, other, precision) => {
        const [birth, seen] = one <= other ? [one, other] : [other, one]
        const exact = yearsOn(birth, seen)
        const known = yearsOn(birth.slice(0, precision), seen)
        expect(exact?.least).toBe(exact?.most)
        expect(known?.least).toBeLessThanOrEqual(exact?.least ?? Number.NaN)
        expect(known?.most).toBeGreaterThanOrEqual(exact?.most ?? Number.NaN)
      }),
    )
  })
})

describe('spans', () => {
  test.each([
    [0, 'under 1 min'],
    [59_999, 'under 1 min'],
    [25 * 60_000, '25 min'],
    [100 * 60_000, '1 h 40 min'],
    [(19 * 60 + 5) * 60_000, '19 h 05 min'],
    [24 * 3_600_000, '24 h'],
    [-3 * 3_600_000, '3 h'],
    [72 * 3_600_000, '3 d'],
    [77 * 3_600_000, '3 d 5 h'],
  ])('D5 %d ms is %s', (ms, shown) => expect(spaced(showDuration(ms))).toBe(shown))

  test('days between, across a leap day and a change of clocks', () => {
    expect(daysBetween('2024-02-28', '2024-03-01')).toBe(2)
    expect(daysBetween('2026-03-30', '2026-03-28')).toBe(-2)
    expect(addDays('2026-10-24', 2)).toBe('2026-10-26')
  })
})
