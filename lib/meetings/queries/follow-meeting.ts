import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { readAs } from '@/db/client'
import { meetings } from '@/db/schema/meetings'
import { ok, type Result, refuse } from '@/lib/foundation/result'
import { listen } from '@/lib/ledger/hints'
import type { Actor } from '@/lib/people/model'
import type { MeetingId } from '../model'
import { mayEnterRoom } from '../policy'

/** The number of the meeting's latest act. Never what it was. */
export const meetingHint = z.object({ sequence: z.number() })
export type MeetingHint = z.infer<typeof meetingHint>

export const heartbeatMs = 2_000
export const streamLivesMs = 5 * 60_000

/** The latest sequence number of a meeting, or null when it is not there or no longer the actor's to see. */
const latestSequence = (actor: Actor, meetingId: string): Promise<number | null> =>
  readAs(actor, async (tx) => {
    const [meeting] = await tx
      .select({ boardId: meetings.boardId, sequence: meetings.sequence })
      .from(meetings)
      .where(eq(meetings.id, meetingId))
    return meeting && mayEnterRoom(actor, meeting) ? meeting.sequence : null
  })

/**
 * Streams the meeting's sequence number: at once, at every act, and every 2 seconds as read from the database, so that a
 * lost hint is made good. Ends after 5 minutes, and at the next beat after the actor lost the board; the browser comes
 * back and is checked again. Strangers get `not-found`.
 */
export async function followMeeting(
  actor: Actor,
  { meetingId }: MeetingId,
  signal: AbortSignal | undefined,
): Promise<Result<AsyncGenerator<MeetingHint, void, void>>> {
  const first = await latestSequence(actor, meetingId)
  return first === null ? refuse('not-found') : ok(beats(actor, meetingId, first, signal))
}

async function* beats(
  actor: Actor,
  meetingId: string,
  first: number,
  signal: AbortSignal | undefined,
): AsyncGenerator<MeetingHint, void, void> {
  let latest = first
  let wake = () => {}
  const hang = listen(meetingId, ({ sequence }) => {
    latest = Math.max(latest, sequence)
    wake()
  })
  const stop = () => wake()
  signal?.addEventListener('abort', stop)
  const end = performance.now() + streamLivesMs
  try {
    let sent = -1
    while (!signal?.aborted && performance.now() < end) {
      sent = latest
      yield { sequence: sent }
      // While the last number was being taken, another may have come, or the reader may have gone.
      if (sent !== latest || signal?.aborted) continue
      const heard = await new Promise<boolean>((resolve) => {
        const beat = setTimeout(resolve, heartbeatMs, false)
        wake = () => {
          clearTimeout(beat)
          resolve(true)
        }
      })
      if (heard) continue
      const read = await latestSequence(actor, meetingId)
      if (read === null) return
      latest = Math.max(latest, read)
    }
  } finally {
    hang()
    signal?.removeEventListener('abort', stop)
  }
}
