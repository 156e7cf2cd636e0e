import { sql } from 'drizzle-orm'
import { bigint, check, date, index, integer, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core'
import { laneActs as acts } from '@/lib/meetings/model/lane'
import { protocolActs } from '@/lib/meetings/model/protocol'
import { id, instant, oneOf } from '../columns'
import { boardId, onSameBoard } from './boards'
import { agendaItems } from './meetings'
import { userId } from './people'

/**
 * A version of a local protocol was signed by the chair, or its signature was taken back. A row is never changed: of several for one
 * protocol the latest counts.
 */
export const localProtocols = pgTable(
  'local_protocols',
  {
    id: id(),
    number: bigint({ mode: 'number' }).generatedAlwaysAsIdentity(),
    boardId: boardId(),
    protocolId: uuid().notNull(),
    version: integer().notNull(),
    act: text({ enum: protocolActs }).notNull(),
    title: text().notNull(),
    covers: text().notNull(),
    recommendation: text().notNull(),
    reviewOn: date({ mode: 'string' }).notNull(),
    /** Why the signature was taken back; null for a signature. */
    because: text(),
    signedBy: userId().notNull(),
    signedAt: instant().notNull(),
  },
  (table) => [
    unique('local_protocols_of_board').on(table.id, table.boardId),
    unique('local_protocols_act_once').on(table.boardId, table.protocolId, table.version, table.act),
    check('local_protocols_act_known', oneOf(table.act, protocolActs)),
    check('local_protocols_withdrawn_with_reason', sql`(${table.act} = 'withdrawn') = (${table.because} is not null)`),
  ],
)

/** What happened to an item in the lane “Standard of care, not discussed”. A row is never changed: of several the latest counts. */
export const laneActs = pgTable(
  'lane_acts',
  {
    id: id(),
    number: bigint({ mode: 'number' }).generatedAlwaysAsIdentity(),
    boardId: boardId(),
    itemId: uuid().notNull(),
    /** The signed version that covers the case. */
    protocolVersionId: uuid().notNull(),
    act: text({ enum: acts }).notNull(),
    /** Why the protocol covers the case, or why it is to be discussed; null where nobody has to say. */
    words: text(),
    actedBy: userId().notNull(),
    actedAt: instant().notNull(),
  },
  (table) => [
    onSameBoard('lane_acts_item_of_board', [table.itemId, table.boardId], agendaItems),
    onSameBoard('lane_acts_protocol_of_board', [table.protocolVersionId, table.boardId], localProtocols),
    index('lane_acts_by_item').on(table.itemId, table.number),
    check('lane_acts_act_known', oneOf(table.act, acts)),
    check('lane_acts_listed_with_reason', sql`${table.act} <> 'listed' or ${table.words} <> ''`),
  ],
)
