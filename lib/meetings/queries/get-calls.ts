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
import { type CallStanding, type CallsView, callStanding, type Recusal } from '../model/call'
import { decideEndOverdue } from '../model/overdue'
import { mayNow } from '../model/views'
import { mayCallBoard, mayChair, mayEnterRoom } from '../policy'
import { readOnDuty } from './list-duties'
import { readCalls, type StoredCall } from './read-calls'
import { readRecusals } from './read-conflicts'

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
      closedAt: meetings.closedAt,
    })
    .from(meetings)
    .innerJoin(users, eq(users.id, meetings.createdBy))
    .innerJoin(agendaItems, and(eq(agendaItems.meetingId, meetings.id), isNull(agendaItems.removedAt)))
    .where(and(eq(meetings.id, meetingId), eq(meetings.kind, 'asynchronous')))
  return found
}

type CalledBoard = NonNullable<Awaited<ReturnType<typeof readCalledBoard>>>

/** From when on nobody is called any more: the reveal, or the closing. */
export const callsEndedAt = ({ revealedAt, closedAt }: Pick<CalledBoard, 'revealedAt' | 'closedAt'>): string | null =>
  (revealedAt ?? closedAt)?.toISOString() ?? null

/** How the calls of a board stand now, each beside what is stored of it. `recusals`: of its case. */
export const standingCalls = (
  stored: readonly StoredCall[],
  board: Pick<CalledBoard, 'revealedAt' | 'closedAt'>,
  recusals: readonly Recusal[],
): { call: StoredCall; standing: CallStanding }[] =>
  stored.map((call) => ({
    call,
    standing: callStanding(call, call.answers, recusals, callsEndedAt(board) ?? now().toISOString()),
  }))

const ladderMoves = ['call.escalated', 'call.skipped'] as const

/** How often the ledger knows that a call went on to the next name, or passed somebody over. */
export async function readLadderMoves(
  tx: Tx,
  meetingId: string,
): Promise<(callId: string, kind: (typeof ladderMoves)[number]) => number> {
  const rows = await tx
    .select({ callId: ledgerEntries.aboutId, kind: ledgerEntries.kind, count: sql<number>`count(*)::int` })
    .from(ledgerEntries)
    .where(and(eq(ledgerEntries.meetingId, meetingId), inArray(ledgerEntries.kind, ladderMoves)))
    .groupBy(ledgerEntries.aboutId, ledgerEntries.kind)
  return (callId, kind) => rows.find((row) => row.callId === callId && row.kind === kind)?.count ?? 0
}

/** Who is called to an asynchronous board, who took it and who is next. A meeting, and a stranger, get `not-found`. */
export const getCalls = (actor: Actor, { meetingId }: MeetingId): Promise<Result<CallsView>> =>
  readAs(actor, async (tx) => {
    const board = await readCalledBoard(tx, meetingId)
    if (!board?.answerBy || !mayEnterRoom(actor, board)) return refuse('not-found')
    const recusals = await readRecusals(tx, [board.caseId])
    const standing = standingCalls(await readCalls(tx, [meetingId]), board, recusals)
    const recorded = await readLadderMoves(tx, meetingId)
    const onDuty = await readOnDuty(tx, board.boardId)
    const tellings = await readTellings(tx, meetingId)
    const cast = await tx.execute<{ cast: number }>(sql`select app_ballots_cast(${board.itemId}) as cast`)
    const deadline = {
      ...{ stage: board.stage, round: board.round, meetingState: board.state },
      ...{ answerBy: board.answerBy.toISOString(), ballotsCast: cast.rows[0]?.cast ?? 0 },
    }
    const names = await readNames(
      tx,
      standing.flatMap(({ call }) => call.ladder),
    )
    return ok({
      meetingId,
      caseId: board.caseId,
      openedAt: board.openedAt.toISOString(),
      openedBy: board.openedBy,
      answerBy: board.answerBy.toISOString(),
      endedAt: callsEndedAt(board),
      calls: standing.map(({ call, standing: { called, skipped, ...stands } }) => ({
        ...{ callId: call.id, specialty: call.specialty, nextAfterMinutes: call.nextAfterMinutes, ...stands },
        people: call.ladder.map((userId) => {
          const last = call.answers.findLast((one) => one.userId === userId)
          const duty = onDuty.find((one) => one.userId === userId && one.specialty === call.specialty)
          const told = tellings.findLast((one) => one.callId === call.id && one.userId === userId)
          return {
            userId,
            name: names.get(userId) ?? '',
            calledAt: called.find((one) => one.userId === userId)?.at ?? null,
            isRecused:
              skipped.some((one) => one.userId === userId) ||
              recusals.some((one) => one.userId === userId && one.to === null),
            answer: last ? { word: last.answer, at: last.at } : null,
            telephone: duty?.telephone ?? null,
            told: told ? { by: told.by, at: told.at.toISOString() } : null,
          }
        }),
      })),
      isBehind: standing.some(
        ({ call, standing: { called, skipped } }) =>
          called.length - 1 > recorded(call.id, 'call.escalated') || skipped.length > recorded(call.id, 'call.skipped'),
      ),
      mayNote: mayCallBoard(actor, board),
      mayEnd: mayNow(mayChair(actor, board), decideEndOverdue(deadline, now().toISOString())),
    })
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
