import type { Actor } from '@/lib/people/model'
import { mayCallBoard, mayChair } from '../policy'
import { type CallAnswer, type CallStanding, type CallsView, callStanding, type Ladder, type Recusal } from './call'
import { type BoardEnd, callsEndedAt, movesToRecord, type RecordedMove } from './ladder-moves'
import { type Deadline, decideEndOverdue } from './overdue'
import { mayNow } from './views'

type Call = Ladder & Pick<CallsView['calls'][number], 'callId' | 'specialty'> & { answers: readonly CallAnswer[] }

/** What the calls of a board are shown from, read in one transaction. */
export type CallsGround = Pick<CallsView, 'meetingId' | 'caseId' | 'openedBy'> &
  BoardEnd & {
    boardId: string
    openedAt: Date
    answerBy: Date
    deadline: Omit<Deadline, 'answerBy'>
    calls: readonly Call[]
    /** Of the case, withdrawn ones too. */
    recusals: readonly Recusal[]
    recorded: readonly (RecordedMove & { callId: string })[]
    /** Who is on duty now. */
    onDuty: readonly { userId: string; specialty: Call['specialty']; telephone: string }[]
    /** Who was told by telephone, in the order of time. */
    tellings: readonly { callId: string; userId: string; by: string; at: Date }[]
    nameOf: (userId: string) => string
  }

/** How a call stands at an instant (ISO), or at the end of the calls. */
export const standingAt = (
  call: Ladder & { answers: readonly CallAnswer[] },
  board: BoardEnd & Pick<CallsGround, 'recusals'>,
  at: string,
): CallStanding => callStanding(call, call.answers, board.recusals, callsEndedAt(board) ?? at)

/** The calls of a board without a meeting as the actor sees them at an instant (ISO). The caller has asked who may enter its room. */
export function callsViewOf(actor: Actor, ground: CallsGround, at: string): CallsView {
  const standing = ground.calls.map((call) => ({ call, stands: standingAt(call, ground, at) }))
  const answerBy = ground.answerBy.toISOString()
  return {
    meetingId: ground.meetingId,
    caseId: ground.caseId,
    openedAt: ground.openedAt.toISOString(),
    openedBy: ground.openedBy,
    answerBy,
    endedAt: callsEndedAt(ground),
    calls: standing.map(({ call, stands: { called, skipped, taken, next, runOutAt } }) => ({
      ...{ callId: call.callId, specialty: call.specialty, nextAfterMinutes: call.nextAfterMinutes },
      people: call.ladder.map((userId) => personOn(call, userId, { called, skipped }, ground)),
      ...{ taken, next, runOutAt },
    })),
    isBehind: standing.some(({ call, stands }) => movesToRecord(call.ladder, stands, movesOf(ground, call)).length > 0),
    mayNote: mayCallBoard(actor, ground),
    mayEnd: mayNow(mayChair(actor, ground), decideEndOverdue({ ...ground.deadline, answerBy }, at)),
  }
}

const movesOf = ({ recorded }: Pick<CallsGround, 'recorded'>, { callId }: Pick<Call, 'callId'>) =>
  recorded.filter((one) => one.callId === callId)

function personOn(
  call: Call,
  userId: string,
  { called, skipped }: Pick<CallStanding, 'called' | 'skipped'>,
  { recusals, onDuty, tellings, nameOf }: CallsGround,
): CallsView['calls'][number]['people'][number] {
  const last = call.answers.findLast((one) => one.userId === userId)
  const duty = onDuty.find((one) => one.userId === userId && one.specialty === call.specialty)
  const told = tellings.findLast((one) => one.callId === call.callId && one.userId === userId)
  return {
    userId,
    name: nameOf(userId),
    calledAt: called.find((one) => one.userId === userId)?.at ?? null,
    isRecused:
      skipped.some((one) => one.userId === userId) || recusals.some((one) => one.userId === userId && one.to === null),
    answer: last ? { word: last.answer, at: last.at } : null,
    telephone: duty?.telephone ?? null,
    told: told ? { by: told.by, at: told.at.toISOString() } : null,
  }
}
