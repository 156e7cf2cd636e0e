import { and, desc, eq, ne, or, sql } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { cases, facts, patients } from '@/db/schema/cases'
import { conclusions } from '@/db/schema/deliberation'

/** The cases whose visits count: those that stand, and the withdrawn ones of which a conclusion was signed. */
const countsFor = or(
  ne(cases.state, 'withdrawn'),
  sql`exists (select from ${conclusions} where ${conclusions.caseId} = ${cases.id} and ${conclusions.state} <> 'draft')`,
)

/**
 * Marks the patient with the death that was told last in the visits of all their cases, or with none once it was taken back or
 * its case was withdrawn.
 */
export async function keepDeath(tx: Tx, caseId: string): Promise<void> {
  const [mine] = await tx.select({ patientId: cases.patientId }).from(cases).where(eq(cases.id, caseId))
  if (!mine) throw new Error('The locked case is gone')
  // Two cases of the patient can tell a death at once: the lock lets the second see what the first told.
  await tx.select({ id: patients.id }).from(patients).where(eq(patients.id, mine.patientId)).for('update')
  const told = await tx
    .selectDistinctOn([facts.caseId, facts.item], { state: facts.state, value: facts.value, at: facts.enteredAt })
    .from(facts)
    .innerJoin(cases, eq(cases.id, facts.caseId))
    .where(and(eq(cases.patientId, mine.patientId), eq(facts.section, 'visit'), eq(facts.field, 'diedOn'), countsFor))
    .orderBy(facts.caseId, facts.item, desc(facts.version))
  const standing = told.filter(({ state }) => state === 'known')
  const last = standing.toSorted((one, other) => one.at.getTime() - other.at.getTime()).at(-1)
  const diedOn = last ? String(last.value) : null
  await tx
    .update(patients)
    .set({ diedOn, version: sql`${patients.version} + 1` })
    .where(and(eq(patients.id, mine.patientId), sql`${patients.diedOn} is distinct from ${diedOn}`))
}
