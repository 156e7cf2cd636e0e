import { type ClosedReason, ok, type Result, refuse } from '@/lib/foundation/result'
import { meetingObstacle } from '@/lib/meetings/model'
import type { CallWord } from '@/lib/meetings/model/call'
import { decideEndOverdue } from '@/lib/meetings/model/overdue'
import { mayCallBoard, mayChair } from '@/lib/meetings/policy'
import { type ActKind, type Done, type Moment, openBallots, recorded, type Transition } from './acts'
import { everySpecialtyHasCast, isCalledBoard, movesSince, type StoredCall } from './called-tables'
import { recusedIn } from './safety-tables'
import { boardId, castOn, itemOf, type Store, type StoredItem } from './store'

/** What is done on a board without a meeting alone. */
export type CalledAct =
  | { kind: 'answer-call'; callId: string; answer: CallWord }
  | { kind: 'tell-called'; callId: string; userId: string }
  | { kind: 'note-calls' }
  | { kind: 'end-overdue'; itemId: string }

const onBoard = { boardId }

/** The tables with what the ladders have done since anybody looked, each move an act of the meeting. */
export function laddersNoted(moment: Moment): Store {
  const { store } = moment
  const moves = movesSince(store, moment.at)
  let noted: Store = moves.length > 0 ? { ...store, ladderMoves: [...store.ladderMoves, ...moves] } : store
  for (const { callId, kind } of moves) noted = recorded({ ...moment, store: noted }, kind, callId)
  return noted
}

const noteCalls: Transition<'note-calls'> = (moment) => {
  if (!isCalledBoard(moment.store)) return refuse('not-found')
  if (!mayCallBoard(moment.actor, onBoard)) return refuse('forbidden')
  return ok({ store: laddersNoted(moment), answer: null })
}

/** A call with the case that it is about. */
function callIn(store: Store, callId: string): { call: StoredCall; item: StoredItem } | null {
  const call = store.calls.find((one) => one.callId === callId)
  const [item] = store.items
  return call && item ? { call, item } : null
}

/** Why nothing is said to a call any more, or null: the board is over, or its ballots are open. */
const callObstacle = ({ meeting }: Store, { revealedAt }: StoredItem): ClosedReason | null =>
  meetingObstacle(meeting.state) ?? (revealedAt ? 'vote-revealed' : null)

const answerCall: Transition<'answer-call'> = (moment, { callId, answer }) => {
  const { store, actor, at } = moment
  const { userId } = actor
  const found = callIn(store, callId)
  if (!found) return refuse('not-found')
  if (!mayCallBoard(actor, onBoard) || !found.call.ladder.includes(userId)) return refuse('forbidden')
  const why = callObstacle(store, found.item)
  if (why) return refuse('closed', why)
  if (recusedIn(store, found.item.caseId).has(userId)) return refuse('closed', 'recused')
  const noted = laddersNoted(moment)
  if (noted.callAnswers.some((one) => one.callId === callId && one.userId === userId && one.answer === answer))
    return ok({ store: noted, answer: null })
  const said = { callId, userId, answer, at: at.toISOString() }
  const written = { ...moment, store: { ...noted, callAnswers: [...noted.callAnswers, said] } }
  const answered = recorded(written, answer === 'seen' ? 'call.seen' : 'call.declined', callId)
  return ok({ store: laddersNoted({ ...moment, store: answered }), answer: null })
}

const tellCalled: Transition<'tell-called'> = (moment, { callId, userId }) => {
  const { store, actor, at } = moment
  const found = callIn(store, callId)
  if (!found) return refuse('not-found')
  if (!mayCallBoard(actor, onBoard)) return refuse('forbidden')
  if (!found.call.ladder.includes(userId)) return refuse('invalid', [])
  const why = callObstacle(store, found.item)
  if (why) return refuse('closed', why)
  const noted = laddersNoted(moment)
  const told = { ...noted, callTellings: [...noted.callTellings, { callId, userId, by: actor.name, at }] }
  return ok({ store: recorded({ ...moment, store: told }, 'call.told', callId), answer: null })
}

const endOverdue: Transition<'end-overdue'> = (moment, { itemId }) => {
  const { store, actor, at } = moment
  const item = itemOf(store, itemId)
  if (!item) return refuse('not-found')
  if (!mayChair(actor, onBoard)) return refuse('forbidden')
  const { answerBy, state } = store.meeting
  const board = { ...item, meetingState: state, answerBy: answerBy?.toISOString() ?? null }
  const decided = decideEndOverdue({ ...board, ballotsCast: castOn(store, item) }, at.toISOString())
  if (!decided.ok) return decided
  const opened = openBallots(moment, item, decided.value)
  return ok({ store: recorded({ ...moment, store: opened }, 'item.ended-overdue', itemId), answer: null })
}

/** An act of any board, after which a called one goes on. */
const then =
  <K extends ActKind>(transition: Transition<K>, goOn: (moment: Moment, act: Parameters<Transition<K>>[1]) => Store) =>
  (moment: Moment, act: Parameters<Transition<K>>[1]): Result<Done> => {
    const done = transition(moment, act)
    if (!done.ok || !isCalledBoard(moment.store)) return done
    return ok({ ...done.value, store: goOn({ ...moment, store: done.value.store }, act) })
  }

/** A ballot that is the last that a called board waited for opens all of them, also one that stands again after a conflict of interest. */
export const revealingLast = <K extends 'cast' | 'withdraw-conflict'>(act: Transition<K>): Transition<K> =>
  then<K>(act, (moment) => {
    const [item] = moment.store.items
    if (item?.stage !== 'voting' || !hasCast(moment, item) || !everySpecialtyHasCast(moment.store, item))
      return moment.store
    return recorded({ ...moment, store: openBallots(moment, item, 'revealed') }, 'item.all-answered', item.itemId)
  })

const hasCast = ({ store, actor }: Moment, { itemId, round }: StoredItem): boolean =>
  store.ballots.some((one) => one.itemId === itemId && one.round === round && one.voterId === actor.userId)

/** A conflict of interest passes the calls on at once, also when it is taken back. */
export const passingOn = <K extends 'declare-conflict' | 'withdraw-conflict'>(conflict: Transition<K>): Transition<K> =>
  then<K>(conflict, laddersNoted)

/** A called board is over with the conclusion of its one case. */
export const closingSign = (sign: Transition<'sign'>): Transition<'sign'> =>
  then<'sign'>(sign, (moment) => {
    const { store, at } = moment
    if (store.meeting.state !== 'running') return store
    const closed = { ...store, meeting: { ...store.meeting, state: 'closed' as const }, closedAt: at }
    return recorded({ ...moment, store: closed }, 'meeting.closed', store.meeting.id)
  })

/** Every act of a called board alone, as the commands run it. */
export const calledActs = {
  'answer-call': answerCall,
  'tell-called': tellCalled,
  'note-calls': noteCalls,
  'end-overdue': endOverdue,
}
