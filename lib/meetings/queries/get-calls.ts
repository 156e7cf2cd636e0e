import { and, eq, inArray, isNull, sql } from 'drizzle-orm'
import { readAs, type Tx } from '@/db/client'
import { ledgerEntries } from '@/db/schema/ledger'
import { agendaItems, meetings } from '@/db/schema/meetings'
import { users } from '@/db/schema/people'
import { now } from '@/lib/foundation/clock'
import { ok, type Result, refuse } from '@/lib/foundation/result'
import type { Actor } from '@/lib/people/model'
import type { MeetingId } from '../model'
import { type CallStanding, type CallsView, callStanding } from '../model/call'
import { mayEnterRoom } from '../policy'
import { readCalls, type StoredCall } from './read-calls'

/** The one item of an asynchronous board with its times; undefined for a meeting, and where there is none. */
export async function readCalledBoard(tx: Tx, meetingId: string) {
  const [found] = await tx
    .select({
      boardId: meetings.boardId,
      itemId: agendaItems.id,
      caseId: agendaItems.caseId,
      stage: agendaItems.stage,
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

/** How the calls of a board stand now, each beside what is stored of it. */
export const standingCalls = (
  stored: readonly StoredCall[],
  board: Pick<CalledBoard, 'revealedAt' | 'closedAt'>,
): { call: StoredCall; standing: CallStanding }[] =>
  stored.map((call) => ({
    call,
    standing: callStanding(call, call.answers, callsEndedAt(board) ?? now().toISOString()),
  }))

/** How many escalations the ledger knows, by call. */
export async function readEscalations(tx: Tx, meetingId: string): Promise<Map<string, number>> {
  const rows = await tx
    .select({ callId: ledgerEntries.aboutId, count: sql<number>`count(*)::int` })
    .from(ledgerEntries)
    .where(and(eq(ledgerEntries.meetingId, meetingId), eq(ledgerEntries.kind, 'call.escalated')))
    .groupBy(ledgerEntries.aboutId)
  return new Map(rows.flatMap(({ callId, count }) => (callId ? [[callId, count] as const] : [])))
}

/** Who is called to an asynchronous board, who took it and who is next. A meeting, and a stranger, get `not-found`. */
export const getCalls = (actor: Actor, { meetingId }: MeetingId): Promise<Result<CallsView>> =>
  readAs(actor, async (tx) => {
    const board = await readCalledBoard(tx, meetingId)
    if (!board?.answerBy || !mayEnterRoom(actor, board)) return refuse('not-found')
    const standing = standingCalls(await readCalls(tx, [meetingId]), board)
    const recorded = await readEscalations(tx, meetingId)
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
      calls: standing.map(({ call, standing: { called, ...stands } }) => ({
        ...{ callId: call.id, specialty: call.specialty, nextAfterMinutes: call.nextAfterMinutes, ...stands },
        people: call.ladder.map((userId) => {
          const last = call.answers.findLast((one) => one.userId === userId)
          return {
            userId,
            name: names.get(userId) ?? '',
            calledAt: called.find((one) => one.userId === userId)?.at ?? null,
            answer: last ? { word: last.answer, at: last.at } : null,
          }
        }),
      })),
      isBehind: standing.some(({ call, standing: { called } }) => called.length - 1 > (recorded.get(call.id) ?? 0)),
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
