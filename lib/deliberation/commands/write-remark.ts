import { and, eq } from 'drizzle-orm'
import { asActor, type Tx } from '@/db/client'
import { remarks } from '@/db/schema/remarks'
import { now } from '@/lib/foundation/clock'
import { ok, type Result, refuse } from '@/lib/foundation/result'
import { record } from '@/lib/ledger/commands'
import { lockItem } from '@/lib/meetings/commands/lock-item'
import type { Actor } from '@/lib/people/model'
import { seatOn } from '@/lib/people/policy'
import { decideRemark, type WithdrawRemark, type WriteRemark } from '../model/remark'
import { mayRemark, mayWithdrawRemark } from '../policy'

/**
 * Writes a remark on an item, or a reply in a thread; a reply to a reply joins its thread. The same remark sent again is no second
 * one. Refuses with `closed` after the meeting, and with `not-found` a thread that is not of this item.
 */
export const writeRemark = (actor: Actor, input: WriteRemark): Promise<Result<{ remarkId: string }>> =>
  asActor(actor, async (tx) => {
    const { remarkId, itemId, replyToId, addressedTo, text } = input
    const item = await lockItem(tx, itemId)
    if (!item) return refuse('not-found')
    if (!mayRemark(actor, item)) return refuse('forbidden')
    const [sent] = await tx
      .select({ itemId: remarks.itemId, writtenBy: remarks.writtenBy })
      .from(remarks)
      .where(eq(remarks.id, remarkId))
    if (sent) return sent.itemId === itemId && sent.writtenBy === actor.userId ? ok({ remarkId }) : refuse('forbidden')
    const decided = decideRemark(item.meetingState)
    if (!decided.ok) return decided
    const thread = replyToId === null ? null : await threadOf(tx, itemId, replyToId)
    if (thread === undefined) return refuse('not-found')
    const { boardId, meetingId, caseId } = item
    const by = { writtenBy: actor.userId, specialty: seatOn(actor, boardId)?.specialty ?? null, writtenAt: now() }
    await tx.insert(remarks).values({ id: remarkId, boardId, itemId, replyToId: thread, addressedTo, text, ...by })
    await record(tx, actor, { kind: 'remark.written', boardId, meetingId, caseId, aboutId: remarkId })
    return ok({ remarkId })
  })

/** The remark that begins the thread of another; undefined for one that is not on the item. */
async function threadOf(tx: Tx, itemId: string, remarkId: string): Promise<string | undefined> {
  const [answered] = await tx
    .select({ id: remarks.id, replyToId: remarks.replyToId })
    .from(remarks)
    .where(and(eq(remarks.id, remarkId), eq(remarks.itemId, itemId)))
  return answered && (answered.replyToId ?? answered.id)
}

/** Takes one's own remark back, with the reason; it stays on record. Refuses with `closed` after the meeting and the second time. */
export const withdrawRemark = (actor: Actor, { remarkId, because }: WithdrawRemark): Promise<Result<null>> =>
  asActor(actor, async (tx) => {
    const [found] = await tx.select({ itemId: remarks.itemId }).from(remarks).where(eq(remarks.id, remarkId))
    const item = found && (await lockItem(tx, found.itemId))
    const [remark] = await tx.select().from(remarks).where(eq(remarks.id, remarkId))
    if (!item || !remark) return refuse('not-found')
    if (!mayWithdrawRemark(actor, remark)) return refuse('forbidden')
    const decided = decideRemark(item.meetingState)
    if (!decided.ok) return decided
    if (remark.withdrawnAt) return refuse('closed', 'already-there')
    await tx.update(remarks).set({ withdrawnAt: now(), withdrawnBecause: because }).where(eq(remarks.id, remarkId))
    const { boardId, meetingId, caseId } = item
    await record(tx, actor, { kind: 'remark.withdrawn', boardId, meetingId, caseId, aboutId: remarkId })
    return ok(null)
  })
