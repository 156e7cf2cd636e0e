import { sql } from 'drizzle-orm'
import { mayReopen } from '@/lib/deliberation/policy'
import type { Locks } from './arrange'
import { adding, ofBoard, type Policy, reading, sees, treats } from './probe'

const reopens: Policy = (actor, { board }) => mayReopen(actor, board)
const isChair: Policy = (actor, { board }) => actor.userId === board.chair.userId

const standBy = (userId: string, { board, signed }: Locks) => sql`insert into decision_stands
  (board_id, conclusion_id, keys, on_goals, because, let_by, let_at)
  values (${board.boardId}, ${signed.conclusionId}, '[]', false, 'b', ${userId}, now())`

const revoteBy = (userId: string, { board, signed, rest }: Locks) => sql`insert into revotes
  (board_id, item_id, conclusion_id, modalities, because, opened_by, opened_at)
  values (${board.boardId}, ${rest.quietItem}, ${signed.conclusionId}, '["surgery"]', 'b', ${userId}, now())`

/** What the chair let signed conclusions stand over, and what is voted on anew. */
export const probesOfStaleDecisions = [
  reading('decision_stands', 'over a finding', sees, (_, { signed }) => {
    return sql`select 1 from decision_stands where conclusion_id = ${signed.conclusionId} and not on_goals`
  }),
  reading('decision_stands', 'over the goals of care', treats, (_, { signed }) => {
    return sql`select 1 from decision_stands where conclusion_id = ${signed.conclusionId} and on_goals`
  }),
  adding('decision_stands', 'one’s own', reopens, (actor, locks) => standBy(actor.userId, locks)),
  adding('decision_stands', 'in the chair’s name', isChair, (_, locks) => standBy(locks.board.chair.userId, locks)),
  reading('revotes', 'of the board', sees, ofBoard('revotes')),
  adding('revotes', 'one’s own', reopens, (actor, locks) => revoteBy(actor.userId, locks)),
  adding('revotes', 'in the chair’s name', isChair, (_, locks) => revoteBy(locks.board.chair.userId, locks)),
]
