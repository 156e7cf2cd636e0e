import { and, eq, exists, or, type SQL, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Tx } from '@/db/client'
import { boards } from '@/db/schema/boards'
import { cases, patients } from '@/db/schema/cases'
import { conclusions, recommendations } from '@/db/schema/deliberation'
import { tasks } from '@/db/schema/follow-up'
import { memberships, users } from '@/db/schema/people'
import { now } from '@/lib/foundation/clock'
import { ageOn, type Day, dayAt, daysMeantBy } from '@/lib/foundation/time'
import { showIdentifier, showName } from '@/lib/foundation/words'
import type { Actor, Specialty } from '@/lib/people/model'
import { standingOf } from '../model'
import { mayCarryTask } from '../policy'
import type { TaskView } from '../worklist'

/** The board's calendar: its time zone, and the day it is there now. Undefined for a board that the actor cannot see. */
export async function boardDay(tx: Tx, boardId: string): Promise<{ timeZone: string; today: Day } | undefined> {
  const [board] = await tx.select({ timeZone: boards.timeZone }).from(boards).where(eq(boards.id, boardId))
  return board && { timeZone: board.timeZone, today: dayAt(now().toISOString(), board.timeZone) }
}

const ownerSpecialty = sql<Specialty | null>`(
  select ${memberships.specialty} from ${memberships}
  where ${memberships.boardId} = ${tasks.boardId} and ${memberships.userId} = ${tasks.ownerId}
    and ${memberships.endedAt} is null and ${memberships.specialty} is not null
  limit 1)`

const successors = alias(conclusions, 'successors')

const inForce = alias(conclusions, 'in_force')
const says = alias(recommendations, 'says')

/** Whether the version in force says what the task was born from, itself or in the same words again. */
const askedFor = (tx: Tx) => {
  const said = tx
    .select({ one: sql`1` })
    .from(inForce)
    .innerJoin(says, eq(says.conclusionId, inForce.id))
    .where(
      and(
        ...[eq(inForce.caseId, tasks.caseId), eq(inForce.state, 'signed')],
        or(eq(says.id, tasks.recommendationId), eq(says.sameAsId, tasks.recommendationId)),
      ),
    )
  return sql<boolean>`${exists(said)}`
}

/** Tasks with patient, owner and signing; filter, order and limit are the caller's. `keys` are the sort keys as text. */
export const selectTasks = (tx: Tx, keys: SQL<string[]> = sql<string[]>`array[]::text[]`) =>
  tx
    .select({
      task: tasks,
      caseCode: cases.code,
      patient: patients,
      owner: users.name,
      ownerSpecialty,
      signedAt: conclusions.signedAt,
      replacedByVersion: successors.version,
      isAskedFor: askedFor(tx),
      keys,
    })
    .from(tasks)
    .innerJoin(cases, eq(cases.id, tasks.caseId))
    .innerJoin(patients, eq(patients.id, cases.patientId))
    .innerJoin(recommendations, eq(recommendations.id, tasks.recommendationId))
    .innerJoin(conclusions, eq(conclusions.id, recommendations.conclusionId))
    .innerJoin(users, eq(users.id, tasks.ownerId))
    .leftJoin(successors, eq(successors.id, tasks.replacedById))

export type TaskRow = Awaited<ReturnType<typeof selectTasks>>[number]

/** What every row of a list of patients carries: name, birth, age, identifier, and whether the patient has died (DESIGN P9). */
export const viewPatient = (patient: typeof patients.$inferSelect, today: Day) => {
  const { familyName: family, givenName: given, title, bornOn, identifier, identifierIssuer, diedOn } = patient
  return {
    patient: showName({ family, given, title }),
    born: bornOn,
    age: (bornOn && ageOn(bornOn, diedOn ? daysMeantBy(diedOn).last : today)) ?? null,
    identifier: identifier && showIdentifier(identifier, identifierIssuer ?? ''),
    died: diedOn !== null,
  }
}

/** A row made for the screen, as it stands on the board's day. */
export const viewTask = (actor: Actor, row: TaskRow, board: { timeZone: string; today: Day }): TaskView => {
  const { task, patient } = row
  return {
    id: task.id,
    version: task.version,
    caseId: task.caseId,
    caseCode: row.caseCode,
    ...viewPatient(patient, board.today),
    modality: task.modality,
    title: task.title,
    ownerId: task.ownerId ?? '',
    owner: row.owner,
    ownerSpecialty: row.ownerSpecialty,
    dueOn: task.dueOn,
    signedOn: signingDay(row.signedAt, board.timeZone),
    state: task.state,
    standing: standingOf(task, board.today),
    closedOn: task.closedOn,
    reason: task.shortfallReason,
    text: task.shortfallText,
    replacedByVersion: row.replacedByVersion,
    isAskedFor: row.isAskedFor,
    mayCarry: mayCarryTask(actor, task),
  }
}

/** The day of a signing on the board's calendar. Tasks exist only for signed conclusions. */
export const signingDay = (signedAt: Date | null, timeZone: string): Day => {
  if (!signedAt) throw new Error('A task without a signed conclusion')
  return dayAt(signedAt.toISOString(), timeZone)
}

/** One task inside a transaction; undefined when the actor cannot see it. */
export async function findTask(tx: Tx, taskId: string): Promise<TaskRow | undefined> {
  const [row] = await selectTasks(tx).where(and(eq(tasks.id, taskId)))
  return row
}
