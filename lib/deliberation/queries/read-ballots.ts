import { and, eq } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { ballots } from '@/db/schema/deliberation'
import { users } from '@/db/schema/people'
import type { ItemStage } from '@/lib/meetings/model'
import type { Actor } from '@/lib/people/model'
import { type Ballot, countedBallots } from '../model/ballot'

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
  if (stage !== 'revealed' && stage !== 'concluded') return 'hidden'
  return tx.select(columns).from(ballots).innerJoin(users, eq(users.id, ballots.voterId)).where(eq(ballots.itemId, id))
}

/** The actor's own last ballot on an item, or null: what a member may see of a sealed vote. */
export async function readMyBallot(tx: Tx, actor: Actor, itemId: string) {
  const rows: CastBallotRow[] = await tx
    .select(columns)
    .from(ballots)
    .innerJoin(users, eq(users.id, ballots.voterId))
    .where(and(eq(ballots.itemId, itemId), eq(ballots.voterId, actor.userId)))
  const counted = countedBallots(rows)
  const [first] = counted
  if (!first) return null
  const castAt = new Date(Math.max(...rows.map((row) => row.castAt.getTime())))
  const revision = Math.max(...rows.map((row) => row.revision))
  const answers = counted.map(({ optionId, stance, reason }) => ({ optionId, stance, reason }))
  return { revision, castAt: castAt.toISOString(), answers }
}
