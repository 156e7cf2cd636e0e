import { and, eq } from 'drizzle-orm'
import { asActor } from '@/db/client'
import { survivalEstimates } from '@/db/schema/survival-estimates'
import { now } from '@/lib/foundation/clock'
import { ok, type Result, refuse } from '@/lib/foundation/result'
import { record } from '@/lib/ledger/commands'
import { isRecused } from '@/lib/meetings/queries/read-conflicts'
import type { Actor } from '@/lib/people/model'
import { seatOn } from '@/lib/people/policy'
import { decideEstimate, type EstimateSurvival, type MySurvivalView } from '../model/survival-estimate'
import { mayVote } from '../policy'
import { findItem } from './find-item'

/**
 * Says once how long the actor expects the patient to live, before the vote is revealed. Sealed until then: nobody else sees it or that it
 * was given. Refuses with `closed` a second time and from the reveal on.
 */
export const estimateSurvival = (actor: Actor, { itemId, band }: EstimateSurvival): Promise<Result<MySurvivalView>> =>
  asActor(actor, async (tx) => {
    const item = await findItem(tx, itemId)
    if (!item) return refuse('not-found')
    const specialty = seatOn(actor, item.boardId)?.specialty
    if (!mayVote(actor, item) || !specialty) return refuse('forbidden')
    if (await isRecused(tx, actor, item.caseId)) return refuse('closed', 'recused')
    const mine = and(eq(survivalEstimates.itemId, itemId), eq(survivalEstimates.memberId, actor.userId))
    const before = await tx.select({ id: survivalEstimates.id }).from(survivalEstimates).where(mine)
    const decided = decideEstimate(item, before.length > 0)
    if (!decided.ok) return decided
    const { boardId, caseId } = item
    const estimatedAt = now()
    const given = await tx
      .insert(survivalEstimates)
      .values({ boardId, itemId, memberId: actor.userId, specialty, band, estimatedAt })
      .onConflictDoNothing()
      .returning({ id: survivalEstimates.id })
    if (given.length === 0) return refuse('closed', 'already-there')
    await record(tx, actor, { kind: 'survival.estimated', boardId, caseId, aboutId: itemId })
    return ok({ band, estimatedAt: estimatedAt.toISOString() })
  })
