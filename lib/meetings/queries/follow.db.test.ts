import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import { memberships, sessions } from '@/db/schema/people'
import { testDatabase } from '@/db/testing'
import { actorOf, asOwner, makeTestBoard, must, placeTestCase, signedIn, type TestBoard } from '@/db/testing-board'
import { callTestBoard } from '@/db/testing-call'
import { recordTestFacts } from '@/db/testing-signed-case'
import { openTestVote, vote } from '@/db/testing-vote'
import { changePatient } from '@/lib/cases/commands/change-patient'
import { changeQuestion } from '@/lib/cases/commands/manage-case'
import { getCaseFile } from '@/lib/cases/queries'
import { revealBallots } from '@/lib/deliberation/commands/hold-vote'
import { getRoom } from '@/lib/deliberation/queries/get-room'
import { changeAccess, changeRoles, invitePerson } from '@/lib/people/commands/manage-people'
import { endSession, signInWithPassword } from '@/lib/people/commands/open-session'
import type { Actor, Role } from '@/lib/people/model'
import { actorFor } from '@/lib/people/session'
import { answerCall } from '../commands/call-board'
import { closeMeeting, createMeeting, startMeeting } from '../commands/manage-meeting'
import { createMeetingInput } from '../model'
import { checkListener } from './check-listeners'
import { follow, followInput } from './follow'

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
const told = (meetingId: string, sequence: number, roomSequence = sequence) => ({
  done: false,
  value: { about: 'meeting', meetingId, sequence, roomSequence },
})
const calledTo = (boardId: string, ...meetingIds: string[]) => ({
  done: false,
  value: { about: 'calls', boardId, meetingIds },
})
const isOver = (of: 'meeting' | 'calls' | 'case', id: string) => ({ done: false, value: { about: 'over', of, id } })

const followOne = (actor: Actor, meetingId: string, reader?: AbortSignal) =>
  follow(actor, { meetings: [meetingId], boards: [], cases: [] }, reader)

/** Follows the meeting as a person with a session of their own; the first number has been taken. */
async function following(person: Actor, meetingId: string, reader?: AbortSignal) {
  const listener = await signedIn(database.ownerUrl, person)
  const stream = must(await followOne(listener, meetingId, reader))
  expect(await stream.next()).toEqual(told(meetingId, 1))
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
    expect(await heard).toEqual(told(meetingId, 2))
    must(await closeMeeting(board.chair, { meetingId }))
    expect(await stream.next()).toEqual(told(meetingId, 3))
    const last = stream.next()
    reader.abort()
    expect(await last).toEqual(over)
  })

  test('beats with what the database says', async () => {
    const meetingId = await newMeeting()
    const { stream } = await following(board.observer, meetingId)
    expect(await stream.next()).toEqual(told(meetingId, 1))
    await stream.return()
  })

  test('a ballot of somebody else is a number more, the own one a reason to look again', async () => {
    const item = await openTestVote(database.ownerUrl, board)
    const surgeon = await signedIn(database.ownerUrl, board.surgeon)
    const stream = must(await followOne(surgeon, item.meetingId))
    const first = await stream.next()
    const at = first.done || first.value.about !== 'meeting' ? 0 : first.value.sequence
    must(await vote(board.radiationOncologist, item))
    expect(await stream.next()).toEqual(told(item.meetingId, at + 1, at))
    must(await vote(board.medicalOncologist, item))
    expect(await stream.next()).toEqual(told(item.meetingId, at + 2, at))
    must(await vote(board.surgeon, item))
    expect(await stream.next()).toEqual(told(item.meetingId, at + 3))
    must(await revealBallots(board.chair, item))
    // With the reveal the three who cast without having entered are recorded as having been there by their ballots.
    expect(await stream.next()).toEqual(told(item.meetingId, at + 4 + 3))
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
    const stream = must(await followOne(actor, await newMeeting()))
    await stream.next()
    await endSession(opened.key)
    expect(await stream.next()).toEqual(over)
  })

  test('strangers and former members are not let in', async () => {
    const meetingId = await newMeeting()
    const stranger = (await makeTestBoard(database.ownerUrl, 'Strangers')).chair
    const former = await actorOf(board.observer.userId, 'former')
    for (const person of [stranger, { ...former, seats: [] }]) {
      expect(
        await follow(person, { meetings: [meetingId], boards: [board.boardId], cases: [] }, undefined),
      ).toMatchObject({
        refusal: { code: 'not-found' },
      })
    }
  })
})

