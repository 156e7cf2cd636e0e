import { and, eq } from 'drizzle-orm'
import { now } from '@/lib/foundation/clock'
import { requestContext } from '@/lib/foundation/request'
import { ok, type Result, refuse } from '@/lib/foundation/result'
import type { Actor } from '@/lib/people/model'
import type { Tx } from './client'
import { idempotencyKeys } from './schema/ledger'

/**
 * Runs `work` at most once for each idempotency key of a person. The key is taken inside the command's own
 * transaction: a second request with it waits for the first to end and gets the same answer, and a refused or failed
 * first one leaves no trace. The same key with other input is refused as invalid.
 */
export async function answerOnce<T>(tx: Tx, actor: Actor, work: () => Promise<Result<T>>): Promise<Result<T>> {
  const asked = requestContext().idempotency
  if (!asked) return work()
  const mine = and(eq(idempotencyKeys.userId, actor.userId), eq(idempotencyKeys.key, asked.key))
  const taken = await tx
    .insert(idempotencyKeys)
    .values({ userId: actor.userId, ...asked, createdAt: now() })
    .onConflictDoNothing()
    .returning({ key: idempotencyKeys.key })
  if (taken.length === 0) {
    const [before] = await tx.select().from(idempotencyKeys).where(mine)
    if (!before || before.operation !== asked.operation || before.inputHash !== asked.inputHash) {
      return refuse('invalid', [{ path: 'Idempotency-Key', message: 'This key was used for another request.' }])
    }
    return ok(before.output as T)
  }
  const result = await work()
  if (result.ok) {
    await tx
      .update(idempotencyKeys)
      .set({ output: result.value ?? null })
      .where(mine)
  }
  return result
}
