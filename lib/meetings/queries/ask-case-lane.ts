import { and, eq, isNull, sql } from 'drizzle-orm'
import type { Question } from '@/db/client'
import { agendaItems, meetings } from '@/db/schema/meetings'
import { laneActs } from '@/db/schema/protocols'
import { type LaneStanding, laneAfter, type StoredLaneAct } from '../model/lane'

/** How a case stands in the lane of the last meeting that had it there, and of which meeting; null where it is in none. */
export type CaseLane = { lane: NonNullable<LaneStanding['lane']>; meetingTitle: string; startsAt: string }

type Row = StoredLaneAct & { meetingTitle: string; startsAt: string }

/** The same as a question beside others. */
export const askCaseLane = (caseId: string): Question<CaseLane | null> => ({
  statement: sql`select a.act, a.words, actor.name as by, to_json(a.acted_at) as at, p.title, p.version, p.recommendation,
      signer.name as "signedBy", to_json(p.signed_at) as "signedAt", m.title as "meetingTitle", to_json(m.starts_at) as "startsAt"
    from lane_acts a join users actor on actor.id = a.acted_by
      join local_protocols p on p.id = a.protocol_version_id join users signer on signer.id = p.signed_by
      join agenda_items i on i.id = a.item_id join meetings m on m.id = i.meeting_id
    where a.item_id = (select ${laneActs.itemId} from ${laneActs}
      join ${agendaItems} on ${agendaItems.id} = ${laneActs.itemId} join ${meetings} on ${meetings.id} = ${agendaItems.meetingId}
      where ${and(eq(agendaItems.caseId, caseId), isNull(agendaItems.removedAt))}
      order by ${laneActs.number} desc limit 1)
    order by a.number`,
  read: (found) => {
    const rows = found as Row[]
    const acts = rows.map((row) => ({ ...row, at: isoOf(row.at), signedAt: isoOf(row.signedAt) }))
    const [first] = rows
    const { lane } = laneAfter(acts.map(({ meetingTitle: _, startsAt: __, ...act }) => act))
    return lane && first ? { lane, meetingTitle: first.meetingTitle, startsAt: isoOf(first.startsAt) } : null
  },
})

const isoOf = (instant: string): string => new Date(instant).toISOString()
