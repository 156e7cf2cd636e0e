import { sql } from 'drizzle-orm'
import { check, integer, jsonb, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core'
import type { BreakRule } from '@/lib/meetings/model/break'
import type { QuorumNeed } from '@/lib/meetings/model/quorum'
import { ballotScales, type SpecialtyWeight } from '@/lib/meetings/model/voting'
import { id, instant, jsonValue, oneOf } from '../columns'
import { boardId } from './boards'
import { userId } from './people'

/** How a board meets. A row is never changed: each change of the chair is the next version, the highest counts. */
export const meetingRules = pgTable(
  'meeting_rules',
  {
    id: id(),
    boardId: boardId(),
    version: integer().notNull(),
    /** How many members with a vote of which specialty a decision needs; none when no quorum is asked for. */
    quorum: jsonb().$type<QuorumNeed[]>().notNull(),
    /** Hours before the planned start at which the agenda closes; 0: with the start of the meeting. */
    agendaClosesHours: integer().notNull().default(0),
    /** When a break is due; null where the board asks for none. */
    breakRule: jsonValue().$type<BreakRule>(),
    /** On which scale ballots rate an option. */
    scale: text({ enum: ballotScales }).notNull().default('stances'),
    /** What specialties weigh in the weighted counts; a specialty that is not named weighs 1. */
    weights: jsonb().$type<SpecialtyWeight[]>().notNull().default(sql`'[]'::jsonb`),
    because: text().notNull(),
    setBy: userId().notNull(),
    setAt: instant().notNull(),
  },
  (table) => [
    uniqueIndex('meeting_rules_version_once').on(table.boardId, table.version),
    check('meeting_rules_closing_hours_possible', sql`${table.agendaClosesHours} between 0 and 336`),
    check('meeting_rules_scale_known', oneOf(table.scale, ballotScales)),
  ],
)
