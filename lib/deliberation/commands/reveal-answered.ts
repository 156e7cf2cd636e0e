import { sql } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { now } from '@/lib/foundation/clock'
import { record } from '@/lib/ledger/commands'
import { recordByBallot } from '@/lib/meetings/commands/admit-voters'
import type { LockedItem } from '@/lib/meetings/commands/lock-item'
import { readAttendance } from '@/lib/meetings/queries/get-meeting'
import type { Actor } from '@/lib/people/model'

/**
 * Reveals the vote of an asynchronous board once every specialty that was called has cast, whoever gave the last answer: the
 * agreed rule, so that nobody waits for the chair. By a function of the database, since only it may count who has cast. A
 * meeting is left alone.
 */
export async function revealWhenAnswered(tx: Tx, actor: Actor, item: LockedItem): Promise<void> {
  if (item.kind !== 'asynchronous') return
  const { id: aboutId, boardId, meetingId, caseId } = item
  const before = await readAttendance(tx, meetingId)
  const { rows } = await tx.execute<{ revealed: boolean }>(
    sql`select app_reveal_answered(${aboutId}, ${now().toISOString()}::timestamptz) as revealed`,
  )
  if (!rows[0]?.revealed) return
  const known = new Set(before.map(({ userId }) => userId))
  for (const { userId } of await readAttendance(tx, meetingId))
    if (!known.has(userId)) await recordByBallot(tx, actor, item, userId)
  await record(tx, actor, { kind: 'item.all-answered', boardId, meetingId, caseId, aboutId })
}
