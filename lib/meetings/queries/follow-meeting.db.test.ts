import { eq } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import { sessions } from '@/db/schema/people'
import { testDatabase } from '@/db/testing'
import { actorOf, asOwner, makeTestBoard, must, signedIn, type TestBoard } from '@/db/testing-board'
import { openTestVote, vote } from '@/db/testing-vote'
import { revealBallots } from '@/lib/deliberation/commands/hold-vote'
import { getRoom } from '@/lib/deliberation/queries/get-room'
import { changeAccess, changeRoles, invitePerson } from '@/lib/people/commands/manage-people'
import { endSession, signInWithPassword } from '@/lib/people/commands/open-session'
import type { Actor } from '@/lib/people/model'
import { actorFor } from '@/lib/people/session'
import { closeMeeting, createMeeting, startMeeting } from '../commands/manage-meeting'
import { createMeetingInput } from '../model'
import { checkListener } from './check-listeners'
import { followMeeting } from './follow-meeting'

const database = testDatabase()
let board: TestBoard
beforeEach(async () => {
  board = await makeTestBoard(database.ownerUrl)
})

async function newMeeting(): Promise<string> {
  const planned = { boardId: board.boardId, title: 'Tuesday', startsAt: '2026-11-24T13:00:00Z' }
  return must(await createMeeting(board.coordinator, createMeetingInput.parse(planned))).meetingId
}

const over = { done: true, value: undefined }
const told = (sequence: number, roomSequence = sequence) => ({ done: false, value: { sequence, roomSequence } })

/** Follows the meeting as a person with a session of their own; the first number has been taken. */
async function following(person: Actor, meetingId: string, reader?: AbortSignal) {
  const listener = await signedIn(database.ownerUrl, person)
  const stream = must(await followMeeting(listener, { meetingId }, reader))
  expect(await stream.next()).toEqual(told(1))
  return { listener, stream }
}

const endOf = (sessionId: string, changes: Partial<typeof sessions.$inferInsert>) =>
  asOwner(database.ownerUrl, (db) => db.update(sessions).set(changes).where(eq(sessions.id, sessionId)))

describe('following a meeting', () => {
  test('tells the latest number at once, each act soon, and ends with the reader', async () => {
    const meetingId = await newMeeting()
    const reader = new AbortController()
    const { stream } = await following(board.observer, meetingId, reader.signal)
    const heard = stream.next()
    must(await startMeeting(board.chair, { meetingId }))
    expect(await heard).toEqual(told(2))
    must(await closeMeeting(board.chair, { meetingId }))
    expect(await stream.next()).toEqual(told(3))
    const last = stream.next()
    reader.abort()
    expect(await last).toEqual(over)
  })

  test('beats with what the database says', async () => {
    const { stream } = await following(board.observer, await newMeeting())
    expect(await stream.next()).toEqual(told(1))
    await stream.return()
  })

  test('a ballot of somebody else is a number more, the own one a reason to look again', async () => {
    const item = await openTestVote(database.ownerUrl, board)
    const surgeon = await signedIn(database.ownerUrl, board.surgeon)
    const stream = must(await followMeeting(surgeon, { meetingId: item.meetingId }, undefined))
    const first = await stream.next()
    const at = first.done ? 0 : first.value.sequence
    must(await vote(board.radiationOncologist, item))
    expect(await stream.next()).toEqual(told(at + 1, at))
    must(await vote(board.medicalOncologist, item))
    expect(await stream.next()).toEqual(told(at + 2, at))
    must(await vote(board.surgeon, item))
    expect(await stream.next()).toEqual(told(at + 3))
    must(await revealBallots(board.chair, item))
    expect(await stream.next()).toEqual(told(at + 4))
    await stream.return()
  })

  test('those who ask at once get each their own answer', async () => {
    const one = await newMeeting()
    const other = await openTestVote(database.ownerUrl, board)
    const [chair, observer] = [
      await signedIn(database.ownerUrl, board.chair),
      await signedIn(database.ownerUrl, board.observer),
    ]
    const stranger = await signedIn(database.ownerUrl, (await makeTestBoard(database.ownerUrl, 'Strangers')).chair)
    const hints = await Promise.all([
      checkListener(chair, one),
      checkListener(observer, one),
      checkListener(chair, other.meetingId),
      checkListener(stranger, one),
      checkListener({ ...observer, sessionId: '' }, one),
      checkListener(board.chair, one),
    ])
    const latest = must(await getRoom(board.chair, { meetingId: other.meetingId })).sequence
    const atStart = { sequence: 1, roomSequence: 1 }
    expect(hints).toEqual([atStart, atStart, { sequence: latest, roomSequence: latest }, null, null, null])
  })

  const losses: Record<string, (listener: Actor) => Promise<unknown>> = {
    'the session has ended': ({ sessionId }) => endOf(sessionId, { endedAt: new Date() }),
    'the session is past its end': ({ sessionId }) => endOf(sessionId, { endsAt: new Date() }),
    'nobody has touched the screen for too long': ({ sessionId }) =>
      endOf(sessionId, { seenAt: new Date(Date.now() - 31 * 60_000) }),
    'the account is disabled': async ({ userId }) =>
      must(await changeAccess(board.administrator, { boardId: board.boardId, userId, disabled: true })),
    'the last role is taken': async ({ userId }) =>
      must(await changeRoles(board.administrator, { boardId: board.boardId, userId, roles: [], specialty: null })),
    'only a role without patients is left': async ({ userId }) =>
      must(
        await changeRoles(board.administrator, {
          boardId: board.boardId,
          userId,
          roles: ['administrator'],
          specialty: null,
        }),
      ),
  }

  /** A stream whose listener has just lost what it listens by. */
  async function afterwards(loss: string) {
    const meetingId = await newMeeting()
    const { listener, stream } = await following(board.observer, meetingId)
    await losses[loss]?.(listener)
    return { meetingId, stream }
  }

  test.each(Object.keys(losses))('ends instead of telling the next act when %s', async (loss) => {
    const { meetingId, stream } = await afterwards(loss)
    must(await startMeeting(board.chair, { meetingId }))
    expect(await stream.next()).toEqual(over)
  })

  test.each(['the session has ended', 'the last role is taken'])('ends without a next act when %s', async (loss) => {
    const { stream } = await afterwards(loss)
    expect(await stream.next()).toEqual(over)
  })

  test('ends when its reader signs out', async () => {
    const root = { email: 'root@site.example', password: 'a long enough password', address: '192.0.2.1' }
    const opened = await signInWithPassword(root)
    if (typeof opened === 'string') throw new Error(`sign-in said ${opened}`)
    const seat = { boardId: board.boardId, roles: ['observer' as const], specialty: null }

    must(await invitePerson(board.administrator, { ...seat, name: 'R. Root', email: root.email }))
    const actor = await actorFor(opened.key)
    if (!actor) throw new Error('no actor')
    const stream = must(await followMeeting(actor, { meetingId: await newMeeting() }, undefined))
    await stream.next()
    await endSession(opened.key)
    expect(await stream.next()).toEqual(over)
  })

  test('strangers and former members are not let in', async () => {
    const meetingId = await newMeeting()
    const stranger = (await makeTestBoard(database.ownerUrl, 'Strangers')).chair
    const former = await actorOf(board.observer.userId, 'former')
    for (const person of [stranger, { ...former, seats: [] }]) {
      expect(await followMeeting(person, { meetingId }, undefined)).toMatchObject({ refusal: { code: 'not-found' } })
    }
  })
})
