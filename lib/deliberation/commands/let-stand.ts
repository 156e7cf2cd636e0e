import { eq } from 'drizzle-orm'
import { asActor } from '@/db/client'
import { conclusions } from '@/db/schema/deliberation'
import { decisionStands } from '@/db/schema/stale-decisions'
import { now } from '@/lib/foundation/clock'
import { ok, type Result, refuse } from '@/lib/foundation/result'
import { record } from '@/lib/ledger/commands'
import type { Actor } from '@/lib/people/model'
import { decideStand, type LetStand } from '../model/stale-decision'
import { mayReopen } from '../policy'
import { readStaleOf } from '../queries/stale-decisions'

/**
 * Says that a signed conclusion stands as it is over the changes that the chair saw, with the reason: the mark then counts only for
 * newer ones. Refuses with `closed`, `facts-changed`, when the changes are others by now.
 */
export const letStand = (actor: Actor, input: LetStand): Promise<Result<null>> =>
  asActor(actor, async (tx) => {
    const { conclusionId, onGoals, because } = input
    const [found] = await tx
      .select({ boardId: conclusions.boardId, caseId: conclusions.caseId })
      .from(conclusions)
      .where(eq(conclusions.id, conclusionId))
    if (!found) return refuse('not-found')
    if (!mayReopen(actor, found)) return refuse('forbidden')
    const [stale] = await readStaleOf(tx, actor, [conclusionId])
    const decided = decideStand(input, stale?.changes ?? [])
    if (!decided.ok) return decided
    const { boardId, caseId } = found
    const said = { keys: decided.value, onGoals, because, letBy: actor.userId, letAt: now() }
    await tx.insert(decisionStands).values({ boardId, conclusionId, ...said })
    await record(tx, actor, { kind: 'conclusion.let-stand', boardId, caseId, aboutId: conclusionId })
    return ok(null)
  })
