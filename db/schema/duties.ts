import { sql } from 'drizzle-orm'
import { check, index, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core'
import { specialties } from '@/lib/people/model'
import { id, instant, oneOf } from '../columns'
import { boardId, onSameBoard } from './boards'
import { userId } from './people'

/**
 * The duty list of a board: who is on call for a specialty, from when until when, and under which number. An entry is never reworded: a
 * changed one is taken off and the next one names it in `replacesId`.
 */
export const duties = pgTable(
  'duties',
  {
    id: id(),
    boardId: boardId(),
    specialty: text({ enum: specialties }).notNull(),
    userId: userId().notNull(),
    telephone: text().notNull(),
    startsAt: instant().notNull(),
    endsAt: instant().notNull(),
    replacesId: uuid(),
    enteredBy: userId().notNull(),
    enteredAt: instant().notNull(),
    removedBy: userId(),
    removedAt: instant(),
  },
  (table) => [
    unique('duties_of_board').on(table.id, table.boardId),
    onSameBoard('duties_replaced_of_board', [table.replacesId, table.boardId], table),
    index('duties_by_end').on(table.boardId, table.endsAt),
    check('duties_specialty_known', oneOf(table.specialty, specialties)),
    check('duties_end_after_start', sql`${table.endsAt} > ${table.startsAt}`),
    check('duties_have_number', sql`length(trim(${table.telephone})) > 0`),
    check('duties_removed_by_somebody', sql`(${table.removedAt} is null) = (${table.removedBy} is null)`),
  ],
)
