import { describe, expect, it } from 'vitest'
import { daysWords, mainOrigin, originWords, sourcesWords } from './sources'

const zone = 'Europe/London'
const scan = { by: 'L. Osterfjell', at: '2026-11-24T09:00:00.000Z', refersOn: '2026-11-20' }
const exam = { by: 'P. Lindvaer', at: '2026-11-24T10:00:00.000Z', refersOn: null }

describe('sources of values', () => {
  it('says the day a finding is from, and otherwise that this is only the day of recording', () => {
    expect(originWords(scan, zone)).toBe('20-Nov-2026, L. Osterfjell')
    expect(originWords(exam, zone)).toBe('recorded 24-Nov-2026, P. Lindvaer')
  })

  it('puts several days and people together, each person once', () => {
    expect(sourcesWords([scan, undefined, exam, scan], zone)).toBe(
      '20-Nov-2026 to 24-Nov-2026, L. Osterfjell, P. Lindvaer',
    )
  })

  it('gives the first and the last day without people', () => {
    expect(daysWords([exam, undefined, scan], zone)).toBe('20-Nov-2026 to 24-Nov-2026')
    expect(daysWords([scan, scan], zone)).toBe('20-Nov-2026')
    expect(daysWords([undefined], zone)).toBe('')
  })

  it('is empty when nothing was recorded', () => {
    expect(sourcesWords([undefined], zone)).toBe('')
  })

  it('takes the day of recording in the time zone of the board', () => {
    expect(originWords({ ...exam, at: '2026-11-24T23:30:00.000Z' }, 'Asia/Tokyo')).toContain('25-Nov-2026')
  })

  it('says once what most values share, and that others differ', () => {
    expect(mainOrigin([scan, exam, undefined, scan], zone)).toEqual({
      words: '20-Nov-2026, L. Osterfjell',
      note: '20-Nov-2026, L. Osterfjell, unless another is named',
    })
    expect(mainOrigin([scan, scan], zone)?.note).toBe('20-Nov-2026, L. Osterfjell')
    expect(mainOrigin([undefined], zone)).toBeNull()
  })
})
