import { expect, test } from 'vitest'
import type { Happening } from '@/lib/ledger/model'
import { simulateMeeting } from './meeting'
import { randomFrom } from './random'

const seeds = 400

/** Ways on which a meeting and a board without one have to come by: one that nobody takes proves nothing. */
const ways: readonly Happening[] = [
  ...(['item.revealed', 'item.vote-reopened', 'item.round-called-off', 'item.set-aside', 'meeting.closed'] as const),
  ...(['call.opened', 'call.escalated', 'call.skipped', 'call.seen', 'call.declined', 'call.told'] as const),
  ...(['board.protocol-signed', 'item.listed-by-protocol', 'item.pulled-back', 'item.confirmed-by-protocol'] as const),
  ...(['meeting.created', 'item.added', 'item.came-late', 'item.revote-opened'] as const),
  ...([
    'item.all-answered',
    'item.ended-overdue',
    'conclusion.signed',
    'objection.answered',
    'conflict.withdrawn',
  ] as const),
]

test(`the meetings of ${seeds} seeds break nothing, and get somewhere`, { timeout: 300_000 }, () => {
  let concluded = 0
  const happened = new Set<Happening>()
  for (let seed = 1; seed <= seeds; seed++) {
    const outcome = simulateMeeting(seed)
    expect(outcome.violation, `npm run simulate -- --seed ${seed}`).toBeNull()
    concluded += outcome.concluded
    for (const kind of outcome.happened) happened.add(kind)
  }
  expect(concluded).toBeGreaterThan(seeds)
  expect(ways.filter((kind) => !happened.has(kind))).toEqual([])
})

test('a seed plays the same meeting again, act by act, and another seed another one', () => {
  const played = (seed: number) => {
    const lines: string[] = []
    simulateMeeting(seed, undefined, (line) => lines.push(line))
    return lines
  }
  const first = played(4_712)
  expect(first.length).toBeGreaterThan(20)
  expect(played(4_712)).toEqual(first)
  expect(played(4_713)).not.toEqual(first)
})

test('chance picks everything there is, and a shuffle loses nothing', () => {
  const random = randomFrom(1)
  const list = ['a', 'b', 'c', 'd']
  expect(new Set(Array.from({ length: 100 }, () => random.pick(list)))).toEqual(new Set(list))
  expect(random.shuffled(list).sort()).toEqual(list)
  expect(() => random.pick([])).toThrow('Nothing to pick from')
})
