import { sql } from 'drizzle-orm'
import {
  check,
  customType,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { attachmentKinds, mediaTypes } from '@/lib/cases/attachments/attachment'
import { vertebrae } from '@/lib/clinical/spine'
import { id, instant, oneOf, version } from '../columns'
import { boardId, onSameBoard } from './boards'
import { cases } from './cases'
import { userId } from './people'

const bytes = customType<{ data: Buffer }>({ dataType: () => 'bytea' })

/** The bytes of files, once on each board for equal content. A row is never changed. */
export const storedFiles = pgTable(
  'stored_files',
  {
    boardId: boardId(),
    /** Of the content, 64 hexadecimal digits. */
    sha256: text().notNull(),
    mediaType: text({ enum: mediaTypes }).notNull(),
    byteLength: integer().notNull(),
    content: bytes().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.boardId, table.sha256] }),
    check('stored_files_type_known', oneOf(table.mediaType, mediaTypes)),
    check('stored_files_length_told', sql`${table.byteLength} = length(${table.content})`),
    check('stored_files_named_by_content', sql`${table.sha256} = encode(sha256(${table.content}), 'hex')`),
  ],
)

/** A file of a case: what it is for, what it shows, which bytes it has. Withdrawn with a reason, never removed. */
export const attachments = pgTable(
  'attachments',
  {
    id: id(),
    boardId: boardId(),
    caseId: uuid().notNull(),
    kind: text({ enum: attachmentKinds }).notNull(),
    /** The entry under Imaging that it is taken from. */
    study: uuid(),
    level: text({ enum: vertebrae }),
    caption: text().notNull(),
    /** Place among the standing files of its kind in the case, from 1. */
    position: integer().notNull(),
    fileName: text().notNull(),
    /** Of the bytes that were sent: a repeated upload is known by it. */
    sentSha256: text().notNull(),
    sha256: text().notNull(),
    smallSha256: text(),
    width: integer(),
    height: integer(),
    pages: integer(),
    version: version(),
    addedBy: userId().notNull(),
    addedAt: instant().notNull(),
    withdrawnBy: userId(),
    withdrawnAt: instant(),
    withdrawnBecause: text(),
  },
  (table) => [
    onSameBoard('attachments_case_of_board', [table.caseId, table.boardId], cases),
    foreignKey({
      name: 'attachments_bytes_of_board',
      columns: [table.boardId, table.sha256],
      foreignColumns: [storedFiles.boardId, storedFiles.sha256],
    }),
    foreignKey({
      name: 'attachments_small_of_board',
      columns: [table.boardId, table.smallSha256],
      foreignColumns: [storedFiles.boardId, storedFiles.sha256],
    }),
    index('attachments_by_case').on(table.caseId, table.kind, table.position),
    uniqueIndex('attachments_once').on(table.caseId, table.kind, table.sentSha256).where(sql`withdrawn_at is null`),
    check('attachments_kind_known', oneOf(table.kind, attachmentKinds)),
    check('attachments_level_known', oneOf(table.level, vertebrae)),
    check(
      'attachments_withdrawn_with_reason',
      sql`(${table.withdrawnAt} is null) = (${table.withdrawnBecause} is null) and (${table.withdrawnAt} is null) = (${table.withdrawnBy} is null)`,
    ),
  ],
)
