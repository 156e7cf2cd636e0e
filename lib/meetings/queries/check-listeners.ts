import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { atDoor } from '@/db/client'
import { now } from '@/lib/foundation/clock'
import { serverEnv } from '@/lib/foundation/env'
import { ok } from '@/lib/foundation/result'
import type { Actor, Role } from '@/lib/people/model'
import { noteSeen } from '../commands/note-seen'
import { mayEnterRoom } from '../policy'

/**
 * How far a meeting has come, and never what happened. `sequence`: the number of its latest act. `roomSequence`: that of the
 * latest act after which this listener has to look again. Every act between the two is the first ballot of somebody else in
 * the vote that runs, of which the room shows the number and nothing more.
 */
export const meetingHint = z.object({ sequence: z.number(), roomSequence: z.number() })
export type MeetingHint = z.infer<typeof meetingHint>

type Listener = Pick<Actor, 'sessionId' | 'userId'>
type Question = {
  listener: Listener
  meetingId: string
  answer: (hint: MeetingHint | null) => void
  fail: (problem: unknown) => void
}
type Row = {
  sessionId: string
  meetingId: string
  boardId: string
  userId: string
  roles: Role[]
  sequence: number
  roomSequence: number
}

let waiting: Question[] = []
let isAsking = false

/**
 * What a listener may hear of a meeting now, or null: the session has ended, or the person may not enter the room any more.
 * All who ask while the question of others is under way are asked about together, in one statement: a vote wakes a whole
 * board at once, and every listener of every board beats each 2 seconds. Whoever may hear is seen: see `noteSeen`.
 */
export const checkListener = (listener: Listener, meetingId: string): Promise<MeetingHint | null> =>
  new Promise((answer, fail) => {
    waiting.push({ listener, meetingId, answer, fail })
    if (!isAsking) void askForAll()
  })

async function askForAll(): Promise<void> {
  isAsking = true
  while (waiting.length > 0) {
    // Whoever was woken by the same act asks in this turn of the loop.
    await new Promise((resolve) => setImmediate(resolve))
    const questions = waiting
    waiting = []
    try {
      const hints = await hintsFor(questions)
      for (const { listener, meetingId, answer } of questions) {
        answer(hints.get(`${listener.sessionId} ${meetingId}`) ?? null)
      }
      const vouched = questions.flatMap(({ listener: { sessionId }, meetingId }) =>
        sessionId && hints.has(`${sessionId} ${meetingId}`) ? [{ sessionId, meetingId }] : [],
      )
      // Everybody has their word by now. A sign of life that could not be written is written at a later beat.
      await noteSeen(vouched).catch(() => {})
    } catch (problem) {
      for (const { fail } of questions) fail(problem)
    }
  }
  isAsking = false
}

async function hintsFor(questions: readonly Question[]): Promise<Map<string, MeetingHint>> {
  const signedIn = questions.filter(({ listener }) => listener.sessionId)
  const pairs = signedIn.map(({ listener, meetingId }) => ({ session: listener.sessionId, meeting: meetingId }))
  const at = now()
  const idleSince = new Date(at.getTime() - serverEnv().SESSION_IDLE_MINUTES * 60_000)
  const found = await atDoor(async (tx) => {
    const { rows } = await tx.execute<Row>(sql`
      select session_id as "sessionId", meeting_id as "meetingId", board_id as "boardId", user_id as "userId", roles,
        sequence, room_sequence as "roomSequence"
      from app_listeners(${JSON.stringify(pairs)}::jsonb, ${at.toISOString()}, ${idleSince.toISOString()})`)
    return ok(rows)
  })
  const hints = new Map<string, MeetingHint>()
  for (const { sessionId, meetingId, boardId, userId, roles, sequence, roomSequence } of found.ok ? found.value : []) {
    const actor: Actor = { userId, sessionId, name: '', seats: [{ boardId, boardName: '', roles, specialty: null }] }
    if (mayEnterRoom(actor, { boardId })) hints.set(`${sessionId} ${meetingId}`, { sequence, roomSequence })
  }
  return hints
}
