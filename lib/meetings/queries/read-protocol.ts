import { and, desc, eq } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { localProtocols } from '@/db/schema/protocols'

/** The latest act on a protocol of a board, which decides whether it covers a case; undefined for a protocol that does not exist. */
export async function readLatestVersion(tx: Tx, boardId: string, protocolId: string) {
  const [latest] = await tx
    .select()
    .from(localProtocols)
    .where(and(eq(localProtocols.boardId, boardId), eq(localProtocols.protocolId, protocolId)))
    .orderBy(desc(localProtocols.number))
    .limit(1)
  return latest
}
