import { getTableColumns, type SQL, StringChunk, sql } from 'drizzle-orm'
import { type AnyPgColumn, customType, integer, type PgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core'

/** Primary key: random, so that an address tells nothing about order or number. */
export const id = () => uuid().primaryKey().default(sql`gen_random_uuid()`)

/** An instant with zone, in milliseconds. */
export const instant = () => timestamp({ withTimezone: true, mode: 'date', precision: 3 })

/** Optimistic lock: a command that finds another version refuses with `stale`. */
export const version = () => integer().notNull().default(1)

/** A clinical day or the known part of it: `2026-11-24`, `2026-11` or `2026`. */
export const partialDay = () => text()

/**
 * Any JSON value. Drizzle's own jsonb reads a stored text such as "2" or "null" a second time as JSON and hands back a
 * number or nothing; the driver has parsed it once already.
 */
export const jsonValue = customType<{ data: unknown; driverData: unknown }>({
  dataType: () => 'jsonb',
  toDriver: (value) => JSON.stringify(value),
  fromDriver: (value) => value,
})

/** A CHECK that keeps a column to the words of a model's list: one list for type, form and table. */
export const oneOf = (column: AnyPgColumn, words: readonly string[]): SQL =>
  sql`${column} in (${new StringChunk(words.map((word) => `'${word.replaceAll("'", "''")}'`).join(', '))})`

/** A CHECK that a text is a partial day. */
export const isPartialDay = (column: AnyPgColumn): SQL => sql`${column} ~ '^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$'`

/** A row as it comes out of JSON: instants are texts with their zone. */
export type AsJson<Row> = {
  [Name in keyof Row]: Row[Name] extends Date ? string : Row[Name] extends Date | null ? string | null : Row[Name]
}

/** Every column of a table's row as one JSON object, by the names of the code: `AsJson` of the row. */
export const rowAsJson = (table: PgTable): SQL => {
  const named = Object.entries(getTableColumns(table)).map(([name, column]) => sql`${name}::text, ${column}`)
  return sql`json_build_object(${sql.join(named, sql`, `)})`
}
