import { sql } from 'drizzle-orm'
import { boolean, check, foreignKey, index, integer, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { id, instant } from '../columns'
import { boardId, onSameBoard } from './boards'
import { planOptions } from './deliberation'
import { agendaItems } from './meetings'
import { userId } from './people'

/**
 * A member's safety objection to an option, or to the case as a whole (`optionId` null). Answered once, by another person. One that
 * was raised while a vote was sealed (`sealed`) is shown to nobody else before that vote has ended; then it is open for good.
 */
export const safetyObjections = pgTable(
  'safety_objections',
  {
    id: id(),
    boardId: boardId(),
    itemId: uuid().notNull(),
    optionId: uuid(),
    round: integer().notNull(),
    sealed: boolean().notNull(),
    /** When the vote ended that it was raised in; null until then, and for one that was never sealed. Only the database writes it. */
    openedAt: instant(),
    words: text().notNull(),
    raisedBy: userId().notNull(),
    raisedAt: instant().notNull(),
    /** Who is asked to answer beside the chair. */
    addressedTo: userId(),
    answer: text(),
    answeredBy: userId(),
    answeredAt: instant(),
  },
  (table) => [
    onSameBoard('safety_objections_item_of_board', [table.itemId, table.boardId], agendaItems),
    foreignKey({
      name: 'safety_objections_option_of_item',
      columns: [table.optionId, table.itemId],
      foreignColumns: [planOptions.id, planOptions.itemId],
    }),
    index('safety_objections_by_item').on(table.itemId),
    check('safety_objections_has_words', sql`length(trim(${table.words})) > 0`),
    check(
      'safety_objections_answered_whole',
      sql`(${table.answer} is null) = (${table.answeredBy} is null) and (${table.answer} is null) = (${table.answeredAt} is null)`,
    ),
    check('safety_objections_answered_by_another', sql`${table.answeredBy} <> ${table.raisedBy}`),
    check('safety_objections_addressed_to_another', sql`${table.addressedTo} <> ${table.raisedBy}`),
  ],
)
