import { eq, inArray } from 'drizzle-orm'
import { z } from 'zod'
import { readAs, type Tx } from '@/db/client'
import { cases, patients } from '@/db/schema/cases'
import { meetings } from '@/db/schema/meetings'
import { maySeeCase } from '@/lib/cases/policy'
import { ok, type Result, refuse } from '@/lib/foundation/result'
import { followHints } from '@/lib/ledger/follow-hints'
import type { Actor } from '@/lib/people/model'
import { heldRoles, seatsFrom, sessionLives } from '@/lib/people/queries'
import { mayEnterRoom } from '../policy'
import { checkListener, meetingHint } from './check-listeners'
import { readMyCalls } from './list-my-calls'

/** The most meetings, boards and cases, of each, that one stream tells of. */
const most = 50

/**
 * What is followed: meetings, boards for the calls on them that wait for the person who listens, and cases for what is entered
 * meanwhile. At least one of them.
 */
export const followInput = z
  .strictObject({
    meetings: z.array(z.uuid()).max(most).default([]),
    boards: z.array(z.uuid()).max(most).default([]),
    cases: z.array(z.uuid()).max(most).default([]),
  })
  .refine((asked) => asked.meetings.length + asked.boards.length + asked.cases.length > 0, {
    error: 'Name a meeting, a board or a case.',
    path: ['meetings'],
  })

/**
 * One word of the stream, about one thing. `meeting`: how far a meeting has come. `calls`: the asynchronous boards whose call has
 * reached the person who listens and waits for a word, never more than their ids. `case`: the versions of the case and of the
 * patient as they are now, so that a screen with earlier ones knows that it shows earlier facts. `over`: this meeting, the calls
 * of this board or this case are not or no longer the listener's to follow; whether it exists is not said.
 */
export const liveHint = z.discriminatedUnion('about', [
  z.object({ about: z.literal('meeting'), meetingId: z.uuid(), ...meetingHint.shape }),
  z.object({ about: z.literal('calls'), boardId: z.uuid(), meetingIds: z.array(z.uuid()) }),
  z.object({ about: z.literal('case'), caseId: z.uuid(), version: z.int(), patientVersion: z.int() }),
  z.object({ about: z.literal('over'), of: z.enum(['meeting', 'calls', 'case']), id: z.uuid() }),
])
export type LiveHint = z.infer<typeof liveHint>

const beatMs = { meeting: 2_000, calls: 5_000, case: 20_000 }
/**
 * A stream of calls alone lives longer than a session stays idle: coming back is a request, which is a sign of life, and
 * listening is none.
 */
const livesMs = { withMeetings: 5 * 60_000, callsAlone: 60 * 60_000 }

/**
 * Streams how far meetings have come (at once, at every act, and every 2 seconds as read from the database, so that a lost hint
 * is made good), which calls of boards wait for the actor (at once, when somebody is called or answers, and every 5
 * seconds, since a ladder goes on by time alone), and at which versions cases are (at once, when something is entered, and
 * every 20 seconds). Session and role are asked again before each word: once the person signed
 * out, was disabled or lost the board, it is `over` instead of telling the next act. The stream ends when nothing is left to
 * follow, and after 5 minutes, an hour without a meeting; the browser comes back and is checked again. Who may follow nothing
 * of what they name gets `not-found`. With its first beat, and every 2 minutes after it, a stream is a sign of life of whoever is in
 * a meeting that it follows (`noteSeen`).
 */
export async function follow(
  actor: Actor,
  asked: z.infer<typeof followInput>,
  signal: AbortSignal | undefined,
): Promise<Result<AsyncGenerator<LiveHint, void, void>>> {
  const followed = await readAs(actor, async (tx) => [
    ...(await meetingsOf(tx, actor, [...new Set(asked.meetings)])),
    ...(await callsOf(tx, actor, [...new Set(asked.boards)])),
    ...(await casesOf(tx, actor, [...new Set(asked.cases)])),
  ])
  if (followed.every(({ first }) => first === null)) return refuse('not-found')
  const lives = asked.meetings.length > 0 ? livesMs.withMeetings : livesMs.callsAlone
  return ok(followHints(followed, { livesMs: lives, signal }))
}

