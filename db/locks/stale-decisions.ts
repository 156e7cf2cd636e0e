import { sql } from 'drizzle-orm'
import { mayReopen } from '@/lib/deliberation/policy'
import type { Locks } from './arrange'
import { adding, type Policy, reading, sees, treats } from './probe'

const reopens: Policy = (actor, { board }) => mayReopen(actor, board)
const isChair: Policy = (actor, { board }) => actor.userId === board.chair.userId

const standBy = (userId: string, { board, signed }: Locks) => sql`insert into decision_stands
  (board_id, conclusion_id, keys, on_goals, because, let_by, let_at)
  values (${board.boardId}, ${signed.conclusionId}, '[]', false, 'b', ${userId}, now())`

/** What the chair let signed conclusions stand over. */
export const probesOfStaleDecisions = [
  reading('decision_stands', 'over a finding', sees, (_, { signed }) => {
    return sql`select 1 from decision_stands where conclusion_id = ${signed.conclusionId} and not on_goals`
  }),
  reading('decision_stands', 'over the goals of care', treats, (_, { signed }) => {
    return sql`select 1 from decision_stands where conclusion_id = ${signed.conclusionId} and on_goals`
  }),
  adding('decision_stands', 'one’s own', reopens, (actor, locks) => standBy(actor.userId, locks)),
  adding('decision_stands', 'in the chair’s name', isChair, (_, locks) => standBy(locks.board.chair.userId, locks)),
]
