import { asc, eq, inArray, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Tx } from '@/db/client'
import { agendaItems } from '@/db/schema/meetings'
import { users } from '@/db/schema/people'
import { laneActs, localProtocols } from '@/db/schema/protocols'
import { type LaneStanding, laneAfter, type StoredLaneAct } from '../model/lane'

const signer = alias(users, 'signer')

/** How these items stand in the lane, by item; those that were never listed are left out. */
export async function readLane(tx: Tx, itemIds: readonly string[]): Promise<Map<string, LaneStanding>> {
  if (itemIds.length === 0) return new Map()
  const rows = await tx
    .select({
      itemId: laneActs.itemId,
      act: laneActs.act,
      words: laneActs.words,
      by: users.name,
      at: laneActs.actedAt,
      title: localProtocols.title,
      version: localProtocols.version,
      recommendation: localProtocols.recommendation,
      signedBy: signer.name,
      signedAt: localProtocols.signedAt,
    })
    .from(laneActs)
    .innerJoin(users, eq(users.id, laneActs.actedBy))
    .innerJoin(localProtocols, eq(localProtocols.id, laneActs.protocolVersionId))
    .innerJoin(signer, eq(signer.id, localProtocols.signedBy))
    .where(inArray(laneActs.itemId, [...itemIds]))
    .orderBy(asc(laneActs.number))
  const acts = new Map<string, StoredLaneAct[]>()
  for (const { itemId, at, signedAt, ...row } of rows) {
    const act = { ...row, at: at.toISOString(), signedAt: signedAt.toISOString() }
    acts.set(itemId, [...(acts.get(itemId) ?? []), act])
  }
  return new Map([...acts].map(([itemId, of]) => [itemId, laneAfter(of)]))
}

/** Whether an item stands in the lane, inside another statement, also one of a single table, in which drizzle names columns alone. */
export const isInLane = sql<boolean>`coalesce((select ${laneActs.act} <> 'pulled-back' from ${laneActs}
  where ${laneActs.itemId} = ${agendaItems}.id order by ${laneActs.number} desc limit 1), false)`
