import { and, asc, desc, eq, ne, sql } from 'drizzle-orm'
import { readAs, type Tx } from '@/db/client'
import { cases, patients } from '@/db/schema/cases'
import { conclusions } from '@/db/schema/deliberation'
import { tasks, visits } from '@/db/schema/follow-up'
import { users } from '@/db/schema/people'
import { answersTo } from '@/lib/cases/case-search'
import { cutPage, readPageKey } from '@/lib/foundation/page-key'
import { ok, type Result, refuse } from '@/lib/foundation/result'
import type { Actor } from '@/lib/people/model'
import { maySeePatients } from '@/lib/people/policy'
import { standingOf } from '../model'
import type { FollowUpPage, ListFollowUps } from '../worklist'
import { boardDay, signingDay, viewPatient } from './task-rows'

const pageSize = 50

/** Sorts cases without an open task behind all others. */
const never = '9999-12-31'

const parts = (tx: Tx, boardId: string) => ({
  signed: tx
    .selectDistinctOn([conclusions.caseId], {
      caseId: conclusions.caseId,
      signedAt: conclusions.signedAt,
      ranksAs: conclusions.ranksAs,
    })
    .from(conclusions)
    .where(and(eq(conclusions.boardId, boardId), eq(conclusions.state, 'signed')))
    .orderBy(conclusions.caseId, desc(conclusions.signedAt))
    .as('signed'),
  next: tx
    .selectDistinctOn([tasks.caseId], {
      caseId: tasks.caseId,
      taskTitle: sql<string>`${tasks.title}`.as('task_title'),
      modality: tasks.modality,
      dueOn: tasks.dueOn,
      ownerId: tasks.ownerId,
    })
    .from(tasks)
    .where(and(eq(tasks.boardId, boardId), eq(tasks.state, 'open')))
    .orderBy(tasks.caseId, asc(tasks.dueOn), asc(tasks.id))
    .as('next'),
  counted: tx
    .select({
      caseId: tasks.caseId,
      all: sql<number>`count(*)`.mapWith(Number).as('all_tasks'),
      open: sql<number>`count(*) filter (where ${eq(tasks.state, 'open')})`.mapWith(Number).as('open_tasks'),
    })
    .from(tasks)
    .where(and(eq(tasks.boardId, boardId), ne(tasks.state, 'replaced')))
    .groupBy(tasks.caseId)
    .as('counted'),
  seen: tx
    .select({ caseId: visits.caseId, lastOn: sql<string>`max(${visits.seenOn})::text`.as('last_on') })
    .from(visits)
    .where(eq(visits.boardId, boardId))
    .groupBy(visits.caseId)
    .as('seen'),
})

/** Cases with a signed recommendation, the one with the nearest due date first. Refuses strangers with `not-found`. */
export async function listFollowUps(actor: Actor, input: ListFollowUps): Promise<Result<FollowUpPage>> {
  if (!maySeePatients(actor, input.boardId)) return refuse('not-found')
  return readAs(actor, async (tx) => {
    const board = await boardDay(tx, input.boardId)
    if (!board) return refuse('not-found')
    const read = readPageKey(input.after, ['day', 'id'])
    if (!read.ok) return read
    const after = read.value
    const { signed, next, counted, seen } = parts(tx, input.boardId)
    const due = sql`coalesce(${next.dueOn}, ${never}::date)`
    const found = await tx
      .select({
        caseId: cases.id,
        caseCode: cases.code,
        patient: patients,
        signedAt: signed.signedAt,
        ranksAs: signed.ranksAs,
        open: counted.open,
        all: counted.all,
        title: next.taskTitle,
        modality: next.modality,
        dueOn: next.dueOn,
        owner: users.name,
        lastVisitOn: seen.lastOn,
        due: sql<string>`${due}::text`,
      })
      .from(signed)
      .innerJoin(cases, eq(cases.id, signed.caseId))
      .innerJoin(patients, eq(patients.id, cases.patientId))
      .leftJoin(next, eq(next.caseId, signed.caseId))
      .leftJoin(users, eq(users.id, next.ownerId))
      .leftJoin(counted, eq(counted.caseId, signed.caseId))
      .leftJoin(seen, eq(seen.caseId, signed.caseId))
      .where(and(answersTo(input.q), after && sql`(${due}, ${cases.id}) > (${after[0]}::date, ${after[1]}::uuid)`))
      .orderBy(due, asc(cases.id))
      .limit(pageSize + 1)
    const page = cutPage(found, pageSize, (row) => [row.due, row.caseId])
    return ok({
      rows: page.rows.map((row) => ({
        caseId: row.caseId,
        caseCode: row.caseCode,
        ...viewPatient(row.patient, board.today),
        signedOn: signingDay(row.signedAt, board.timeZone),
        ranksAs: row.ranksAs ?? 'decision',
        openTasks: row.open ?? 0,
        allTasks: row.all ?? 0,
        next:
          row.title !== null && row.modality !== null && row.dueOn !== null
            ? {
                title: row.title,
                modality: row.modality,
                owner: row.owner ?? '',
                dueOn: row.dueOn,
                standing: standingOf({ state: 'open', dueOn: row.dueOn }, board.today),
              }
            : null,
        lastVisitOn: row.lastVisitOn,
      })),
      next: page.next,
    })
  })
}
