import { and, eq, isNull } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { agendaItems, meetings } from '@/db/schema/meetings'

/** An item without its meeting being held, for what counts for nothing and need not wait for a vote. Undefined when it is not there. */
export async function findItem(tx: Tx, itemId: string) {
  const [item] = await tx
    .select({
      boardId: agendaItems.boardId,
      caseId: agendaItems.caseId,
      stage: agendaItems.stage,
      round: agendaItems.round,
      meetingState: meetings.state,
    })
    .from(agendaItems)
    .innerJoin(meetings, eq(meetings.id, agendaItems.meetingId))
    .where(and(eq(agendaItems.id, itemId), isNull(agendaItems.removedAt)))
  return item
}
