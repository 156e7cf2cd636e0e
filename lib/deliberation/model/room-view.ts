import { ok, type Result, refuse } from '@/lib/foundation/result'
import {
  decideClose,
  decideMove,
  decideStart,
  type ItemNow,
  type ItemVerb,
  type MeetingState,
  meetingObstacle,
} from '@/lib/meetings/model'
import type { BreakView } from '@/lib/meetings/model/break'
import {
  conflictsAt,
  decideConflict,
  decideConflictWithdrawal,
  type RecordedConflict,
  recusedIds,
} from '@/lib/meetings/model/conflict'
import type { QuorumView } from '@/lib/meetings/model/quorum'
import { type AgendaRow, type AttendanceView, type May, mayNow } from '@/lib/meetings/model/views'
import type { VotingRule } from '@/lib/meetings/model/voting'
import { mayChair, mayEnterRoom, mayOpenVote, mayRecordOthers, mayStart } from '@/lib/meetings/policy'
import type { Actor } from '@/lib/people/model'
import { mayConclude, mayDeclareConflict, mayObject, mayPropose, mayRemark, mayVote, mayWithdraw } from '../policy'
import { type Ballot, countedBallots, decideBallot, tally } from './ballot'
import { decideRevision } from './conclusion'
import { decideObjection, type ObjectionView } from './objection'
import { decideOptions, isTreatment } from './option'
import type { PreBallotView } from './pre-ballot'
import { decideRemark, type RemarkView } from './remark'
import type { Voter } from './result'
import type { Revote } from './revote'
import { dissentOf } from './snapshot'
import { standingOf } from './standing'
import type { StandingTask } from './standing-task'
import type { MySurvivalView, SurvivalView } from './survival-estimate'
import type { ConclusionsView, MyBallotView, OptionView, RoomItemView, RoomView, StanceView } from './views'

/** The meeting as its row says. */
export type RoomMeeting = Pick<RoomView, 'boardId' | 'title' | 'place' | 'sequence' | 'state' | 'kind'> & {
  id: string
  createdBy: string
  answerBy: Date | null
  startsAt: Date
  presentingItemId: string | null
}

/** An option of an item with what a screen does not get. */
export type RoomOption = Omit<OptionView, 'mayWithdraw' | 'isTreatment'> & { proposedBy: string }

/** When an item got where it is; null for what has not come yet. */
export type ItemTimes = {
  presentedAt: Date | null
  votingAt: Date | null
  revealedAt: Date | null
  concludedAt: Date | null
}

/** What an item is shown from, read in one transaction. */
export type RoomItemGround = {
  meeting: RoomMeeting
  row: AgendaRow
  agenda: readonly AgendaRow[]
  options: readonly RoomOption[]
  /** What is voted on anew, with the options that what is carried over names. */
  revote: { revote: Revote; carried: readonly RoomOption[] } | null
  times: ItemTimes
  /** The round of the vote that runs or ran last, counted from 1. */
  round: number
  /** The rule that it is voted by. */
  voting: VotingRule
  /** Members who have cast in it. */
  cast: number
  isCastHeld: boolean
  /** Every revision of every ballot of the round, or that they are sealed. */
  ballots: readonly Ballot[] | 'hidden'
  /** What counted in the rounds before it, which were revealed. */
  earlierRounds: readonly { round: number; voting: VotingRule; ballots: readonly Ballot[] }[]
  myBallot: MyBallotView | null
  preBallot: PreBallotView | null
  mySurvival: MySurvivalView | null
  survival: SurvivalView[] | 'hidden'
  /** Who was in the room at the reveal without a ballot, whether recused or not. */
  notCast: Voter[]
  quorum: QuorumView
  /** Every one in the case, also of a later discussion. */
  conflicts: readonly RecordedConflict[]
  /** Whether a vote on the case was revealed and not concluded yet at an item of another meeting. */
  isRevealedElsewhere: boolean
  objections: ObjectionView[]
  conclusions: ConclusionsView
  remarks: RemarkView[]
  tasks: StandingTask[]
}

