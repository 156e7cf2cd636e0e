import { sql } from 'drizzle-orm'
import { mayKeepDuties } from '@/lib/meetings/policy'
import type { Locks } from './arrange'
import { adding, changing, nobody, ofBoard, type Policy, reading, sees } from './probe'

const dutyBy = (userId: string, { board }: Locks) => sql`insert into duties
  (board_id, specialty, user_id, telephone, starts_at, ends_at, entered_by, entered_at)
  values (${board.boardId}, 'spine-surgery', ${board.surgeon.userId}, '01632 960000', now(), now() + interval '1 day', ${userId}, now())`

const keeps: Policy = (actor, { board }) => mayKeepDuties(actor, board)
const isCoordinator: Policy = (actor, { board }) => actor.userId === board.coordinator.userId

/** Who is on call for a specialty. */
export const probesOfDuties = [
  reading('duties', 'of the board', sees, ofBoard('duties')),
  adding('duties', 'in one’s own name', keeps, (actor, locks) => dutyBy(actor.userId, locks)),
  adding('duties', 'in the coordinator’s name', isCoordinator, (_, locks) =>
    dutyBy(locks.board.coordinator.userId, locks),
  ),
  changing(
    'duties',
    'taken off in one’s own name',
    keeps,
    (actor, { rest }) =>
      sql`update duties set removed_by = ${actor.userId}, removed_at = now() where id = ${rest.duty}`,
  ),
  changing(
    'duties',
    'put back on',
    nobody,
    (_, { rest }) => sql`update duties set removed_by = null, removed_at = null where id = ${rest.dutyTakenOff}`,
  ),
]
