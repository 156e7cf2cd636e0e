import { sql } from 'drizzle-orm'
import { check, date, index, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { modalities } from '@/lib/clinical/catalogue/modalities'
import { shortfallReasons, taskStates } from '@/lib/follow-up/model'
import { id, instant, oneOf, version } from '../columns'
import { boardId, onSameBoard } from './boards'
import { cases } from './cases'
import { conclusions, recommendations } from './deliberation'
import { userId } from './people'

/** One thing to be carried out, born from a signed recommendation. */
export const tasks = pgTable(
  'tasks',
  {
    id: id(),
    boardId: boardId(),
    caseId: uuid().notNull(),
    recommendationId: uuid().notNull(),
    modality: text({ enum: modalities }).notNull(),
    title: text().notNull(),
    ownerId: userId().notNull(),
    dueOn: date({ mode: 'string' }).notNull(),
    state: text({ enum: taskStates }).notNull().default('open'),
    closedOn: date({ mode: 'string' }),
    shortfallReason: text({ enum: shortfallReasons }),
    shortfallText: text(),
    /** The later version of the conclusion that took the place of what this task was for. */
    replacedById: uuid(),
    version: version(),
    createdAt: instant().notNull(),
  },
  (table) => [
    onSameBoard('tasks_case_of_board', [table.caseId, table.boardId], cases),
    onSameBoard('tasks_recommendation_of_board', [table.recommendationId, table.boardId], recommendations),
    onSameBoard('tasks_replaced_on_board', [table.replacedById, table.boardId], conclusions),
    check('tasks_replaced_by_version', sql`(${table.state} = 'replaced') = (${table.replacedById} is not null)`),
    index('tasks_by_due').on(table.boardId, table.dueOn, table.id),
    index('tasks_by_case').on(table.caseId),
    check('tasks_modality_known', oneOf(table.modality, modalities)),
    check('tasks_state_known', oneOf(table.state, taskStates)),
    check('tasks_reason_known', oneOf(table.shortfallReason, shortfallReasons)),
    check(
      'tasks_closed_is_whole',
      sql`${table.state} in ('open', 'replaced') or (${table.closedOn} is not null and (${table.state} = 'done' or ${table.shortfallReason} is not null))`,
    ),
  ],
)

/** A follow-up visit. What was found is recorded as facts of the section `visit`, with this id as their item. */
export const visits = pgTable(
  'visits',
  {
    id: id(),
    boardId: boardId(),
    caseId: uuid().notNull(),
    seenOn: date({ mode: 'string' }).notNull(),
    recordedBy: userId().notNull(),
    recordedAt: instant().notNull(),
  },
  (table) => [
    onSameBoard('visits_case_of_board', [table.caseId, table.boardId], cases),
    index('visits_by_case').on(table.caseId, table.seenOn),
  ],
)
