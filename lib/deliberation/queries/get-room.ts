import { eq, sql } from 'drizzle-orm'
import { z } from 'zod'
import { readAs, type Tx } from '@/db/client'
import { agendaItems } from '@/db/schema/meetings'
import { now } from '@/lib/foundation/clock'
import { ok, type Result, refuse } from '@/lib/foundation/result'
import { recusedBeforeVote, recusedIds } from '@/lib/meetings/model/conflict'
import type { QuorumMember } from '@/lib/meetings/model/quorum'
import type { AgendaRow, AttendanceView } from '@/lib/meetings/model/views'
import { mayEnterRoom } from '@/lib/meetings/policy'
import { readAgenda, readAttendance, readMeeting } from '@/lib/meetings/queries/get-meeting'
import { readMeetingRules } from '@/lib/meetings/queries/get-meeting-rules'
import { breakIn } from '@/lib/meetings/queries/read-break'
import { readConflicts } from '@/lib/meetings/queries/read-conflicts'
import type { Actor } from '@/lib/people/model'
import { type ItemTimes, type RoomMeeting, roomItemOf, roomOf } from '../model/room-view'
import type { RoomItemView, RoomView } from '../model/views'
import { readConclusions } from './get-conclusions'
import { readMyBallot, readRounds } from './read-ballots'
import { readEstimates } from './read-estimates'
import { readNotCast } from './read-not-cast'
import { objectionsShown, readObjections } from './read-objections'
import { readOptions } from './read-options'
import { readMyPreBallot } from './read-pre-ballots'
import { readCalledNeeds, readQuorum, readVotersPresent } from './read-quorum'
import { readRemarks } from './read-remarks'
import { readNamedOptions, readRevote } from './read-revote'
import { readStandingTasks } from './read-standing-tasks'
import { readVotingOf } from './read-voting'

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
    const present = meeting.kind === 'live' ? await readVotersPresent(tx, meetingId) : []
    // Nobody attends a board without a meeting: the specialties that were called are those to cast.
    const called = meeting.kind === 'live' ? [] : await readCalledNeeds(tx, meetingId)
    const attendance = await readAttendance(tx, meetingId, meeting.state === 'running' ? now() : null)
    const item = row ? await roomItem(tx, actor, { meeting, row, agenda, present, attendance }) : null
    return ok(
      roomOf(actor, {
        ...{ meeting, boardName, timeZone, agenda },
        pause: breakIn(
          meeting,
          (await readMeetingRules(tx, meeting.boardId)).breakRule,
          agenda.filter(({ lane }) => lane === null),
        ),
        attendance,
        votersPresent: meeting.kind === 'live' ? votersOf(present, item) : called.length,
        item,
      }),
    )
  })

/** The members who are there to cast: not who was recused from the case before its vote opened. */
function votersOf(present: readonly QuorumMember[], item: RoomItemView | null): number {
  const recused = item ? recusedBeforeVote(item.conflicts, item.votingAt) : new Set<string>()
  return present.filter(({ userId }) => !recused.has(userId)).length
}

type ReadTimes = ItemTimes & { cast: number; isCastHeld: boolean; round: number; rulesByRound: number[] }

async function readTimes(tx: Tx, itemId: string): Promise<ReadTimes> {
  const [times] = await tx
    .select({
      round: agendaItems.round,
      rulesByRound: agendaItems.rulesByRound,
      presentedAt: agendaItems.presentedAt,
      votingAt: agendaItems.votingAt,
      revealedAt: agendaItems.revealedAt,
      concludedAt: agendaItems.concludedAt,
      cast: sql<number>`app_ballots_cast(${agendaItems.id})`,
      isCastHeld: sql<boolean>`app_count_held(${agendaItems.id}) is not null`,
    })
    .from(agendaItems)
    .where(eq(agendaItems.id, itemId))
  const asOne = { round: 1, rulesByRound: [], cast: 0, isCastHeld: false }
  return times ?? { ...asOne, presentedAt: null, votingAt: null, revealedAt: null, concludedAt: null }
}

/** Whether a vote on the case was revealed on another agenda, where it is not concluded yet: the same as `app_case_revealed`. */
async function isRevealedElsewhere(tx: Tx, { caseId, itemId }: Pick<AgendaRow, 'caseId' | 'itemId'>): Promise<boolean> {
  const { rows } = await tx.execute<{ revealed: boolean }>(
    sql`select app_case_revealed(${caseId}, ${itemId}) as revealed`,
  )
  return rows[0]?.revealed === true
}

/** The item that a room shows, with its meeting, who attended it, and the members with a vote who are there. */
type Shown = {
  meeting: RoomMeeting
  row: AgendaRow
  agenda: readonly AgendaRow[]
  present: readonly QuorumMember[]
  attendance: readonly AttendanceView[]
}

async function roomItem(tx: Tx, actor: Actor, shown: Shown): Promise<RoomItemView> {
  const { meeting, row, agenda, present, attendance } = shown
  const { itemId, stage } = row
  const options = await readOptions(tx, itemId)
  const held = await readRevote(tx, itemId)
  const named = await readNamedOptions(tx, itemId, held)
  const { cast, isCastHeld, round, rulesByRound, ...times } = await readTimes(tx, itemId)
  const { last: ballots, earlier } = await readRounds(tx, { id: itemId, stage, round })
  const votingOf = await readVotingOf(tx, { boardId: meeting.boardId, stage, rulesByRound })
  const conflicts = await readConflicts(tx, row.caseId)
  return roomItemOf(actor, {
    ...{ meeting, row, agenda, options, times, cast, isCastHeld, round, ballots },
    voting: votingOf(round),
    earlierRounds: earlier.map((one) => ({ ...one, voting: votingOf(one.round) })),
    notCast:
      ballots === 'hidden' || times.revealedAt === null
        ? []
        : await readNotCast(tx, meeting.id, times.revealedAt, ballots),
    conflicts,
    isRevealedElsewhere: await isRevealedElsewhere(tx, row),
    quorum: await readQuorum(tx, {
      ...{ meeting, item: { id: itemId, stage }, present, attendance, ballots },
      conflicted: recusedIds(conflicts),
    }),
    objections: objectionsShown(actor, await readObjections(tx, itemId)),
    myBallot: await readMyBallot(tx, actor, { id: itemId, round }),
    preBallot: await readMyPreBallot(tx, actor, { id: itemId, boardId: meeting.boardId, stage, round }),
    ...(await readEstimates(tx, actor, { id: itemId, stage, round })),
    conclusions: await readConclusions(tx, itemId),
    remarks: await readRemarks(tx, itemId),
    tasks: await readStandingTasks(tx, row.caseId),
    revote: held && {
      revote: held.revote,
      carried: named.filter((one) => !options.some(({ optionId }) => optionId === one.optionId)),
    },
  })
}
