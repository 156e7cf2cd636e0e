import { expect, test } from 'vitest'
import { timeOnCase } from '@/app/_meeting/time-on-case'
import { timeLeft } from './time-left'

const presentedAt = '2026-11-24T14:00:00.000Z'
const after = (seconds: number) =>
  timeLeft(timeOnCase({ presentedAt, concludedAt: null }, Date.parse(presentedAt) / 1000 + seconds), 10)

test.each([
  [0, '10:00 left', false],
  [100, '08:20 left', false],
  [600, '00:00 left', false],
  [601, '00:01 over', true],
  [4_265, '61:05 over', true],
])('after %s s of 10 min it says %s', (seconds, shown, isOver) => {
  expect(after(seconds)).toEqual({ shown, isOver })
})

test('a case that is not presented yet has no time to count', () => {
  expect(timeLeft(timeOnCase({ presentedAt: null, concludedAt: null }, 1_000), 10)).toBeNull()
})