/** The item that a room follows, as the actor sees it. The caller has asked who may enter the room. */
export function roomItemOf(actor: Actor, ground: RoomItemGround): RoomItemView {
  const { meeting, row, options, times, cast, isCastHeld, round, ballots, conclusions } = ground
  const counted = ballots === 'hidden' ? [] : countedBallots(ballots)
  const conflicts = untilThen(ground.conflicts, times.concludedAt)
  const recused = recusedIds(untilThen(ground.conflicts, times.revealedAt))
  const now: ItemNow = {
    stage: row.stage,
    meetingState: meeting.state,
    caseState: row.caseState,
    isShown: meeting.presentingItemId === row.itemId,
    votesElsewhere: ground.agenda.some(({ itemId, stage }) => itemId !== row.itemId && stage === 'voting'),
    standingOptions: standingOf(options).length,
    ballotsCast: cast,
    round,
  }
  const changes = decideOptions(meeting.state, row.stage)
  return {
    itemId: row.itemId,
    caseId: row.caseId,
    code: row.code,
    question: row.question,
    patient: row.patient,
    position: row.position,
    minutes: row.minutes,
    stage: row.stage,
    round,
    voting: ground.voting,
    admitted: row.admitted,
    isShown: now.isShown,
    presentedAt: times.presentedAt?.toISOString() ?? null,
    votingAt: times.votingAt?.toISOString() ?? null,
    revealedAt: times.revealedAt?.toISOString() ?? null,
    concludedAt: times.concludedAt?.toISOString() ?? null,
    options: options.map((option) => ({
      optionId: option.optionId,
      modality: option.modality,
      letter: option.letter,
      title: option.title,
      detail: option.detail,
      plan: option.plan,
      proposer: option.proposer,
      withdrawnBecause: option.withdrawnBecause,
      isTreatment: isTreatment(option.plan),
      mayWithdraw: mayNow(mayWithdraw(actor, { boardId: meeting.boardId, proposedBy: option.proposedBy }), changes),
    })),
    revote: ground.revote && {
      ...ground.revote.revote,
      carried: ground.revote.carried.map(({ plan, proposedBy, ...option }) => ({
        ...option,
        isTreatment: isTreatment(plan),
        mayWithdraw: { open: false, why: 'already-concluded' as const },
      })),
    },
    cast,
    isCastHeld,
    notCast: ground.notCast.filter(({ voterId }) => !recused.has(voterId)),
    quorum: ground.quorum,
    conflicts: conflicts.map((conflict) => ({
      ...conflict,
      mayWithdraw: mayNow(
        conflict.userId === actor.userId,
        ground.isRevealedElsewhere
          ? refuse('closed', 'vote-revealed')
          : decideConflictWithdrawal(now, conflict.withdrawn !== null),
      ),
    })),
    objections: ground.objections,
    myBallot: ground.myBallot,
    preBallot: ground.preBallot,
    mySurvival: ground.mySurvival,
    survival: ground.survival,
    ballots: ballots === 'hidden' ? 'hidden' : counted.map(withoutRevision),
    earlierRounds: ground.earlierRounds.map((one) => ({ ...one, ballots: one.ballots.map(withoutRevision) })),
    tally: ballots === 'hidden' ? null : tally(counted),
    weightedTally:
      ballots === 'hidden' || ground.voting.weights.length === 0 ? null : tally(counted, ground.voting.weights),
    dissenting: dissentOf(recommendedOptions(conclusions), options, counted),
    conclusions,
    remarks: ground.remarks,
    tasks: ground.tasks,
    may: mayOf(actor, meeting, now, options, ground),
  }
}

/** What is declared later, in the room or for another discussion of the case, changes nothing of what is past. Null: not past yet. */
const untilThen = (conflicts: readonly RecordedConflict[], then: Date | null): readonly RecordedConflict[] =>
  then === null ? conflicts : conflictsAt(conflicts, then.toISOString())

/** What of a ballot everybody may see: not how often its voter thought again. */
const withoutRevision = ({ optionId, voterId, name, specialty, stance, rating, reason }: Ballot): StanceView => ({
  ...{ optionId, voterId, name, specialty, stance, rating, reason },
})

