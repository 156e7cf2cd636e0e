import { and, desc, eq, like, sql } from 'drizzle-orm'
import { asActor, type Tx } from '@/db/client'
import { boards } from '@/db/schema/boards'
import { cases, facts, patients } from '@/db/schema/cases'
import { users } from '@/db/schema/people'
import { now } from '@/lib/foundation/clock'
import { ok, type Result, refuse } from '@/lib/foundation/result'
import { dayAt } from '@/lib/foundation/time'
import { record } from '@/lib/ledger/commands'
import type { Actor } from '@/lib/people/model'
import { announceCase } from '../announce-case'
import { readCaseFile } from '../load-case-file'
import type { ChangeQuestion, CreateCase } from '../model'
import { maySeeCase, mayWriteCase } from '../policy'
import { questionPlace } from '../question'
import { handInProblems } from '../readiness'
import { problemsOf, storePatient } from './change-patient'
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
  const patient = await choosePatient(tx, actor, input, { today, at })
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
  const { boardId, question } = input
  await keepWording(tx, actor, { boardId, caseId: created.caseId, question, version: 1, at })
  await record(tx, actor, { kind: 'case.created', boardId, caseId: created.caseId })
  return ok(created)
}

async function todayOf(tx: Tx, boardId: string, at: Date): Promise<string> {
  const [board] = await tx.select({ timeZone: boards.timeZone }).from(boards).where(eq(boards.id, boardId))
  return dayAt(at.toISOString(), board?.timeZone ?? 'UTC')
}

async function choosePatient(
  tx: Tx,
  actor: Actor,
  input: CreateCase,
  { today, at }: Pick<Opening, 'today' | 'at'>,
): Promise<Result<string>> {
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
  return ok(await storePatient(tx, actor, { boardId: input.boardId, at }, details))
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

/** Rewords the question to the board; earlier wordings stay in the history. Refuses one that was reworded since it was read. */
export const changeQuestion = (actor: Actor, input: ChangeQuestion): Promise<Result<{ version: number }>> =>
  asActor(actor, async (tx) => {
    const found = await findWritable(tx, actor, input.caseId)
    if (!found.ok) return found
    const { id: caseId, boardId, question, version } = found.value
    if (question === input.question) return ok({ version })
    const last = await latestWording(tx, caseId)
    if (question.trim() !== input.seen.trim()) {
      const theirs = { path: 'question', yours: input.question, theirs: question, version }
      return refuse('stale', [{ ...theirs, by: last?.by ?? '', at: last?.at.toISOString() ?? '' }])
    }
    const at = now()
    await keepWording(tx, actor, { boardId, caseId, question: input.question, version: (last?.version ?? 0) + 1, at })
    await tx
      .update(cases)
      .set({ question: input.question, version: version + 1, changedAt: at })
      .where(eq(cases.id, caseId))
    await record(tx, actor, { kind: 'case.question-changed', boardId, caseId })
    announceCase(tx, caseId, version + 1)
    return ok({ version: version + 1 })
  })

async function latestWording(tx: Tx, caseId: string) {
  const ofQuestion = and(
    eq(facts.caseId, caseId),
    eq(facts.section, questionPlace.section),
    eq(facts.field, questionPlace.field),
  )
  const [last] = await tx
    .select({ version: facts.version, by: users.name, at: facts.enteredAt })
    .from(facts)
    .innerJoin(users, eq(users.id, facts.enteredBy))
    .where(ofQuestion)
    .orderBy(desc(facts.version))
    .limit(1)
  return last
}

type Wording = { boardId: string; caseId: string; question: string; version: number; at: Date }

const keepWording = (tx: Tx, actor: Actor, { question, at, ...where }: Wording) =>
  tx
    .insert(facts)
    .values({ ...where, ...questionPlace, state: 'known', value: question, enteredBy: actor.userId, enteredAt: at })

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
