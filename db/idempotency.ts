import { and, eq, lt } from 'drizzle-orm'
import { now } from '@/lib/foundation/clock'
import type { Audience } from '@/lib/foundation/operation'
import { requestContext } from '@/lib/foundation/request'
import { ok, type Result, refuse } from '@/lib/foundation/result'
import type { Actor } from '@/lib/people/model'
import { holds, seatOn } from '@/lib/people/policy'
import type { Tx } from './client'
import { idempotencyKeys } from './schema/ledger'

/** How long an answer is kept for a repeated key. `app_forget_expired` removes older ones for good. */
const keptForMs = 24 * 3_600_000

const boards = new WeakMap<object, string>()

/** Notes the board on which a transaction acts: the ledger tells, since every act leaves its row there. */
export const actsOn = (tx: Tx, boardId: string): void => {
  boards.set(tx, boardId)
}

/**
 * Runs `work` at most once for each idempotency key of a person within 24 hours. The key is taken inside the command's own
 * transaction: a second request with it waits for the first to end and gets the same answer, and a refused or failed
 * first one leaves no trace. A repeated request is answered only to a person who still has a role for the act on its board:
 * `not-found` without a seat, `forbidden` without the role. The same key with other input is refused as invalid.
 */
export async function answerOnce<T>(tx: Tx, actor: Actor, work: () => Promise<Result<T>>): Promise<Result<T>> {
  const context = requestContext().idempotency
  if (!context) return work()
  const { audience, ...asked } = context
  const mine = and(eq(idempotencyKeys.userId, actor.userId), eq(idempotencyKeys.key, asked.key))
  const fresh = { ...asked, boardId: null, output: null, createdAt: now() }
  const taken = await tx
    .insert(idempotencyKeys)
    .values({ userId: actor.userId, ...fresh })
    .onConflictDoUpdate({
      target: [idempotencyKeys.userId, idempotencyKeys.key],
      set: fresh,
      setWhere: lt(idempotencyKeys.createdAt, new Date(now().getTime() - keptForMs)),
    })
    .returning({ key: idempotencyKeys.key })
  if (taken.length === 0) {
    const [before] = await tx.select().from(idempotencyKeys).where(mine)
    if (!before || before.operation !== asked.operation || before.inputHash !== asked.inputHash) {
      return refuse('invalid', [{ path: 'Idempotency-Key', message: 'This key was used for another request.' }])
    }
    // Without a ledger row nothing was done: doing it asks the policy anew and does no harm.
    if (before.boardId === null) return work()
    return refusedNow(actor, before.boardId, audience) ?? ok(before.output as T)
  }
  const result = await work()
  if (result.ok) {
    await tx
      .update(idempotencyKeys)
      .set({ output: result.value ?? null, boardId: boards.get(tx) ?? null })
      .where(mine)
  }
  return result
}

function refusedNow(actor: Actor, boardId: string, audience: Audience): Result<never> | null {
  if (!seatOn(actor, boardId)) return refuse('not-found')
  return typeof audience === 'string' || holds(actor, boardId, audience) ? null : refuse('forbidden')
}
