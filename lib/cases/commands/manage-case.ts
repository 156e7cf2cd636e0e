import { and, desc, eq, like, sql } from 'drizzle-orm'
import { asActor, type Tx } from '@/db/client'
import { boards } from '@/db/schema/boards'
import { cases, patients } from '@/db/schema/cases'
import { now } from '@/lib/foundation/clock'
import { ok, type Result, refuse } from '@/lib/foundation/result'
import { dayAt } from '@/lib/foundation/time'
import { record } from '@/lib/ledger/commands'
import { type Act, lastAct } from '@/lib/ledger/last-act'
import type { Actor } from '@/lib/people/model'
import { patientSearchKey } from '../case-search'
import { readCaseFile } from '../load-case-file'
import { type ChangePatient, type CreateCase, type PatientInput, patientProblems } from '../model'
import { maySeeCase, mayWriteCase } from '../policy'
import { handInProblems } from '../readiness'
import { findWritable } from './record-facts'

/** A case that was opened: its id and its number on the board. */
export type OpenedCase = { caseId: string; code: string }

/** Opens a case: a patient, known or new, and the question to the board. */
export const createCase = (actor: Actor, input: CreateCase): Promise<Result<OpenedCase>> =>
  asActor(actor, (tx) => openCase(tx, actor, input))

/** What all cases that one transaction opens on a board share: its time, and its numbers, which nobody else takes until the end. */
export type Opening = { at: Date; today: string; takeCode: () => string }

/**
 * Begins to open cases on a board. The lock on its numbers comes before the one on its identifiers, whoever opens one case or
 * a thousand: taken in two orders they would wait for each other.
 */
export async function beginOpening(tx: Tx, boardId: string): Promise<Opening> {
  const at = now()
  const today = await todayOf(tx, boardId, at)
  return { at, today, takeCode: await codesOf(tx, boardId, today.slice(0, 4)) }
}

/** The same inside another command's transaction; one that opens several begins them once. */
export async function openCase(tx: Tx, actor: Actor, input: CreateCase, begun?: Opening): Promise<Result<OpenedCase>> {
  if (!maySeeCase(actor, input)) return refuse('not-found')
  if (!mayWriteCase(actor, input)) return refuse('forbidden')
  const { at, today, takeCode } = begun ?? (await beginOpening(tx, input.boardId))
  const patient = await choosePatient(tx, input, today, at)
  if (!patient.ok) return patient
  const [created] = await tx
    .insert(cases)
    .values({
      boardId: input.boardId,
      patientId: patient.value,
      code: takeCode(),
      question: input.question,
      presenterId: actor.userId,
      createdAt: at,
      changedAt: at,
    })
    .returning({ caseId: cases.id, code: cases.code })
  if (!created) throw new Error('The new case was not stored')
  await record(tx, actor, { kind: 'case.created', boardId: input.boardId, caseId: created.caseId })
  return ok(created)
}

async function todayOf(tx: Tx, boardId: string, at: Date): Promise<string> {
  const [board] = await tx.select({ timeZone: boards.timeZone }).from(boards).where(eq(boards.id, boardId))
  return dayAt(at.toISOString(), board?.timeZone ?? 'UTC')
}

async function choosePatient(tx: Tx, input: CreateCase, today: string, at: Date): Promise<Result<string>> {
  if ('id' in input.patient) {
    const known = and(eq(patients.id, input.patient.id), eq(patients.boardId, input.boardId))
    const [patient] = await tx.select({ id: patients.id }).from(patients).where(known)
    return patient ? ok(patient.id) : refuse('not-found')
  }
  const details = input.patient.new
  const problems = await problemsOf(tx, input.boardId, details, today)
  if (problems.length > 0) {
    return refuse(
      'invalid',
      problems.map(({ path, message }) => ({ path: `patient.new.${path}`, message })),
    )
  }
  const [created] = await tx
    .insert(patients)
    .values({ boardId: input.boardId, createdAt: at, ...details, searchedAs: patientSearchKey(details) })
    .returning({ id: patients.id })
  if (!created) throw new Error('The new patient was not stored')
  return ok(created.id)
}

/**
 * What is wrong with a patient's details, an identifier that another patient of the board already has included. A lock on
 * the board's identifiers keeps two people from giving the same one at the same moment.
 */
