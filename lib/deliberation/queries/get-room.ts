import { and, eq, isNull, sql } from 'drizzle-orm'
import { z } from 'zod'
import { readAs, type Tx } from '@/db/client'
import { agendaItems, attendances } from '@/db/schema/meetings'
import { memberships } from '@/db/schema/people'
import { ok, type Result, refuse } from '@/lib/foundation/result'
import {
  decideClose,
  decideMove,
  decideStart,
  type ItemNow,
  type MeetingState,
  meetingObstacle,
} from '@/lib/meetings/model'
import { type AgendaRow, type May, mayNow } from '@/lib/meetings/model/views'
import { mayChair, mayEnterRoom, mayStart } from '@/lib/meetings/policy'
import { readAgenda, readAttendance, readMeeting } from '@/lib/meetings/queries/get-meeting'
import type { Actor } from '@/lib/people/model'
import { countedBallots, decideBallot, tally } from '../model/ballot'
import { decideOptions } from '../model/option'
import { dissentOf } from '../model/snapshot'
import type { ConclusionsView, RoomItemView, RoomView } from '../model/views'
import { mayConclude, mayPropose, mayVote, mayWithdraw } from '../policy'
import { readConclusions } from './get-conclusions'
import { readMyBallot, readRevealedBallots } from './read-ballots'
import { readNotCast } from './read-not-cast'
import { readOptions, type StoredOption, standing } from './read-options'
import { readStandingTasks } from './read-standing-tasks'

/** `itemId` looks at one item of the agenda, also after the meeting; without it, at the one that the room follows. */
export const getRoomInput = z.strictObject({ meetingId: z.uuid(), itemId: z.uuid().optional() })
type GetRoom = z.output<typeof getRoomInput>

type Held = NonNullable<Awaited<ReturnType<typeof readMeeting>>>
type Times = { presentedAt: Date | null; votingAt: Date | null; revealedAt: Date | null; concludedAt: Date | null }

