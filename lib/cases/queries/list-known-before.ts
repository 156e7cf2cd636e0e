import { and, desc, eq, lt, ne } from 'drizzle-orm'
import { readAs, type Tx } from '@/db/client'
import { boards } from '@/db/schema/boards'
import { cases } from '@/db/schema/cases'
import { ok, type Result, refuse } from '@/lib/foundation/result'
import type { Actor } from '@/lib/people/model'
import { type EarlierFacts, type KnownBefore, lastingFacts, notYetSaid } from '../known-before'
import { readFacts } from '../load-case-file'
import { maySeeCase, maySeeSection } from '../policy'

/**
 * What earlier cases of the patient know for good and this one has not been told: to be confirmed one by one or as a group, never
 * copied by itself. Only what the actor may see; a withdrawn case tells nothing. Null for a stranger.
 */
export const listKnownBefore = (actor: Actor, caseId: string): Promise<KnownBefore[] | null> =>
  readAs(actor, async (tx) => {
    const [here] = await tx
      .select({ found: cases, timeZone: boards.timeZone })
      .from(cases)
      .innerJoin(boards, eq(boards.id, cases.boardId))
      .where(eq(cases.id, caseId))
    if (!here || !maySeeCase(actor, here.found)) return null
    const earlier = await earlierFacts(tx, here.found)
    const known = lastingFacts(earlier, here.timeZone).filter(({ section }) =>
      maySeeSection(actor, here.found, section),
    )
    return known.length === 0 ? [] : notYetSaid(known, { facts: await readFacts(tx, caseId) })
  })

/** The same as an operation. */
export async function listKnownBeforeOf(actor: Actor, { caseId }: { caseId: string }): Promise<Result<KnownBefore[]>> {
  const known = await listKnownBefore(actor, caseId)
  return known === null ? refuse('not-found') : ok(known)
}

type Here = Pick<typeof cases.$inferSelect, 'boardId' | 'patientId' | 'createdAt'>

async function earlierFacts(tx: Tx, { boardId, patientId, createdAt }: Here): Promise<EarlierFacts[]> {
  const rows = await tx
    .select({ caseId: cases.id, code: cases.code })
    .from(cases)
    .where(
      and(
        eq(cases.boardId, boardId),
        eq(cases.patientId, patientId),
        lt(cases.createdAt, createdAt),
        ne(cases.state, 'withdrawn'),
      ),
    )
    .orderBy(desc(cases.createdAt), desc(cases.id))
  const earlier: EarlierFacts[] = []
  for (const row of rows) earlier.push({ ...row, facts: await readFacts(tx, row.caseId) })
  return earlier
}
