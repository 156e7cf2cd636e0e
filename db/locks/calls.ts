import { sql } from 'drizzle-orm'
import { mayCallBoard, mayOpenVote } from '@/lib/meetings/policy'
import type { Actor } from '@/lib/people/model'
import type { Locks } from './arrange'
import { adding, chairs, changing, isPresenter, isSurgeon, nobody, ofBoard, type Policy, reading, sees } from './probe'

const callsBoard: Policy = (actor, { board }) => mayCallBoard(actor, board)

const opensItsVote: Policy = (actor, { board: { boardId, presenter } }) =>
  mayOpenVote(actor, { boardId, kind: 'asynchronous', createdBy: presenter.userId })

const asynchronous = (createdBy: string, { board }: Locks) => sql`insert into meetings
  (board_id, title, kind, answer_by, starts_at, created_by, created_at)
  values (${board.boardId}, 't', 'asynchronous', now(), now(), ${createdBy}, now())`

const presented = (actor: Actor, { board, called, placed }: Locks) => sql`insert into agenda_items
  (board_id, meeting_id, case_id, position, minutes, stage, added_by, added_at)
  values (${board.boardId}, ${called.meetingId}, ${placed.caseId}, 2, 10, 'presenting', ${actor.userId}, now())`

const answerOf = (userId: string, callId: string, { board }: Locks) => sql`insert into call_answers
  (board_id, call_id, user_id, answer, answered_at)
  values (${board.boardId}, ${callId}, ${userId}, 'cannot', now())`

const toldBy = (toldBy: string, told: string, { board, called }: Locks) => sql`insert into call_tellings
  (board_id, call_id, user_id, told_by, told_at)
  values (${board.boardId}, ${called.callId}, ${told}, ${toldBy}, now())`

const ended = (itemId: string) =>
  sql`update agenda_items set stage = 'revealed', revealed_at = now() where id = ${itemId}`

/** Boards that are called together without a meeting: the presenter called one, and the surgeon is named in it. */
export const probesOfCalls = [
  reading('calls', 'of the board', sees, ofBoard('calls')),
  reading('call_answers', 'of the board', sees, ofBoard('call_answers')),
  adding('meetings', 'without a meeting, in one’s own name', callsBoard, (actor, locks) =>
    asynchronous(actor.userId, locks),
  ),
  adding(
    'meetings',
    'without a meeting, in another’s name',
    (actor, locks) => isPresenter(actor, locks) || actor.userId === locks.board.coordinator.userId,
    (_, locks) => asynchronous(locks.board.presenter.userId, locks),
  ),
  adding('agenda_items', 'presented at once where one called the board', isPresenter, presented),
  changing(
    'agenda_items',
    'the vote opened where the board is called',
    opensItsVote,
    (_, { called }) => sql`update agenda_items set stage = 'voting', voting_at = now() where id = ${called.itemId}`,
  ),
  adding(
    'calls',
    'where one called the board',
    isPresenter,
    (_, { board, called }) => sql`insert into calls
    (board_id, meeting_id, specialty, ladder, next_after_minutes, called_at)
    values (${board.boardId}, ${called.meetingId}, 'radiology', '[]', 10, now())`,
  ),
  adding(
    'calls',
    'in a meeting',
    nobody,
    (_, { board, sealed }) => sql`insert into calls
    (board_id, meeting_id, specialty, ladder, next_after_minutes, called_at)
    values (${board.boardId}, ${sealed.meetingId}, 'radiology', '[]', 10, now())`,
  ),
  adding('call_answers', 'one’s own, when one is named', isSurgeon, (actor, locks) =>
    answerOf(actor.userId, locks.called.callId, locks),
  ),
  adding('call_answers', 'in another’s name', isSurgeon, (_, locks) =>
    answerOf(locks.board.surgeon.userId, locks.called.callId, locks),
  ),
  reading('call_tellings', 'of the board', sees, ofBoard('call_tellings')),
  adding('call_tellings', 'of who is named, in one’s own name', callsBoard, (actor, locks) =>
    toldBy(actor.userId, locks.board.surgeon.userId, locks),
  ),
  adding('call_tellings', 'of who is not named', nobody, (actor, locks) =>
    toldBy(actor.userId, locks.board.chair.userId, locks),
  ),
  adding('call_tellings', 'in another’s name', isPresenter, (_, locks) =>
    toldBy(locks.board.presenter.userId, locks.board.surgeon.userId, locks),
  ),
  changing('agenda_items', 'ended without a ballot before the deadline', nobody, (_, { called }) =>
    ended(called.itemId),
  ),
  changing('agenda_items', 'ended without a ballot after the deadline', chairs, (_, { rest }) =>
    ended(rest.overdueItem),
  ),
  reading(
    'agenda_items',
    'revealed by its rule while somebody is missing',
    nobody,
    (_, { called }) => sql`select 1 where app_reveal_answered(${called.itemId}, now())`,
  ),
]
