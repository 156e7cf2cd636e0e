import { and, eq, sql } from 'drizzle-orm'
import { asActor } from '@/db/client'
import { planOptions } from '@/db/schema/deliberation'
import { describeOption } from '@/lib/clinical/catalogue/describe-option'
import { now } from '@/lib/foundation/clock'
import { ok, type Result, refuse } from '@/lib/foundation/result'
import { record } from '@/lib/ledger/commands'
import { lockItem } from '@/lib/meetings/commands/lock-item'
import { isRecused } from '@/lib/meetings/queries/read-conflicts'
import type { Actor } from '@/lib/people/model'
import { decideOptions, letterAfter, type ProposeOption, type WithdrawOption } from '../model/option'
import { mayPropose, mayWithdraw } from '../policy'
import { readRevote } from '../queries/read-revote'

/** Puts a complete plan to the board, with the next letter of its modality. Open until the vote opens. */
export const proposeOption = (actor: Actor, input: ProposeOption): Promise<Result<{ optionId: string }>> =>
  asActor(actor, async (tx) => {
    const { itemId, plan } = input
    const item = await lockItem(tx, itemId)
    if (!item) return refuse('not-found')
    if (!mayPropose(actor, item)) return refuse('forbidden')
    const decided = decideOptions(item.meetingState, item.stage)
    if (!decided.ok) return decided
    const { boardId, meetingId, caseId } = item
    if (await isRecused(tx, actor, caseId)) return refuse('closed', 'recused')
    const { modality } = plan
    const revote = (await readRevote(tx, itemId))?.revote
    if (revote && !revote.modalities.includes(modality)) return refuse('closed', 'carried-over')
    const [counted] = await tx
      .select({ before: sql<number>`count(*)::int` })
      .from(planOptions)
      .where(and(eq(planOptions.itemId, itemId), eq(planOptions.modality, modality)))
    const { title, detail } = describeOption(plan)
    const proposed = { letter: letterAfter(counted?.before ?? 0), proposedBy: actor.userId, proposedAt: now() }
    const [option] = await tx
      .insert(planOptions)
      .values({ boardId, itemId, modality, plan, title, detail, ...proposed })
      .returning({ id: planOptions.id })
    if (!option) throw new Error('The new option was not stored')
    await record(tx, actor, { kind: 'option.proposed', boardId, meetingId, caseId, aboutId: option.id })
    return ok({ optionId: option.id })
  })

/** Takes an option back before the vote, with the reason; its letter is not used again. */
export const withdrawOption = (actor: Actor, input: WithdrawOption): Promise<Result<null>> =>
  asActor(actor, async (tx) => {
    const [found] = await tx
      .select({ itemId: planOptions.itemId })
      .from(planOptions)
      .where(eq(planOptions.id, input.optionId))
    const item = found && (await lockItem(tx, found.itemId))
    const [option] = await tx.select().from(planOptions).where(eq(planOptions.id, input.optionId))
    if (!item || !option) return refuse('not-found')
    if (!mayWithdraw(actor, option)) return refuse('forbidden')
    const decided = decideOptions(item.meetingState, item.stage)
    if (!decided.ok) return decided
    if (option.withdrawnAt) return refuse('closed', 'option-withdrawn')
    await tx
      .update(planOptions)
      .set({ withdrawnAt: now(), withdrawnBecause: input.because })
      .where(eq(planOptions.id, option.id))
    const { boardId, meetingId, caseId } = item
    await record(tx, actor, { kind: 'option.withdrawn', boardId, meetingId, caseId, aboutId: option.id })
    return ok(null)
  })
