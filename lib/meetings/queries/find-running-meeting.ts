import { and, eq, isNull } from 'drizzle-orm'
import { readAs } from '@/db/client'
import { agendaItems, meetings } from '@/db/schema/meetings'
import type { Actor } from '@/lib/people/model'

/** The running meeting that has a case on its agenda, as far as the actor may see it; null when there is none. */
export async function findRunningMeeting(actor: Actor, caseId: string): Promise<string | null> {
  const [found] = await readAs(actor, (tx) =>
    tx
      .select({ meetingId: meetings.id })
      .from(agendaItems)
      .innerJoin(meetings, eq(meetings.id, agendaItems.meetingId))
      .where(and(eq(agendaItems.caseId, caseId), isNull(agendaItems.removedAt), eq(meetings.state, 'running')))
      .limit(1),
  )
  return found?.meetingId ?? null
}
