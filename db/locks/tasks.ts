import { sql } from 'drizzle-orm'
import { mayCarryTask } from '@/lib/follow-up/policy'
import type { Actor } from '@/lib/people/model'
import type { Locks } from './arrange'
import { adding, changing, concludes, nobody, type Policy } from './probe'

const carries =
  (ownerOf: (locks: Locks) => Actor): Policy =>
  (actor, locks) =>
    mayCarryTask(actor, { boardId: locks.board.boardId, ownerId: ownerOf(locks).userId })

const close = (taskId: string) => sql`update tasks set state = 'done', closed_on = '2026-11-24' where id = ${taskId}`

const give = (taskId: string, heir: Actor | undefined) =>
  sql`update tasks set owner_id = ${heir?.userId} where id = ${taskId}`

/** Tasks: who opens, carries and hands on. */
export const probesOfTasks = [
  adding(
    'tasks',
    'at the signing',
    concludes,
    (_, { board, signed, rest }) => sql`insert into tasks
    (board_id, case_id, recommendation_id, modality, title, owner_id, due_on, created_at)
    values (${board.boardId}, ${signed.caseId}, ${rest.recommendation}, 'radiation', 't', ${board.surgeon.userId},
      '2026-11-30', now())`,
  ),
  changing(
    'tasks',
    'closed',
    carries(({ board }) => board.radiationOncologist),
    (_, { rest }) => close(rest.task),
  ),
  changing(
    'tasks',
    'closed in an observer’s name',
    carries(({ board }) => board.observer),
    (_, { rest }) => close(rest.watchedTask),
  ),
  changing(
    'tasks',
    'handed to a surgeon',
    carries(({ board }) => board.radiationOncologist),
    (_, { board, rest }) => give(rest.task, board.surgeon),
  ),
  adding(
    'tasks',
    'in an observer’s name',
    nobody,
    (_, { board, signed, rest }) => sql`insert into tasks
    (board_id, case_id, recommendation_id, modality, title, owner_id, due_on, created_at)
    values (${board.boardId}, ${signed.caseId}, ${rest.recommendation}, 'radiation', 't', ${board.observer.userId},
      '2026-11-30', now())`,
  ),
  ...(['observer', 'administrator'] as const).map((heir) =>
    changing('tasks', `handed to an ${heir}, who can carry none`, nobody, (_, { board, rest }) =>
      give(rest.task, board[heir]),
    ),
  ),
  changing('tasks', 'handed to a stranger', nobody, (_, { strangers, rest }) => give(rest.task, strangers.surgeon)),
  changing('tasks', 'handed to one whose role has ended', nobody, (_, { people, rest }) =>
    give(rest.task, people['former chair']),
  ),
]
