import { bigint, index, integer, jsonb, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { instant, jsonValue } from '../columns'
import { boards } from './boards'
import { userId } from './people'

/** What happened, who did it, when. Append-only: the application's role can neither change nor delete a row. */
export const ledgerEntries = pgTable(
  'ledger_entries',
  {
    id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    boardId: uuid().references(() => boards.id),
    meetingId: uuid(),
    sequence: integer(),
    actorId: userId(),
    kind: text().notNull(),
    aboutId: uuid(),
    caseId: uuid(),
    details: jsonb().$type<Record<string, string | number | boolean | null>>().notNull().default({}),
    at: instant().notNull(),
  },
  (table) => [
    uniqueIndex('ledger_entries_in_order').on(table.meetingId, table.sequence),
    index('ledger_entries_by_case').on(table.caseId, table.id),
  ],
)

/** The answer to a request that carried an idempotency key: the same request again gets the same answer, for 24 hours. */
export const idempotencyKeys = pgTable(
  'idempotency_keys',
  {
    userId: userId().notNull(),
    key: text().notNull(),
    operation: text().notNull(),
    inputHash: text().notNull(),
    /** The board that was acted on; null when the act left no ledger row. */
    boardId: uuid().references(() => boards.id),
    output: jsonValue(),
    createdAt: instant().notNull(),
  },
  (table) => [primaryKey({ columns: [table.userId, table.key] }), index('idempotency_keys_by_age').on(table.createdAt)],
)
