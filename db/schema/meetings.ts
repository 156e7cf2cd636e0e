import { sql } from 'drizzle-orm'
import { boolean, check, index, integer, pgTable, text, unique, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { itemStages, meetingKinds, meetingStates } from '@/lib/meetings/model'
import { roles, specialties } from '@/lib/people/model'
import { id, instant, oneOf, version } from '../columns'
import { boardId, onSameBoard } from './boards'
import { cases } from './cases'
import { userId } from './people'

/** `sequence` counts the meeting's ledger rows, so that every screen knows whether it has seen the latest. */
export const meetings = pgTable(
  'meetings',
  {
    id: id(),
    boardId: boardId(),
    title: text().notNull(),
    place: text(),
    startsAt: instant().notNull(),
    kind: text({ enum: meetingKinds }).notNull().default('live'),
    /** Until when an asynchronous board is to have answered; null for a meeting. */
    answerBy: instant(),
    state: text({ enum: meetingStates }).notNull().default('planned'),
    presentingItemId: uuid(),
    sequence: integer().notNull().default(0),
    /** Minutes that the meeting may take; null where nobody has said. */
    budgetMinutes: integer(),
    /** After how many cases the coordinator put the break, 0 for none; null where the board's rule places it. */
    breakAfter: integer(),
    /** How long that break lasts; null with it. */
    breakMinutes: integer(),
    version: version(),
    createdBy: userId().notNull(),
    createdAt: instant().notNull(),
    startedAt: instant(),
    closedAt: instant(),
    /** Why cases of its agenda were not discussed, or when they come again; null when none was left. */
    untouchedBecause: text(),
  },
  (table) => [
    unique('meetings_of_board').on(table.id, table.boardId),
    index('meetings_by_start').on(table.boardId, table.startsAt, table.id),
    check('meetings_state_known', oneOf(table.state, meetingStates)),
    check('meetings_kind_known', oneOf(table.kind, meetingKinds)),
    check('meetings_budget_possible', sql`${table.budgetMinutes} between 1 and 1440`),
    check(
      'meetings_break_possible',
      sql`(${table.breakAfter} is null) = (${table.breakMinutes} is null) and (${table.breakAfter} is null or ${table.breakAfter} between 0 and 500 and ${table.breakMinutes} between 1 and 120)`,
    ),
    check('meetings_deadline_of_asynchronous', sql`(${table.kind} = 'asynchronous') = (${table.answerBy} is not null)`),
  ],
)

export const agendaItems = pgTable(
  'agenda_items',
  {
    id: id(),
    boardId: boardId(),
    meetingId: uuid().notNull(),
    caseId: uuid().notNull(),
    position: integer().notNull(),
    minutes: integer().notNull(),
    stage: text({ enum: itemStages }).notNull().default('queued'),
    /** The round of the vote that runs, or ran last. */
    round: integer().notNull().default(1),
    /**
     * The version of the board's meeting rules in force when each round opened, the first round first; 0 as shipped. Only the
     * database writes it, at the opening.
     */
    rulesByRound: integer().array().notNull().default(sql`'{}'::integer[]`),
    presentedAt: instant(),
    votingAt: instant(),
    revealedAt: instant(),
    concludedAt: instant(),
    addedBy: userId().notNull(),
    /** Why the chair lets a case come before the board that was blocked when it was added; null for any other. */
    admittedBecause: text(),
    /** Why a case came on the agenda after it had closed; null for one in time. */
    lateBecause: text(),
    addedAt: instant().notNull(),
    removedAt: instant(),
  },
  (table) => [
    unique('agenda_items_of_board').on(table.id, table.boardId),
    onSameBoard('agenda_items_meeting_of_board', [table.meetingId, table.boardId], meetings),
    onSameBoard('agenda_items_case_of_board', [table.caseId, table.boardId], cases),
    uniqueIndex('agenda_items_case_once').on(table.meetingId, table.caseId).where(sql`${table.removedAt} is null`),
    index('agenda_items_by_case').on(table.caseId),
    check('agenda_items_stage_known', oneOf(table.stage, itemStages)),
    check('agenda_items_admitted_with_reason', sql`${table.admittedBecause} <> ''`),
    check('agenda_items_late_with_reason', sql`${table.lateBecause} <> ''`),
    check('agenda_items_round_counted', sql`${table.round} >= 1`),
    check('agenda_items_minutes_possible', sql`${table.minutes} between 1 and 240`),
  ],
)

/**
 * A stay of a person in a meeting; who comes back has another. `byBallot`: who never entered and voted; came and left are then the time of
 * the ballot. `roles` on the board at that time, null where none were kept; `remote` is null where nobody said it. `seenAt`: when a screen
 * of the person last followed the meeting, to 2 minutes; null where none ever did, as of who is there without a device.
 */
export const attendances = pgTable(
  'attendances',
  {
    id: id(),
    boardId: boardId(),
    meetingId: uuid().notNull(),
    userId: userId().notNull(),
    specialty: text({ enum: specialties }),
    roles: text({ enum: roles }).array(),
    remote: boolean(),
    cameAt: instant().notNull(),
    leftAt: instant(),
    seenAt: instant(),
    byBallot: boolean().notNull().default(false),
  },
  (table) => [
    onSameBoard('attendances_meeting_of_board', [table.meetingId, table.boardId], meetings),
    uniqueIndex('attendances_one_open').on(table.meetingId, table.userId).where(sql`${table.leftAt} is null`),
    index('attendances_by_meeting').on(table.meetingId),
    check('attendances_specialty_known', oneOf(table.specialty, specialties)),
  ],
)
