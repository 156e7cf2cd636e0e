import { describe, expect, test } from 'vitest'
import {
  boardTimeAt,
  dayOfMoment,
  instantOfMoment,
  isAhead,
  isMoment,
  isMomentIn,
  minutesSince,
  momentAt,
  momentsMeantBy,
  showLongMoment,
  showMoment,
  showMomentIn,
} from './moment'
import { readMoment } from './read-moment'

const london = boardTimeAt('2026-11-24T14:02:00Z', 'Europe/London')
const berlin = boardTimeAt('2026-11-24T14:02:00Z', 'Europe/Berlin')

describe('a moment', () => {
  test.each(['2026', '2026-11', '2026-11-23', '2026-11-23T20:00+00:00', '2026-07-01T08:30-05:00'])(
    '%s is one',
    (value) => expect(isMoment(value)).toBe(true),
  )

  test.each([
    '',
    '2026-13',
    '2026-11-23T20:00',
    '2026-11-23T20:00Z',
    '2026-02-30T20:00+00:00',
    '2026-11-23T24:00+00:00',
    '__proto__',
  ])('%j is none', (value) => expect(isMoment(value)).toBe(false))

  test('D3 shows day and 24-hour time, or the day alone', () => {
    expect(showMoment('2026-11-23T20:00+00:00')).toBe('23-Nov-2026 20:00')
    expect(showMoment('2026-11')).toBe('Nov-2026')
  })

  test('D2 is written out for the patient', () => {
    expect(showLongMoment('2026-11-23T20:00+00:00')).toBe('23 November 2026, 20:00')
    expect(showLongMoment('2026-11')).toBe('November 2026')
  })

  test('says both the time on the wall and the instant', () => {
    expect(instantOfMoment('2026-07-01T08:30+02:00')).toBe('2026-07-01T06:30:00Z')
    expect(instantOfMoment('2026-07-01')).toBeNull()
    expect(dayOfMoment('2026-07-01T00:30+02:00')).toBe('2026-07-01')
    expect(momentAt('2026-07-01T06:30:59Z', 'Europe/Berlin')).toBe('2026-07-01T08:30+02:00')
  })

  test('belongs to the clocks of a zone, on the day that it was', () => {
    expect(isMomentIn('2026-07-01T08:30+02:00', 'Europe/Berlin')).toBe(true)
    expect(isMomentIn('2026-12-01T08:30+02:00', 'Europe/Berlin')).toBe(false)
    expect(isMomentIn('2026-07', 'Europe/Berlin')).toBe(true)
  })

  test('lies ahead by the minute, with five minutes for clocks that differ', () => {
    expect(isAhead('2026-11-24T14:07+00:00', london)).toBe(false)
    expect(isAhead('2026-11-24T14:08+00:00', london)).toBe(true)
    expect(isAhead('2026-11-24', london)).toBe(false)
    expect(isAhead('2026-11-25', london)).toBe(true)
  })

  test('is so many minutes ago, whatever the clocks did in between', () => {
    expect(minutesSince('2026-10-25T00:30+01:00', '2026-10-25T02:30:00Z')).toBe(180)
    expect(minutesSince('2026-10-25', '2026-10-25T02:30:00Z')).toBeNull()
  })

  test('is none, one or two where the clocks are moved', () => {
    expect(momentsMeantBy('2026-03-29', '01:30', 'Europe/London')).toEqual([])
    expect(momentsMeantBy('2026-10-25', '01:30', 'Europe/London')).toEqual([
      '2026-10-25T01:30+01:00',
      '2026-10-25T01:30+00:00',
    ])
    expect(showMomentIn('2026-10-25T01:30+01:00', 'Europe/London')).toBe('25-Oct-2026 01:30 UTC+01:00')
    expect(showMomentIn('2026-10-25T03:30+00:00', 'Europe/London')).toBe('25-Oct-2026 03:30')
  })
})

describe('D4 a typed moment', () => {
  test.each([
    ['23-Nov-2026 20:00', '2026-11-23T20:00+00:00'],
    ['23.11.2026, 9.05', '2026-11-23T09:05+00:00'],
    ['23 nov 2026 2000', '2026-11-23T20:00+00:00'],
    ['20:00 23 nov 2026', '2026-11-23T20:00+00:00'],
    ['2026-11-23T20:00', '2026-11-23T20:00+00:00'],
    ['yesterday at 20h30', '2026-11-23T20:30+00:00'],
    ['today 14:00', '2026-11-24T14:00+00:00'],
    ['now', '2026-11-24T14:02+00:00'],
    ['7 mar 1951', '1951-03-07'],
    ['Mar-2026', '2026-03'],
    ['2026', '2026'],
    ['25-Oct-2026 01:30 UTC+00:00', '2026-10-25T01:30+00:00'],
  ])('%s is read as %s', (typed, day) => expect(readMoment(typed, london)).toEqual({ kind: 'day', day }))

  test('is read by the clocks of the board', () => {
    expect(readMoment('23-Nov-2026 20:00', berlin)).toEqual({ kind: 'day', day: '2026-11-23T20:00+01:00' })
  })

  test.each([
    ['24-Nov-2026 14:30', 'is in the future'],
    ['29-Mar-2026 01:30', 'did not show 01:30 on 29-Mar-2026'],
    ['Mar-2026 20:00', 'A time needs its day'],
    ['23-Nov-2026 25:00', 'cannot be read as a time'],
    ['soon', 'cannot be read as a date'],
    ['__proto__ 20:00', 'cannot be read as a date'],
    ['', 'Enter a date'],
  ])('%s is refused with a sentence', (typed, why) => {
    const reading = readMoment(typed, london)
    expect(reading.kind === 'error' && reading.why).toContain(why)
  })

  test('what can mean two days or two times is asked back', () => {
    expect(readMoment('7/3/26 20:00', london)).toMatchObject({
      kind: 'ask',
      readings: ['2026-03-07T20:00+00:00', '2026-07-03T20:00+01:00'],
    })
    expect(readMoment('25-Oct-2026 01:30', london)).toMatchObject({
      kind: 'ask',
      readings: ['2026-10-25T01:30+01:00', '2026-10-25T01:30+00:00'],
    })
  })

  test('what is shown is read as what it was', () => {
    for (const value of ['2026-11-23T20:00+00:00', '2026-10-25T01:30+01:00', '2026-11', '2026-07-01T08:30+01:00']) {
      expect(readMoment(showMomentIn(value, 'Europe/London'), london)).toEqual({ kind: 'day', day: value })
    }
  })
})
