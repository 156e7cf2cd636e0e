import { sql } from 'drizzle-orm'
import { adding, chairs, changing, nobody } from './probe'

/** What both locks say to a vote that is held in more than one round. */
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
  adding(
    'ballots',
    'for a round that does not run',
    nobody,
    (actor, { board, sealed }) => sql`insert into ballots
    (board_id, item_id, option_id, voter_id, specialty, round, revision, stance, cast_at) values (${board.boardId},
      ${sealed.itemId}, ${sealed.options.single}, ${actor.userId}, 'radiology', 2, 1, 'support', now())`,
  ),
]
