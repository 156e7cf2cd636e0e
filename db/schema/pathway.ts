import { bigint, boolean, check, index, integer, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { exceptionKinds } from '@/lib/cases/pathway/rule-exceptions'
import type { PathwayFacts } from '@/lib/clinical/pathway/condition'
import type { PackId } from '@/lib/clinical/pathway/packs'
import { id, instant, jsonValue, oneOf } from '../columns'
import { boardId, onSameBoard } from './boards'
import { cases } from './cases'
import { userId } from './people'

/**
 * Somebody went on despite a stop of the pathway, or said why a limit cannot be kept. A row is never changed: of several for a
 * rule the latest counts, as long as the rule says the same on the same facts.
 */
export const ruleExceptions = pgTable(
  'rule_exceptions',
  {
    id: id(),
    /** Counts up: which of two reasons is the later one, also within one millisecond. */
    number: bigint({ mode: 'number' }).generatedAlwaysAsIdentity(),
    boardId: boardId(),
    caseId: uuid().notNull(),
    ruleId: text().notNull(),
    ruleVersion: integer().notNull(),
    /** The packs in force with their versions. */
    packs: jsonb().$type<{ id: PackId; version: number }[]>().notNull(),
    kind: text({ enum: exceptionKinds }).notNull(),
    /** What the rule said, and the facts that it looked at, as they stood. */
    says: text().notNull(),
    facts: jsonValue().$type<PathwayFacts>().notNull(),
    because: text().notNull(),
    /** The rule looks at the goals of care: the row is for the treating team. */
    onGoals: boolean().notNull(),
    givenBy: userId().notNull(),
    givenAt: instant().notNull(),
  },
  (table) => [
    onSameBoard('rule_exceptions_case_of_board', [table.caseId, table.boardId], cases),
    index('rule_exceptions_by_case').on(table.caseId, table.number),
    check('rule_exceptions_kind_known', oneOf(table.kind, exceptionKinds)),
  ],
)
