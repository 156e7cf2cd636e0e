import { eq } from 'drizzle-orm'
import { asActor } from '@/db/client'
import { meetings } from '@/db/schema/meetings'
import { ok, type Result, refuse } from '@/lib/foundation/result'
import { record } from '@/lib/ledger/commands'
import type { Actor } from '@/lib/people/model'
import { decideAgendaChange } from '../model'
import type { SetMeetingTime } from '../model/meeting-time'
import { maySetTime } from '../policy'
import { lockMeeting } from './lock-item'

/** Says how long a meeting may take, and where its break stands; what is left out stays. Refuses with `closed` once it is closed. */
export const setMeetingTime = (actor: Actor, input: SetMeetingTime): Promise<Result<null>> =>
  asActor(actor, async (tx) => {
    const { meetingId, budgetMinutes, placedBreak } = input
    const meeting = await lockMeeting(tx, meetingId)
    if (!meeting) return refuse('not-found')
    if (!maySetTime(actor, meeting)) return refuse('forbidden')
    const decided = decideAgendaChange(meeting.state)
    if (!decided.ok) return decided
    const changed = {
      ...(budgetMinutes !== undefined && { budgetMinutes }),
      ...(placedBreak !== undefined && {
        breakAfter: placedBreak?.after ?? null,
        breakMinutes: placedBreak?.minutes ?? null,
      }),
    }
    if (Object.keys(changed).length === 0) return ok(null)
    await tx.update(meetings).set(changed).where(eq(meetings.id, meetingId))
    await record(tx, actor, { kind: 'meeting.time-set', boardId: meeting.boardId, meetingId })
    return ok(null)
  })
