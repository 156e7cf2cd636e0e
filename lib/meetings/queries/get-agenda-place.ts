import { and, eq, inArray, isNull, sql } from 'drizzle-orm'
import type { Question } from '@/db/client'
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
export function askAgendaPlace(actor: Actor, caseId: string): Question<AgendaPlace | null> {
  const isRunning = sql`${meetings.state} = 'running'`
  const isOpen = and(isNull(agendaItems.removedAt), inArray(meetings.state, ['running', 'planned']))
  return {
    statement: sql`select place.* from (
        select ${agendaItems.caseId} as "caseId", ${meetings.id} as "meetingId", ${meetings.boardId} as "boardId",
          ${meetings.title} as title, to_json(${meetings.startsAt}) as "startsAt", ${isRunning} as "isRunning",
          (row_number() over agenda)::integer as position, (count(*) over (partition by ${meetings.id}))::integer as of
        from ${agendaItems} join ${meetings} on ${meetings.id} = ${agendaItems.meetingId}
        where ${isOpen} and ${meetings.id} in (select meeting_id from ${agendaItems} where ${eq(agendaItems.caseId, caseId)})
        window agenda as (partition by ${meetings.id} order by ${agendaItems.position}, ${agendaItems.id})
      ) as place where place."caseId" = ${caseId}::uuid order by place."isRunning" desc, place."startsAt"::text limit 1`,
    read: (rows) => {
      const [found] = rows as (AgendaPlace & { boardId: string })[]
      if (!found || !mayEnterRoom(actor, found)) return null
      const { meetingId, title, startsAt, position, of } = found
      return { meetingId, title, startsAt: new Date(startsAt).toISOString(), isRunning: found.isRunning, position, of }
    },
  }
}
