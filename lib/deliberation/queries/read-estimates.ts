import { and, eq } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { users } from '@/db/schema/people'
import { survivalEstimates } from '@/db/schema/survival-estimates'
import type { ItemStage } from '@/lib/meetings/model'
import type { Actor } from '@/lib/people/model'
import { isRevealed } from '../model/sealed'
import { estimatesShown } from '../model/survival-estimate'

/** The survival estimates of an item as the actor may see them: the own one, and from the first reveal on everybody's. */
export async function readEstimates(tx: Tx, actor: Actor, item: { id: string; stage: ItemStage; round: number }) {
  const isOpen = isRevealed(item.stage) || item.round > 1
  const stored = await tx
    .select({
      memberId: survivalEstimates.memberId,
      name: users.name,
      specialty: survivalEstimates.specialty,
      band: survivalEstimates.band,
      estimatedAt: survivalEstimates.estimatedAt,
    })
    .from(survivalEstimates)
    .innerJoin(users, eq(users.id, survivalEstimates.memberId))
    .where(
      and(eq(survivalEstimates.itemId, item.id), isOpen ? undefined : eq(survivalEstimates.memberId, actor.userId)),
    )
  return estimatesShown(stored, actor.userId, item)
}
