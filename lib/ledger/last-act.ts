import { and, desc, eq, sql } from 'drizzle-orm'
import type { Question, Tx } from '@/db/client'
import { ledgerEntries } from '@/db/schema/ledger'
import { users } from '@/db/schema/people'
import type { Happening } from './model'

/** Who did something, and when (ISO instant). */
export type Act = { by: string; at: string }

/** Who last did this kind of act to a thing or a case, as far as the reader may see it; null when nobody did. */
export async function lastAct(
  tx: Tx,
  { kind, ...about }: { kind: Happening; caseId: string } | { kind: Happening; aboutId: string },
): Promise<Act | null> {
  const place = 'caseId' in about ? eq(ledgerEntries.caseId, about.caseId) : eq(ledgerEntries.aboutId, about.aboutId)
  const [last] = await tx
    .select({ by: users.name, at: ledgerEntries.at })
    .from(ledgerEntries)
    .innerJoin(users, eq(users.id, ledgerEntries.actorId))
    .where(and(eq(ledgerEntries.kind, kind), place))
    .orderBy(desc(ledgerEntries.id))
    .limit(1)
  return last ? { by: last.by, at: last.at.toISOString() } : null
}

/** The same for an act to a case, to be asked together with other things. */
export const askLastAct = (kind: Happening, caseId: string): Question<Act | null> => ({
  statement: sql`select ${users.name} as by, to_json(${ledgerEntries.at}) as at
    from ${ledgerEntries} join ${users} on ${users.id} = ${ledgerEntries.actorId}
    where ${and(eq(ledgerEntries.kind, kind), eq(ledgerEntries.caseId, caseId))}
    order by ${ledgerEntries.id} desc limit 1`,
  read: (rows) => {
    const [last] = rows as Act[]
    return last ? { by: last.by, at: new Date(last.at).toISOString() } : null
  },
})