async function problemsOf(tx: Tx, boardId: string, details: PatientInput, today: string, self?: string) {
  const problems = patientProblems(details, today)
  if (!details.identifier || !details.identifierIssuer) return problems
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`patient identifiers ${boardId}`}, 0))`)
  const [holder] = await tx
    .select({ id: patients.id })
    .from(patients)
    .where(
      and(
        eq(patients.boardId, boardId),
        eq(patients.identifier, details.identifier),
        eq(patients.identifierIssuer, details.identifierIssuer),
      ),
    )
  if (holder && holder.id !== self) {
    problems.push({
      path: 'identifier',
      message: 'Another patient of this board has this identifier. Choose that patient.',
    })
  }
  return problems
}

/** Gives out the next numbers of the year. A lock on the board's numbers keeps two new cases from taking the same one. */
async function codesOf(tx: Tx, boardId: string, year: string): Promise<() => string> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`case code ${boardId}`}, 0))`)
  const [last] = await tx
    .select({ code: cases.code })
    .from(cases)
    .where(and(eq(cases.boardId, boardId), like(cases.code, `${year}-%`)))
    .orderBy(desc(sql`length(${cases.code})`), desc(cases.code))
    .limit(1)
  let number = Number(last?.code.slice(5) ?? 0)
  return () => {
    number += 1
    return `${year}-${String(number).padStart(4, '0')}`
  }
}

/** Corrects a patient's identity. Another version than the one seen is refused with the fields that differ. */
export const changePatient = (actor: Actor, input: ChangePatient): Promise<Result<{ version: number }>> =>
  asActor(actor, async (tx) => {
    const found = await findWritable(tx, actor, input.caseId)
    if (!found.ok) return found
    const { boardId, patientId, today } = found.value
    // Not `for update`: an import that holds the identifiers, which are waited for below, may open a case of this patient.
    const [current] = await tx.select().from(patients).where(eq(patients.id, patientId)).for('no key update')
    if (!current) return refuse('not-found')
    if (current.version !== input.version) {
      const changed = await lastAct(tx, { kind: 'case.patient-changed', aboutId: patientId })
      return refuse('stale', differences(current, input.patient, changed))
    }
    const problems = await problemsOf(tx, boardId, input.patient, today, patientId)
    if (problems.length > 0) return refuse('invalid', problems)
    const version = current.version + 1
    await tx
      .update(patients)
      .set({ ...input.patient, searchedAs: patientSearchKey(input.patient), version })
      .where(eq(patients.id, patientId))
    await record(tx, actor, { kind: 'case.patient-changed', boardId, caseId: input.caseId, aboutId: patientId })
    return ok({ version })
  })

function differences(current: typeof patients.$inferSelect, yours: PatientInput, changed: Act | null) {
  const fields = Object.keys(yours) as (keyof PatientInput)[]
  const differing = fields.filter((field) => current[field] !== yours[field])
  return differing.map((path) => ({
    path,
    yours: yours[path],
    theirs: current[path],
    version: current.version,
    by: changed?.by ?? '',
    at: changed?.at ?? '',
  }))
}

/** Rewords the question to the board. */
export const changeQuestion = (
  actor: Actor,
  input: { caseId: string; version: number; question: string },
): Promise<Result<{ version: number }>> =>
  asActor(actor, async (tx) => {
    const found = await findWritable(tx, actor, input.caseId)
    if (!found.ok) return found
    const { boardId, question, version } = found.value
    if (question === input.question) return ok({ version })
    if (version !== input.version) {
      const changed = await lastAct(tx, { kind: 'case.question-changed', caseId: input.caseId })
      const theirs = { path: 'question', yours: input.question, theirs: question, version }
      return refuse('stale', [{ ...theirs, by: changed?.by ?? '', at: changed?.at ?? '' }])
    }
    await tx
      .update(cases)
      .set({ question: input.question, version: version + 1, changedAt: now() })
      .where(eq(cases.id, input.caseId))
    await record(tx, actor, { kind: 'case.question-changed', boardId, caseId: input.caseId })
    return ok({ version: version + 1 })
  })

/**
 * Hands a draft in: from now on it can go on an agenda. Facts can still be added. Without a study or an involved level it
 * is refused as invalid, at `imaging` and `lesions`, until somebody has recorded why.
 */
export const handInCase = (actor: Actor, { caseId }: { caseId: string }): Promise<Result<null>> =>
  asActor(actor, async (tx) => {
    const found = await findWritable(tx, actor, caseId)
    if (!found.ok) return found
    if (found.value.state === 'handed-in') return ok(null)
    const file = await readCaseFile(tx, actor, caseId)
    const problems = file ? handInProblems(file) : []
    if (problems.length > 0) return refuse('invalid', problems)
    await tx.update(cases).set({ state: 'handed-in', handedInAt: now() }).where(eq(cases.id, caseId))
    await record(tx, actor, { kind: 'case.handed-in', boardId: found.value.boardId, caseId })
    return ok(null)
  })
