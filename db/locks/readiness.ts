import { sql } from 'drizzle-orm'
import { mayAskForAnswer, maySetDataset, maySetPacks } from '@/lib/cases/policy'
import type { Locks } from './arrange'
import { adding, isPresenter, nobody, type Policy } from './probe'

const datasetBy = (userId: string, { board }: Locks) => sql`insert into minimum_datasets
  (board_id, version, lead_days, entries, because, set_by, set_at)
  values (${board.boardId}, 2, 1, '[]', 'b', ${userId}, now())`

const choiceBy = (userId: string, { board }: Locks) => sql`insert into pathway_choices
  (board_id, version, packs, because, set_by, set_at)
  values (${board.boardId}, 2, '["nl"]', 'b', ${userId}, now())`

const requestTo = (ownerId: string, askedBy: string, { board, signed }: Locks) => sql`insert into gap_requests
  (board_id, case_id, section, field, owner_id, due_on, asked_by, asked_at)
  values (${board.boardId}, ${signed.caseId}, 'tumour', 'primary', ${ownerId}, '2026-11-30', ${askedBy}, now())`

const asks: Policy = (actor, { board }) => mayAskForAnswer(actor, board)
const isChair: Policy = (actor, { board }) => actor.userId === board.chair.userId

/** What a board asks of a case, and who was asked for what. */
export const probesOfReadiness = [
  adding(
    'minimum_datasets',
    'one’s own',
    (actor, { board }) => maySetDataset(actor, board),
    (actor, locks) => datasetBy(actor.userId, locks),
  ),
  adding('minimum_datasets', 'in the chair’s name', isChair, (_, locks) => datasetBy(locks.board.chair.userId, locks)),
  adding(
    'pathway_choices',
    'one’s own',
    (actor, { board }) => maySetPacks(actor, board),
    (actor, locks) => choiceBy(actor.userId, locks),
  ),
  adding('pathway_choices', 'in the chair’s name', isChair, (_, locks) => choiceBy(locks.board.chair.userId, locks)),
  adding('gap_requests', 'to a surgeon', asks, (actor, locks) =>
    requestTo(locks.board.surgeon.userId, actor.userId, locks),
  ),
  adding('gap_requests', 'in another’s name', isPresenter, (_, locks) =>
    requestTo(locks.board.surgeon.userId, locks.board.presenter.userId, locks),
  ),
  ...(['observer', 'administrator'] as const).map((person) =>
    adding('gap_requests', `to an ${person}, who can answer nothing`, nobody, (actor, locks) =>
      requestTo(locks.board[person].userId, actor.userId, locks),
    ),
  ),
]