const recommendedOptions = ({ draft, signed }: ConclusionsView): { optionId: string }[] =>
  Object.values((draft ?? signed)?.answers ?? {}).flatMap((answer) =>
    answer.outcome === 'recommended' ? answer.options : [],
  )

function mayOf(
  actor: Actor,
  meeting: RoomMeeting,
  now: ItemNow,
  options: readonly RoomOption[],
  { conclusions: { draft, signed, superseded }, conflicts }: Pick<RoomItemGround, 'conclusions' | 'conflicts'>,
): RoomItemView['may'] {
  const isRecused = recusedIds(conflicts).has(actor.userId)
  const recused = refuse('closed', 'recused')
  const board = { boardId: meeting.boardId }
  const chairs = (verb: Exclude<ItemVerb, 'present' | 'open-vote' | 'conclude'>): May =>
    mayNow(mayChair(actor, board), decideMove(now, verb))
  const whole = standingOf(options).map(({ optionId }) => ({ optionId, stance: 'abstain' as const, reason: null }))
  const onCase = { optionId: null, addressedTo: null }
  const asMember = { userId: actor.userId, isChair: false }
  const ids = whole.map(({ optionId }) => optionId)
  return {
    propose: mayNow(mayPropose(actor, board), isRecused ? recused : decideOptions(now.meetingState, now.stage)),
    remark: mayNow(mayRemark(actor, board), decideRemark(now.meetingState)),
    openVote: mayNow(mayOpenVote(actor, meeting), decideMove(now, 'open-vote')),
    setAside: chairs('set-aside'),
    vote: mayNow(mayVote(actor, board), isRecused ? recused : decideBallot(now, ids, whole, now.round)),
    reveal: chairs('reveal'),
    voteAgain: chairs('vote-again'),
    callOff: chairs('call-off'),
    declareConflict: mayNow(mayDeclareConflict(actor, board), decideConflict(now, isRecused)),
    object: mayNow(mayObject(actor, board), decideObjection(now, onCase, asMember, ids, [])),
    conclude: mayNow(mayConclude(actor, board), draft ? ok(null) : decideMove(now, 'conclude')),
    revise: mayNow(mayConclude(actor, board), decideRevision(signed, draft !== null, superseded.length > 0)),
  }
}

/** What a room is shown from, read in one transaction. */
export type RoomGround = {
  meeting: RoomMeeting
  boardName: string
  timeZone: string
  agenda: readonly AgendaRow[]
  pause: BreakView | null
  attendance: AttendanceView[]
  votersPresent: number
  item: RoomItemView | null
}

/** The room as the actor sees it. The caller has asked who may enter it. */
export function roomOf(actor: Actor, ground: RoomGround): RoomView {
  const { meeting, boardName, timeZone, agenda, pause, attendance, votersPresent, item } = ground
  const running = duringMeeting(meeting.state)
  const stages = agenda.map(({ stage }) => stage)
  return {
    meetingId: meeting.id,
    boardId: meeting.boardId,
    boardName,
    timeZone,
    title: meeting.title,
    place: meeting.place,
    startsAt: meeting.startsAt.toISOString(),
    kind: meeting.kind,
    answerBy: meeting.answerBy?.toISOString() ?? null,
    state: meeting.state,
    sequence: meeting.sequence,
    items: agenda.map(({ itemId, caseId, code, caseState, position, minutes, stage, lane }) => ({
      itemId,
      caseId,
      code,
      caseState,
      position,
      minutes,
      stage,
      isInLane: lane !== null,
    })),
    break: pause,
    attendance,
    votersPresent,
    presentingItemId: meeting.presentingItemId,
    item,
    may: {
      start: mayNow(mayStart(actor, meeting), decideStart(meeting.state)),
      present: mayNow(mayChair(actor, meeting), running),
      close: mayNow(mayChair(actor, meeting), decideClose(meeting.state, stages)),
      join: mayNow(meeting.kind === 'live' && mayEnterRoom(actor, meeting), running),
      recordOthers: mayNow(meeting.kind === 'live' && mayRecordOthers(actor, meeting), running),
    },
  }
}

const duringMeeting = (state: MeetingState): Result<null> => {
  const why = meetingObstacle(state)
  return why ? refuse('closed', why) : ok(null)
}
