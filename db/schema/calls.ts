import { check, index, integer, jsonb, pgTable, text, unique, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { callWords } from '@/lib/meetings/model/call'
import { specialties } from '@/lib/people/model'
import { id, instant, oneOf } from '../columns'
import { boardId, onSameBoard } from './boards'
import { meetings } from './meetings'
import { userId } from './people'

/** A specialty that an asynchronous board needs. `ladder` names who is called, in this order; it does not change any more. */
export const calls = pgTable(
  'calls',
  {
    id: id(),
    boardId: boardId(),
    meetingId: uuid().notNull(),
    specialty: text({ enum: specialties }).notNull(),
    ladder: jsonb().$type<string[]>().notNull(),
    nextAfterMinutes: integer().notNull(),
    calledAt: instant().notNull(),
  },
  (table) => [
    unique('calls_of_board').on(table.id, table.boardId),
    onSameBoard('calls_meeting_of_board', [table.meetingId, table.boardId], meetings),
    uniqueIndex('calls_specialty_once').on(table.meetingId, table.specialty),
    check('calls_specialty_known', oneOf(table.specialty, specialties)),
  ],
)

/** What somebody who is named in a call said to it: that it is seen, or that they cannot. No ballot: those stay sealed. */
export const callAnswers = pgTable(
  'call_answers',
  {
    id: id(),
    boardId: boardId(),
    callId: uuid().notNull(),
    userId: userId().notNull(),
    answer: text({ enum: callWords }).notNull(),
    answeredAt: instant().notNull(),
  },
  (table) => [
    onSameBoard('call_answers_call_of_board', [table.callId, table.boardId], calls),
    uniqueIndex('call_answers_once').on(table.callId, table.userId, table.answer),
    index('call_answers_by_call').on(table.callId),
    check('call_answers_answer_known', oneOf(table.answer, callWords)),
  ],
)

/** That somebody who is named in a call was told of it by telephone, by whom and when. It is no answer of theirs. */
export const callTellings = pgTable(
  'call_tellings',
  {
    id: id(),
    boardId: boardId(),
    callId: uuid().notNull(),
    userId: userId().notNull(),
    toldBy: userId().notNull(),
    toldAt: instant().notNull(),
  },
  (table) => [
    onSameBoard('call_tellings_call_of_board', [table.callId, table.boardId], calls),
    index('call_tellings_by_call').on(table.callId),
  ],
)
