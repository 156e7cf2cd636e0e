import { type SQL, sql } from 'drizzle-orm'
import type { Locks } from './arrange'
import {
  adding,
  administrates,
  anybody,
  changing,
  either,
  isPresenter,
  isSurgeon,
  managesPeople,
  nobody,
  reading,
  removing,
  sees,
  sits,
} from './probe'

const email = sql`gen_random_uuid() || '@new.example'`

const people = [
  reading('boards', 'the board', sits, (_, { board }) => sql`select 1 from boards where id = ${board.boardId}`),
  adding(
    'boards',
    'a new board',
    administrates,
    () => sql`insert into boards (name, time_zone, created_at)
    values ('New', 'Europe/London', now())`,
  ),
  changing(
    'boards',
    'whether photos are shown',
    managesPeople,
    (_, { board }) => sql`update boards set photos_shown = true where id = ${board.boardId}`,
  ),
  reading(
    'users',
    'a colleague',
    either(sits, administrates),
    (_, { board }) => sql`select name from users
    where id = ${board.presenter.userId}`,
  ),
  reading(
    'sessions',
    'of who listens to a meeting, when not at the door',
    nobody,
    (actor, { sealed }) => sql`select 1
    from app_listeners(jsonb_build_array(jsonb_build_object('session', (select id from sessions where user_id = ${actor.userId} limit 1),
      'meeting', ${sealed.meetingId}::uuid)), now(), now() - interval '1 hour')`,
  ),
  adding(
    'users',
    'a new person',
    administrates,
    () => sql`insert into users (name, email, created_at)
    values ('N. Newcome', ${email}, now())`,
  ),
  changing(
    'users',
    'access of a person of this board alone',
    managesPeople,
    (_, { board }) => sql`update users
    set disabled_at = now() where id = ${board.presenter.userId}`,
  ),
  changing(
    'users',
    'access of a person of two boards',
    nobody,
    (_, { board }) => sql`update users
    set disabled_at = now() where id = ${board.medicalOncologist.userId}`,
  ),
  reading(
    'memberships',
    'of another',
    sits,
    (actor, { board }) => sql`select 1 from memberships
    where board_id = ${board.boardId} and user_id <> ${actor.userId}`,
  ),
  adding(
    'memberships',
    'a role for another',
    managesPeople,
    (_, { board, strangers }) => sql`insert into memberships
    (board_id, user_id, role, since) values (${board.boardId}, ${strangers.presenter.userId}, 'observer', now())`,
  ),
  changing(
    'memberships',
    'the end of a role',
    managesPeople,
    (_, { board }) => sql`update memberships
    set ended_at = now() where board_id = ${board.boardId} and user_id = ${board.presenter.userId}`,
  ),
  reading(
    'sessions',
    'of a presenter',
    either(isPresenter, managesPeople),
    (_, { rest }) => sql`select 1 from sessions
    where id = ${rest.session}`,
  ),
  adding(
    'sessions',
    'for oneself, without the door',
    nobody,
    (actor) => sql`insert into sessions
    (user_id, key_hash, created_at, seen_at, ends_at)
    values (${actor.userId}, gen_random_uuid(), now(), now(), now() + interval '1 hour')`,
  ),
  changing(
    'sessions',
    'the end of a presenter’s',
    either(isPresenter, managesPeople),
    (_, { rest }) => sql`update sessions
    set ended_at = now() where id = ${rest.session}`,
  ),
  reading(
    'invitations',
    'of a person of this board',
    administrates,
    (_, { board }) => sql`select 1 from invitations
    where user_id = ${board.presenter.userId}`,
  ),
  adding(
    'invitations',
    'for a person of this board alone',
    managesPeople,
    (_, { board }) => sql`insert into invitations
    (user_id, token_hash, created_at, ends_at)
    values (${board.presenter.userId}, gen_random_uuid(), now(), now() + interval '1 hour')`,
  ),
  adding(
    'invitations',
    'for a person of two boards',
    nobody,
    (_, { board }) => sql`insert into invitations
    (user_id, token_hash, created_at, ends_at)
    values (${board.medicalOncologist.userId}, gen_random_uuid(), now(), now() + interval '1 hour')`,
  ),
  changing(
    'invitations',
    'the end of a link',
    managesPeople,
    (_, { board }) => sql`update invitations
    set used_at = now() where user_id = ${board.presenter.userId}`,
  ),
]

const attempts = [
  reading('sign_in_attempts', 'any', nobody, () => sql`select 1 from sign_in_attempts`),
  adding(
    'sign_in_attempts',
    'one',
    nobody,
    () => sql`insert into sign_in_attempts (key, points, ends_at) values (gen_random_uuid(), 1, now())`,
  ),
  changing('sign_in_attempts', 'any', nobody, () => sql`update sign_in_attempts set points = 0`),
  removing('sign_in_attempts', 'any', nobody, () => sql`delete from sign_in_attempts`),
]

const ledgerRow = (locks: Locks, by: SQL | string, board: SQL | string = locks.board.boardId) =>
  sql`insert into ledger_entries (board_id, actor_id, kind, at) values (${board}, ${by}, 'person.signed-in', now())`

const ballotEntries = (locks: Locks, itemId: string) => sql`select 1 from ledger_entries
  where kind = 'ballot.cast' and about_id = ${itemId} and actor_id = ${locks.board.surgeon.userId}`

const ledger = [
  reading(
    'ledger_entries',
    'about the board’s people',
    sits,
    (_, { board }) => sql`select 1 from ledger_entries
    where board_id = ${board.boardId} and kind = 'person.invited' and actor_id = ${board.administrator.userId}`,
  ),
  reading(
    'ledger_entries',
    'about a case',
    sees,
    (_, { signed }) => sql`select 1 from ledger_entries
    where case_id = ${signed.caseId} and kind <> 'ballot.cast'`,
  ),
  reading('ledger_entries', 'that a ballot was cast, sealed', isSurgeon, (_, locks) =>
    ballotEntries(locks, locks.sealed.itemId),
  ),
  reading('ledger_entries', 'that a ballot was cast, revealed', sees, (_, locks) =>
    ballotEntries(locks, locks.signed.itemId),
  ),
  adding('ledger_entries', 'an act of one’s own', sits, (actor, locks) => ledgerRow(locks, actor.userId)),
  adding('ledger_entries', 'an act of one’s own on no board', anybody, (actor, locks) =>
    ledgerRow(locks, actor.userId, sql`null`),
  ),
  adding('ledger_entries', 'an act in another’s name', isPresenter, (_, locks) =>
    ledgerRow(locks, locks.board.presenter.userId),
  ),
  adding('ledger_entries', 'an act of nobody', nobody, (_, locks) => ledgerRow(locks, sql`null`)),
  reading(
    'idempotency_keys',
    'a presenter’s',
    isPresenter,
    (_, { board }) => sql`select 1 from idempotency_keys
    where user_id = ${board.presenter.userId}`,
  ),
  adding(
    'idempotency_keys',
    'in another’s name',
    isPresenter,
    (_, { board }) => sql`insert into idempotency_keys
    (user_id, key, operation, input_hash, created_at)
    values (${board.presenter.userId}, 'another key', 'cases.draft', 'hash', now())`,
  ),
  changing(
    'idempotency_keys',
    'a presenter’s',
    isPresenter,
    (_, { board }) => sql`update idempotency_keys
    set output = '{}' where user_id = ${board.presenter.userId}`,
  ),
]

/** Boards, people, the door, and the ledger of what happened. */
export const probesOfPeople = [...people, ...attempts, ...ledger]
