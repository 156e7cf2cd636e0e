import type { Tx } from '@/db/client'
import type { ItemStage } from '@/lib/meetings/model'
import { type VotingRule, votingByRound } from '@/lib/meetings/model/voting'
import { readVotingVersions } from '@/lib/meetings/queries/get-meeting-rules'

type OfItem = { boardId: string; stage: ItemStage; rulesByRound: readonly number[] }

/**
 * How each round of an item is voted, inside another transaction: stage and versions have to be those that were read in it.
 */
export async function readVotingOf(
  tx: Tx,
  { boardId, stage, rulesByRound }: OfItem,
): Promise<(round: number) => VotingRule> {
  return votingByRound(await readVotingVersions(tx, boardId), { stage, rulesByRound })
}

/** How the round of an item is voted that runs or ran last. */
export const readVoting = async (tx: Tx, item: OfItem & { round: number }): Promise<VotingRule> =>
  (await readVotingOf(tx, item))(item.round)
