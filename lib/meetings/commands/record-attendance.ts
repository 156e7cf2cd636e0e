import { and, eq } from 'drizzle-orm'
import { asActor, type Tx } from '@/db/client'
import { attendances } from '@/db/schema/meetings'
import { now } from '@/lib/foundation/clock'
import { ok, type Result, refuse } from '@/lib/foundation/result'
import { record } from '@/lib/ledger/commands'
import type { Actor } from '@/lib/people/model'
import { colleagues } from '@/lib/people/queries'
import { decideAgendaChange, type JoinMeeting, meetingObstacle, type RecordAttendance } from '../model'
import { mayEnterRoom, mayRecordAttendance } from '../policy'
import { type LockedMeeting, lockMeeting } from './lock-item'

/** Somebody enters the room of a running meeting: their own attendance. Entering again, with nothing changed, is no act. */
export const joinMeeting = (actor: Actor, { meetingId, remote }: JoinMeeting): Promise<Result<null>> =>
  asActor(actor, async (tx) => {
    const meeting = await lockMeeting(tx, meetingId)
    if (!meeting) return refuse('not-found')
    if (!mayEnterRoom(actor, meeting)) return refuse('forbidden')
    const why = meetingObstacle(meeting.state)
    if (why) return refuse('closed', why)
    return attend(tx, actor, meeting, { meetingId, userId: actor.userId, remote, left: false })
  })

/** The coordinator records that somebody is there, follows from elsewhere, or has left; everybody may record themselves. */
export const recordAttendance = (actor: Actor, input: RecordAttendance): Promise<Result<null>> =>
  asActor(actor, async (tx) => {
    const meeting = await lockMeeting(tx, input.meetingId)
    if (!meeting) return refuse('not-found')
    if (!mayRecordAttendance(actor, meeting, input.userId)) return refuse('forbidden')
    const decided = decideAgendaChange(meeting.state)
    if (!decided.ok) return decided
    return attend(tx, actor, meeting, input)
  })

async function attend(tx: Tx, actor: Actor, meeting: LockedMeeting, input: RecordAttendance): Promise<Result<null>> {
  const { meetingId, userId, remote, left } = input
  const person = (await colleagues(tx, meeting.boardId)).find((each) => each.userId === userId)
  if (!person) return refuse('invalid', [{ path: 'userId', message: 'Choose a person of the board.' }])
  const theirs = and(eq(attendances.meetingId, meetingId), eq(attendances.userId, userId))
  const [before] = await tx.select().from(attendances).where(theirs)
  if (before && before.remote === remote && (before.leftAt !== null) === left) return ok(null)
  const { boardId } = meeting
  const leftAt = left ? (before?.leftAt ?? now()) : null
  await tx
    .insert(attendances)
    .values({ boardId, meetingId, userId, specialty: person.specialty, remote, cameAt: now(), leftAt })
    .onConflictDoUpdate({ target: [attendances.meetingId, attendances.userId], set: { remote, leftAt } })
  await record(tx, actor, { kind: 'meeting.attended', boardId, meetingId, aboutId: userId, details: { left } })
  return ok(null)
}
