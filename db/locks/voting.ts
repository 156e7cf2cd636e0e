import { sql } from 'drizzle-orm'
import { mayObject } from '@/lib/deliberation/policy'
import type { Actor } from '@/lib/people/model'
import type { Locks } from './arrange'
import { adding, chairs, changing, isPresenter, nobody, type Policy, reading, sees } from './probe'

const objects: Policy = (actor, { board }) => mayObject(actor, board)

const objection = (userId: string, itemId: string, { board }: Locks) => sql`insert into safety_objections
  (board_id, item_id, round, sealed, words, raised_by, raised_at)
  values (${board.boardId}, ${itemId}, 1, false, 'w', ${userId}, now())`

const answered = (actor: Actor, { rest }: Locks) => sql`update safety_objections
  set answer = 'a', answered_by = ${actor.userId}, answered_at = now() where id = ${rest.objection}`

/** What both locks say to a vote that is held in more than one round, and to safety objections. */
export const probesOfVoting = [
  changing(
    'agenda_items',
    'voted on again, in the next round',
    chairs,
    (_, { draft }) => sql`update agenda_items set stage = 'voting', round = 2 where id = ${draft.itemId}`,
  ),
  changing(
    'agenda_items',
    'back in the round that was revealed',
    nobody,
    (_, { draft }) => sql`update agenda_items set stage = 'voting' where id = ${draft.itemId}`,
  ),
  changing(
    'agenda_items',
    'the round of a sealed vote',
    nobody,
    (_, { sealed }) => sql`update agenda_items set round = 2 where id = ${sealed.itemId}`,
  ),
  reading(
    'safety_objections',
    'of no sealed vote',
    sees,
    (_, { rest }) => sql`select 1 from safety_objections where id = ${rest.objection}`,
  ),
  adding('safety_objections', 'one’s own', objects, (actor, locks) =>
    objection(actor.userId, locks.presented.itemId, locks),
  ),
  adding('safety_objections', 'in another’s name', isPresenter, (_, locks) =>
    objection(locks.board.presenter.userId, locks.presented.itemId, locks),
  ),
  adding('safety_objections', 'open to all in a sealed vote', nobody, (actor, locks) =>
    objection(actor.userId, locks.sealed.itemId, locks),
  ),
  changing('safety_objections', 'answered', chairs, answered),
  adding(
    'ballots',
    'for a round that does not run',
    nobody,
    (actor, { board, sealed }) => sql`insert into ballots
    (board_id, item_id, option_id, voter_id, specialty, round, revision, stance, cast_at) values (${board.boardId},
      ${sealed.itemId}, ${sealed.options.single}, ${actor.userId}, 'radiology', 2, 1, 'support', now())`,
  ),
]