/**
 * The live room in one answer: the meeting, its items by code, and the item that everybody follows with options, the count
 * of a sealed vote, the own ballot, and from the reveal on every stance. The sequence is read first: whatever happens while
 * the rest is read makes a screen ask again. Strangers get `not-found`.
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
    const stages = agenda.map(({ stage }) => stage)
    const running = duringMeeting(meeting.state)
    return ok({
      meetingId,
      boardId: meeting.boardId,
      boardName,
      timeZone,
      title: meeting.title,
      place: meeting.place,
      startsAt: meeting.startsAt.toISOString(),
      state: meeting.state,
      sequence: meeting.sequence,
      items: agenda.map(({ patient, question, admitted, ...item }) => item),
      attendance: await readAttendance(tx, meetingId),
      votersPresent: await countVoters(tx, meetingId),
      item: row ? await roomItem(tx, actor, held, row, agenda) : null,
      may: {
        start: mayNow(mayStart(actor, meeting), decideStart(meeting.state)),
        present: mayNow(mayChair(actor, meeting), running),
        close: mayNow(mayChair(actor, meeting), decideClose(meeting.state, stages)),
        join: mayNow(mayEnterRoom(actor, meeting), running),
      },
    })
  })

const duringMeeting = (state: MeetingState): Result<null> => {
  const why = meetingObstacle(state)
  return why ? refuse('closed', why) : ok(null)
}

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

async function readTimes(tx: Tx, itemId: string): Promise<Times & { cast: number }> {
  const [times] = await tx
    .select({
      presentedAt: agendaItems.presentedAt,
      votingAt: agendaItems.votingAt,
      revealedAt: agendaItems.revealedAt,
      concludedAt: agendaItems.concludedAt,
      cast: sql<number>`app_ballots_cast(${agendaItems.id})`,
    })
    .from(agendaItems)
    .where(eq(agendaItems.id, itemId))
  return times ?? { presentedAt: null, votingAt: null, revealedAt: null, concludedAt: null, cast: 0 }
}

async function roomItem(
  tx: Tx,
  actor: Actor,
  { meeting }: Held,
  row: AgendaRow,
  agenda: readonly AgendaRow[],
): Promise<RoomItemView> {
  const { caseState, ...shown } = row
  const options = await readOptions(tx, row.itemId)
  const { cast, ...times } = await readTimes(tx, row.itemId)
  const revealed = await readRevealedBallots(tx, { id: row.itemId, stage: row.stage })
  const counted = revealed === 'hidden' ? [] : countedBallots(revealed)
  const conclusions = await readConclusions(tx, row.itemId)
  const now: ItemNow = {
    stage: row.stage,
    meetingState: meeting.state,
    caseState,
    isShown: meeting.presentingItemId === row.itemId,
    votesElsewhere: agenda.some(({ itemId, stage }) => itemId !== row.itemId && stage === 'voting'),
    standingOptions: standing(options).length,
    ballotsCast: cast,
  }
  const changes = decideOptions(meeting.state, row.stage)
  return {
    ...shown,
    isShown: now.isShown,
    presentedAt: times.presentedAt?.toISOString() ?? null,
    votingAt: times.votingAt?.toISOString() ?? null,
    revealedAt: times.revealedAt?.toISOString() ?? null,
    concludedAt: times.concludedAt?.toISOString() ?? null,
    options: options.map(({ plan, proposedBy, ...option }) => ({
      ...option,
      mayWithdraw: mayNow(mayWithdraw(actor, { boardId: meeting.boardId, proposedBy }), changes),
    })),
    cast,
    notCast: times.revealedAt === null ? [] : await readNotCast(tx, meeting, times.revealedAt, counted),
    myBallot: await readMyBallot(tx, actor, row.itemId),
    ballots:
      revealed === 'hidden'
        ? 'hidden'
        : counted.map(({ optionId, voterId, name, specialty, stance, reason }) => ({
            ...{ optionId, voterId, name, specialty, stance, reason },
          })),
    tally: revealed === 'hidden' ? null : tally(counted),
    dissenting: dissentOf(recommendedOptions(conclusions), options, counted),
    conclusions,
    tasks: await readStandingTasks(tx, row.itemId),
    may: mayOf(actor, meeting.boardId, now, options, conclusions),
  }
}

const recommendedOptions = ({ draft, signed }: ConclusionsView): { optionId: string }[] =>
  Object.values((draft ?? signed)?.answers ?? {}).flatMap((answer) =>
    answer.outcome === 'recommended' ? answer.options : [],
  )

function mayOf(
  actor: Actor,
  boardId: string,
  now: ItemNow,
  options: readonly StoredOption[],
  { draft, signed }: ConclusionsView,
): RoomItemView['may'] {
  const board = { boardId }
  const chairs = (verb: 'open-vote' | 'set-aside' | 'reveal'): May =>
    mayNow(mayChair(actor, board), decideMove(now, verb))
  const whole = standing(options).map(({ optionId }) => ({ optionId, stance: 'abstain' as const, reason: null }))
  const ids = whole.map(({ optionId }) => optionId)
  return {
    propose: mayNow(mayPropose(actor, board), decideOptions(now.meetingState, now.stage)),
    openVote: chairs('open-vote'),
    setAside: chairs('set-aside'),
    vote: mayNow(mayVote(actor, board), decideBallot(now, ids, whole)),
    reveal: chairs('reveal'),
    conclude: mayNow(mayConclude(actor, board), draft ? ok(null) : decideMove(now, 'conclude')),
    revise: mayNow(mayConclude(actor, board), decideRevision(signed !== null, draft !== null)),
  }
}

const decideRevision = (isSigned: boolean, isDrafted: boolean): Result<null> => {
  if (!isSigned) return refuse('closed', 'not-concluded')
  return isDrafted ? refuse('closed', 'already-there') : ok(null)
}
