import { and, eq } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { ballots } from '@/db/schema/deliberation'
import { users } from '@/db/schema/people'
import type { ItemStage } from '@/lib/meetings/model'
import type { Actor } from '@/lib/people/model'
import type { Ballot } from '../model/ballot'
import { isRevealed, ownBallotOf } from '../model/sealed'

type OfItem = { id: string; stage: ItemStage }
type CastBallotRow = Ballot & { castAt: Date }

const columns = {
  optionId: ballots.optionId,
  voterId: ballots.voterId,
  name: users.name,
  specialty: ballots.specialty,
  revision: ballots.revision,
  stance: ballots.stance,
  reason: ballots.reason,
  castAt: ballots.castAt,
}

/**
 * Everybody's ballots from the reveal on, every revision; `hidden` before it, whoever asks. The stage has to be the one that
 * was read in this transaction.
 */
export async function readRevealedBallots(tx: Tx, { id, stage }: OfItem): Promise<CastBallotRow[] | 'hidden'> {
  if (!isRevealed(stage)) return 'hidden'
  return tx.select(columns).from(ballots).innerJoin(users, eq(users.id, ballots.voterId)).where(eq(ballots.itemId, id))
}

/** The actor's own last ballot on an item, or null: what a member may see of a sealed vote. */
export async function readMyBallot(tx: Tx, actor: Actor, itemId: string) {
  const rows: CastBallotRow[] = await tx
    .select(columns)
    .from(ballots)
    .innerJoin(users, eq(users.id, ballots.voterId))
    .where(and(eq(ballots.itemId, itemId), eq(ballots.voterId, actor.userId)))
  return ownBallotOf(rows)
}
