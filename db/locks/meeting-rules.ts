import { sql } from 'drizzle-orm'
import { maySetMeetingRules } from '@/lib/meetings/policy'
import type { Locks } from './arrange'
import { adding, ofBoard, type Policy, reading, sees } from './probe'

const rulesBy = (userId: string, { board }: Locks) => sql`insert into meeting_rules
  (board_id, version, quorum, because, set_by, set_at)
  values (${board.boardId}, 2, '[]', 'b', ${userId}, now())`

const sets: Policy = (actor, { board }) => maySetMeetingRules(actor, board)
const isChair: Policy = (actor, { board }) => actor.userId === board.chair.userId

/** How a board meets. */
export const probesOfMeetingRules = [
  reading('meeting_rules', 'of the board', sees, ofBoard('meeting_rules')),
  adding('meeting_rules', 'one’s own', sets, (actor, locks) => rulesBy(actor.userId, locks)),
  adding('meeting_rules', 'in the chair’s name', isChair, (_, locks) => rulesBy(locks.board.chair.userId, locks)),
]
