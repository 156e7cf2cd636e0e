import { describe, expect, it } from 'vitest'
import { instantAt, minutesAfter, readTime } from './read-time'
import { showInstant } from './time'

describe('a typed time of day', () => {
  it.each([
    ['14:00', '14:00'],
    [' 9.30 ', '09:30'],
    ['0930', '09:30'],
    ['930', '09:30'],
    ['9', '09:00'],
    ['9h05', '09:05'],
    ['00:00', '00:00'],
    ['23:59', '23:59'],
  ])('%s means %s', (typed, time) => {
    expect(readTime(typed)).toEqual({ kind: 'time', time })
  })

  it.each(['24:00', '14:60', '2 pm', '14:5', 'noon', '-1:00', '14:00:00'])('%s is not guessed', (typed) => {
    expect(readTime(typed)).toMatchObject({ kind: 'error' })
  })

  it('is nothing while nothing is typed', () => {
    expect(readTime('  ')).toEqual({ kind: 'empty' })
  })
})

describe('the instant of a day and a time', () => {
  it.each([
    ['2026-11-24', '14:00', 'Europe/London', '2026-11-24T14:00:00Z'],
    ['2026-07-24', '14:00', 'Europe/London', '2026-07-24T13:00:00Z'],
    ['2026-11-24', '00:30', 'Asia/Kolkata', '2026-11-23T19:00:00Z'],
  ])('%s %s in %s is %s', (day, time, zone, instant) => {
    expect(instantAt(day, time, zone)).toBe(instant)
  })

  it('is none for a time that the clocks jump over', () => {
    expect(instantAt('2026-03-29', '01:30', 'Europe/London')).toBeNull()
  })

  it('is the first one of a time that comes twice', () => {
    expect(instantAt('2026-10-25', '01:30', 'Europe/London')).toBe('2026-10-25T00:30:00Z')
  })

  it('counts minutes on over midnight', () => {
    expect(showInstant(minutesAfter('2026-11-24T23:50:00Z', 25), 'Europe/London')).toBe('25-Nov-2026 00:15')
  })
})
