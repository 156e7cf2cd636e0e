import { sql } from 'drizzle-orm'
import { mayPractise, maySeeShadowVote, mayShare } from '@/lib/practice/policy'
import type { Locks } from './arrange'
import { adding, changing, isPresenter, type Policy, reading } from './probe'

/** Who voted, proposed, drafted or signed in the signed case of the fixtures. */
const decided = ({ board }: Locks) =>
  [board.surgeon, board.medicalOncologist, board.radiationOncologist, board.chair].map(({ userId }) => userId)

const practises: Policy = (actor, locks) =>
  mayPractise(actor, { ...locks.board, tookPart: decided(locks).includes(actor.userId) })
const isShown: Policy = (actor, { board }) =>
  maySeeShadowVote(actor, {
    ...board,
    ...{ voterId: board.medicalOncologist.userId, sharedWith: [board.observer.userId] },
  })
const shares: Policy = (actor, { board }) => mayShare(actor, { ...board, voterId: board.medicalOncologist.userId })

const voteBy = (userId: string, { board, signed }: Locks) => sql`insert into shadow_votes
  (board_id, conclusion_id, voter_id, ratings, reasons, rated_at)
  values (${board.boardId}, ${signed.conclusionId}, ${userId}, '[{}]', '', now())`

/** Practice on past cases: the medical oncologist gave a shadow vote and shows it to the observer. */
export const probesOfPractice = [
  reading('shadow_votes', 'that are shown to the observer', isShown, (_, { board }) => {
    return sql`select 1 from shadow_votes where voter_id = ${board.medicalOncologist.userId}`
  }),
  adding('shadow_votes', 'one’s own', practises, (actor, locks) => voteBy(actor.userId, locks)),
  adding('shadow_votes', 'in another’s name', isPresenter, (_, locks) => voteBy(locks.board.presenter.userId, locks)),
  reading('shadow_vote_shares', 'with the observer', isShown, (_, { board }) => {
    return sql`select 1 from shadow_vote_shares where board_id = ${board.boardId}`
  }),
  adding('shadow_vote_shares', 'of the oncologist’s vote', shares, (_, { board }) => {
    return sql`insert into shadow_vote_shares (board_id, shadow_vote_id, voter_id, shared_with, shared_at)
      select ${board.boardId}, shadow_vote_id, voter_id, ${board.presenter.userId}, now()
      from shadow_vote_shares where board_id = ${board.boardId}`
  }),
  changing('shadow_vote_shares', 'to end that of the oncologist', shares, (_, { board }) => {
    return sql`update shadow_vote_shares set ended_at = now() where board_id = ${board.boardId}`
  }),
]
