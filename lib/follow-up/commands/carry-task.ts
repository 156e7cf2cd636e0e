import { and, desc, eq, sql } from 'drizzle-orm'
import { asActor, type Tx } from '@/db/client'
import { tasks } from '@/db/schema/follow-up'
import { ledgerEntries } from '@/db/schema/ledger'
import { users } from '@/db/schema/people'
import type { FieldConflict } from '@/lib/foundation/result'
import { ok, type Result, refuse } from '@/lib/foundation/result'
import type { Day } from '@/lib/foundation/time'
import { record } from '@/lib/ledger/commands'
import type { Happening } from '@/lib/ledger/model'
import type { Actor } from '@/lib/people/model'
import { mayOwnTask } from '@/lib/people/policy'
import { colleagues } from '@/lib/people/queries'
import {
  type AssignTask,
  type CloseTask,
  decideAssignment,
  decideClosing,
  decideReopening,
  type ReopenTask,
} from '../model'
import { mayCarryTask } from '../policy'
import { boardDay, findTask, signingDay, type TaskRow, viewTask } from '../queries/task-rows'
import type { ClosedTaskView, TaskView } from '../worklist'

type Change = Partial<typeof tasks.$inferInsert>
type Board = { timeZone: string; today: Day }
type Decide = (tx: Tx, row: TaskRow, board: Board) => Promise<Result<Change>>
type Carried = { taskId: string; version: number }

/** Find, ask the policy, lock, compare the version, decide, write, record: the way of every act on a task. */
const carry = (
  actor: Actor,
  input: Carried,
  kind: Happening,
  mine: Change,
  decide: Decide,
): Promise<Result<ClosedTaskView>> =>
  asActor(actor, async (tx) => {
    const seen = await findTask(tx, input.taskId)
    const board = seen && (await boardDay(tx, seen.task.boardId))
    if (!seen || !board) return refuse('not-found')
    if (!mayCarryTask(actor, seen.task)) return refuse('forbidden')
    await tx.select({ id: tasks.id }).from(tasks).where(eq(tasks.id, input.taskId)).for('update')
    const row = (await findTask(tx, input.taskId)) ?? seen
    if (row.task.version !== input.version) return refuse('stale', await conflicts(tx, row, mine))
    const decided = await decide(tx, row, board)
    if (!decided.ok) return decided
    await tx
      .update(tasks)
      .set({ ...decided.value, version: sql`${tasks.version} + 1` })
      .where(eq(tasks.id, input.taskId))
    const { boardId, caseId } = row.task
    await record(tx, actor, { kind, boardId, caseId, aboutId: input.taskId })
    const changed = await findTask(tx, input.taskId)
    if (!changed) return refuse('not-found')
    return ok({ ...viewTask(actor, changed, board), openInCase: await countOpen(tx, caseId) })
  })

const countOpen = (tx: Tx, caseId: string): Promise<number> =>
  tx.$count(tasks, and(eq(tasks.caseId, caseId), eq(tasks.state, 'open')))

/** The fields that differ between what the person wanted to store and what somebody stored meanwhile, with who and when. */
async function conflicts(tx: Tx, { task }: TaskRow, mine: Change): Promise<FieldConflict[]> {
  const [last] = await tx
    .select({ by: users.name, at: ledgerEntries.at })
    .from(ledgerEntries)
    .innerJoin(users, eq(users.id, ledgerEntries.actorId))
    .where(eq(ledgerEntries.aboutId, task.id))
    .orderBy(desc(ledgerEntries.id))
    .limit(1)
  const by = last?.by ?? ''
  const at = (last?.at ?? task.createdAt).toISOString()
  return (Object.keys(mine) as (keyof Change & keyof typeof task)[])
    .filter((path) => mine[path] !== task[path])
    .map((path) => ({ path, yours: mine[path] ?? null, theirs: task[path] ?? null, version: task.version, by, at }))
}

/** Closes a task as done, partly or not done; says how many of its case are still open. Coordinator, chair or the task's owner. */
export const closeTask = (actor: Actor, input: CloseTask): Promise<Result<ClosedTaskView>> => {
  const mine = {
    state: input.closing,
    closedOn: input.on,
    shortfallReason: input.reason,
    shortfallText: input.text || null,
  }
  return carry(actor, input, 'task.closed', mine, async (_tx, row, board) => {
    const task = { state: row.task.state, signedOn: signingDay(row.signedAt, board.timeZone) }
    return decideClosing(task, input, board.today)
  })
}

/** Opens a closed task again; what was recorded of its end stays in the ledger's history of acts. */
export const reopenTask = (actor: Actor, input: ReopenTask): Promise<Result<TaskView>> => {
  const reopened = { state: 'open', closedOn: null, shortfallReason: null, shortfallText: null } as const
  return carry(actor, input, 'task.reopened', { state: 'open' }, async (_tx, row) => {
    const decided = decideReopening({ state: row.task.state, isAskedFor: row.isAskedFor })
    return decided.ok ? ok(reopened) : decided
  })
}

/** Gives a task to a person of the board, with a due date. */
export const assignTask = (actor: Actor, input: AssignTask): Promise<Result<TaskView>> => {
  const mine = { ownerId: input.ownerId, dueOn: input.dueOn }
  return carry(actor, input, 'task.assigned', mine, async (tx, row, board) => {
    const decided = decideAssignment(row.task, input, board.today)
    if (!decided.ok) return decided
    const people = await colleagues(tx, row.task.boardId)
    const owner = people.find(({ userId }) => userId === input.ownerId)
    if (!owner) return refuse('invalid', [{ path: 'ownerId', message: 'Choose a person of this board.' }])
    if (!mayOwnTask(owner)) {
      return refuse('invalid', [{ path: 'ownerId', message: 'An observer carries no task. Choose somebody else.' }])
    }
    return ok(mine)
  })
}
