import { and, asc, eq, isNull } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { rivalSettlements, rivalValues } from '@/db/schema/cases'
import { users } from '@/db/schema/people'
import type { FactsView, RivalView } from './facts'

type PlacedRival = RivalView & { section: string; item: string; field: string }

/** What other sources say of values of a case, not settled yet, in the order it was entered. */
export async function readRivals(tx: Tx, caseId: string): Promise<PlacedRival[]> {
  const { id, section, item, field, value, unit, source, saidOn, enteredAt } = rivalValues
  const rows = await tx
    .select({ id, section, item, field, value, unit, source, saidOn, by: users.name, at: enteredAt })
    .from(rivalValues)
    .innerJoin(users, eq(users.id, rivalValues.enteredBy))
    .leftJoin(rivalSettlements, eq(rivalSettlements.rivalId, id))
    .where(and(eq(rivalValues.caseId, caseId), isNull(rivalSettlements.id)))
    .orderBy(asc(enteredAt), asc(id))
  return rows.map((row) => ({ ...row, at: row.at.toISOString() }))
}

/** Puts each rival beside its fact. One whose fact was taken back meanwhile waits until something stands there again. */
export function withRivals(facts: FactsView, rivals: readonly PlacedRival[]): FactsView {
  for (const { section, item, field, ...rival } of rivals) {
    const fact = facts[section]?.[item]?.[field]
    if (fact?.state === 'known') fact.rivals = [...(fact.rivals ?? []), rival]
  }
  return facts
}
