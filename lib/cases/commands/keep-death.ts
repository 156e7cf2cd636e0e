import { and, desc, eq, sql } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { cases, facts, patients } from '@/db/schema/cases'

/** Marks the patient with the death that was told last in the visits of all their cases, or with none once it was taken back. */
export async function keepDeath(tx: Tx, caseId: string): Promise<void> {
  const [mine] = await tx.select({ patientId: cases.patientId }).from(cases).where(eq(cases.id, caseId))
  if (!mine) throw new Error('The locked case is gone')
  // Two cases of the patient can tell a death at once: the lock lets the second see what the first told.
  await tx.select({ id: patients.id }).from(patients).where(eq(patients.id, mine.patientId)).for('update')
  const told = await tx
    .selectDistinctOn([facts.caseId, facts.item], { state: facts.state, value: facts.value, at: facts.enteredAt })
    .from(facts)
    .innerJoin(cases, eq(cases.id, facts.caseId))
    .where(and(eq(cases.patientId, mine.patientId), eq(facts.section, 'visit'), eq(facts.field, 'diedOn')))
    .orderBy(facts.caseId, facts.item, desc(facts.version))
  const standing = told.filter(({ state }) => state === 'known')
  const last = standing.toSorted((one, other) => one.at.getTime() - other.at.getTime()).at(-1)
  await tx
    .update(patients)
    .set({ diedOn: last ? String(last.value) : null, version: sql`${patients.version} + 1` })
    .where(eq(patients.id, mine.patientId))
}
