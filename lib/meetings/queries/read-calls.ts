import { asc, eq, inArray } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { callAnswers, calls } from '@/db/schema/calls'
import type { CallAnswer } from '../model/call'

/** A call as it is stored, with what was said to it. */
export type StoredCall = Omit<typeof calls.$inferSelect, 'calledAt'> & { calledAt: string; answers: CallAnswer[] }

/** The calls of asynchronous boards, in the order in which they were made. */
export async function readCalls(tx: Tx, meetingIds: readonly string[]): Promise<StoredCall[]> {
  if (meetingIds.length === 0) return []
  const rows = await tx
    .select()
    .from(calls)
    .where(inArray(calls.meetingId, [...meetingIds]))
    .orderBy(asc(calls.calledAt), asc(calls.specialty))
  const said = await tx
    .select({
      callId: callAnswers.callId,
      userId: callAnswers.userId,
      answer: callAnswers.answer,
      at: callAnswers.answeredAt,
    })
    .from(callAnswers)
    .innerJoin(calls, eq(calls.id, callAnswers.callId))
    .where(inArray(calls.meetingId, [...meetingIds]))
    .orderBy(asc(callAnswers.answeredAt), asc(callAnswers.id))
  return rows.map((row) => ({
    ...row,
    calledAt: row.calledAt.toISOString(),
    answers: said
      .filter(({ callId }) => callId === row.id)
      .map(({ userId, answer, at }) => ({ userId, answer, at: at.toISOString() })),
  }))
}
