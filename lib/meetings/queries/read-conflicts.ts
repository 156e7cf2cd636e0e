import { and, asc, eq, inArray, isNull } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { conflicts } from '@/db/schema/conflicts'
import { users } from '@/db/schema/people'
import type { Actor } from '@/lib/people/model'
import type { Recusal } from '../model/call'
import type { RecordedConflict } from '../model/conflict'

/** The conflicts of interest in a case, the first one first, withdrawn ones too. */
export async function readConflicts(tx: Tx, caseId: string): Promise<RecordedConflict[]> {
  const rows = await tx
    .select({ conflict: conflicts, name: users.name })
    .from(conflicts)
    .innerJoin(users, eq(users.id, conflicts.userId))
    .where(eq(conflicts.caseId, caseId))
    .orderBy(asc(conflicts.declaredAt), asc(conflicts.id))
  return rows.map(({ conflict, name }) => ({
    conflictId: conflict.id,
    userId: conflict.userId,
    name,
    specialty: conflict.specialty,
    kind: conflict.kind,
    words: conflict.words,
    declaredAt: conflict.declaredAt.toISOString(),
    withdrawn:
      conflict.withdrawnAt === null
        ? null
        : { because: conflict.withdrawnBecause ?? '', at: conflict.withdrawnAt.toISOString() },
  }))
}

/** The cases in which the actor takes no part, or the one of these that is asked about, as a statement that can stand inside another one. */
export const recusedCases = (tx: Tx, { userId }: Actor, caseId?: string) =>
  tx
    .select({ caseId: conflicts.caseId })
    .from(conflicts)
    .where(
      and(
        eq(conflicts.userId, userId),
        isNull(conflicts.withdrawnAt),
        caseId === undefined ? undefined : eq(conflicts.caseId, caseId),
      ),
    )

/** Whether the actor takes no part in a case. */
export const isRecused = async (tx: Tx, actor: Actor, caseId: string): Promise<boolean> =>
  (await recusedCases(tx, actor, caseId)).length > 0

/** Since when, and until when, members take no part in these cases. */
export async function readRecusals(tx: Tx, caseIds: readonly string[]): Promise<(Recusal & { caseId: string })[]> {
  if (caseIds.length === 0) return []
  const rows = await tx
    .select({
      caseId: conflicts.caseId,
      userId: conflicts.userId,
      from: conflicts.declaredAt,
      to: conflicts.withdrawnAt,
    })
    .from(conflicts)
    .where(inArray(conflicts.caseId, [...caseIds]))
    .orderBy(asc(conflicts.declaredAt), asc(conflicts.id))
  return rows.map((row) => ({ ...row, from: row.from.toISOString(), to: row.to?.toISOString() ?? null }))
}
