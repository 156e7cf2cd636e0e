import { sql } from 'drizzle-orm'
import { check, foreignKey, index, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core'
import { specialties } from '@/lib/people/model'
import { instant, oneOf } from '../columns'
import { boardId, onSameBoard } from './boards'
import { agendaItems } from './meetings'
import { userId } from './people'

/** A remark on an agenda item, to everybody or to a specialty. Its words never change; a withdrawn one stays, with the reason. */
export const remarks = pgTable(
  'remarks',
  {
    /** Made by the screen of the writer, so that a remark that was sent twice is one. */
    id: uuid().primaryKey(),
    boardId: boardId(),
    itemId: uuid().notNull(),
    replyToId: uuid(),
    addressedTo: text({ enum: specialties }),
    text: text().notNull(),
    writtenBy: userId().notNull(),
    specialty: text({ enum: specialties }),
    writtenAt: instant().notNull(),
    withdrawnAt: instant(),
    withdrawnBecause: text(),
  },
  (table) => [
    onSameBoard('remarks_item_of_board', [table.itemId, table.boardId], agendaItems),
    unique('remarks_of_item').on(table.id, table.itemId),
    foreignKey({
      name: 'remarks_reply_on_item',
      columns: [table.replyToId, table.itemId],
      foreignColumns: [table.id, table.itemId],
    }),
    index('remarks_by_item').on(table.itemId, table.writtenAt),
    check('remarks_have_words', sql`length(trim(${table.text})) > 0`),
    check('remarks_withdrawn_with_reason', sql`(${table.withdrawnAt} is null) = (${table.withdrawnBecause} is null)`),
    check('remarks_addressed_to_known', oneOf(table.addressedTo, specialties)),
    check('remarks_specialty_known', oneOf(table.specialty, specialties)),
  ],
)
