import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { clockRules, clockState } from './pathway-clocks'

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

  test('keeps its due time over the night in which the clocks go back', () => {
    const state = clockState(day, { start: '2026-10-24T22:00:00+01:00', end: null }, '2026-10-25T12:00:00Z')
    expect(state).toMatchObject({ kind: 'running', due: '2026-10-25T21:00:00.000Z' })
  })

  test('a week is 7 x 24 h', () => {
    const week = clockRules.find(({ id }) => id === 'PW-IMG-02')
    expect(week?.limitHours).toBe(168)
    expect(clockState(week ?? day, { start, end: later(168 * 60) }, later(0)).kind).toBe('met')
    expect(clockState(week ?? day, { start, end: later(168 * 60 + 1) }, later(0)).kind).toBe('late')
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
