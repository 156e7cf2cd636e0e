import { desc, eq } from 'drizzle-orm'
import { readAs, type Tx } from '@/db/client'
import { users } from '@/db/schema/people'
import { localProtocols } from '@/db/schema/protocols'
import { ok, type Result, refuse } from '@/lib/foundation/result'
import type { Actor } from '@/lib/people/model'
import type { ProtocolsView, ProtocolView } from '../model/protocol'
import { mayEnterRoom, maySignProtocol } from '../policy'

/** Every local protocol of a board with every act on it, the latest first. */
export async function readProtocols(tx: Tx, boardId: string): Promise<ProtocolView[]> {
  const rows = await tx
    .select({ row: localProtocols, by: users.name })
    .from(localProtocols)
    .innerJoin(users, eq(users.id, localProtocols.signedBy))
    .where(eq(localProtocols.boardId, boardId))
    .orderBy(desc(localProtocols.number))
  const byId = new Map<string, ProtocolView['acts']>()
  for (const { row, by } of rows) {
    const { protocolId, version, act, title, covers, recommendation, reviewOn, because } = row
    const told = { version, act, title, covers, recommendation, reviewOn, because, by, at: row.signedAt.toISOString() }
    byId.set(protocolId, [...(byId.get(protocolId) ?? []), told])
  }
  return [...byId].map(([protocolId, acts]) => ({ protocolId, acts }))
}

/** The local protocols of a board. Refuses strangers with `not-found`. */
export async function getProtocols(actor: Actor, { boardId }: { boardId: string }): Promise<Result<ProtocolsView>> {
  if (!mayEnterRoom(actor, { boardId })) return refuse('not-found')
  const protocols = await readAs(actor, (tx) => readProtocols(tx, boardId))
  return ok({ maySign: maySignProtocol(actor, { boardId }), protocols })
}
