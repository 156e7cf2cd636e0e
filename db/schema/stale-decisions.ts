import { sql } from 'drizzle-orm'
import { boolean, check, index, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import type { Modality } from '@/lib/clinical/catalogue/modalities'
import { id, instant } from '../columns'
import { boardId, onSameBoard } from './boards'
import { conclusions } from './deliberation'
import { agendaItems } from './meetings'
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

/** An agenda item that votes on some kinds of treatment anew and carries over what the followed conclusion says on the others. */
export const revotes = pgTable(
  'revotes',
  {
    itemId: uuid().primaryKey(),
    boardId: boardId(),
    conclusionId: uuid().notNull(),
    modalities: jsonb().$type<Modality[]>().notNull(),
    because: text().notNull(),
    openedBy: userId().notNull(),
    openedAt: instant().notNull(),
  },
  (table) => [
    onSameBoard('revotes_item_of_board', [table.itemId, table.boardId], agendaItems),
    onSameBoard('revotes_conclusion_of_board', [table.conclusionId, table.boardId], conclusions),
    index('revotes_by_conclusion').on(table.conclusionId),
    check('revotes_has_reason', sql`length(trim(${table.because})) > 0`),
  ],
)
