import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { clockState } from './clock'

const day = { limitHours: 24, warnAfterHours: 12 }
const start = '2026-11-23T20:00:00Z'
const later = (minutes: number) => new Date(new Date(start).getTime() + minutes * 60_000).toISOString()

describe('a clock of the pathway (PATHWAY 0.3)', () => {
  test('is met at exactly 24 h, and late one minute after', () => {
    expect(clockState(day, { start, end: later(24 * 60) }, later(0))).toMatchObject({ kind: 'met' })
    expect(clockState(day, { start, end: later(24 * 60 + 1) }, later(0))).toMatchObject({ kind: 'late', by: 60_000 })
  })

  test('runs with its due time until the limit, warns from 12 h, and is overdue after it', () => {
    const at = (minutes: number) => clockState(day, { start, end: null }, later(minutes))
    expect(at(719)).toMatchObject({ kind: 'running', isWarning: false, due: '2026-11-24T20:00:00.000Z' })
    expect(at(720)).toMatchObject({ kind: 'running', isWarning: true })
    expect(at(24 * 60)).toMatchObject({ kind: 'running', left: 0 })
    expect(at(24 * 60 + 1)).toMatchObject({ kind: 'overdue', by: 60_000 })
  })

  test('cannot be evaluated without its start, without the hour, or with an end before its start', () => {
    expect(clockState(day, { start: null, end: later(5) }, later(9))).toEqual({
      kind: 'cannot-evaluate',
      why: 'no-start',
    })
    expect(clockState(day, { start: 'day-only', end: null }, later(9))).toMatchObject({ why: 'no-hour' })
    expect(clockState(day, { start, end: 'day-only' }, later(9))).toMatchObject({ why: 'no-hour' })
    expect(clockState(day, { start, end: later(-1) }, later(9))).toMatchObject({ why: 'end-before-start' })
  })

  test('is met at once where its end is its start', () => {
    expect(clockState(day, { start, end: start }, later(9))).toEqual({ kind: 'met', took: 0 })
  })

  test('never warns where it has no time for that', () => {
    const silent = { limitHours: 24, warnAfterHours: null }
    expect(clockState(silent, { start, end: null }, later(24 * 60))).toMatchObject({
      kind: 'running',
      isWarning: false,
    })
  })

  test.each([
    ['the clocks go back in London', '2026-10-24T22:00:00+01:00', '2026-10-25T21:00:00.000Z'],
    ['the clocks go forward in London', '2026-03-28T22:00:00+00:00', '2026-03-29T22:00:00.000Z'],
    ['the clocks go back in New York', '2026-10-31T22:00:00-04:00', '2026-11-02T02:00:00.000Z'],
    ['the clocks go forward in New York', '2026-03-07T22:00:00-05:00', '2026-03-09T03:00:00.000Z'],
  ])('keeps its due time, 24 h on, over the night in which %s', (_night, began, due) => {
    const hoursOn = (hours: number) => new Date(Date.parse(began) + hours * 3_600_000).toISOString()
    expect(clockState(day, { start: began, end: null }, hoursOn(14))).toMatchObject({ kind: 'running', due })
    expect(clockState(day, { start: began, end: hoursOn(24) }, hoursOn(30))).toMatchObject({ kind: 'met' })
    expect(clockState(day, { start: began, end: null }, hoursOn(24.01))).toMatchObject({ kind: 'overdue', due })
  })

  test('never goes back from overdue to running as time goes on', () => {
    fc.assert(
      fc.property(fc.nat({ max: 20_000 }), fc.nat({ max: 20_000 }), (sooner, more) => {
        const [one, two] = [later(sooner), later(sooner + more)].map(
          (now) => clockState(day, { start, end: null }, now).kind,
        )
        expect(one === 'overdue' && two === 'running').toBe(false)
      }),
    )
  })
})
