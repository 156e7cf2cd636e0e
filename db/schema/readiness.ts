import { sql } from 'drizzle-orm'
import { bigint, check, date, index, integer, jsonb, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import type { DatasetEntry } from '@/lib/cases/minimum-dataset'
import type { PackId } from '@/lib/clinical/pathway/packs'
import { id, instant } from '../columns'
import { boardId, onSameBoard } from './boards'
import { cases } from './cases'
import { userId } from './people'

/** What a board asks of a case. A row is never changed: each change of the chair is the next version, the highest counts. */
export const minimumDatasets = pgTable(
  'minimum_datasets',
  {
    id: id(),
    boardId: boardId(),
    version: integer().notNull(),
    /** Days before the meeting by which answers are owed. */
    leadDays: integer().notNull(),
    entries: jsonb().$type<DatasetEntry[]>().notNull(),
    because: text().notNull(),
    setBy: userId().notNull(),
    setAt: instant().notNull(),
  },
  (table) => [uniqueIndex('minimum_datasets_version_once').on(table.boardId, table.version)],
)

/** The packs of the pathway that a board works by. A row is never changed: each change of the chair is the next version, the highest counts. */
export const pathwayChoices = pgTable(
  'pathway_choices',
  {
    id: id(),
    boardId: boardId(),
    version: integer().notNull(),
    packs: jsonb().$type<PackId[]>().notNull(),
    because: text().notNull(),
    setBy: userId().notNull(),
    setAt: instant().notNull(),
  },
  (table) => [uniqueIndex('pathway_choices_version_once').on(table.boardId, table.version)],
)

/**
 * A person was asked for an answer by a day. A row is never changed: of several for one place the latest counts, and one without
 * an owner gives the answer back to whom the dataset names.
 */
export const gapRequests = pgTable(
  'gap_requests',
  {
    id: id(),
    /** Counts up: which of two requests is the later one, also within one millisecond. */
    number: bigint({ mode: 'number' }).generatedAlwaysAsIdentity(),
    boardId: boardId(),
    caseId: uuid().notNull(),
    section: text().notNull(),
    item: text().notNull().default(''),
    field: text().notNull(),
    ownerId: userId(),
    dueOn: date({ mode: 'string' }),
    askedBy: userId().notNull(),
    askedAt: instant().notNull(),
  },
  (table) => [
    onSameBoard('gap_requests_case_of_board', [table.caseId, table.boardId], cases),
    index('gap_requests_by_case').on(table.caseId, table.number),
    index('gap_requests_by_owner').on(table.ownerId),
    check('gap_requests_owner_with_day', sql`(${table.ownerId} is null) = (${table.dueOn} is null)`),
  ],
)
