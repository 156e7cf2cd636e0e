import { sql } from 'drizzle-orm'
import type { Locks } from './arrange'
import { adding, changing, isSurgeon, nobody, reading, sees, votes } from './probe'

const kept = (userId: string, { itemId, options }: Locks['sealed'], { board }: Locks, round = 1) => sql`insert into
  pre_ballots (board_id, item_id, option_id, voter_id, round, stance, saved_at)
  values (${board.boardId}, ${itemId}, ${options.single}, ${userId}, ${round}, 'support', now())`

const estimate = (userId: string, itemId: string, { board }: Locks) => sql`insert into survival_estimates
  (board_id, item_id, member_id, specialty, band, estimated_at)
  values (${board.boardId}, ${itemId}, ${userId}, 'radiology', 'over-12', now())`

const estimatesOf = (itemId: string) => sql`select 1 from survival_estimates where item_id = ${itemId}`

const ofSurgeon = ({ board }: Locks) => sql`voter_id = ${board.surgeon.userId}`

/** What members keep of ballots they have not cast: each their own, and nobody another's, after the reveal either. */
export const probesOfPreBallots = [
  reading(
    'pre_ballots',
    'the surgeon’s',
    isSurgeon,
    (_, locks) => sql`select 1 from pre_ballots where ${ofSurgeon(locks)}`,
  ),
  reading(
    'ledger_entries',
    'that the surgeon kept one',
    isSurgeon,
    (_, { board }) =>
      sql`select 1 from ledger_entries where kind = 'ballot.prepared' and actor_id = ${board.surgeon.userId}`,
  ),
  adding('pre_ballots', 'one’s own before the vote', votes, (actor, locks) =>
    kept(actor.userId, locks.presented, locks),
  ),
  adding('pre_ballots', 'in another’s name', isSurgeon, (_, locks) =>
    kept(locks.board.surgeon.userId, locks.presented, locks),
  ),
  adding('pre_ballots', 'for a round that is not there', nobody, (actor, locks) =>
    kept(actor.userId, locks.presented, locks, 2),
  ),
  adding('pre_ballots', 'after the reveal', nobody, (actor, locks) => kept(actor.userId, locks.draft, locks)),
  changing(
    'pre_ballots',
    'the surgeon’s, while it is sealed',
    isSurgeon,
    (_, locks) =>
      sql`update pre_ballots set stance = 'oppose', reason = 'r' where ${ofSurgeon(locks)} and item_id = ${locks.sealed.itemId}`,
  ),
  reading('survival_estimates', 'the surgeon’s, sealed', isSurgeon, (_, { sealed }) => estimatesOf(sealed.itemId)),
  reading('survival_estimates', 'the surgeon’s, revealed', sees, (_, { draft }) => estimatesOf(draft.itemId)),
  adding('survival_estimates', 'one’s own before the reveal', votes, (actor, locks) =>
    estimate(actor.userId, locks.presented.itemId, locks),
  ),
  adding('survival_estimates', 'in another’s name', isSurgeon, (_, locks) =>
    estimate(locks.board.surgeon.userId, locks.presented.itemId, locks),
  ),
  adding('survival_estimates', 'after the reveal', nobody, (actor, locks) =>
    estimate(actor.userId, locks.signed.itemId, locks),
  ),
  reading(
    'ledger_entries',
    'that the surgeon estimated the survival, sealed',
    isSurgeon,
    (_, { sealed }) =>
      sql`select 1 from ledger_entries where kind = 'survival.estimated' and about_id = ${sealed.itemId}`,
  ),
]
