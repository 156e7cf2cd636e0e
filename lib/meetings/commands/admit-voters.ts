import type { Tx } from '@/db/client'
import { attendances } from '@/db/schema/meetings'
import { record } from '@/lib/ledger/commands'
import type { Actor, Specialty } from '@/lib/people/model'
import { colleagues } from '@/lib/people/queries'
import { wasThere } from '../model/attendance'
import { readAttendance } from '../queries/get-meeting'
import { readReplies } from '../queries/read-replies'
import type { LockedItem } from './lock-item'

/** A member who has cast, with the first instant of it. */
type Voter = { userId: string; specialty: Specialty; castAt: Date }

/**
 * Whoever voted without having entered the room was there by the ballot, for its case alone. That is recorded at the reveal, with the time of
 * the ballot: an attendance that appeared beside the growing count would have told who cast.
 */
export async function admitVoters(tx: Tx, actor: Actor, item: LockedItem, cast: readonly Voter[]): Promise<void> {
  const { boardId, meetingId, kind } = item
  const stays = await readAttendance(tx, meetingId)
  const came = cast.filter(
    ({ userId, castAt }) => !stays.some((stay) => stay.userId === userId && wasThere(stay, castAt.toISOString())),
  )
  if (came.length === 0) return
  const people = await colleagues(tx, boardId)
  const replied = await readReplies(tx, meetingId)
  const rows = came.map(({ userId, specialty, castAt }) => ({
    ...{ boardId, meetingId, userId, specialty, cameAt: castAt, leftAt: castAt, byBallot: true },
    roles: people.find((one) => one.userId === userId)?.roles ?? null,
    remote: kind === 'live' ? (replied.get(userId) ?? null) : true,
  }))
  await tx.insert(attendances).values(rows)
  for (const { userId } of rows) await recordByBallot(tx, actor, item, userId)
}

/** The row of the ledger for a member who was there by a ballot alone. */
export const recordByBallot = (
  tx: Tx,
  actor: Actor,
  { boardId, meetingId }: LockedItem,
  userId: string,
): Promise<void> =>
  record(tx, actor, {
    kind: 'meeting.attended',
    boardId,
    meetingId,
    aboutId: userId,
    details: { left: true, byBallot: true },
  })
