import { sql } from 'drizzle-orm'
import { mayRemark, mayWithdrawRemark } from '@/lib/deliberation/policy'
import type { Locks } from './arrange'
import { adding, changing, isPresenter, ofBoard, type Policy, reading, sees } from './probe'

const remarks: Policy = (actor, { board }) => mayRemark(actor, board)
const ofSurgeon: Policy = (actor, { board }) => mayWithdrawRemark(actor, { ...board, writtenBy: board.surgeon.userId })

const remarkBy = (userId: string, { board, signed }: Locks) => sql`insert into remarks
  (id, board_id, item_id, text, written_by, written_at)
  values (gen_random_uuid(), ${board.boardId}, ${signed.itemId}, 't', ${userId}, now())`

/** Remarks in the room. */
export const probesOfRemarks = [
  reading('remarks', 'of the board', sees, ofBoard('remarks')),
  adding('remarks', 'one’s own', remarks, (actor, locks) => remarkBy(actor.userId, locks)),
  adding('remarks', 'in another’s name', isPresenter, (_, locks) => remarkBy(locks.board.presenter.userId, locks)),
  changing('remarks', 'to withdraw that of the surgeon', ofSurgeon, (_, { board, signed }) => {
    return sql`update remarks set withdrawn_at = now(), withdrawn_because = 'b'
      where item_id = ${signed.itemId} and written_by = ${board.surgeon.userId}`
  }),
]
