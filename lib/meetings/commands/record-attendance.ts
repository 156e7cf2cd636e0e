import { and, desc, eq } from 'drizzle-orm'
import { asActor, type Tx } from '@/db/client'
import { attendances } from '@/db/schema/meetings'
import { now } from '@/lib/foundation/clock'
import { ok, type Result, refuse } from '@/lib/foundation/result'
import { record } from '@/lib/ledger/commands'
import type { Actor } from '@/lib/people/model'
import { colleagues } from '@/lib/people/queries'
import { decideAgendaChange, type JoinMeeting, meetingObstacle, type RecordAttendance } from '../model'
import { mayEnterRoom, mayRecordAttendance } from '../policy'
import { readReplies } from '../queries/read-replies'
import { type LockedMeeting, lockMeeting } from './lock-item'

/** Somebody enters the room of a running meeting: their own attendance, another stay after they had left. Entering again, with nothing changed, is no act. */
export const joinMeeting = (actor: Actor, { meetingId, remote }: JoinMeeting): Promise<Result<null>> =>
  asActor(actor, async (tx) => {
    const meeting = await lockMeeting(tx, meetingId)
    if (!meeting) return refuse('not-found')
    if (!mayEnterRoom(actor, meeting)) return refuse('forbidden')
    const why = meetingObstacle(meeting.state)
    if (why) return refuse('closed', why)
    return attend(tx, actor, meeting, { meetingId, userId: actor.userId, remote, left: false, seenAt: now() })
  })

/**
 * The coordinator or the chair records that somebody is there, follows from elsewhere, or has left; everybody may record themselves.
 * Refuses with `seen-since` where somebody is to have left for their silence and was seen meanwhile.
 */
export const recordAttendance = (actor: Actor, input: RecordAttendance): Promise<Result<null>> =>
  asActor(actor, async (tx) => {
    const meeting = await lockMeeting(tx, input.meetingId)
    if (!meeting) return refuse('not-found')
    if (!mayRecordAttendance(actor, meeting, input.userId)) return refuse('forbidden')
    const decided = decideAgendaChange(meeting.state)
    if (!decided.ok) return decided
    return attend(tx, actor, meeting, input)
  })

/** `seenAt`: by entering, a person gives the first sign of life of that stay. */
type Seen = Omit<RecordAttendance, 'remote'> & { remote?: boolean | null; seenAt?: Date }

/** Nothing changed is no act: who left leaves no second time, and nobody leaves who never came. */
async function attend(tx: Tx, actor: Actor, meeting: LockedMeeting, seen: Seen): Promise<Result<null>> {
  const { meetingId, userId, left, notSeenSince } = seen
  const person = (await colleagues(tx, meeting.boardId)).find((each) => each.userId === userId)
  if (!person) return refuse('invalid', [{ path: 'userId', message: 'Choose a person of the board.' }])
  const theirs = and(eq(attendances.meetingId, meetingId), eq(attendances.userId, userId))
  const stays = await tx.select().from(attendances).where(theirs).orderBy(desc(attendances.cameAt))
  const open = stays.find(({ leftAt }) => leftAt === null)
  const { boardId } = meeting
  if (left) {
    const ends = open ?? stays.find((_, place) => place === 0)
    if (!ends || (ends !== open && !ends.byBallot)) return ok(null)
    if (notSeenSince && ends.seenAt && ends.seenAt > new Date(notSeenSince)) return refuse('closed', 'seen-since')
    // Whoever was there by a ballot alone and is marked as having left counts for its case no more.
    await tx.update(attendances).set({ leftAt: now(), byBallot: false }).where(eq(attendances.id, ends.id))
  } else if (open) {
    const remote = seen.remote === undefined ? open.remote : seen.remote
    if (remote === open.remote) return ok(null)
    await tx.update(attendances).set({ remote }).where(eq(attendances.id, open.id))
  } else {
    const { specialty, roles } = person
    const remote = seen.remote === undefined ? ((await readReplies(tx, meetingId)).get(userId) ?? null) : seen.remote
    const came = { boardId, meetingId, userId, specialty, roles, remote, cameAt: now() }
    await tx.insert(attendances).values({ ...came, seenAt: seen.seenAt })
  }
  await record(tx, actor, { kind: 'meeting.attended', boardId, meetingId, aboutId: userId, details: { left } })
  return ok(null)
}
