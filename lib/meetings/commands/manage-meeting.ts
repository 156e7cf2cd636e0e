import { and, eq, isNull } from 'drizzle-orm'
import { asActor, type Tx } from '@/db/client'
import { agendaItems, meetings } from '@/db/schema/meetings'
import { now } from '@/lib/foundation/clock'
import { ok, type Result, refuse } from '@/lib/foundation/result'
import { record } from '@/lib/ledger/commands'
import type { Actor } from '@/lib/people/model'
import {
  type CloseMeeting,
  type CreateMeeting,
  decideClose,
  decideStart,
  decideWaiting,
  type MeetingId,
} from '../model'
import { mayChair, mayEnterRoom, mayPlan, mayStart } from '../policy'
import { type LockedItem, lockMeeting } from './lock-item'

/** Makes a planned meeting with an empty agenda. */
export const createMeeting = (actor: Actor, input: CreateMeeting): Promise<Result<{ meetingId: string }>> =>
  asActor(actor, async (tx) => {
    if (!mayEnterRoom(actor, input)) return refuse('not-found')
    if (!mayPlan(actor, input)) return refuse('forbidden')
    const made = { createdBy: actor.userId, createdAt: now() }
    const [meeting] = await tx
      .insert(meetings)
      .values({ ...input, startsAt: new Date(input.startsAt), ...made })
      .returning({ id: meetings.id })
    if (!meeting) throw new Error('The new meeting was not stored')
    await record(tx, actor, { kind: 'meeting.created', boardId: input.boardId, meetingId: meeting.id })
    return ok({ meetingId: meeting.id })
  })

/** Opens the room: from now on items are presented. */
export const startMeeting = (actor: Actor, { meetingId }: MeetingId): Promise<Result<null>> =>
  asActor(actor, async (tx) => {
    const meeting = await lockMeeting(tx, meetingId)
    if (!meeting) return refuse('not-found')
    if (!mayStart(actor, meeting)) return refuse('forbidden')
    const decided = decideStart(meeting.state)
    if (!decided.ok) return decided
    await tx.update(meetings).set({ state: decided.value, startedAt: now() }).where(eq(meetings.id, meetingId))
    await record(tx, actor, { kind: 'meeting.started', boardId: meeting.boardId, meetingId })
    return ok(null)
  })

/**
 * Ends the meeting. Refuses with `closed` (`not-concluded`) while a presented item has no signed conclusion, with `invalid` while
 * nobody said why the others wait.
 */
export const closeMeeting = (actor: Actor, { meetingId, because }: CloseMeeting): Promise<Result<null>> =>
  asActor(actor, async (tx) => {
    const meeting = await lockMeeting(tx, meetingId)
    if (!meeting) return refuse('not-found')
    if (!mayChair(actor, meeting)) return refuse('forbidden')
    const items = await tx
      .select({ stage: agendaItems.stage })
      .from(agendaItems)
      .where(and(eq(agendaItems.meetingId, meetingId), isNull(agendaItems.removedAt)))
    const stages = items.map(({ stage }) => stage)
    const decided = decideClose(meeting.state, stages)
    if (!decided.ok) return decided
    const waiting = decideWaiting(stages, because)
    if (!waiting.ok) return waiting
    const closed = {
      ...{ state: decided.value, closedAt: now(), presentingItemId: null },
      untouchedBecause: waiting.value,
    }
    await tx.update(meetings).set(closed).where(eq(meetings.id, meetingId))
    await record(tx, actor, { kind: 'meeting.closed', boardId: meeting.boardId, meetingId })
    return ok(null)
  })

/** A board called without a meeting is over with the conclusion of its one case. Its room stays as it was. */
export async function closeCalledBoard(tx: Tx, actor: Actor, item: LockedItem): Promise<void> {
  if (item.kind !== 'asynchronous' || item.meetingState !== 'running') return
  const { boardId, meetingId } = item
  await tx.update(meetings).set({ state: 'closed', closedAt: now() }).where(eq(meetings.id, meetingId))
  await record(tx, actor, { kind: 'meeting.closed', boardId, meetingId })
}
