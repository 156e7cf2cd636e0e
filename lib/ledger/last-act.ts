import { and, desc, eq } from 'drizzle-orm'
import type { Tx } from '@/db/client'
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
