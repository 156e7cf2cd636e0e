import { and, asc, eq, inArray, isNull, sql } from 'drizzle-orm'
import { readAs, type Tx } from '@/db/client'
import { calls, callTellings } from '@/db/schema/calls'
import { ledgerEntries } from '@/db/schema/ledger'
import { agendaItems, meetings } from '@/db/schema/meetings'
import { users } from '@/db/schema/people'
import { now } from '@/lib/foundation/clock'
import { ok, type Result, refuse } from '@/lib/foundation/result'
import type { Actor } from '@/lib/people/model'
import type { MeetingId } from '../model'
import type { CallStanding, CallsView, Recusal } from '../model/call'
import { callsViewOf, standingAt } from '../model/calls-view'
import { type BoardEnd, ladderMoveKinds, type RecordedMove, revealKinds } from '../model/ladder-moves'
import { mayEnterRoom } from '../policy'
import { readOnDuty } from './list-duties'
import { readCalls, type StoredCall } from './read-calls'
import { readRecusals } from './read-conflicts'

/** When the board of the meeting first opened its ballots: a later reveal, of a further round, has another time. */
export const firstRevealedAt = sql<Date | null>`(select ${ledgerEntries.at} from ${ledgerEntries}
  where ${ledgerEntries.meetingId} = ${meetings.id} and ${inArray(ledgerEntries.kind, revealKinds)}
  order by ${ledgerEntries.sequence} limit 1)`.mapWith(ledgerEntries.at)

/** The one item of an asynchronous board with its times; undefined for a meeting, and where there is none. */
export async function readCalledBoard(tx: Tx, meetingId: string) {
  const [found] = await tx
    .select({
      boardId: meetings.boardId,
      itemId: agendaItems.id,
      caseId: agendaItems.caseId,
      stage: agendaItems.stage,
      round: agendaItems.round,
      state: meetings.state,
      openedAt: meetings.createdAt,
      openedBy: users.name,
      answerBy: meetings.answerBy,
      revealedAt: agendaItems.revealedAt,
      firstRevealedAt,
      closedAt: meetings.closedAt,
    })
    .from(meetings)
    .innerJoin(users, eq(users.id, meetings.createdBy))
    .innerJoin(agendaItems, and(eq(agendaItems.meetingId, meetings.id), isNull(agendaItems.removedAt)))
    .where(and(eq(meetings.id, meetingId), eq(meetings.kind, 'asynchronous')))
  return found
}

/** How the calls of a board stand now, each beside what is stored of it. `recusals`: of its case. */
export const standingCalls = (
  stored: readonly StoredCall[],
  board: BoardEnd,
  recusals: readonly Recusal[],
): { call: StoredCall; standing: CallStanding }[] =>
  stored.map((call) => ({ call, standing: standingAt(call, { ...board, recusals }, now().toISOString()) }))

/** Which moves of the ladders of a board the ledger knows. */
export async function readLadderMoves(tx: Tx, meetingId: string): Promise<(RecordedMove & { callId: string })[]> {
  const rows = await tx
    .select({ callId: ledgerEntries.aboutId, kind: ledgerEntries.kind, details: ledgerEntries.details })
    .from(ledgerEntries)
    .where(and(eq(ledgerEntries.meetingId, meetingId), inArray(ledgerEntries.kind, ladderMoveKinds)))
  return rows.flatMap(({ callId, kind, details: { place } }) => {
    const known = ladderMoveKinds.find((one) => one === kind)
    return known && callId && typeof place === 'number' ? [{ callId, kind: known, place }] : []
  })
}

/** Who is called to an asynchronous board, who took it and who is next. A meeting, and a stranger, get `not-found`. */
export const getCalls = (actor: Actor, { meetingId }: MeetingId): Promise<Result<CallsView>> =>
  readAs(actor, async (tx) => {
    const board = await readCalledBoard(tx, meetingId)
    if (!board?.answerBy || !mayEnterRoom(actor, board)) return refuse('not-found')
    const stored = await readCalls(tx, [meetingId])
    const cast = await tx.execute<{ cast: number }>(sql`select app_ballots_cast(${board.itemId}) as cast`)
    const { stage, round, state: meetingState } = board
    const names = await readNames(
      tx,
      stored.flatMap(({ ladder }) => ladder),
    )
    const ground = {
      ...{ ...board, meetingId, answerBy: board.answerBy },
      deadline: { stage, round, meetingState, ballotsCast: cast.rows[0]?.cast ?? 0 },
      calls: stored.map(({ id, ...call }) => ({ callId: id, ...call })),
      recusals: await readRecusals(tx, [board.caseId]),
      recorded: await readLadderMoves(tx, meetingId),
      onDuty: await readOnDuty(tx, board.boardId),
      tellings: await readTellings(tx, meetingId),
      nameOf: (userId: string) => names.get(userId) ?? '',
    }
    return ok(callsViewOf(actor, ground, now().toISOString()))
  })

async function readNames(tx: Tx, userIds: readonly string[]): Promise<Map<string, string>> {
  if (userIds.length === 0) return new Map()
  const rows = await tx
    .select({ id: users.id, name: users.name })
    .from(users)
    .where(inArray(users.id, [...userIds]))
  return new Map(rows.map(({ id, name }) => [id, name]))
}

/** Who was told of the calls of a board by telephone, in the order of time. */
const readTellings = (tx: Tx, meetingId: string) =>
  tx
    .select({
      callId: callTellings.callId,
      userId: callTellings.userId,
      by: users.name,
      at: callTellings.toldAt,
    })
    .from(callTellings)
    .innerJoin(calls, eq(calls.id, callTellings.callId))
    .innerJoin(users, eq(users.id, callTellings.toldBy))
    .where(eq(calls.meetingId, meetingId))
    .orderBy(asc(callTellings.toldAt), asc(callTellings.id))
