import { expect, test } from 'vitest'
import { simulateMeeting } from './meeting'
import { randomFrom } from './random'

const seeds = 800

test(`the meetings of ${seeds} seeds break nothing, and get somewhere`, { timeout: 120_000 }, () => {
  let concluded = 0
  for (let seed = 1; seed <= seeds; seed++) {
    const outcome = simulateMeeting(seed)
    expect(outcome.violation, `npm run simulate -- --seed ${seed}`).toBeNull()
    concluded += outcome.concluded
  }
  expect(concluded).toBeGreaterThan(seeds)
})

test('a seed plays the same meeting again, act by act, and another seed another one', () => {
  const played = (seed: number) => {
    const lines: string[] = []
    simulateMeeting(seed, undefined, (line) => lines.push(line))
    return lines
  }
  const first = played(4_711)
  expect(first.length).toBeGreaterThan(20)
  expect(played(4_711)).toEqual(first)
  expect(played(4_712)).not.toEqual(first)
})

test('chance picks everything there is, and a shuffle loses nothing', () => {
  const random = randomFrom(1)
  const list = ['a', 'b', 'c', 'd']
  expect(new Set(Array.from({ length: 100 }, () => random.pick(list)))).toEqual(new Set(list))
  expect(random.shuffled(list).sort()).toEqual(list)
  expect(() => random.pick([])).toThrow('Nothing to pick from')
})