async function meetingsOf(tx: Tx, actor: Actor, meetingIds: string[]) {
  if (meetingIds.length === 0) return []
  const rows = await tx
    .select({ id: meetings.id, boardId: meetings.boardId, sequence: meetings.sequence })
    .from(meetings)
    .where(inArray(meetings.id, meetingIds))
  const told = (meetingId: string, hint: z.infer<typeof meetingHint>): LiveHint => ({
    about: 'meeting',
    meetingId,
    ...hint,
  })
  return meetingIds.map((id) => {
    const meeting = rows.find((row) => row.id === id && mayEnterRoom(actor, row))
    const ask = async () => {
      const hint = await checkListener(actor, id)
      return hint && told(id, hint)
    }
    // Whoever comes back may have been long away, and looks again at whatever is new.
    const first = meeting ? told(id, { sequence: meeting.sequence, roomSequence: meeting.sequence }) : null
    return { topic: id, first, ask, over: overOf('meeting', id), beatMs: beatMs.meeting }
  })
}

async function callsOf(tx: Tx, actor: Actor, boardIds: string[]) {
  const followed = []
  for (const id of boardIds) {
    const first = mayEnterRoom(actor, { boardId: id }) ? await waiting(tx, actor, id) : null
    const ask = () => waitingForListener(actor, id)
    followed.push({ topic: id, first, ask, over: overOf('calls', id), beatMs: beatMs.calls })
  }
  return followed
}

const overOf = (of: 'meeting' | 'calls' | 'case', id: string): LiveHint => ({ about: 'over', of, id })

const waiting = async (tx: Tx, actor: Actor, boardId: string): Promise<LiveHint> => ({
  about: 'calls',
  boardId,
  meetingIds: (await readMyCalls(tx, actor, boardId))
    .filter(({ seenAt }) => seenAt === null)
    .map(({ meetingId }) => meetingId),
})

const waitingForListener = (actor: Actor, boardId: string): Promise<LiveHint | null> =>
  asListener(actor, async (tx, now) => (mayEnterRoom(now, { boardId }) ? waiting(tx, now, boardId) : null))

async function casesOf(tx: Tx, actor: Actor, caseIds: string[]) {
  const told = await versionsOf(tx, actor, caseIds)
  const followed = caseIds.map((id) => {
    const ask = () => asListener(actor, async (own, now) => (await versionsOf(own, now, [id])).get(id) ?? null)
    return { topic: id, first: told.get(id) ?? null, ask, over: overOf('case', id), beatMs: beatMs.case }
  })
  return followed
}

async function versionsOf(tx: Tx, actor: Actor, caseIds: string[]): Promise<Map<string, LiveHint>> {
  if (caseIds.length === 0) return new Map()
  const rows = await tx
    .select({ id: cases.id, boardId: cases.boardId, version: cases.version, patientVersion: patients.version })
    .from(cases)
    .innerJoin(patients, eq(patients.id, cases.patientId))
    .where(inArray(cases.id, caseIds))
  const seen = rows.filter((row) => maySeeCase(actor, row))
  return new Map(
    seen.map(({ id, version, patientVersion }) => [id, { about: 'case', caseId: id, version, patientVersion }]),
  )
}

/** Answers somebody who listens as they are now: null once the session has ended, since a stream looks nobody up at the door. */
const asListener = (actor: Actor, answer: (tx: Tx, now: Actor) => Promise<LiveHint | null>): Promise<LiveHint | null> =>
  readAs(actor, async (tx) => {
    if (!(await sessionLives(tx, actor))) return null
    return answer(tx, { ...actor, seats: seatsFrom(await heldRoles(tx, actor.userId)) })
  })
