import { and, eq, lt } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { ballots } from '@/db/schema/deliberation'
import { users } from '@/db/schema/people'
import type { ItemStage } from '@/lib/meetings/model'
import type { Actor } from '@/lib/people/model'
import type { Ballot } from '../model/ballot'
import { ballotsOfRound, type RoundBallot } from '../model/rounds'
import { isRevealed, ownBallotOf } from '../model/sealed'

type OfItem = { id: string; stage: ItemStage; round: number }
type CastBallotRow = RoundBallot & { castAt: Date }

const columns = {
  optionId: ballots.optionId,
  voterId: ballots.voterId,
  name: users.name,
  specialty: ballots.specialty,
  round: ballots.round,
  revision: ballots.revision,
  stance: ballots.stance,
  rating: ballots.rating,
  reason: ballots.reason,
  castAt: ballots.castAt,
}

/** The ballots that count in one round. */
export type RoundOfBallots = { round: number; ballots: Ballot[] }

/** The ballots of an item by round: `last` is the round that runs or ran last, `earlier` those before it, the first one first. */
export type RevealedRounds = { last: Ballot[] | 'hidden'; earlier: RoundOfBallots[] }

/**
 * Everybody's ballots of each round from its reveal on; the last round is `hidden` before its own, whoever asks. Stage and
 * round have to be those that were read in this transaction.
 */
export async function readRounds(tx: Tx, { id, stage, round }: OfItem): Promise<RevealedRounds> {
  const isOpen = isRevealed(stage)
  if (!isOpen && round === 1) return { last: 'hidden', earlier: [] }
  const revealed = and(eq(ballots.itemId, id), isOpen ? undefined : lt(ballots.round, round))
  const rows: RoundBallot[] = await tx
    .select(columns)
    .from(ballots)
    .innerJoin(users, eq(users.id, ballots.voterId))
    .where(revealed)
  const before = Array.from({ length: round - 1 }, (_, place) => place + 1)
  return {
    last: isOpen ? ballotsOfRound(rows, round) : 'hidden',
    earlier: before.map((each) => ({ round: each, ballots: ballotsOfRound(rows, each) })),
  }
}

/** The actor's own last ballot in a round of an item's vote, or null: what a member may see of a sealed vote. */
export async function readMyBallot(tx: Tx, actor: Actor, { id, round }: Pick<OfItem, 'id' | 'round'>) {
  const rows: CastBallotRow[] = await tx
    .select(columns)
    .from(ballots)
    .innerJoin(users, eq(users.id, ballots.voterId))
    .where(and(eq(ballots.itemId, id), eq(ballots.round, round), eq(ballots.voterId, actor.userId)))
  return ownBallotOf(rows)
}
