import { sql } from 'drizzle-orm'
import { boolean, check, index, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { id, instant } from '../columns'
import { boardId, onSameBoard } from './boards'
import { conclusions } from './deliberation'
import { userId } from './people'

/** The chair let a signed conclusion stand over changes of the facts. Never changed: what changes once more is another key. */
export const decisionStands = pgTable(
  'decision_stands',
  {
    id: id(),
    boardId: boardId(),
    conclusionId: uuid().notNull(),
    keys: jsonb().$type<string[]>().notNull(),
    /** The changes are of the goals of care: the row is for the treating team. */
    onGoals: boolean().notNull(),
    because: text().notNull(),
    letBy: userId().notNull(),
    letAt: instant().notNull(),
  },
  (table) => [
    onSameBoard('decision_stands_conclusion_of_board', [table.conclusionId, table.boardId], conclusions),
    index('decision_stands_by_conclusion').on(table.conclusionId, table.letAt),
    check('decision_stands_has_reason', sql`length(trim(${table.because})) > 0`),
  ],
)
