import { and, eq, ne, sql } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { conclusions } from '@/db/schema/deliberation'

/** Holds what is signed on a case until the end of the transaction: its versions are signed one after the other, in whichever meeting. */
export const holdConclusions = (tx: Tx, caseId: string) =>
  tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`conclusions ${caseId}`}, 0))`)

/** The number of the next version of a case: versions are counted over all its items, from 1. */
export async function nextVersion(tx: Tx, caseId: string): Promise<number> {
  const [last] = await tx
    .select({ version: sql<number>`coalesce(max(${conclusions.version}), 0)::int` })
    .from(conclusions)
    .where(and(eq(conclusions.caseId, caseId), ne(conclusions.state, 'draft')))
  return (last?.version ?? 0) + 1
}

/** The version in force gives way, on whichever item of the case it was signed. */
export const supersede = (tx: Tx, caseId: string) =>
  tx
    .update(conclusions)
    .set({ state: 'superseded' })
    .where(and(eq(conclusions.caseId, caseId), eq(conclusions.state, 'signed')))

/** How the versions of an item stand: `isSigned` is that one is in force, `isReplaced` that none is and another item's has taken the place. */
export async function versionsOn(tx: Tx, itemId: string): Promise<{ isSigned: boolean; isReplaced: boolean }> {
  const rows = await tx.select({ state: conclusions.state }).from(conclusions).where(eq(conclusions.itemId, itemId))
  const isSigned = rows.some(({ state }) => state === 'signed')
  return { isSigned, isReplaced: !isSigned && rows.some(({ state }) => state === 'superseded') }
}
