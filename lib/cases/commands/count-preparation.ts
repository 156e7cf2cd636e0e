import { and, eq, max, sql } from 'drizzle-orm'
import { asActor } from '@/db/client'
import { cases, preparationTimes } from '@/db/schema/cases'
import { now } from '@/lib/foundation/clock'
import { ok, type Result, refuse } from '@/lib/foundation/result'
import { record } from '@/lib/ledger/commands'
import type { Actor } from '@/lib/people/model'
import { maySeeCase, mayWriteCase } from '../policy'
import type { CountPreparation } from '../preparation'

/**
 * Adds seconds that the actor worked on the entry of a case. No more is counted than has passed since their last count, so
 * that two screens of one person are not two people. The case itself is neither changed nor locked: values are saved beside it.
 */
export const countPreparation = (actor: Actor, { caseId, seconds }: CountPreparation): Promise<Result<null>> =>
  asActor(actor, async (tx) => {
    const [found] = await tx
      .select({ boardId: cases.boardId, state: cases.state })
      .from(cases)
      .where(eq(cases.id, caseId))
    if (!found || !maySeeCase(actor, found)) return refuse('not-found')
    if (!mayWriteCase(actor, found)) return refuse('forbidden')
    if (found.state === 'withdrawn') return refuse('closed', 'case-withdrawn')
    const { userId } = actor
    await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`preparation ${caseId} ${userId}`}, 0))`)
    const [before] = await tx
      .select({ at: max(preparationTimes.recordedAt) })
      .from(preparationTimes)
      .where(and(eq(preparationTimes.caseId, caseId), eq(preparationTimes.userId, userId)))
    const recordedAt = now()
    const passed = before?.at ? Math.floor((recordedAt.getTime() - before.at.getTime()) / 1000) : seconds
    const counted = Math.min(seconds, passed)
    if (counted < 1) return ok(null)
    const { boardId } = found
    await tx.insert(preparationTimes).values({ boardId, caseId, userId, seconds: counted, recordedAt })
    await record(tx, actor, { kind: 'case.preparation-counted', boardId, caseId, details: { seconds: counted } })
    return ok(null)
  })
