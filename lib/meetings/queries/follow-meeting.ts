import { eq } from 'drizzle-orm'
import { readAs, type Tx } from '@/db/client'
import { meetings } from '@/db/schema/meetings'
import { ok, type Result, refuse } from '@/lib/foundation/result'
import { followHints } from '@/lib/ledger/follow-hints'
import type { Actor } from '@/lib/people/model'
import type { MeetingId } from '../model'
import { mayEnterRoom } from '../policy'
import { checkListener, type MeetingHint } from './check-listeners'

const heartbeatMs = 2_000
const streamLivesMs = 5 * 60_000

/** The latest sequence number of a meeting, or null when it is not there or no longer the actor's to see. */
async function latestSequence(tx: Tx, actor: Actor, meetingId: string): Promise<number | null> {
  const [meeting] = await tx
    .select({ boardId: meetings.boardId, sequence: meetings.sequence })
    .from(meetings)
    .where(eq(meetings.id, meetingId))
  return meeting && mayEnterRoom(actor, meeting) ? meeting.sequence : null
}

/**
 * Streams how far the meeting has come: at once, at every act, and every 2 seconds as read from the database, so that a
 * lost hint is made good. Each hint is read anew for the session and the role that listen: once the person signed out,
 * was disabled or lost the board, the stream ends instead of telling the next act, and within 2 seconds without one. Ends
 * after 5 minutes; the browser comes back and is checked again. Strangers get `not-found`.
 */
export async function followMeeting(
  actor: Actor,
  { meetingId }: MeetingId,
  signal: AbortSignal | undefined,
): Promise<Result<AsyncGenerator<MeetingHint, void, void>>> {
  const sequence = await readAs(actor, (tx) => latestSequence(tx, actor, meetingId))
  if (sequence === null) return refuse('not-found')
  // Whoever comes back may have been long away, and looks again at whatever is new.
  const first: MeetingHint = { sequence, roomSequence: sequence }
  const ask = () => checkListener(actor, meetingId)
  return ok(followHints({ topic: meetingId, first, ask, beatMs: heartbeatMs, livesMs: streamLivesMs, signal }))
}
