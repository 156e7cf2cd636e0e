import { type AnyPgColumn, boolean, foreignKey, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { id, instant } from '../columns'

export const boards = pgTable('boards', {
  id: id(),
  name: text().notNull(),
  timeZone: text().notNull(),
  /** Whether a photo of the patient may stand beside the name (DESIGN P14). */
  photosShown: boolean().notNull().default(false),
  createdAt: instant().notNull(),
})

/** The board a row belongs to: the column that row-level security reads. */
export const boardId = () =>
  uuid()
    .notNull()
    .references(() => boards.id)

type Keyed<Name extends string> = AnyPgColumn<{ tableName: Name }>

/**
 * A reference to a row of the same board: the parent's `id` and `board_id` together, so that no row can name a board of
 * its writer and a parent of another.
 */
export const onSameBoard = <Child extends string, Parent extends string>(
  name: string,
  columns: [Keyed<Child>, Keyed<Child>],
  parent: { id: Keyed<Parent>; boardId: Keyed<Parent> },
) => foreignKey({ name, columns, foreignColumns: [parent.id, parent.boardId] })
