import { and, count, eq, sql } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import { asActor } from '@/db/client'
import { ledgerEntries } from '@/db/schema/ledger'
import { attendances } from '@/db/schema/meetings'
import { testDatabase } from '@/db/testing'
import { asOwner, makeTestBoard, must, signedIn, type TestBoard } from '@/db/testing-board'
import { openTestVote, type PresentedItem, vote } from '@/db/testing-vote'
import { getRoom } from '@/lib/deliberation/queries/get-room'
import { withClock } from '@/lib/foundation/clock'
import { ok } from '@/lib/foundation/result'
import type { Actor } from '@/lib/people/model'
import { noteSeen } from './commands/note-seen'
import { joinMeeting, recordAttendance } from './commands/record-attendance'
import { checkListener } from './queries/check-listeners'
import { getMeeting } from './queries/get-meeting'

const database = testDatabase()
let board: TestBoard
let item: PresentedItem

const start = Date.now()
/** Does something so many minutes after the beginning of the test. */
const atMinute = <T>(minute: number, work: () => Promise<T>): Promise<T> =>
  withClock(() => new Date(start + minute * 60_000), work)
const isoOf = (minute: number) => new Date(start + minute * 60_000).toISOString()

beforeEach(async () => {
  board = await makeTestBoard(database.ownerUrl)
  item = await openTestVote(database.ownerUrl, board)
})

const join = (actor: Actor) => joinMeeting(actor, { meetingId: item.meetingId })
/** Follows at a minute; the sign of life is written once a second word is answered. */
const follow = (actor: Actor, minute: number) =>
  atMinute(minute, async () => {
    const hint = await checkListener(actor, item.meetingId)
    await checkListener(actor, item.meetingId)
    return hint
  })
const notSeen = async (actor: Actor, minute: number) => {
  const { attendance } = must(await atMinute(minute, () => getRoom(board.observer, { meetingId: item.meetingId })))
  return attendance.filter(({ userId }) => userId === actor.userId).at(-1)?.notSeenSince
}
const acts = () =>
  asOwner(database.ownerUrl, (db) =>
    db.select({ acts: count() }).from(ledgerEntries).where(eq(ledgerEntries.meetingId, item.meetingId)),
  )

describe('a sign of life in a meeting', () => {
  test('is the entering, and after it the stream: every 2 minutes, and no act', async () => {
    const surgeon = await signedIn(database.ownerUrl, board.surgeon)
    must(await atMinute(0, () => join(surgeon)))
    expect(await notSeen(surgeon, 5)).toBeUndefined()
    expect(await notSeen(surgeon, 5.1)).toBe(isoOf(0))
    const before = await acts()
    for (const minute of [6, 7]) expect(await follow(surgeon, minute)).toBeTruthy()
    expect(await notSeen(surgeon, 11), 'of minute 6, since the one at 7 came within 2 minutes').toBeUndefined()
    expect(await notSeen(surgeon, 11.1)).toBe(isoOf(6))
    await follow(surgeon, 8)
    expect(await notSeen(surgeon, 11.1)).toBeUndefined()
    expect(await acts()).toEqual(before)
    const { attendance } = must(await atMinute(20, () => getMeeting(board.observer, item)))
    expect(attendance.find(({ userId }) => userId === surgeon.userId)).toMatchObject({ notSeenSince: isoOf(8) })
  })

  test('is none of who follows without being there, and says nothing of who is there without a device', async () => {
    const surgeon = await signedIn(database.ownerUrl, board.surgeon)
    await follow(surgeon, 0)
    const { attendance } = must(await getRoom(board.observer, { meetingId: item.meetingId }))
    expect(attendance.some(({ userId }) => userId === surgeon.userId)).toBe(false)
    const { userId } = board.medicalOncologist
    const there = { meetingId: item.meetingId, userId, remote: false, left: false }
    must(await atMinute(0, () => recordAttendance(board.coordinator, there)))
    expect(await notSeen(board.medicalOncologist, 90)).toBeUndefined()
  })

  test('is not the ballot, which nobody is to see cast', async () => {
    must(await atMinute(0, () => join(board.surgeon)))
    must(await atMinute(4, () => vote(board.surgeon, item)))
    expect(await notSeen(board.surgeon, 6)).toBe(isoOf(0))
  })

  test('counts as before, until the chair marks who is gone as left; back is another stay', async () => {
    must(await atMinute(0, () => join(board.surgeon)))
    const there = async (minute: number) => {
      const room = must(await atMinute(minute, () => getRoom(board.chair, { meetingId: item.meetingId })))
      return { voters: room.votersPresent, mayRecord: room.may.recordOthers.open }
    }
    expect(await there(60)).toEqual({ voters: 1, mayRecord: true })
    const gone = { meetingId: item.meetingId, userId: board.surgeon.userId, remote: null, left: true }
    for (const other of [board.medicalOncologist, board.observer])
      expect(await recordAttendance(other, gone)).toMatchObject({ refusal: { code: 'forbidden' } })
    must(await atMinute(61, () => recordAttendance(board.chair, gone)))
    expect(await there(62)).toEqual({ voters: 0, mayRecord: true })
    expect(await notSeen(board.surgeon, 62)).toBeUndefined()
    must(await atMinute(63, () => join(board.surgeon)))
    expect(await notSeen(board.surgeon, 64)).toBeUndefined()
  })

  test('that came meanwhile keeps who is marked as left for their silence', async () => {
    const surgeon = await signedIn(database.ownerUrl, board.surgeon)
    must(await atMinute(0, () => join(surgeon)))
    const shown = (await notSeen(surgeon, 20)) ?? ''
    expect(shown).toBe(isoOf(0))
    await follow(surgeon, 21)
    const gone = { meetingId: item.meetingId, userId: surgeon.userId, remote: null, left: true }
    const markAsLeft = (notSeenSince?: string) => recordAttendance(board.chair, { ...gone, notSeenSince })
    expect(await atMinute(22, () => markAsLeft(shown))).toMatchObject({
      refusal: { code: 'closed', why: 'seen-since' },
    })
    expect(await notSeen(surgeon, 40)).toBe(isoOf(21))
    must(await atMinute(40, () => markAsLeft(isoOf(21))))
    expect(await notSeen(surgeon, 41)).toBeUndefined()
  })

  test('is written at the door alone, for the person of a session that lives', async () => {
    const surgeon = await signedIn(database.ownerUrl, board.surgeon)
    must(await atMinute(0, () => join(surgeon)))
    const seenAt = async () => {
      const mine = and(eq(attendances.meetingId, item.meetingId), eq(attendances.userId, surgeon.userId))
      const [stay] = await asOwner(database.ownerUrl, (db) => db.select().from(attendances).where(mine))
      return stay?.seenAt?.toISOString()
    }
    const { sessionId } = await signedIn(database.ownerUrl, board.medicalOncologist)
    await atMinute(30, () => noteSeen([{ sessionId, meetingId: item.meetingId }]))
    expect(await seenAt(), 'the session of somebody else').toBe(isoOf(0))
    const pairs = JSON.stringify([{ session: surgeon.sessionId, meeting: item.meetingId }])
    const asPerson = asActor(surgeon, async (tx) => {
      await tx.execute(sql`select app_note_seen(${pairs}::jsonb, ${isoOf(30)})`)
      return ok(null)
    })
    must(await asPerson)
    expect(await seenAt(), 'not at the door').toBe(isoOf(0))
    await atMinute(31, () => noteSeen([{ sessionId: surgeon.sessionId, meetingId: item.meetingId }]))
    expect(await seenAt()).toBe(isoOf(31))
  })
})
