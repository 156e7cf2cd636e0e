import { and, asc, eq, inArray, isNull, sql } from 'drizzle-orm'
import { readAs, type Tx } from '@/db/client'
import { calls } from '@/db/schema/calls'
import { cases } from '@/db/schema/cases'
import { agendaItems, meetings } from '@/db/schema/meetings'
import type { Actor, Specialty } from '@/lib/people/model'
import { mayEnterRoom } from '../policy'
import { firstRevealedAt, standingCalls } from './get-calls'
import { readCalls } from './read-calls'
import { readRecusals } from './read-conflicts'

/** A call of an asynchronous board that has reached the person who asks and is not over. */
export type MyCall = {
  meetingId: string
  itemId: string
  callId: string
  caseCode: string
  specialty: Specialty
  calledAt: string
  answerBy: string
  /** When the person said that they have seen it; null before. */
  seenAt: string | null
}

/** The calls that have reached the actor and wait for a word or a ballot, the deadline that comes first at the head. */
export const listMyCalls = (actor: Actor, boardId: string): Promise<MyCall[]> =>
  readAs(actor, (tx) => readMyCalls(tx, actor, boardId))

/** The same inside a transaction. Whoever said that they cannot, and whoever is recused, is left in peace. */
export async function readMyCalls(tx: Tx, actor: Actor, boardId: string): Promise<MyCall[]> {
  if (!mayEnterRoom(actor, { boardId })) return []
  const naming = sql`exists (select 1 from ${calls} where ${calls.meetingId} = ${meetings.id}
    and ${calls.ladder} ? ${actor.userId}::text)`
  const boards = await tx
    .select({
      meetingId: meetings.id,
      itemId: agendaItems.id,
      caseId: cases.id,
      caseCode: cases.code,
      answerBy: meetings.answerBy,
      firstRevealedAt,
      closedAt: meetings.closedAt,
    })
    .from(meetings)
    .innerJoin(agendaItems, and(eq(agendaItems.meetingId, meetings.id), isNull(agendaItems.removedAt)))
    .innerJoin(cases, eq(cases.id, agendaItems.caseId))
    .where(
      and(
        eq(meetings.boardId, boardId),
        eq(meetings.kind, 'asynchronous'),
        eq(meetings.state, 'running'),
        inArray(agendaItems.stage, ['presenting', 'voting']),
        naming,
      ),
    )
    .orderBy(asc(meetings.answerBy), asc(meetings.id))
  const stored = await readCalls(
    tx,
    boards.map(({ meetingId }) => meetingId),
  )
  const recusals = await readRecusals(
    tx,
    boards.map(({ caseId }) => caseId),
  )
  return boards.flatMap((board) => {
    const ofCase = recusals.filter(({ caseId }) => caseId === board.caseId)
    if (ofCase.some(({ userId, to }) => userId === actor.userId && to === null)) return []
    return standingCalls(
      stored.filter(({ meetingId }) => meetingId === board.meetingId),
      board,
      ofCase,
    ).flatMap(({ call, standing }): MyCall[] => {
      const reached = standing.called.find(({ userId }) => userId === actor.userId)
      const last = call.answers.findLast(({ userId }) => userId === actor.userId)
      if (!reached || last?.answer === 'cannot' || board.answerBy === null) return []
      const { meetingId, itemId, caseCode } = board
      return [
        {
          ...{ meetingId, itemId, caseCode, callId: call.id, specialty: call.specialty, calledAt: reached.at },
          answerBy: board.answerBy.toISOString(),
          seenAt: last?.at ?? null,
        },
      ]
    })
  })
}
