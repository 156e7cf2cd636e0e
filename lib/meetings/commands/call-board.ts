import { randomUUID } from 'node:crypto'
import { and, eq, inArray, isNull, ne, sql } from 'drizzle-orm'
import { asActor, type Tx } from '@/db/client'
import { callAnswers, calls } from '@/db/schema/calls'
import { cases } from '@/db/schema/cases'
import { agendaItems, meetings } from '@/db/schema/meetings'
import { readReadiness } from '@/lib/cases/queries/get-readiness'
import { now } from '@/lib/foundation/clock'
import { ok, type Result, refuse } from '@/lib/foundation/result'
import { record } from '@/lib/ledger/commands'
import type { Actor } from '@/lib/people/model'
import { colleagues } from '@/lib/people/queries'
import { caseObstacle, decideAdmission, type MeetingId, meetingObstacle } from '../model'
import { type AnswerCall, type CallBoard, decideCalls } from '../model/call'
import { mayCallBoard, mayEnterRoom } from '../policy'
import { readCalledBoard } from '../queries/get-calls'
import { readCalls } from '../queries/read-calls'
import { isRecused } from '../queries/read-conflicts'
import { lockMeeting } from './lock-item'
import { recordLadderMoves, tellBoard } from './record-ladder-moves'

/** A case's one item is presented from the start: there is no queue to wait in. */
const minutesPlanned = 15

async function isCalledAlready(tx: Tx, caseId: string): Promise<boolean> {
  const open = await tx
    .select({ id: agendaItems.id })
    .from(agendaItems)
    .innerJoin(meetings, eq(meetings.id, agendaItems.meetingId))
    .where(
      and(
        eq(agendaItems.caseId, caseId),
        isNull(agendaItems.removedAt),
        eq(meetings.kind, 'asynchronous'),
        ne(meetings.state, 'closed'),
        inArray(agendaItems.stage, ['queued', 'presenting', 'voting', 'revealed']),
      ),
    )
    .limit(1)
  return open.length > 0
}

/**
 * Calls the board together on one case without a meeting: it runs from now, the case is presented, and the first name of each
 * ladder is called. Refuses a draft and a withdrawn case, one that is called already, and with `invalid` a ladder that cannot be
 * called, or a blocked case without a reason.
 */
export const callBoard = (actor: Actor, input: CallBoard): Promise<Result<{ meetingId: string }>> =>
  asActor(actor, async (tx) => {
    const { caseId, title, because } = input
    const [boardCase] = await tx
      .select({ boardId: cases.boardId, state: cases.state })
      .from(cases)
      .where(eq(cases.id, caseId))
    if (!boardCase || !mayEnterRoom(actor, boardCase)) return refuse('not-found')
    if (!mayCallBoard(actor, boardCase)) return refuse('forbidden')
    const { boardId } = boardCase
    const why = caseObstacle(boardCase.state)
    if (why) return refuse('closed', why)
    // Two who call at once: the second one finds the board of the first.
    await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${caseId}, 0))`)
    if (await isCalledAlready(tx, caseId)) return refuse('closed', 'already-there')
    const decided = decideCalls(input.calls, await colleagues(tx, boardId))
    if (!decided.ok) return decided
    const readiness = await readReadiness(tx, actor, caseId)
    const admitted = decideAdmission({ plans: true, admits: true }, readiness?.state === 'blocked', because)
    if (!admitted.ok) return admitted
    const at = now()
    const itemId = randomUUID()
    const answerBy = new Date(at.getTime() + input.answerWithinMinutes * 60_000)
    const runs = { kind: 'asynchronous', state: 'running', presentingItemId: itemId, answerBy } as const
    const [meeting] = await tx
      .insert(meetings)
      .values({ boardId, title, ...runs, startsAt: at, startedAt: at, createdBy: actor.userId, createdAt: at })
      .returning({ id: meetings.id })
    if (!meeting) throw new Error('The new meeting was not stored')
    const meetingId = meeting.id
    const shown = { position: 1, minutes: minutesPlanned, stage: 'presenting', presentedAt: at } as const
    const added = { addedBy: actor.userId, addedAt: at, admittedBecause: admitted.value }
    await tx.insert(agendaItems).values({ id: itemId, boardId, meetingId, caseId, ...shown, ...added })
    await tx.insert(calls).values(decided.value.map((call) => ({ boardId, meetingId, ...call, calledAt: at })))
    await record(tx, actor, { kind: 'call.opened', boardId, meetingId, caseId, aboutId: itemId })
    await recordLadderMoves(tx, actor, meetingId)
    tellBoard(tx, boardId)
    return ok({ meetingId })
  })

/**
 * What somebody who is named in a call says to it: `seen` takes it, and the ladder rests; `cannot` passes it on at once. The same
 * word again changes nothing. Refuses with `forbidden` whom the call does not name, with `closed` once the vote is
 * revealed, and who is recused from the case.
 */
export const answerCall = (actor: Actor, { callId, answer }: AnswerCall): Promise<Result<null>> =>
  asActor(actor, async (tx) => {
    const [found] = await tx.select({ meetingId: calls.meetingId }).from(calls).where(eq(calls.id, callId))
    const meeting = found && (await lockMeeting(tx, found.meetingId))
    const board = meeting && (await readCalledBoard(tx, meeting.id))
    if (!board) return refuse('not-found')
    const { boardId, caseId } = board
    const call = (await readCalls(tx, [meeting.id])).find(({ id }) => id === callId)
    if (!mayCallBoard(actor, board) || !call?.ladder.includes(actor.userId)) return refuse('forbidden')
    const why = meetingObstacle(meeting.state)
    if (why) return refuse('closed', why)
    if (board.revealedAt) return refuse('closed', 'vote-revealed')
    if (await isRecused(tx, actor, caseId)) return refuse('closed', 'recused')
    await recordLadderMoves(tx, actor, meeting.id)
    const stored = await tx
      .insert(callAnswers)
      .values({ boardId, callId, userId: actor.userId, answer, answeredAt: now() })
      .onConflictDoNothing()
      .returning({ id: callAnswers.id })
    if (stored.length === 0) return ok(null)
    const kind = answer === 'seen' ? 'call.seen' : 'call.declined'
    await record(tx, actor, { kind, boardId, meetingId: meeting.id, caseId, aboutId: callId })
    // Whom the word passes the call on to is written down with it, also when nobody looks any more.
    await recordLadderMoves(tx, actor, meeting.id)
    tellBoard(tx, boardId)
    return ok(null)
  })

/**
 * Writes into the ledger which calls have gone on to the next name, or passed somebody over, since anybody looked. Time alone moves a ladder, so whoever
 * looks or acts first records it, once; with nothing new it is no act.
 */
export const noteEscalations = (actor: Actor, { meetingId }: MeetingId): Promise<Result<null>> =>
  asActor(actor, async (tx) => {
    const meeting = await lockMeeting(tx, meetingId)
    if (meeting?.kind !== 'asynchronous') return refuse('not-found')
    if (!mayCallBoard(actor, meeting)) return refuse('forbidden')
    await recordLadderMoves(tx, actor, meetingId)
    return ok(null)
  })
