import { z } from 'zod'
import { readAs, type Tx } from '@/db/client'
import { ok, type Result, refuse } from '@/lib/foundation/result'
import { followHints } from '@/lib/ledger/follow-hints'
import type { Actor } from '@/lib/people/model'
import { sessionLives } from '@/lib/people/queries'
import { mayEnterRoom } from '../policy'
import { readMyCalls } from './list-my-calls'

/** The asynchronous boards whose call has reached the person who listens and waits for a word. Never more than their ids. */
export const callsHint = z.object({ meetingIds: z.array(z.uuid()) })
export type CallsHint = z.infer<typeof callsHint>

const heartbeatMs = 5_000
/** Longer than a session stays idle: coming back is a request, which is a sign of life, and listening is none. */
const streamLivesMs = 60 * 60_000

const waiting = async (tx: Tx, actor: Actor, boardId: string): Promise<CallsHint> => ({
  meetingIds: (await readMyCalls(tx, actor, boardId))
    .filter(({ seenAt }) => seenAt === null)
    .map(({ meetingId }) => meetingId),
})

/** The same for somebody who listens: null once their session has ended, since a stream looks nobody up at the door. */
const waitingForListener = (actor: Actor, boardId: string): Promise<CallsHint | null> =>
  readAs(actor, async (tx) => ((await sessionLives(tx, actor)) ? waiting(tx, actor, boardId) : null))

/**
 * Streams which calls wait for the actor: at once, when somebody is called or answers on the board, and every 5 seconds, since a
 * ladder goes on by time alone. Session and role are asked again before each hint. Ends after an hour; the browser comes back.
 */
export async function followCalls(
  actor: Actor,
  { boardId }: { boardId: string },
  signal: AbortSignal | undefined,
): Promise<Result<AsyncGenerator<CallsHint, void, void>>> {
  if (!mayEnterRoom(actor, { boardId })) return refuse('not-found')
  const first = await readAs(actor, (tx) => waiting(tx, actor, boardId))
  const ask = () => waitingForListener(actor, boardId)
  return ok(followHints({ topic: boardId, first, ask, beatMs: heartbeatMs, livesMs: streamLivesMs, signal }))
}
