import { and, desc, eq } from 'drizzle-orm'
import { asActor, type Tx } from '@/db/client'
import { conflicts } from '@/db/schema/conflicts'
import { ballots } from '@/db/schema/deliberation'
import { now } from '@/lib/foundation/clock'
import { ok, type Result, refuse } from '@/lib/foundation/result'
import { record } from '@/lib/ledger/commands'
import { ballotsCast, type LockedItem, lockItemsOfCase } from '@/lib/meetings/commands/lock-item'
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
import { standingOf } from '../model/standing'
import { mayDeclareConflict, mayVote } from '../policy'
import { readOptions } from '../queries/read-options'
import { revealWhenAnswered } from './reveal-answered'

/**
 * Declares a conflict of interest in the case as a whole: the actor neither votes nor proposes from now on and does not count for the quorum.
 * A ballot of theirs in a vote on the case that runs, at this item or on another agenda, is revised to “recused”, and the count of ballots
 * there stands still from now on: neither tells anybody whether there was one. Each meeting that has the case before it hears of it.
 * Refuses with `closed` after the conclusion, and a second time.
 */
export const declareConflict = (actor: Actor, input: DeclareConflict): Promise<Result<{ conflictId: string }>> =>
  asActor(actor, async (tx) => {
    const { itemId, kind, words } = input
    const held = await lockItemsOfCase(tx, itemId)
    if (!held) return refuse('not-found')
    const { item, all } = held
    if (!mayDeclareConflict(actor, item)) return refuse('forbidden')
    const { boardId, caseId } = item
    const decided = decideConflict(item, await isRecused(tx, actor, caseId))
    if (!decided.ok) return decided
    const declaredAt = now()
    const cast: Record<string, number> = {}
    for (const vote of all.filter(({ stage }) => stage === 'voting')) {
      cast[vote.id] = await ballotsCast(tx, vote)
      await recuseBallot(tx, actor, vote, declaredAt)
    }
    const specialty = seatOn(actor, boardId)?.specialty ?? null
    const declared = { itemId, caseId, userId: actor.userId, specialty, kind, words, declaredAt, ballotsCast: cast }
    const [stored] = await tx
      .insert(conflicts)
      .values({ boardId, ...declared })
      .returning({ id: conflicts.id })
    if (!stored) throw new Error('The conflict of interest was not stored')
    for (const one of all) {
      const { meetingId, id: aboutId } = one
      await record(tx, actor, { kind: 'conflict.declared', boardId, meetingId, caseId, aboutId })
      await passCallsOn(tx, actor, one)
    }
    return ok({ conflictId: stored.id })
  })

/** A call of a board without a meeting passes a recused member over at once, and their screens stop calling them. */
async function passCallsOn(tx: Tx, actor: Actor, { kind, meetingId, boardId }: LockedItem): Promise<void> {
  if (kind !== 'asynchronous') return
  await recordLadderMoves(tx, actor, meetingId)
  tellBoard(tx, boardId)
}

const becauseOfConflict = 'Conflict of interest in the case as a whole.'

type RunningVote = Pick<LockedItem, 'id' | 'boardId' | 'round'>

/** Revises the actor's ballot to “recused”, at the instant of the declaration: by that it is known again when this is taken back. */
async function recuseBallot(tx: Tx, actor: Actor, vote: RunningVote, declaredAt: Date): Promise<void> {
  const { id: itemId, boardId } = vote
  const [before] = await readOwnAnswers(tx, actor, vote)
  if (!before) return
  const { voterId, round, revision } = before
  const specialty = seatOn(actor, boardId)?.specialty ?? before.specialty
  const options = standingOf(await readOptions(tx, itemId))
  const revised = { boardId, itemId, voterId, specialty, round, revision: revision + 1, castAt: declaredAt }
  const recused = { stance: 'recused' as const, reason: becauseOfConflict }
  await tx.insert(ballots).values(options.map(({ optionId }) => ({ optionId, ...revised, ...recused })))
}

/** Casts the ballot anew that stood before the declaration had it revised; none where none had been cast, or the seat has no vote any more. */
async function restoreBallot(tx: Tx, actor: Actor, vote: RunningVote, declaredAt: Date): Promise<void> {
  const answers = await readOwnAnswers(tx, actor, vote)
  const [last] = answers
  const specialty = seatOn(actor, vote.boardId)?.specialty
  if (last?.castAt.getTime() !== declaredAt.getTime() || !specialty || !mayVote(actor, vote)) return
  const cast = { specialty, revision: last.revision + 1, castAt: now() }
  const restored = answers.flatMap(({ id, revision, ...answer }) =>
    revision === last.revision - 1 ? [{ ...answer, ...cast }] : [],
  )
  await tx.insert(ballots).values(restored)
}

/** Every revision of the actor's answers in the round that runs, the last one first. */
const readOwnAnswers = (tx: Tx, actor: Actor, { id, round }: RunningVote) =>
  tx
    .select()
    .from(ballots)
    .where(and(eq(ballots.itemId, id), eq(ballots.round, round), eq(ballots.voterId, actor.userId)))
    .orderBy(desc(ballots.revision))

/**
 * Takes one's own conflict back, with the reason, before a vote on the case is revealed that is not concluded yet, on whichever agenda; it
 * stays on record. A ballot that the declaration revised in a vote that still runs stands again as it was cast, and may be the last answer
 * that a called board waits for.
 */
export const withdrawConflict = (actor: Actor, input: WithdrawConflict): Promise<Result<null>> =>
  asActor(actor, async (tx) => {
    const { itemId, conflictId, because } = input
    const held = await lockItemsOfCase(tx, itemId)
    if (!held) return refuse('not-found')
    const { item, all } = held
    const ofCase = and(eq(conflicts.id, conflictId), eq(conflicts.caseId, item.caseId))
    const [conflict] = await tx.select().from(conflicts).where(ofCase)
    if (!conflict) return refuse('not-found')
    if (!mayDeclareConflict(actor, item) || conflict.userId !== actor.userId) return refuse('forbidden')
    for (const one of [item, ...all]) {
      const decided = decideConflictWithdrawal(one, conflict.withdrawnAt !== null)
      if (!decided.ok) return decided
    }
    await tx.update(conflicts).set({ withdrawnAt: now(), withdrawnBecause: because }).where(ofCase)
    const { boardId, caseId } = item
    for (const one of all) {
      const { meetingId, id: aboutId } = one
      await record(tx, actor, { kind: 'conflict.withdrawn', boardId, meetingId, caseId, aboutId })
      if (one.stage === 'voting') await restoreBallot(tx, actor, one, conflict.declaredAt)
      await passCallsOn(tx, actor, one)
      await revealWhenAnswered(tx, actor, one)
    }
    return ok(null)
  })
