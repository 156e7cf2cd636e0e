import { expect, test } from 'vitest'
import { timeOnCase } from './time-on-case'

test('time on a case runs from presentation to conclusion', () => {
  const presentedAt = '2026-11-24T14:00:00.000Z'
  const at = (instant: string) => Date.parse(instant) / 1000
  const open = { presentedAt, concludedAt: null }
  expect(timeOnCase({ presentedAt: null, concludedAt: null }, at(presentedAt))).toBeNull()
  expect(timeOnCase(open, null)).toBeNull()
  expect(timeOnCase(open, at('2026-11-24T14:06:40Z'))?.shown).toBe('06:40')
  expect(timeOnCase(open, at('2026-11-24T15:40:05Z'))).toEqual({ shown: '100:05', minutes: 100 + 5 / 60 })
  expect(timeOnCase(open, at('2026-11-24T13:59:58Z'))?.shown).toBe('00:00')
  const ended = { presentedAt, concludedAt: '2026-11-24T14:11:20.000Z' }
  expect(timeOnCase(ended, at('2026-11-25T09:00:00Z'))?.shown).toBe('11:20')
})
