import { asActor } from '@/db/client'
import { meetingReplies } from '@/db/schema/meeting-replies'
import { now } from '@/lib/foundation/clock'
import { ok, type Result, refuse } from '@/lib/foundation/result'
import { record } from '@/lib/ledger/commands'
import type { Actor } from '@/lib/people/model'
import { decideStart } from '../model'
import type { Reply } from '../model/reply'
import { mayEnterRoom } from '../policy'
import { lockMeeting } from './lock-item'

/** Says whether the actor comes to a meeting that has not started; the last answer counts. Refuses with `closed` from its start on. */
export const replyToMeeting = (actor: Actor, { meetingId, reply }: Reply): Promise<Result<null>> =>
  asActor(actor, async (tx) => {
    const meeting = await lockMeeting(tx, meetingId)
    if (!meeting) return refuse('not-found')
    if (!mayEnterRoom(actor, meeting)) return refuse('forbidden')
    const decided = decideStart(meeting.state)
    if (!decided.ok) return decided
    const { boardId } = meeting
    const answered = { reply, repliedAt: now() }
    await tx
      .insert(meetingReplies)
      .values({ boardId, meetingId, userId: actor.userId, ...answered })
      .onConflictDoUpdate({ target: [meetingReplies.meetingId, meetingReplies.userId], set: answered })
    await record(tx, actor, { kind: 'meeting.replied', boardId, meetingId, aboutId: actor.userId, details: { reply } })
    return ok(null)
  })
