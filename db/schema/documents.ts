import { sql } from 'drizzle-orm'
import { check, customType, index, integer, jsonb, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { type DocumentPart, documentKinds, informationWishes, ways } from '@/lib/exchange/documents/document'
import { id, instant, oneOf } from '../columns'
import { boardId, onSameBoard } from './boards'
import { cases } from './cases'
import { conclusions } from './deliberation'
import { meetings } from './meetings'
import { userId } from './people'

/**
 * What a document says: papers of a case belong to one signed conclusion, minutes to a meeting. A row is never changed: each
 * save is the next version, the highest counts. `generated` is the text as it was written from the record, kept where it was
 * written anew; null where the version is an edit of the one before.
 */
export const documentVersions = pgTable(
  'document_versions',
  {
    id: id(),
    boardId: boardId(),
    kind: text({ enum: documentKinds }).notNull(),
    caseId: uuid(),
    conclusionId: uuid(),
    meetingId: uuid(),
    version: integer().notNull(),
    parts: jsonb().$type<DocumentPart[]>().notNull(),
    generated: jsonb().$type<DocumentPart[]>(),
    writtenBy: userId().notNull(),
    writtenAt: instant().notNull(),
  },
  (table) => [
    uniqueIndex('document_versions_once').on(table.conclusionId, table.kind, table.version),
    uniqueIndex('document_versions_of_meeting_once').on(table.meetingId, table.kind, table.version),
    onSameBoard('document_versions_case_of_board', [table.caseId, table.boardId], cases),
    onSameBoard('document_versions_conclusion_of_board', [table.conclusionId, table.boardId], conclusions),
    onSameBoard('document_versions_meeting_of_board', [table.meetingId, table.boardId], meetings),
    check('document_versions_kind_known', oneOf(table.kind, documentKinds)),
    check(
      'document_versions_of_one_thing',
      sql`case ${table.kind} when 'minutes' then ${table.meetingId} is not null and ${table.conclusionId} is null and ${table.caseId} is null
        else ${table.meetingId} is null and ${table.conclusionId} is not null and ${table.caseId} is not null end`,
    ),
    check('document_versions_begin_from_record', sql`${table.version} > 1 or ${table.generated} is not null`),
  ],
)

/** A document that went out: to whom, by which way, and the very bytes, named by their check sum. A row is never changed. */
export const dispatches = pgTable(
  'dispatches',
  {
    id: id(),
    boardId: boardId(),
    kind: text({ enum: documentKinds }).notNull(),
    caseId: uuid(),
    conclusionId: uuid(),
    meetingId: uuid(),
    documentVersion: integer().notNull(),
    recipient: text().notNull(),
    way: text({ enum: ways }).notNull(),
    /** How much the patient wants to know, as who sent it had to read it; null for any other document. */
    wish: text({ enum: informationWishes }),
    /** Of the content, 64 hexadecimal digits. */
    sha256: text().notNull(),
    content: customType<{ data: Buffer }>({ dataType: () => 'bytea' })().notNull(),
    sentBy: userId().notNull(),
    sentAt: instant().notNull(),
  },
  (table) => [
    onSameBoard('dispatches_case_of_board', [table.caseId, table.boardId], cases),
    onSameBoard('dispatches_conclusion_of_board', [table.conclusionId, table.boardId], conclusions),
    onSameBoard('dispatches_meeting_of_board', [table.meetingId, table.boardId], meetings),
    index('dispatches_by_case').on(table.caseId, table.sentAt),
    index('dispatches_by_meeting').on(table.meetingId, table.sentAt),
    check('dispatches_kind_known', oneOf(table.kind, documentKinds)),
    check('dispatches_way_known', oneOf(table.way, ways)),
    check('dispatches_named_by_content', sql`${table.sha256} = encode(sha256(${table.content}), 'hex')`),
    check('dispatches_recipient_given', sql`length(trim(${table.recipient})) > 0`),
    check(
      'dispatches_of_one_thing',
      sql`case ${table.kind} when 'minutes' then ${table.meetingId} is not null and ${table.conclusionId} is null and ${table.caseId} is null
        else ${table.meetingId} is null and ${table.conclusionId} is not null and ${table.caseId} is not null end`,
    ),
  ],
)
