import { and, eq, isNull, sql } from 'drizzle-orm'
import { z } from 'zod'
import { readAs, type Tx } from '@/db/client'
import { calls } from '@/db/schema/calls'
import { agendaItems, attendances } from '@/db/schema/meetings'
import { memberships } from '@/db/schema/people'
import { ok, type Result, refuse } from '@/lib/foundation/result'
import type { AgendaRow } from '@/lib/meetings/model/views'
import { mayEnterRoom } from '@/lib/meetings/policy'
import { readAgenda, readAttendance, readMeeting } from '@/lib/meetings/queries/get-meeting'
import type { Actor } from '@/lib/people/model'
import { type ItemTimes, type RoomMeeting, roomItemOf, roomOf } from '../model/room-view'
import type { RoomItemView, RoomView } from '../model/views'
import { readConclusions } from './get-conclusions'
import { readMyBallot, readRounds } from './read-ballots'
import { readNotCast } from './read-not-cast'
import { objectionsShown, readObjections } from './read-objections'
import { readOptions } from './read-options'
import { readRemarks } from './read-remarks'
import { itemsBehind, readNamedOptions, readRevote } from './read-revote'
import { readStandingTasksOf } from './read-standing-tasks'

/** `itemId` looks at one item of the agenda, also after the meeting; without it, at the one that the room follows. */
export const getRoomInput = z.strictObject({ meetingId: z.uuid(), itemId: z.uuid().optional() })
type GetRoom = z.output<typeof getRoomInput>

/**
 * The live room in one answer: the meeting, its items by code, and the item that everybody follows with options, the count
 * of a sealed vote, the own ballot, and from the reveal on every stance. All of it is of one moment,
 * that of its sequence. Strangers get `not-found`.
 */
export const getRoom = (actor: Actor, { meetingId, itemId }: GetRoom): Promise<Result<RoomView>> =>
  readAs(actor, async (tx) => {
    const held = await readMeeting(tx, meetingId)
    if (!held || !mayEnterRoom(actor, held.meeting)) return refuse('not-found')
    const { meeting, boardName, timeZone } = held
    const agenda = await readAgenda(tx, meetingId)
    const wanted = itemId ?? meeting.presentingItemId
    const row = agenda.find((each) => each.itemId === wanted)
    if (itemId && !row) return refuse('not-found')
    return ok(
      roomOf(actor, {
        ...{ meeting, boardName, timeZone, agenda },
        attendance: await readAttendance(tx, meetingId),
        votersPresent: meeting.kind === 'live' ? await countVoters(tx, meetingId) : await countCalled(tx, meetingId),
        item: row ? await roomItem(tx, actor, meeting, row, agenda) : null,
      }),
    )
  })

async function countVoters(tx: Tx, meetingId: string): Promise<number> {
  const seated = and(
    eq(memberships.userId, attendances.userId),
    eq(memberships.boardId, attendances.boardId),
    eq(memberships.role, 'core-member'),
    isNull(memberships.endedAt),
  )
  const [counted] = await tx
    .select({ voters: sql<number>`count(distinct ${attendances.userId})::int` })
    .from(attendances)
    .innerJoin(memberships, seated)
    .where(and(eq(attendances.meetingId, meetingId), isNull(attendances.leftAt)))
  return counted?.voters ?? 0
}

/** Nobody attends an asynchronous board: the specialties that were called are those to cast. */
async function countCalled(tx: Tx, meetingId: string): Promise<number> {
  const called = await tx.select({ id: calls.id }).from(calls).where(eq(calls.meetingId, meetingId))
  return called.length
}

async function readTimes(tx: Tx, itemId: string): Promise<ItemTimes & { cast: number; round: number }> {
  const [times] = await tx
    .select({
      round: agendaItems.round,
      presentedAt: agendaItems.presentedAt,
      votingAt: agendaItems.votingAt,
      revealedAt: agendaItems.revealedAt,
      concludedAt: agendaItems.concludedAt,
      cast: sql<number>`app_ballots_cast(${agendaItems.id})`,
    })
    .from(agendaItems)
    .where(eq(agendaItems.id, itemId))
  return times ?? { round: 1, presentedAt: null, votingAt: null, revealedAt: null, concludedAt: null, cast: 0 }
}

async function roomItem(
  tx: Tx,
  actor: Actor,
  meeting: RoomMeeting,
  row: AgendaRow,
  agenda: readonly AgendaRow[],
): Promise<RoomItemView> {
  const { itemId, stage } = row
  const options = await readOptions(tx, itemId)
  const held = await readRevote(tx, itemId)
  const named = await readNamedOptions(tx, itemId, held)
  const { cast, round, ...times } = await readTimes(tx, itemId)
  const { last: ballots, earlier: earlierRounds } = await readRounds(tx, { id: itemId, stage, round })
  return roomItemOf(actor, {
    ...{ meeting, row, agenda, options, times, cast, round, ballots, earlierRounds },
    notCast:
      ballots === 'hidden' || times.revealedAt === null
        ? []
        : await readNotCast(tx, meeting, times.revealedAt, ballots),
    objections: objectionsShown(actor, await readObjections(tx, itemId), { stage, round }),
    myBallot: await readMyBallot(tx, actor, { id: itemId, round }),
    conclusions: await readConclusions(tx, itemId),
    remarks: await readRemarks(tx, itemId),
    tasks: await readStandingTasksOf(tx, await itemsBehind(tx, itemId)),
    revote: held && {
      revote: held.revote,
      carried: named.filter((one) => !options.some(({ optionId }) => optionId === one.optionId)),
    },
  })
}
