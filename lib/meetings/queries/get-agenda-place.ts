import { and, asc, desc, eq, inArray, isNull } from 'drizzle-orm'
import { readAs } from '@/db/client'
import { agendaItems, meetings } from '@/db/schema/meetings'
import type { Actor } from '@/lib/people/model'
import { mayEnterRoom } from '../policy'

/** Where a case stands on an agenda: `position` of `of` items, counted from 1. */
export type AgendaPlace = {
  meetingId: string
  title: string
  startsAt: string
  isRunning: boolean
  position: number
  of: number
}

/** The place of a case in the running meeting, else in the planned one that starts first, as the actor may see it; null for none. */
export const getAgendaPlace = (actor: Actor, caseId: string): Promise<AgendaPlace | null> =>
  readAs(actor, async (tx) => {
    const [found] = await tx
      .select({ itemId: agendaItems.id, meeting: meetings })
      .from(agendaItems)
      .innerJoin(meetings, eq(meetings.id, agendaItems.meetingId))
      .where(
        and(
          eq(agendaItems.caseId, caseId),
          isNull(agendaItems.removedAt),
          inArray(meetings.state, ['running', 'planned']),
        ),
      )
      .orderBy(desc(eq(meetings.state, 'running')), asc(meetings.startsAt))
      .limit(1)
    if (!found || !mayEnterRoom(actor, found.meeting)) return null
    const { itemId, meeting } = found
    const agenda = await tx
      .select({ id: agendaItems.id })
      .from(agendaItems)
      .where(and(eq(agendaItems.meetingId, meeting.id), isNull(agendaItems.removedAt)))
      .orderBy(asc(agendaItems.position), asc(agendaItems.id))
    return {
      meetingId: meeting.id,
      title: meeting.title,
      startsAt: meeting.startsAt.toISOString(),
      isRunning: meeting.state === 'running',
      position: agenda.findIndex(({ id }) => id === itemId) + 1,
      of: agenda.length,
    }
  })
