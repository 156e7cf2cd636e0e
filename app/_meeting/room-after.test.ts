import { describe, expect, test } from 'vitest'
import type { RoomView } from '@/lib/deliberation/model/views'
import type { ItemStage } from '@/lib/meetings/model'
import type { May } from '@/lib/meetings/model/views'
import { roomAfter } from './room-after'

/** As much of a room as the hint is about. */
const room = (sequence: number, stage: ItemStage, cast: number, reveal: May = { open: false, why: 'forbidden' }) =>
  ({ sequence, item: { stage, cast, may: { reveal } } }) as unknown as RoomView

describe('the room after a hint', () => {
  test('counts the ballots of others one by one, without asking again', () => {
    const counted = roomAfter(room(7, 'voting', 2), { sequence: 9, roomSequence: 7 })
    expect(counted).toMatchObject({ sequence: 9, item: { cast: 4 } })
  })

  test('is asked for after any other act, also one that ballots follow', () => {
    expect(roomAfter(room(7, 'voting', 2), { sequence: 8, roomSequence: 8 })).toBeNull()
    expect(roomAfter(room(7, 'voting', 2), { sequence: 12, roomSequence: 8 })).toBeNull()
  })

  test('is asked for by the chair after the first ballot of all: from then on it can be revealed', () => {
    const hint = { sequence: 8, roomSequence: 7 }
    expect(roomAfter(room(7, 'voting', 0, { open: false, why: 'no-ballots' }), hint)).toBeNull()
    expect(roomAfter(room(7, 'voting', 1, { open: true, why: null }), hint)).toMatchObject({ item: { cast: 2 } })
    expect(roomAfter(room(7, 'voting', 0), hint)).toMatchObject({ item: { cast: 1 } })
  })

  test.each([
    { sequence: 7, roomSequence: 7 },
    { sequence: 5, roomSequence: 4 },
  ])('stays the very same after a beat without news, and after a hint that comes late', (hint) => {
    const before = room(7, 'voting', 2)
    expect(roomAfter(before, hint)).toBe(before)
  })

  test('keeps the count of an item that is not in the vote', () => {
    const shown = roomAfter(room(7, 'revealed', 5), { sequence: 9, roomSequence: 6 })
    expect(shown).toMatchObject({ sequence: 9, item: { cast: 5 } })
  })
})
