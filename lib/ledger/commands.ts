import { type SQL, sql } from 'drizzle-orm'
import { afterCommit, type Question, type Tx } from '@/db/client'
import { actsOn } from '@/db/idempotency'
import { ledgerEntries } from '@/db/schema/ledger'
import { now } from '@/lib/foundation/clock'
import type { Actor } from '@/lib/people/model'
import { announce } from './hints'
import type { Happening } from './model'

/** What is written down of an act. `details` name things (a field, a stage), never what a patient or a ballot says. */
export type Entry = {
  kind: Happening
  boardId?: string
  caseId?: string
  meetingId?: string
  aboutId?: string
  details?: Record<string, string | number | boolean | null>
}

/**
 * Appends one row in the command's own transaction: what is not recorded did not happen. A row of a meeting takes the
 * meeting's next sequence number, which keeps the meeting's acts in one order and lets every screen notice a gap.
 */
export async function record(tx: Tx, actor: Pick<Actor, 'userId'> | null, entry: Entry): Promise<void> {
  const sequence = entry.meetingId ? await nextSequence(tx, entry.meetingId) : null
  await tx.insert(ledgerEntries).values({ ...entry, actorId: actor?.userId ?? null, sequence, at: now() })
  if (entry.boardId) actsOn(tx, entry.boardId)
  const { meetingId } = entry
  if (meetingId && sequence !== null) afterCommit(tx, () => announce({ topic: meetingId, sequence }))
}

/**
 * The row of a reading, asked together with what is read (`inOneTrip`). `things` selects the board and the case that are
 * read, as `board_id` and `case_id`: none there, no row.
 */
export const recordReading = (actor: Pick<Actor, 'userId'>, kind: Happening, things: SQL): Question<void> => ({
  statement: sql`insert into ${ledgerEntries} (board_id, case_id, actor_id, kind, at)
    select things.board_id, things.case_id, ${actor.userId}::uuid, ${kind}, ${now().toISOString()}::timestamptz
    from (${things}) as things`,
  read: () => undefined,
})

/** By a function of the database: counting an act is all that most members may change in a meeting. */
async function nextSequence(tx: Tx, meetingId: string): Promise<number> {
  const { rows } = await tx.execute<{ sequence: number | null }>(sql`select app_count_act(${meetingId}) as sequence`)
  const sequence = rows[0]?.sequence
  if (!sequence) throw new Error('A ledger row names a meeting that its actor cannot see')
  return sequence
}
