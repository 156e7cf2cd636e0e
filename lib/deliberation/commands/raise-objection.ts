import { eq } from 'drizzle-orm'
import { asActor } from '@/db/client'
import { safetyObjections } from '@/db/schema/objections'
import { now } from '@/lib/foundation/clock'
import { ok, type Result, refuse } from '@/lib/foundation/result'
import { record } from '@/lib/ledger/commands'
import { lockItem } from '@/lib/meetings/commands/lock-item'
import { mayChair } from '@/lib/meetings/policy'
import type { Actor } from '@/lib/people/model'
import { mayOwnTask } from '@/lib/people/policy'
import { colleagues } from '@/lib/people/queries'
import { type AnswerObjection, decideAnswer, decideObjection, type RaiseObjection } from '../model/objection'
import { standingOf } from '../model/standing'
import { mayObject } from '../policy'
import { readOptions } from '../queries/read-options'

/**
 * Raises a safety objection in the actor's own name: the conclusion is not signed before somebody else has answered it. While a
 * vote is sealed it is no act of the meeting: that somebody objected would tell of a ballot.
 */
export const raiseObjection = (actor: Actor, input: RaiseObjection): Promise<Result<{ objectionId: string }>> =>
  asActor(actor, async (tx) => {
    const { itemId, optionId, words, addressedTo } = input
    const item = await lockItem(tx, itemId)
    if (!item) return refuse('not-found')
    if (!mayObject(actor, item)) return refuse('forbidden')
    const options = standingOf(await readOptions(tx, itemId)).map((option) => option.optionId)
    const people = (await colleagues(tx, item.boardId)).filter(mayOwnTask).map(({ userId }) => userId)
    const raiser = { userId: actor.userId, isChair: mayChair(actor, item) }
    const decided = decideObjection(item, input, raiser, options, people)
    if (!decided.ok) return decided
    const { boardId, meetingId, caseId, round } = item
    const sealed = item.stage === 'voting'
    const raised = { optionId, words, addressedTo, round, sealed, raisedBy: actor.userId, raisedAt: now() }
    const [stored] = await tx
      .insert(safetyObjections)
      .values({ boardId, itemId, ...raised })
      .returning({ id: safetyObjections.id })
    if (!stored) throw new Error('The objection was not stored')
    const act = {
      kind: 'objection.raised' as const,
      boardId,
      caseId,
      aboutId: itemId,
      details: { round, sealed, objection: stored.id },
    }
    await record(tx, actor, sealed ? act : { ...act, meetingId })
    return ok({ objectionId: stored.id })
  })

/** Answers a safety objection, once and for good: by the chair or whom it is addressed to, never by the objector. */
export const answerObjection = (actor: Actor, { objectionId, answer }: AnswerObjection): Promise<Result<null>> =>
  asActor(actor, async (tx) => {
    const mine = eq(safetyObjections.id, objectionId)
    const [found] = await tx.select({ itemId: safetyObjections.itemId }).from(safetyObjections).where(mine)
    const item = found && (await lockItem(tx, found.itemId))
    const [objection] = await tx.select().from(safetyObjections).where(mine)
    if (!item || !objection) return refuse('not-found')
    const decided = decideAnswer(objection, { userId: actor.userId, isChair: mayChair(actor, item) })
    if (!decided.ok) return decided
    await tx.update(safetyObjections).set({ answer, answeredBy: actor.userId, answeredAt: now() }).where(mine)
    const { boardId, meetingId, caseId } = item
    await record(tx, actor, { kind: 'objection.answered', boardId, meetingId, caseId, aboutId: item.id })
    return ok(null)
  })
