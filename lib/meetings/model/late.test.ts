import { describe, expect, it } from 'vitest'
import { agendaClosesAt, decideLate, isLate, noReasonForLate } from './late'

const planned = { state: 'planned', startsAt: '2026-11-24T14:00:00Z', closesHours: 24 } as const

describe('the closing of an agenda', () => {
  it.each([
    ['a minute before its hour', '2026-11-23T13:59:00Z', false],
    ['at its hour', '2026-11-23T14:00:00Z', true],
    ['after the planned start', '2026-11-24T15:00:00Z', true],
  ])('takes a case %s', (_, at, late) => {
    expect(isLate(planned, at)).toBe(late)
  })

  it('comes with the start where the board has set no hours, however late it starts', () => {
    const atStart = { ...planned, closesHours: 0 }
    expect(agendaClosesAt(atStart)).toBeNull()
    expect(isLate(atStart, '2026-11-24T15:00:00Z')).toBe(false)
    expect(isLate({ ...atStart, state: 'running' }, '2026-11-24T13:00:00Z')).toBe(true)
  })

  it('counts hours, not days of the calendar, over a change of the clocks', () => {
    expect(agendaClosesAt({ startsAt: '2026-10-25T14:00:00Z', closesHours: 24 })).toBe('2026-10-24T14:00:00.000Z')
  })
})

describe('a late case', () => {
  it('needs a reason, which is kept; one in time keeps none', () => {
    expect(decideLate(true, undefined)).toMatchObject({
      refusal: { code: 'invalid', fields: [{ path: 'lateBecause', message: noReasonForLate }] },
    })
    expect(decideLate(true, '')).toMatchObject({ ok: false })
    expect(decideLate(true, 'New weakness')).toEqual({ ok: true, value: 'New weakness' })
    expect(decideLate(false, 'New weakness')).toEqual({ ok: true, value: null })
  })
})
