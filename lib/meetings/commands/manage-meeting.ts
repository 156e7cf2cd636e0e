import { and, eq, isNull, sql } from 'drizzle-orm'
import { asActor, type Tx } from '@/db/client'
import { cases } from '@/db/schema/cases'
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
import { decideLaneClosing, decideLaneInForce } from '../model/lane'
import { mayChair, mayEnterRoom, mayPlan, mayStart } from '../policy'
import { isInLane } from '../queries/read-lane'
import { confirmInLane, lapsedInLane } from './lane'
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

/** What stands on an agenda; a listed case that was withdrawn counts as one that waits, for no protocol is followed with it. */
const itemsToClose = (tx: Tx, meetingId: string) =>
  tx
    .select({
      itemId: agendaItems.id,
      caseId: agendaItems.caseId,
      code: cases.code,
      stage: agendaItems.stage,
      isInLane: sql<boolean>`${isInLane} and ${cases.state} = 'handed-in'`,
    })
    .from(agendaItems)
    .innerJoin(cases, eq(cases.id, agendaItems.caseId))
    .where(and(eq(agendaItems.meetingId, meetingId), isNull(agendaItems.removedAt)))

/**
 * Ends the meeting. Refuses with `closed` (`not-concluded`) while a presented item has no signed conclusion, with `invalid` while
 * nobody said why the others wait, the chair has not confirmed the cases that are listed by a protocol, or one of these is not in force
 * any more in the version that was named.
 */
export const closeMeeting = (actor: Actor, { meetingId, because, confirmsLane }: CloseMeeting): Promise<Result<null>> =>
  asActor(actor, async (tx) => {
    const meeting = await lockMeeting(tx, meetingId)
    if (!meeting) return refuse('not-found')
    if (!mayChair(actor, meeting)) return refuse('forbidden')
    const items = await itemsToClose(tx, meetingId)
    const discussed = items.filter(({ isInLane: inLane }) => !inLane).map(({ stage }) => stage)
    const lane = items.filter(({ isInLane: inLane }) => inLane)
    const decided = decideClose(meeting.state, discussed)
    if (!decided.ok) return decided
    const confirmed = decideLaneClosing(lane.length, confirmsLane)
    if (!confirmed.ok) return confirmed
    const covered = decideLaneInForce(await lapsedInLane(tx, meeting.boardId, lane))
    if (!covered.ok) return covered
    const waiting = decideWaiting(discussed, because)
    if (!waiting.ok) return waiting
    for (const item of lane)
      await confirmInLane(tx, actor, { itemId: item.itemId, caseId: item.caseId, boardId: meeting.boardId, meetingId })
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
