import { and, eq, inArray, isNull, ne } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { memberships, users } from '@/db/schema/people'

const administers = and(eq(memberships.role, 'administrator'), isNull(memberships.endedAt))

/**
 * Whether every board that the person administers keeps another administrator who can sign in: asked before a seat is
 * taken (`boardId` names its board) or an account is disabled (all boards of the person). The seats of all administrators
 * of these boards are held until the end of the transaction, so that two who give up at the same time do so one after the
 * other, and the second is refused.
 */
export async function keepsAdministrator(tx: Tx, userId: string, boardId?: string): Promise<boolean> {
  const theirs = tx
    .select({ boardId: memberships.boardId })
    .from(memberships)
    .where(and(administers, eq(memberships.userId, userId), boardId ? eq(memberships.boardId, boardId) : undefined))
  // In one order, so that two who hold several boards never wait for each other.
  await tx
    .select({ id: memberships.id })
    .from(memberships)
    .where(and(administers, inArray(memberships.boardId, theirs)))
    .orderBy(memberships.id)
    .for('no key update')
  const others = await tx
    .selectDistinct({ boardId: memberships.boardId })
    .from(memberships)
    .innerJoin(users, eq(users.id, memberships.userId))
    .where(
      and(administers, inArray(memberships.boardId, theirs), ne(memberships.userId, userId), isNull(users.disabledAt)),
    )
  return others.length === (await theirs).length
}
