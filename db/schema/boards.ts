import { pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { id, instant } from '../columns'

export const boards = pgTable('boards', {
  id: id(),
  name: text().notNull(),
  timeZone: text().notNull(),
  createdAt: instant().notNull(),
})

/** The board a row belongs to: the column that row-level security reads. */
export const boardId = () =>
  uuid()
    .notNull()
    .references(() => boards.id)
