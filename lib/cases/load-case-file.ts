import { desc, eq } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { cases, facts, patients } from '@/db/schema/cases'
import { users } from '@/db/schema/people'
import type { CaseFile, PatientView } from './case-file'
import type { FactsView } from './facts'
import { readRivals, withRivals } from './load-rivals'

/** The latest version of every fact of a case, taken-back ones included: the lock has to see those too. */
export async function readFacts(tx: Tx, caseId: string): Promise<FactsView> {
  const rows = await tx
    .selectDistinctOn([facts.section, facts.item, facts.field], {
      section: facts.section,
      item: facts.item,
      field: facts.field,
      version: facts.version,
      state: facts.state,
      value: facts.value,
      unit: facts.unit,
      refersOn: facts.refersOn,
      by: users.name,
      at: facts.enteredAt,
    })
    .from(facts)
    .innerJoin(users, eq(users.id, facts.enteredBy))
    .where(eq(facts.caseId, caseId))
    .orderBy(facts.section, facts.item, facts.field, desc(facts.version))
  const view: FactsView = {}
  for (const { section, item, field, at, ...fact } of rows) {
    view[section] ??= {}
    const items = view[section]
    items[item] ??= {}
    items[item][field] = { ...fact, value: fact.value ?? null, at: at.toISOString() }
  }
  return withRivals(view, await readRivals(tx, caseId))
}

const patientView = ({
  id,
  boardId,
  createdAt,
  searchedAs,
  ...patient
}: typeof patients.$inferSelect): PatientView => ({
  patientId: id,
  ...patient,
})

/** A case with its patient and all that is known, as the transaction's actor may see it; null for a stranger. */
export async function readCaseFile(tx: Tx, caseId: string): Promise<CaseFile | null> {
  const [row] = await tx
    .select({ found: cases, patient: patients, presenter: users.name })
    .from(cases)
    .innerJoin(patients, eq(patients.id, cases.patientId))
    .innerJoin(users, eq(users.id, cases.presenterId))
    .where(eq(cases.id, caseId))
  if (!row) return null
  const { found, patient, presenter } = row
  return {
    caseId: found.id,
    boardId: found.boardId,
    code: found.code,
    state: found.state,
    version: found.version,
    question: found.question,
    presenter,
    patient: patientView(patient),
    handedInAt: found.handedInAt?.toISOString() ?? null,
    changedAt: found.changedAt.toISOString(),
    facts: await readFacts(tx, caseId),
  }
}
