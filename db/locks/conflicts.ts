import { sql } from 'drizzle-orm'
import { mayDeclareConflict } from '@/lib/deliberation/policy'
import type { Locks } from './arrange'
import { adding, changing, isPresenter, nobody, ofBoard, type Policy, reading, sees } from './probe'

const declares: Policy = (actor, { board }) => mayDeclareConflict(actor, board)
const isOncologist: Policy = (actor, { board }) => actor.userId === board.medicalOncologist.userId

const conflictOf = (
  userId: string,
  item: { itemId: string; caseId: string },
  { board }: Locks,
) => sql`insert into conflicts
  (board_id, item_id, case_id, user_id, kind, words, declared_at)
  values (${board.boardId}, ${item.itemId}, ${item.caseId}, ${userId}, 'other', 'w', now())`

const withdrawn = (item: { caseId: string }) => sql`update conflicts set withdrawn_at = now(), withdrawn_because = 'b'
  where case_id = ${item.caseId}`

/** Conflicts of interest in a case as a whole. */
export const probesOfConflicts = [
  reading('conflicts', 'of the board', sees, ofBoard('conflicts')),
  adding('conflicts', 'one’s own', declares, (actor, locks) => conflictOf(actor.userId, locks.sealed, locks)),
  adding('conflicts', 'in another’s name', isPresenter, (_, locks) =>
    conflictOf(locks.board.presenter.userId, locks.sealed, locks),
  ),
  adding('conflicts', 'after the conclusion', nobody, (actor, locks) => conflictOf(actor.userId, locks.signed, locks)),
  changing('conflicts', 'to take it back before the reveal', isOncologist, (_, locks) => withdrawn(locks.signed)),
  changing('conflicts', 'to take it back after the reveal', nobody, (_, locks) => withdrawn(locks.draft)),
]
