import { and, eq, gte, inArray, lt, lte, type SQL, sql } from 'drizzle-orm'
import { readAs } from '@/db/client'
import { cases, patients } from '@/db/schema/cases'
import { tasks } from '@/db/schema/follow-up'
import { users } from '@/db/schema/people'
import { answersTo } from '@/lib/cases/case-search'
import { cutPage, type KeyKind, readPageKey } from '@/lib/foundation/page-key'
import { ok, type Result, refuse } from '@/lib/foundation/result'
import type { Day } from '@/lib/foundation/time'
import type { Actor } from '@/lib/people/model'
import { maySeePatients } from '@/lib/people/policy'
import { closings } from '../model'
import {
  type CountTasks,
  type ListTasks,
  type TaskCounts,
  type TaskPage,
  type WorklistSort,
  type WorklistView,
  weekEnd,
} from '../worklist'
import { boardDay, selectTasks, viewTask } from './task-rows'

const pageSize = 50

const inView = (view: WorklistView, actor: Actor, today: Day): SQL | undefined => {
  const open = eq(tasks.state, 'open')
  switch (view) {
    case 'week':
      return and(open, lte(tasks.dueOn, weekEnd(today)))
    case 'late':
      return and(open, lt(tasks.dueOn, today))
    case 'mine':
      return and(open, eq(tasks.ownerId, actor.userId))
    case 'open':
      return open
    case 'closed':
      return inArray(tasks.state, [...closings])
  }
}

const common = ({ boardId, modality, q }: CountTasks): (SQL | undefined)[] => [
  eq(tasks.boardId, boardId),
  modality && eq(tasks.modality, modality),
  answersTo(q),
]

type Key = { kind: KeyKind; by: SQL; as: (value: string) => SQL }
const text = (by: SQL): Key => ({ kind: 'text', by, as: (value) => sql`${value}::text` })
const dueDate: Key = { kind: 'day', by: sql`${tasks.dueOn}`, as: (value) => sql`${value}::date` }
const taskId: Key = { kind: 'id', by: sql`${tasks.id}`, as: (value) => sql`${value}::uuid` }

/** What a list is sorted by; the task's id makes every place in it unique. */
const sortKeys = (sort: WorklistSort, today: Day): Key[] => {
  switch (sort) {
    case 'due':
      return [dueDate, taskId]
    case 'patient':
      return [text(sql`lower(concat_ws(' ', ${patients.familyName}, ${patients.givenName}))`), dueDate, taskId]
    case 'owner':
      return [text(sql`lower(${users.name})`), dueDate, taskId]
    case 'state':
      return [text(stateRank(today)), dueDate, taskId]
  }
}

const stateRank = (today: Day): SQL => sql`case
  when ${tasks.state} = 'open' and ${lt(tasks.dueOn, today)} then '1'
  when ${tasks.state} = 'open' and ${gte(tasks.dueOn, today)} then '2'
  when ${tasks.state} = 'not-done' then '3'
  when ${tasks.state} = 'partly' then '4'
  else '5' end`

const joined = (parts: SQL[]): SQL => sql.join(parts, sql`, `)

const beyond = (keys: Key[], after: readonly string[], descending: boolean): SQL => {
  const here = joined(keys.map(({ by }) => by))
  const there = joined(keys.map(({ as }, index) => as(after[index] ?? '')))
  return descending ? sql`(${here}) < (${there})` : sql`(${here}) > (${there})`
}

/** A page of the worklist. Refuses strangers with `not-found`, an unreadable page key with `invalid`. */
export async function listTasks(actor: Actor, input: ListTasks): Promise<Result<TaskPage>> {
  if (!maySeePatients(actor, input.boardId)) return refuse('not-found')
  return readAs(actor, async (tx) => {
    const board = await boardDay(tx, input.boardId)
    if (!board) return refuse('not-found')
    const keys = sortKeys(input.sort, board.today)
    const read = readPageKey(
      input.after,
      keys.map(({ kind }) => kind),
    )
    if (!read.ok) return read
    const after = read.value
    const found = await selectTasks(tx, sql`array[${joined(keys.map(({ by }) => sql`${by}::text`))}]`)
      .where(
        and(...common(input), inView(input.view, actor, board.today), after && beyond(keys, after, input.descending)),
      )
      .orderBy(...keys.map(({ by }) => (input.descending ? sql`${by} desc` : by)))
      .limit(pageSize + 1)
    const { rows, next } = cutPage(found, pageSize, (row) => row.keys)
    return ok({ today: board.today, rows: rows.map((row) => viewTask(actor, row, board)), next })
  })
}

/** How many tasks each saved view holds under the same search. Refuses strangers with `not-found`. */
export async function countTasks(actor: Actor, input: CountTasks): Promise<Result<TaskCounts>> {
  if (!maySeePatients(actor, input.boardId)) return refuse('not-found')
  return readAs(actor, async (tx) => {
    const board = await boardDay(tx, input.boardId)
    if (!board) return refuse('not-found')
    const number = (view: WorklistView) =>
      sql<number>`count(*) filter (where ${inView(view, actor, board.today)})`.mapWith(Number)
    const [counts] = await tx
      .select({
        week: number('week'),
        late: number('late'),
        mine: number('mine'),
        open: number('open'),
        closed: number('closed'),
      })
      .from(tasks)
      .innerJoin(cases, eq(cases.id, tasks.caseId))
      .innerJoin(patients, eq(patients.id, cases.patientId))
      .where(and(...common(input)))
    return ok(counts ?? { week: 0, late: 0, mine: 0, open: 0, closed: 0 })
  })
}
