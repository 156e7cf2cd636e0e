import { describe, expect, it } from 'vitest'
import { startOf } from './meeting-draft'

const draft = (day: string | null, time: string) => ({ title: 'Spine tumour board', place: '', day, time })

describe('the start of a new meeting', () => {
  it('is told on the board’s clocks, not on those of the browser', () => {
    expect(startOf(draft('2026-11-24', '14:00'), 'America/New_York')).toEqual({ startsAt: '2026-11-24T19:00:00Z' })
  })

  it('names every part that is missing at its place', () => {
    expect(Object.keys(startOf(draft(null, ''), 'UTC'))).toEqual(['day', 'time'])
    expect(Object.keys(startOf(draft('2026-11', '14:00'), 'UTC'))).toEqual(['day'])
    expect(Object.keys(startOf(draft('2026-11-24', '2 pm'), 'UTC'))).toEqual(['time'])
  })

  it('refuses a time that the clocks jump over', () => {
    expect(startOf(draft('2026-03-29', '01:30'), 'Europe/London')).toEqual({
      time: 'The clocks jump over 01:30 on that day. Choose another time.',
    })
  })
})
