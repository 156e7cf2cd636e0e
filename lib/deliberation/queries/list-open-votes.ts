import { and, asc, eq, isNull, notExists, notInArray } from 'drizzle-orm'
import { readAs } from '@/db/client'
import { cases } from '@/db/schema/cases'
import { ballots } from '@/db/schema/deliberation'
import { agendaItems, meetings } from '@/db/schema/meetings'
import { recusedCases } from '@/lib/meetings/queries/read-conflicts'
import type { Actor } from '@/lib/people/model'
import { mayVote } from '../policy'

/** A sealed vote that is open and holds no ballot of the person who asks. */
export type OpenVote = { itemId: string; meetingId: string; caseCode: string; votingAt: string | null }

/** The votes of the board that wait for the actor's ballot, the longest open first; none for people who do not vote. */
export async function listOpenVotes(actor: Actor, boardId: string): Promise<OpenVote[]> {
  if (!mayVote(actor, { boardId })) return []
  const rows = await readAs(actor, (tx) => {
    const mine = tx
      .select({ id: ballots.id })
      .from(ballots)
      .where(
        and(
          eq(ballots.itemId, agendaItems.id),
          eq(ballots.round, agendaItems.round),
          eq(ballots.voterId, actor.userId),
        ),
      )
    return tx
      .select({
        itemId: agendaItems.id,
        meetingId: agendaItems.meetingId,
        caseCode: cases.code,
        votingAt: agendaItems.votingAt,
      })
      .from(agendaItems)
      .innerJoin(meetings, eq(meetings.id, agendaItems.meetingId))
      .innerJoin(cases, eq(cases.id, agendaItems.caseId))
      .where(
        and(
          eq(agendaItems.boardId, boardId),
          eq(agendaItems.stage, 'voting'),
          isNull(agendaItems.removedAt),
          eq(meetings.state, 'running'),
          notExists(mine),
          notInArray(agendaItems.caseId, recusedCases(tx, actor)),
        ),
      )
      .orderBy(asc(agendaItems.votingAt), asc(agendaItems.id))
  })
  return rows.map((row) => ({ ...row, votingAt: row.votingAt?.toISOString() ?? null }))
}
