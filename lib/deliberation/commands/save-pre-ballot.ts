import { eq, sql } from 'drizzle-orm'
import { asActor } from '@/db/client'
import { planOptions } from '@/db/schema/deliberation'
import { preBallots } from '@/db/schema/pre-ballots'
import { now } from '@/lib/foundation/clock'
import { ok, type Result, refuse } from '@/lib/foundation/result'
import { record } from '@/lib/ledger/commands'
import { isRecused } from '@/lib/meetings/queries/read-conflicts'
import type { Actor } from '@/lib/people/model'
import { seatOn } from '@/lib/people/policy'
import { decidePreBallot, type SavePreBallot } from '../model/pre-ballot'
import { mayVote } from '../policy'
import { findItem } from './find-item'

/**
 * Keeps what the actor has filled in of the own ballot, at home before the vote or in the room before it is cast. It is no ballot: nobody
 * else sees it or that it is there, and it counts for nothing. Refuses with `closed` from the reveal on.
 */
export const savePreBallot = (
  actor: Actor,
  { itemId, round: filledInFor, answers }: SavePreBallot,
): Promise<Result<{ savedAt: string }>> =>
  asActor(actor, async (tx) => {
    const item = await findItem(tx, itemId)
    if (!item) return refuse('not-found')
    if (!mayVote(actor, item) || !seatOn(actor, item.boardId)?.specialty) return refuse('forbidden')
    if (await isRecused(tx, actor, item.caseId)) return refuse('closed', 'recused')
    const options = await tx.select({ id: planOptions.id }).from(planOptions).where(eq(planOptions.itemId, itemId))
    const ids = options.map(({ id }) => id)
    const decided = decidePreBallot(item, ids, answers, filledInFor)
    if (!decided.ok) return decided
    const { boardId, caseId, round } = item
    const savedAt = now()
    const kept = decided.value.map((answer) => ({ ...answer, boardId, itemId, round, savedAt, voterId: actor.userId }))
    if (kept.length > 0) {
      await tx
        .insert(preBallots)
        .values(kept)
        .onConflictDoUpdate({
          target: [preBallots.itemId, preBallots.voterId, preBallots.round, preBallots.optionId],
          set: { stance: sql`excluded.stance`, rating: sql`excluded.rating`, reason: sql`excluded.reason`, savedAt },
        })
    }
    await record(tx, actor, { kind: 'ballot.prepared', boardId, caseId, aboutId: itemId, details: { round } })
    return ok({ savedAt: savedAt.toISOString() })
  })
