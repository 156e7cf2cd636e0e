import { and, eq, type SQL } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { users } from '@/db/schema/people'
import { survivalEstimates } from '@/db/schema/survival-estimates'
import type { ItemStage } from '@/lib/meetings/model'
import type { Actor } from '@/lib/people/model'
import { wasRevealed } from '../model/sealed'
import { estimatesInOrder, estimatesShown, type SurvivalView } from '../model/survival-estimate'

const stored = (tx: Tx, wanted: SQL | undefined) =>
  tx
    .select({
      memberId: survivalEstimates.memberId,
      name: users.name,
      specialty: survivalEstimates.specialty,
      band: survivalEstimates.band,
      estimatedAt: survivalEstimates.estimatedAt,
    })
    .from(survivalEstimates)
    .innerJoin(users, eq(users.id, survivalEstimates.memberId))
    .where(wanted)

/** The survival estimates of an item as the actor may see them: the own one, and from the first reveal on everybody's. */
export async function readEstimates(tx: Tx, actor: Actor, item: { id: string; stage: ItemStage; round: number }) {
  const mine = wasRevealed(item) ? undefined : eq(survivalEstimates.memberId, actor.userId)
  return estimatesShown(await stored(tx, and(eq(survivalEstimates.itemId, item.id), mine)), actor.userId, item)
}

/** Everybody's estimates of an item that is revealed, for its record; before the reveal the database gives nobody else's. */
export const readRevealedEstimates = async (tx: Tx, itemId: string): Promise<SurvivalView[]> =>
  estimatesInOrder(await stored(tx, eq(survivalEstimates.itemId, itemId)))
