import { sql } from 'drizzle-orm'
import { check, foreignKey, integer, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { stances } from '@/lib/deliberation/model'
import { id, instant, oneOf } from '../columns'
import { boardId, onSameBoard } from './boards'
import { planOptions } from './deliberation'
import { agendaItems } from './meetings'
import { userId } from './people'

/**
 * A member's answer to one option as far as it is filled in, at home or in the room: no ballot, and never counted. `stance` is null
 * for an option that is open again. Row-level security shows it to its member alone, before the reveal and after it.
 */
export const preBallots = pgTable(
  'pre_ballots',
  {
    id: id(),
    boardId: boardId(),
    itemId: uuid().notNull(),
    optionId: uuid().notNull(),
    voterId: userId().notNull(),
    round: integer().notNull(),
    stance: text({ enum: stances }),
    /** The exact rating, where one was given; it stays when the board goes back to three stances before the vote. */
    rating: integer(),
    reason: text(),
    savedAt: instant().notNull(),
  },
  (table) => [
    uniqueIndex('pre_ballots_once').on(table.itemId, table.voterId, table.round, table.optionId),
    onSameBoard('pre_ballots_item_of_board', [table.itemId, table.boardId], agendaItems),
    foreignKey({
      name: 'pre_ballots_option_of_item',
      columns: [table.optionId, table.itemId],
      foreignColumns: [planOptions.id, planOptions.itemId],
    }),
    check('pre_ballots_stance_known', oneOf(table.stance, stances)),
    check(
      'pre_ballots_rating_in_stance',
      sql`${table.rating} is null or case ${table.stance} when 'support' then ${table.rating} between 7 and 9
        when 'acceptable' then ${table.rating} between 4 and 6 when 'oppose' then ${table.rating} between 1 and 3
        else false end`,
    ),
    check('pre_ballots_round_counted', sql`${table.round} >= 1`),
  ],
)
