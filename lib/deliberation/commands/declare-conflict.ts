import { and, eq } from 'drizzle-orm'
import { asActor, type Tx } from '@/db/client'
import { conflicts } from '@/db/schema/conflicts'
import { ballots } from '@/db/schema/deliberation'
import { now } from '@/lib/foundation/clock'
import { ok, type Result, refuse } from '@/lib/foundation/result'
import { record } from '@/lib/ledger/commands'
import { type LockedItem, lockItem } from '@/lib/meetings/commands/lock-item'
import { recordLadderMoves, tellBoard } from '@/lib/meetings/commands/record-ladder-moves'
import {
  type DeclareConflict,
  decideConflict,
  decideConflictWithdrawal,
  type WithdrawConflict,
} from '@/lib/meetings/model/conflict'
import { isRecused } from '@/lib/meetings/queries/read-conflicts'
import type { Actor } from '@/lib/people/model'
import { seatOn } from '@/lib/people/policy'
import { mayDeclareConflict } from '../policy'
import { readMyBallot } from '../queries/read-ballots'
import { readOptions, standing } from '../queries/read-options'

/**
 * Declares a conflict of interest in the case as a whole: the actor neither votes nor proposes from now on and does not count for the quorum.
 * A ballot of theirs in a vote that runs is revised to “recused”, so that the count of ballots tells nobody whether there was one.
 * Refuses with `closed` after the conclusion, and a second time.
 */
export const declareConflict = (actor: Actor, input: DeclareConflict): Promise<Result<{ conflictId: string }>> =>
  asActor(actor, async (tx) => {
    const { itemId, kind, words } = input
    const item = await lockItem(tx, itemId)
    if (!item) return refuse('not-found')
    if (!mayDeclareConflict(actor, item)) return refuse('forbidden')
    const { boardId, meetingId, caseId } = item
    const decided = decideConflict(item, await isRecused(tx, actor, caseId))
    if (!decided.ok) return decided
    if (item.stage === 'voting') await recuseBallot(tx, actor, item)
    const specialty = seatOn(actor, boardId)?.specialty ?? null
    const declared = { itemId, caseId, userId: actor.userId, specialty, kind, words, declaredAt: now() }
    const [stored] = await tx
      .insert(conflicts)
      .values({ boardId, ...declared })
      .returning({ id: conflicts.id })
    if (!stored) throw new Error('The conflict of interest was not stored')
    await record(tx, actor, { kind: 'conflict.declared', boardId, meetingId, caseId, aboutId: itemId })
    await passCallsOn(tx, actor, item)
    return ok({ conflictId: stored.id })
  })

/** A call of a board without a meeting passes a recused member over at once, and their screens stop calling them. */
async function passCallsOn(tx: Tx, actor: Actor, { kind, meetingId, boardId }: LockedItem): Promise<void> {
  if (kind !== 'asynchronous') return
  await recordLadderMoves(tx, actor, meetingId)
  tellBoard(tx, boardId)
}

const becauseOfConflict = 'Conflict of interest in the case as a whole.'

async function recuseBallot(tx: Tx, actor: Actor, { id, boardId, round }: LockedItem): Promise<void> {
  const cast = await readMyBallot(tx, actor, { id, round })
  if (!cast) return
  const [before] = await tx
    .select({ specialty: ballots.specialty })
    .from(ballots)
    .where(and(eq(ballots.itemId, id), eq(ballots.round, round), eq(ballots.voterId, actor.userId)))
    .limit(1)
  if (!before) return
  const options = standing(await readOptions(tx, id))
  const revised = { ...before, voterId: actor.userId, round, revision: cast.revision + 1, castAt: now() }
  const recused = { stance: 'recused' as const, reason: becauseOfConflict }
  await tx
    .insert(ballots)
    .values(options.map(({ optionId }) => ({ boardId, itemId: id, optionId, ...revised, ...recused })))
}

/** Takes one's own conflict back, with the reason, before the vote on an item of the case is revealed; it stays on record. */
export const withdrawConflict = (actor: Actor, input: WithdrawConflict): Promise<Result<null>> =>
  asActor(actor, async (tx) => {
    const { itemId, conflictId, because } = input
    const item = await lockItem(tx, itemId)
    if (!item) return refuse('not-found')
    const ofCase = and(eq(conflicts.id, conflictId), eq(conflicts.caseId, item.caseId))
    const [conflict] = await tx.select().from(conflicts).where(ofCase)
    if (!conflict) return refuse('not-found')
    if (!mayDeclareConflict(actor, item) || conflict.userId !== actor.userId) return refuse('forbidden')
    const decided = decideConflictWithdrawal(item, conflict.withdrawnAt !== null)
    if (!decided.ok) return decided
    await tx.update(conflicts).set({ withdrawnAt: now(), withdrawnBecause: because }).where(ofCase)
    const { boardId, meetingId, caseId } = item
    await record(tx, actor, { kind: 'conflict.withdrawn', boardId, meetingId, caseId, aboutId: itemId })
    await passCallsOn(tx, actor, item)
    return ok(null)
  })
