import { expect, test } from 'vitest'
import {
  afterAct,
  afterLeaving,
  type Counted,
  countPreparationInput,
  mostAtOnce,
  nothingCounted,
  preparationWords,
  takeSeconds,
} from './preparation'

const acting = (...atSeconds: number[]): Counted =>
  atSeconds.reduce((counted, at) => afterAct(counted, at * 1000), nothingCounted)

test('the time between acts counts, one act alone is no time', () => {
  expect(acting(100).activeMs).toBe(0)
  expect(acting(100, 110, 125).activeMs).toBe(25_000)
})

test('a gap of a minute still counts, a longer one does not count at all', () => {
  expect(acting(0, 60).activeMs).toBe(60_000)
  expect(acting(0, 60.001).activeMs).toBe(0)
  expect(acting(0, 30, 3630, 3640).activeMs).toBe(40_000)
})

test('a clock that is set back takes nothing away', () => {
  expect(acting(0, 10, 5, 8).activeMs).toBe(13_000)
})

test('a hidden tab does not count: neither what came before the first act nor what lies between leaving and coming back', () => {
  expect(afterLeaving(nothingCounted, 9_000)).toEqual(nothingCounted)
  const left = afterLeaving(acting(0, 20), 30_000)
  expect(left).toEqual({ lastActAt: null, activeMs: 30_000 })
  expect(afterAct(afterAct(left, 40_000), 45_000).activeMs).toBe(35_000)
  expect(afterLeaving(acting(0, 20), 90_000).activeMs).toBe(20_000)
})

test('whole seconds are taken, at most an hour at once, and nothing is taken twice', () => {
  const { seconds, rest } = takeSeconds({ lastActAt: 5, activeMs: 61_900 })
  expect([seconds, rest]).toEqual([61, { lastActAt: 5, activeMs: 900 }])
  expect(takeSeconds(rest).seconds).toBe(0)
  expect(takeSeconds({ lastActAt: 0, activeMs: 4000 * 1000 })).toEqual({
    seconds: mostAtOnce,
    rest: { lastActAt: 0, activeMs: 400_000 },
  })
})

test.each([0, -5, 1.5, mostAtOnce + 1, Number.NaN])('%s seconds are refused at the door', (seconds) => {
  const caseId = '3f1c2a44-0a55-4a7e-9c39-0d6cb1a1d001'
  expect(countPreparationInput.safeParse({ caseId, seconds }).success).toBe(false)
  expect(countPreparationInput.safeParse({ caseId, seconds: 60 }).success).toBe(true)
})

test('says who took how long', () => {
  expect(preparationWords([])).toBeNull()
  expect(preparationWords([{ by: 'A. Marbeck', seconds: 59 }])).toBe('prepared in under 1 min by A. Marbeck')
  expect(preparationWords([{ by: 'A. Marbeck', seconds: 250 }])).toBe('prepared in 4 min by A. Marbeck')
  expect(
    preparationWords([
      { by: 'A. Marbeck', seconds: 250 },
      { by: 'L. Davenport', seconds: 110 },
    ]),
  ).toBe('prepared in 6 min by A. Marbeck (4 min) and L. Davenport (2 min)')
})
