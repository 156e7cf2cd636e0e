import { expect, test } from 'vitest'
import { callStanding } from './call'
import { movesToRecord, type RecordedMove } from './ladder-moves'

const at = (minutes: number): string => new Date(Date.parse('2026-11-24T14:00:00Z') + minutes * 60_000).toISOString()
const call = { ladder: ['ash', 'birch', 'cedar'], nextAfterMinutes: 10, calledAt: at(0) }
const escalated = (place: number) => ({ kind: 'call.escalated' as const, place })
const skipped = (place: number) => ({ kind: 'call.skipped' as const, place })

test('the first name is called by the board itself, and every further one is a move, once', () => {
  const standing = callStanding(call, [], [], at(21))
  const first = movesToRecord(call.ladder, standing, [])
  expect(first).toEqual([
    { ...escalated(2), at: at(10) },
    { ...escalated(3), at: at(20) },
  ])
  expect(movesToRecord(call.ladder, standing, first.slice(0, 1))).toEqual(first.slice(1))
  expect(movesToRecord(call.ladder, standing, first)).toEqual([])
})

test('a name that is passed over is a move, and the one after it is another', () => {
  const standing = callStanding(call, [], [{ userId: 'birch', from: at(4), to: null }], at(12))
  expect(movesToRecord(call.ladder, standing, [])).toEqual([
    { ...skipped(2), at: at(10) },
    { ...escalated(3), at: at(10) },
  ])
})

test('a move that a clock ahead of the others wrote down hides no later one', () => {
  // Birch was written down by a process whose clock was ahead, and was recused by the clock of another one before their turn.
  const standing = callStanding(call, [], [{ userId: 'birch', from: at(9.99), to: null }], at(12))
  const recorded: RecordedMove[] = [escalated(2)]
  expect(movesToRecord(call.ladder, standing, recorded)).toEqual([
    { ...skipped(2), at: at(10) },
    { ...escalated(3), at: at(10) },
  ])
})
