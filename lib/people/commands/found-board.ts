import type { Tx } from '@/db/client'
import { boards } from '@/db/schema/boards'
import { memberships } from '@/db/schema/people'
import { now } from '@/lib/foundation/clock'
import { serverEnv } from '@/lib/foundation/env'

/** A new board with the person as its first administrator, inside the transaction of the act that founds it. */
export async function foundBoard(tx: Tx, userId: string, name: string): Promise<string> {
  const timeZone = serverEnv().SPINEBOARD_TIME_ZONE
  const [board] = await tx.insert(boards).values({ name, timeZone, createdAt: now() }).returning({ id: boards.id })
  if (!board) throw new Error('The new board was not stored')
  await tx.insert(memberships).values({ boardId: board.id, userId, role: 'administrator', since: now() })
  return board.id
}
