import { sql } from 'drizzle-orm'
import { bigint, boolean, check, index, integer, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { exceptionKinds } from '@/lib/cases/pathway/rule-exceptions'
import { signOffActs } from '@/lib/cases/sign-off/sign-off'
import type { PathwayFacts } from '@/lib/clinical/pathway/condition'
import type { PackId } from '@/lib/clinical/pathway/packs'
import { signOffKinds } from '@/lib/clinical/sign-off-subjects'
import { id, instant, jsonValue, oneOf } from '../columns'
import { boardId, onSameBoard } from './boards'
import { cases } from './cases'
import { planOptions } from './deliberation'
import { userId } from './people'

/**
 * Somebody went on despite a stop of the pathway, said why a limit cannot be kept, or acknowledged a warning. A row is never changed: of several for a
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
    /** The option that the rule judged; null for a rule on the case. */
    optionId: uuid(),
    /** The packs in force with their versions. */
    packs: jsonb().$type<{ id: PackId; version: number }[]>().notNull(),
    kind: text({ enum: exceptionKinds }).notNull(),
    /** What the rule said, and the facts that it looked at, as they stood. */
    says: text().notNull(),
    facts: jsonValue().$type<PathwayFacts>().notNull(),
    /** Empty for a warning that was acknowledged, and for nothing else. */
    because: text().notNull(),
    /** The rule looks at the goals of care: the row is for the treating team. */
    onGoals: boolean().notNull(),
    givenBy: userId().notNull(),
    givenAt: instant().notNull(),
  },
  (table) => [
    onSameBoard('rule_exceptions_case_of_board', [table.caseId, table.boardId], cases),
    onSameBoard('rule_exceptions_option_of_board', [table.optionId, table.boardId], planOptions),
    index('rule_exceptions_by_case').on(table.caseId, table.number),
    check('rule_exceptions_kind_known', oneOf(table.kind, exceptionKinds)),
    check('rule_exceptions_reason_given', sql`(${table.because} = '') = (${table.kind} = 'warning')`),
  ],
)

/**
 * A version of an instrument, rule, pack or option was signed off against its source at this hospital, or the signature was taken
 * back. A row is never changed: of several for one thing and version the latest counts.
 */
export const signOffs = pgTable(
  'sign_offs',
  {
    id: id(),
    number: bigint({ mode: 'number' }).generatedAlwaysAsIdentity(),
    boardId: boardId(),
    kind: text({ enum: signOffKinds }).notNull(),
    subjectId: text().notNull(),
    version: integer().notNull(),
    act: text({ enum: signOffActs }).notNull(),
    /** Against what it was checked, or why the signature was taken back. */
    words: text().notNull(),
    signedBy: userId().notNull(),
    signedAt: instant().notNull(),
  },
  (table) => [
    index('sign_offs_by_board').on(table.boardId, table.kind, table.subjectId, table.version, table.number),
    check('sign_offs_kind_known', oneOf(table.kind, signOffKinds)),
    check('sign_offs_act_known', oneOf(table.act, signOffActs)),
  ],
)
