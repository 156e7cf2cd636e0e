import { sql } from 'drizzle-orm'
import type { LaneAct } from '@/lib/meetings/model/lane'
import { mayChair, mayListInLane, mayPullBack, maySignProtocol } from '@/lib/meetings/policy'
import { type Locks, protocolVersionId } from './arrange'
import { adding, ofBoard, type Policy, reading, sees } from './probe'

const signedBy = (userId: string, { board }: Locks) => sql`insert into local_protocols
  (board_id, protocol_id, version, act, title, covers, recommendation, review_on, signed_by, signed_at)
  values (${board.boardId}, gen_random_uuid(), 1, 'signed', 't', 'c', 'r', '2099-01-01', ${userId}, now())`

const acted = (act: LaneAct, userId: string, { board, sealed }: Locks) => sql`insert into lane_acts
  (board_id, item_id, protocol_version_id, act, words, acted_by, acted_at)
  values (${board.boardId}, ${sealed.itemId}, ${protocolVersionId}, ${act}, 'b', ${userId}, now())`

const signs: Policy = (actor, { board }) => maySignProtocol(actor, board)
const isChair: Policy = (actor, { board }) => actor.userId === board.chair.userId

/** Local protocols, and what happens to a case in the lane. */
export const probesOfProtocols = [
  reading('local_protocols', 'of the board', sees, ofBoard('local_protocols')),
  adding('local_protocols', 'one’s own', signs, (actor, locks) => signedBy(actor.userId, locks)),
  adding('local_protocols', 'in the chair’s name', isChair, (_, locks) => signedBy(locks.board.chair.userId, locks)),
  reading('lane_acts', 'of the board', sees, ofBoard('lane_acts')),
  adding(
    'lane_acts',
    'that a case is listed',
    (actor, { board }) => mayListInLane(actor, board),
    (actor, locks) => acted('listed', actor.userId, locks),
  ),
  adding(
    'lane_acts',
    'that a case is pulled back',
    (actor, { board }) => mayPullBack(actor, board),
    (actor, locks) => acted('pulled-back', actor.userId, locks),
  ),
  adding(
    'lane_acts',
    'that a case is confirmed',
    (actor, { board }) => mayChair(actor, board),
    (actor, locks) => acted('confirmed', actor.userId, locks),
  ),
  adding('lane_acts', 'in the chair’s name', isChair, (_, locks) =>
    acted('confirmed', locks.board.chair.userId, locks),
  ),
]