describe('following several things in one stream', () => {
  /** Follows as a person with a session of their own; gives what comes next, and the end of it. */
  async function followingAll(person: Actor, asked: { meetings?: string[]; boards?: string[]; cases?: string[] }) {
    const listener = await signedIn(database.ownerUrl, person)
    const stream = must(await follow(listener, followInput.parse(asked), undefined))
    const next = async (count: number) => {
      const words = []
      while (words.length < count) words.push(await stream.next())
      return words
    }
    return { listener, stream, next }
  }

  test('tells of each at once, and of each act of either', async () => {
    const [one, other] = [await newMeeting(), await newMeeting()]
    const { stream, next } = await followingAll(board.observer, {
      meetings: [one, other, one],
      boards: [board.boardId],
    })
    expect(await next(3)).toEqual([told(one, 1), told(other, 1), calledTo(board.boardId)])
    must(await startMeeting(board.chair, { meetingId: other }))
    expect(await stream.next()).toEqual(told(other, 2))
    must(await startMeeting(board.chair, { meetingId: one }))
    expect(await stream.next()).toEqual(told(one, 2))
    await stream.return()
  })

  test('tells who is called when somebody is called, and no more when they have answered', async () => {
    const surgeon = await followingAll(board.surgeon, { boards: [board.boardId] })
    const observer = await followingAll(board.observer, { boards: [board.boardId] })
    expect(await surgeon.stream.next()).toEqual(calledTo(board.boardId))
    expect(await observer.stream.next()).toEqual(calledTo(board.boardId))
    const { meetingId, callId } = await callTestBoard(database.ownerUrl, board)
    expect(await surgeon.stream.next()).toEqual(calledTo(board.boardId, meetingId))
    expect(await observer.stream.next(), 'who is not called').toEqual(calledTo(board.boardId))
    must(await answerCall(board.surgeon, { callId, answer: 'seen' }))
    expect(await surgeon.stream.next()).toEqual(calledTo(board.boardId))
    await surgeon.stream.return()
    await observer.stream.return()
  })

  test('a meeting of strangers is over from the start, like one that never was, and its acts are not heard', async () => {
    const strangers = await makeTestBoard(database.ownerUrl, 'Strangers')
    const planned = { boardId: strangers.boardId, title: 'Theirs', startsAt: '2026-11-24T13:00:00Z' }
    const theirs = must(await createMeeting(strangers.coordinator, createMeetingInput.parse(planned))).meetingId
    const [own, never] = [await newMeeting(), randomUUID()]
    const { stream, next } = await followingAll(board.observer, {
      ...{ meetings: [own, theirs, never], boards: [strangers.boardId] },
    })
    const nothing = [isOver('meeting', theirs), isOver('meeting', never), isOver('calls', strangers.boardId)]
    expect(await next(4)).toEqual([told(own, 1), ...nothing])
    must(await startMeeting(strangers.chair, { meetingId: theirs }))
    must(await startMeeting(board.chair, { meetingId: own }))
    expect(await stream.next(), 'the own act comes first, although theirs fell before').toEqual(told(own, 2))
    const beat = await next(2)
    expect(beat).toEqual([isOver('meeting', theirs), isOver('meeting', never)])
    await stream.return()
  })

  test('tells at which version a case is, at once when facts, question or identity change, and to nobody who may not see it', async () => {
    const { caseId } = await placeTestCase(database.ownerUrl, board, 1)
    const meetingId = await newMeeting()
    const { stream, next } = await followingAll(board.surgeon, { meetings: [meetingId], cases: [caseId] })
    const at = (version: number, patientVersion: number) => ({
      done: false,
      value: { about: 'case', caseId, version, patientVersion },
    })
    const { version, question, patient } = must(await getCaseFile(board.surgeon, { caseId }))
    expect(await next(2)).toEqual([told(meetingId, 1), at(version, patient.version)])
    await recordTestFacts(board, caseId, [{ section: 'fitness', field: 'ecog', value: '2', base: 1 }], '2026-11-20')
    expect(await stream.next()).toEqual(at(version + 1, patient.version))
    must(await changeQuestion(board.presenter, { caseId, question: 'Operate first?', seen: question }))
    expect(await stream.next()).toEqual(at(version + 2, patient.version))
    const { familyName, bornOn, sex, identifier, identifierIssuer } = patient
    const corrected = { familyName, givenName: 'Marion', title: null, bornOn, sex, identifier, identifierIssuer }
    must(await changePatient(board.presenter, { caseId, version: patient.version, patient: corrected }))
    expect(await stream.next()).toEqual(at(version + 2, patient.version + 1))
    await stream.return()
    const strangers = await makeTestBoard(database.ownerUrl, 'Strangers')
    const stranger = await signedIn(database.ownerUrl, strangers.chair)
    expect(await follow(stranger, followInput.parse({ cases: [caseId] }), undefined)).toMatchObject({
      refusal: { code: 'not-found' },
    })
  })

  test('losing one board leaves the others, and what is given back is heard again', async () => {
    const second = await makeTestBoard(database.ownerUrl, 'Second board')
    const { userId, name } = board.observer
    const held = { userId, boardId: second.boardId, role: 'observer' as const, since: new Date() }
    await asOwner(database.ownerUrl, (db) => db.insert(memberships).values(held))
    const both = await actorOf(userId, name)
    const meetingId = await newMeeting()
    const { stream, next } = await followingAll(both, {
      ...{ meetings: [meetingId], boards: [board.boardId, second.boardId] },
    })
    expect(await next(3)).toEqual([told(meetingId, 1), calledTo(board.boardId), calledTo(second.boardId)])
    const giveRoles = (roles: Role[]) =>
      changeRoles(board.administrator, { boardId: board.boardId, userId, roles, specialty: null })
    must(await giveRoles([]))
    must(await startMeeting(board.chair, { meetingId }))
    // With the first loss everything is asked about anew.
    expect(await next(3)).toEqual([
      isOver('meeting', meetingId),
      isOver('calls', board.boardId),
      calledTo(second.boardId),
    ])
    must(await giveRoles(['observer']))
    expect(await stream.next()).toEqual(told(meetingId, 2))
    must(await closeMeeting(board.chair, { meetingId }))
    expect(await stream.next(), 'an act is heard at once again').toEqual(told(meetingId, 3))
    await stream.return()
  })

  test('ends as a whole when the session has ended', async () => {
    const meetingId = await newMeeting()
    const { listener, stream, next } = await followingAll(board.observer, {
      ...{ meetings: [meetingId], boards: [board.boardId] },
    })
    await next(2)
    await endOf(listener.sessionId, { endedAt: new Date() })
    must(await startMeeting(board.chair, { meetingId }))
    expect(await next(2)).toEqual([isOver('meeting', meetingId), over])
    expect(await stream.next()).toEqual(over)
  })

  test('names at least one thing', () => {
    expect(followInput.safeParse({}).success).toBe(false)
    expect(followInput.safeParse({ boards: [randomUUID()] }).success).toBe(true)
    expect(followInput.safeParse({ meetings: ['Tuesday'] }).success).toBe(false)
  })
})
