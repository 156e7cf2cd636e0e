import { sql } from 'drizzle-orm'
import type { Tx } from './client'
import type { meetings } from './schema/meetings'

export type HeldMeeting = Pick<
  typeof meetings.$inferSelect,
  'id' | 'boardId' | 'kind' | 'createdBy' | 'state' | 'presentingItemId'
>

/**
 * The meeting's row as it is now, held until the end of the transaction: everything that happens in a meeting happens one
 * after the other. Undefined when it is not there or not the actor's to see. By a function of the database, since a lock
 * needs the right to change a row, and most members of a board may not change a meeting.
 */
export async function holdMeeting(tx: Tx, meetingId: string): Promise<HeldMeeting | undefined> {
  const { rows } = await tx.execute<HeldMeeting>(
    sql`select id, board_id as "boardId", kind, created_by as "createdBy", state, presenting_item_id as "presentingItemId" from app_hold_meeting(${meetingId})`,
  )
  return rows[0]
}
