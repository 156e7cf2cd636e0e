import { sql } from 'drizzle-orm'
import { maySettle, mayWithdrawRival } from '@/lib/cases/policy'
import type { Locks } from './arrange'
import { adding, isPresenter, type Policy, reading, sees, treats, writesCases } from './probe'

const settles: Policy = (actor, { board }) => maySettle(actor, board)

const rivalBy = (userId: string, { board, signed }: Locks) => sql`insert into rival_values
  (board_id, case_id, section, field, value, source, entered_by, entered_at)
  values (${board.boardId}, ${signed.caseId}, 'tumour', 'brain', '"yes"', 's', ${userId}, now())`

type Outcome = 'counts' | 'withdrawn'
const settlementBy = (userId: string, { board, rest }: Locks, outcome: Outcome = 'counts', rivalId = rest.rival) =>
  sql`insert into rival_settlements (board_id, rival_id, outcome, because, settled_by, settled_at)
  values (${board.boardId}, ${rivalId}, ${outcome}, 'b', ${userId}, now())`

const withdraws =
  (whose: (locks: Locks) => string): Policy =>
  (actor, locks) =>
    mayWithdrawRival(actor, { boardId: locks.board.boardId, enteredBy: whose(locks) })

/** What another source says of a value, and how that was settled. */
export const probesOfRivals = [
  reading(
    'rival_values',
    'of the tumour',
    sees,
    (_, { rest }) => sql`select 1 from rival_values where id = ${rest.rival}`,
  ),
  reading('rival_values', 'of the goals of care', treats, (_, { signed }) => {
    return sql`select 1 from rival_values where case_id = ${signed.caseId} and section = 'goals'`
  }),
  reading('rival_settlements', 'of the tumour', sees, (_, { rest }) => {
    return sql`select 1 from rival_settlements where rival_id = ${rest.settledRival}`
  }),
  reading('rival_settlements', 'of the goals of care', treats, (_, { rest }) => {
    return sql`select 1 from rival_settlements where rival_id = ${rest.settledGoal}`
  }),
  adding('rival_values', 'one’s own', writesCases, (actor, locks) => rivalBy(actor.userId, locks)),
  adding('rival_values', 'in another’s name', isPresenter, (_, locks) => rivalBy(locks.board.presenter.userId, locks)),
  adding('rival_settlements', 'one’s own', settles, (actor, locks) => settlementBy(actor.userId, locks)),
  adding(
    'rival_settlements',
    'taking back what the presenter entered',
    withdraws(({ board }) => board.presenter.userId),
    (actor, locks) => settlementBy(actor.userId, locks, 'withdrawn'),
  ),
  adding(
    'rival_settlements',
    'taking back what the coordinator entered',
    withdraws(({ board }) => board.coordinator.userId),
    (actor, locks) => settlementBy(actor.userId, locks, 'withdrawn', locks.rest.coordinatorsRival),
  ),
  adding('rival_settlements', 'letting what the coordinator entered count', settles, (actor, locks) =>
    settlementBy(actor.userId, locks, 'counts', locks.rest.coordinatorsRival),
  ),
  adding('rival_settlements', 'in another’s name', isPresenter, (_, locks) =>
    settlementBy(locks.board.presenter.userId, locks),
  ),
]
