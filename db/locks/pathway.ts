import { sql } from 'drizzle-orm'
import { mayGiveException, maySignOff } from '@/lib/cases/policy'
import type { Locks } from './arrange'
import { adding, isPresenter, nobody, ofBoard, type Policy, reading, sees, treats } from './probe'

const gives: Policy = (actor, { board }) => mayGiveException(actor, board)

const exceptionBy = (userId: string, { board, signed }: Locks) => sql`insert into rule_exceptions
  (board_id, case_id, rule_id, rule_version, packs, kind, says, facts, because, on_goals, given_by, given_at)
  values (${board.boardId}, ${signed.caseId}, 'PW-PLN-02', 1, '[]', 'stop', 's', '{}', 'b', false, ${userId}, now())`

const exceptionAtOption = (userId: string, { board, sealed }: Locks) => sql`insert into rule_exceptions
  (board_id, case_id, option_id, rule_id, rule_version, packs, kind, says, facts, because, on_goals, given_by, given_at)
  values (${board.boardId}, ${sealed.caseId}, ${sealed.options.single}, 'PW-RT-04', 1, '[]', 'warning', 's', '{}', '', false,
    ${userId}, now())`

const signOffBy = (userId: string, { board }: Locks) => sql`insert into sign_offs
  (board_id, kind, subject_id, version, act, words, signed_by, signed_at)
  values (${board.boardId}, 'instrument', 'escc', 1, 'signed', 'w', ${userId}, now())`

const isChair: Policy = (actor, { board }) => actor.userId === board.chair.userId

/** Reasons to go on against a rule of the pathway, and signatures under the reference. */
export const probesOfPathway = [
  reading('rule_exceptions', 'of stability', sees, (_, { signed }) => {
    return sql`select 1 from rule_exceptions where case_id = ${signed.caseId} and rule_id = 'PW-PLN-02'`
  }),
  reading('rule_exceptions', 'of the goals of care', treats, (_, { signed }) => {
    return sql`select 1 from rule_exceptions where case_id = ${signed.caseId} and rule_id = 'PW-GOC-01'`
  }),
  adding('rule_exceptions', 'one’s own', gives, (actor, locks) => exceptionBy(actor.userId, locks)),
  adding('rule_exceptions', 'in another’s name', isPresenter, (_, locks) =>
    exceptionBy(locks.board.presenter.userId, locks),
  ),
  adding('rule_exceptions', 'at an option that is voted on', nobody, (actor, locks) =>
    exceptionAtOption(actor.userId, locks),
  ),
  reading('sign_offs', 'of the board', sees, ofBoard('sign_offs')),
  adding(
    'sign_offs',
    'one’s own',
    (actor, { board }) => maySignOff(actor, board),
    (actor, locks) => signOffBy(actor.userId, locks),
  ),
  adding('sign_offs', 'in the chair’s name', isChair, (_, locks) => signOffBy(locks.board.chair.userId, locks)),
]
