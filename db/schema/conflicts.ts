import { sql } from 'drizzle-orm'
import { check, index, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { conflictKinds } from '@/lib/meetings/model/conflict'
import { specialties } from '@/lib/people/model'
import { id, instant, jsonValue, oneOf } from '../columns'
import { boardId, onSameBoard } from './boards'
import { cases } from './cases'
import { agendaItems } from './meetings'
import { userId } from './people'

/**
 * A member's conflict of interest in a case as a whole, declared at an item of it: while it stands, the member takes no part in the
 * case, whichever meeting it comes to. Its words never change; a withdrawn one stays, with the reason.
 */
export const conflicts = pgTable(
  'conflicts',
  {
    id: id(),
    boardId: boardId(),
    itemId: uuid().notNull(),
    caseId: uuid().notNull(),
    userId: userId().notNull(),
    specialty: text({ enum: specialties }),
    kind: text({ enum: conflictKinds }).notNull(),
    words: text().notNull(),
    declaredAt: instant().notNull(),
    /** How many had cast, as everybody saw it, when this was declared: of each vote on the case that ran, by its item. */
    ballotsCast: jsonValue().notNull().default({}),
    withdrawnAt: instant(),
    withdrawnBecause: text(),
  },
  (table) => [
    onSameBoard('conflicts_item_of_board', [table.itemId, table.boardId], agendaItems),
    onSameBoard('conflicts_case_of_board', [table.caseId, table.boardId], cases),
    uniqueIndex('conflicts_once').on(table.caseId, table.userId).where(sql`${table.withdrawnAt} is null`),
    index('conflicts_by_case').on(table.caseId),
    check('conflicts_have_words', sql`length(trim(${table.words})) > 0`),
    check('conflicts_withdrawn_with_reason', sql`(${table.withdrawnAt} is null) = (${table.withdrawnBecause} is null)`),
    check('conflicts_kind_known', oneOf(table.kind, conflictKinds)),
    check('conflicts_specialty_known', oneOf(table.specialty, specialties)),
  ],
)
