import { and, asc, eq, isNull, ne } from 'drizzle-orm'
import { asActor, type Tx } from '@/db/client'
import { holdMeeting } from '@/db/hold-meeting'
import { cases } from '@/db/schema/cases'
import { agendaItems, meetings } from '@/db/schema/meetings'
import { ok, type Result, refuse } from '@/lib/foundation/result'
import { record } from '@/lib/ledger/commands'
import type { Actor } from '@/lib/people/model'
import { decideWithdrawal } from '../model'
import { maySeeCase, mayWriteCase } from '../policy'
import { lockCase } from './record-facts'

/**
 * Takes a case back with a reason. It stays readable. Refuses with `closed`: `case-withdrawn` when it was taken back before,
 * `case-before-board` while a running meeting discusses it. The meetings are held before the case, in the order that
 * every act of a meeting keeps, so that no case is presented and taken back at once; each of them is told.
 */
export const withdrawCase = (actor: Actor, input: { caseId: string; reason: string }): Promise<Result<null>> =>
  asActor(actor, async (tx) => {
    const { caseId } = input
    const [seen] = await tx.select({ boardId: cases.boardId }).from(cases).where(eq(cases.id, caseId))
    if (!seen || !maySeeCase(actor, seen)) return refuse('not-found')
    if (!mayWriteCase(actor, seen)) return refuse('forbidden')
    const open = await openMeetings(tx, caseId)
    for (const { meetingId } of open) await holdMeeting(tx, meetingId)
    const found = await lockCase(tx, caseId)
    if (!found) return refuse('not-found')
    const decided = decideWithdrawal(found.state, await isBeforeBoard(tx, caseId))
    if (!decided.ok) return decided
    await tx.update(cases).set({ state: decided.value, withdrawnBecause: input.reason }).where(eq(cases.id, caseId))
    const act = { kind: 'case.withdrawn' as const, boardId: found.boardId, caseId }
    if (open.length === 0) await record(tx, actor, act)
    for (const { meetingId } of open) await record(tx, actor, { ...act, meetingId })
    return ok(null)
  })

const onAgenda = (caseId: string) =>
  and(eq(agendaItems.caseId, caseId), isNull(agendaItems.removedAt), ne(meetings.state, 'closed'))

/** Meetings that are not closed and have the case on their agenda. By id: two that hold several never wait in a circle. */
const openMeetings = (tx: Tx, caseId: string): Promise<{ meetingId: string }[]> =>
  tx
    .select({ meetingId: meetings.id })
    .from(agendaItems)
    .innerJoin(meetings, eq(meetings.id, agendaItems.meetingId))
    .where(onAgenda(caseId))
    .orderBy(asc(meetings.id))

async function isBeforeBoard(tx: Tx, caseId: string): Promise<boolean> {
  const stages = await tx
    .select({ stage: agendaItems.stage })
    .from(agendaItems)
    .innerJoin(meetings, eq(meetings.id, agendaItems.meetingId))
    .where(onAgenda(caseId))
  return stages.some(({ stage }) => stage !== 'queued' && stage !== 'concluded')
}
