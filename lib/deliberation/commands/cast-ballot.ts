import { and, eq, sql } from 'drizzle-orm'
import { asActor, type Tx } from '@/db/client'
import { ballots } from '@/db/schema/deliberation'
import { now } from '@/lib/foundation/clock'
import { ok, type Result, refuse } from '@/lib/foundation/result'
import { record } from '@/lib/ledger/commands'
import { type LockedItem, lockItem } from '@/lib/meetings/commands/lock-item'
import { isRecused } from '@/lib/meetings/queries/read-conflicts'
import type { Actor } from '@/lib/people/model'
import { seatOn } from '@/lib/people/policy'
import { type CastBallot, decideBallot } from '../model/ballot'
import { standingOf } from '../model/standing'
import { mayVote } from '../policy'
import { readOptions } from '../queries/read-options'
import { readVoting } from '../queries/read-voting'
import { revealWhenAnswered } from './reveal-answered'

/** Proof for the voter alone: which revision counts now, and since when. */
export type BallotReceipt = { itemId: string; revision: number; castAt: string }

async function lastRevision(tx: Tx, actor: Actor, { id, round }: LockedItem): Promise<number> {
  const [mine] = await tx
    .select({ last: sql<number>`coalesce(max(${ballots.revision}), 0)::int` })
    .from(ballots)
    .where(and(eq(ballots.itemId, id), eq(ballots.round, round), eq(ballots.voterId, actor.userId)))
  return mine?.last ?? 0
}

/**
 * Casts or revises the actor's sealed ballot in the round that runs: an answer to every standing option at once. Refuses with `closed` outside the
 * vote and with `invalid` for an answer that is missing, doubled, unknown, lacks its reason or is on another scale than the round. A first ballot is an act of
 * the meeting, since the count may be known; a revision is not, since nobody may know that somebody thought again, nor is a ballot that
 * comes while the count stands still.
 */
export const castBallot = (
  actor: Actor,
  { itemId, round: filledInFor, answers }: CastBallot,
): Promise<Result<BallotReceipt>> =>
  asActor(actor, async (tx) => {
    const item = await lockItem(tx, itemId)
    if (!item) return refuse('not-found')
    const specialty = seatOn(actor, item.boardId)?.specialty
    if (!mayVote(actor, item) || !specialty) return refuse('forbidden')
    // Asked together, so that the database is waited for once: the item is held, and nothing here rests on another's answer.
    const [recused, options, { scale }, before] = await Promise.all([
      isRecused(tx, actor, item.caseId),
      readOptions(tx, itemId),
      readVoting(tx, item),
      lastRevision(tx, actor, item),
    ])
    if (recused) return refuse('closed', 'recused')
    const optionIds = standingOf(options).map(({ optionId }) => optionId)
    const decided = decideBallot(item, optionIds, answers, filledInFor, scale)
    if (!decided.ok) return decided
    const { boardId, meetingId, caseId, round } = item
    const cast = { voterId: actor.userId, specialty, round, revision: before + 1, castAt: now() }
    await tx.insert(ballots).values(decided.value.map((answer) => ({ boardId, itemId, ...cast, ...answer })))
    const act = { kind: 'ballot.cast' as const, boardId, caseId, aboutId: itemId, details: { round } }
    await record(tx, actor, before === 0 && !item.isCountHeld ? { ...act, meetingId } : act)
    await revealWhenAnswered(tx, actor, item)
    return ok({ itemId, revision: cast.revision, castAt: cast.castAt.toISOString() })
  })
