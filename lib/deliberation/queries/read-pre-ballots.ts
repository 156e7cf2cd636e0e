import { and, asc, eq, inArray, isNotNull, isNull, sql } from 'drizzle-orm'
import { readAs, type Tx } from '@/db/client'
import { cases } from '@/db/schema/cases'
import { planOptions } from '@/db/schema/deliberation'
import { agendaItems, meetings } from '@/db/schema/meetings'
import { preBallots } from '@/db/schema/pre-ballots'
import { ok, type Result, refuse } from '@/lib/foundation/result'
import type { ItemStage, MeetingId } from '@/lib/meetings/model'
import { mayEnterRoom } from '@/lib/meetings/policy'
import { readMeeting } from '@/lib/meetings/queries/get-meeting'
import type { Actor } from '@/lib/people/model'
import { type PreBallotProgress, type PreBallotView, preBallotOf } from '../model/pre-ballot'
import { mayVote } from '../policy'

type OfRound = { id: string; boardId: string; stage: ItemStage; round: number }

/** What the actor has filled in of the own ballot in a round, or null: nobody else's is ever read. */
export async function readMyPreBallot(
  tx: Tx,
  actor: Actor,
  { id, boardId, stage, round }: OfRound,
): Promise<PreBallotView | null> {
  if (!mayVote(actor, { boardId })) return null
  const mine = await tx
    .select({
      optionId: preBallots.optionId,
      stance: preBallots.stance,
      rating: preBallots.rating,
      reason: preBallots.reason,
      savedAt: preBallots.savedAt,
    })
    .from(preBallots)
    .where(and(eq(preBallots.itemId, id), eq(preBallots.round, round), eq(preBallots.voterId, actor.userId)))
  return preBallotOf(mine, stage)
}

/**
 * The cases of a meeting that the actor can rate at home, in the order of the agenda, with how far that is: those with an option whose
 * vote is not open yet. None once the meeting is closed. Refuses with `forbidden` who does not vote.
 */
export const listPreBallots = (actor: Actor, { meetingId }: MeetingId): Promise<Result<PreBallotProgress[]>> =>
  readAs(actor, async (tx) => {
    const held = await readMeeting(tx, meetingId)
    if (!held || !mayEnterRoom(actor, held.meeting)) return refuse('not-found')
    if (!mayVote(actor, held.meeting)) return refuse('forbidden')
    const mine = and(
      eq(preBallots.optionId, planOptions.id),
      eq(preBallots.round, agendaItems.round),
      eq(preBallots.voterId, actor.userId),
      isNotNull(preBallots.stance),
    )
    const rows = await tx
      .select({
        itemId: agendaItems.id,
        caseId: cases.id,
        code: cases.code,
        position: agendaItems.position,
        options: sql<number>`count(${planOptions.id})::int`,
        rated: sql<number>`count(${preBallots.id})::int`,
      })
      .from(agendaItems)
      .innerJoin(meetings, eq(meetings.id, agendaItems.meetingId))
      .innerJoin(cases, eq(cases.id, agendaItems.caseId))
      .innerJoin(planOptions, and(eq(planOptions.itemId, agendaItems.id), isNull(planOptions.withdrawnAt)))
      .leftJoin(preBallots, mine)
      .where(
        and(
          eq(agendaItems.meetingId, meetingId),
          isNull(agendaItems.removedAt),
          inArray(agendaItems.stage, ['queued', 'presenting']),
          inArray(meetings.state, ['planned', 'running']),
        ),
      )
      .groupBy(agendaItems.id, cases.id)
      .orderBy(asc(agendaItems.position), asc(agendaItems.id))
    return ok(rows)
  })
