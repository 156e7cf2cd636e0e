import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { timeNow } from './time-now'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const opened = { today: '2026-11-27', timeZone: 'Pacific/Auckland' }

test('a page that stays open over midnight has the new day of the board, not that of the device', () => {
  vi.setSystemTime('2026-11-27T10:59:00Z')
  expect(timeNow(opened).today).toBe('2026-11-27')
  vi.setSystemTime('2026-11-27T11:00:00Z')
  expect(timeNow(opened)).toEqual({ ...opened, today: '2026-11-28', now: '2026-11-27T11:00:00.000Z' })
})

test('a device whose clock is slow brings no day back', () => {
  vi.setSystemTime('2026-11-20T10:00:00Z')
  expect(timeNow(opened).today).toBe('2026-11-27')
})
