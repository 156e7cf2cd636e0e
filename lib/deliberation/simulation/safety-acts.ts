import { ok, type Result, refuse } from '@/lib/foundation/result'
import { type ConflictKind, decideConflict, decideConflictWithdrawal } from '@/lib/meetings/model/conflict'
import { mayChair } from '@/lib/meetings/policy'
import type { Specialty } from '@/lib/people/model'
import { mayOwnTask, seatOn } from '@/lib/people/policy'
import { decideAnswer, decideObjection } from '../model/objection'
import { decideRemark } from '../model/remark'
import { mayDeclareConflict, mayObject, mayRemark, mayVote, mayWithdrawRemark } from '../policy'
import { type Done, type Moment, recorded, type Transition } from './acts'
import { recusedIn } from './safety-tables'
import { ballotsOf, boardId, castOn, itemOf, type Store, type StoredItem, standingIn } from './store'

/** What people say beside their ballots. */
export type SafetyAct =
  | { kind: 'object'; itemId: string; optionId: string | null; addressedTo: string | null }
  | { kind: 'answer-objection'; objectionId: string; answer: string }
  | { kind: 'remark'; remarkId: string; itemId: string; replyToId: string | null; addressedTo: Specialty | null }
  | { kind: 'withdraw-remark'; remarkId: string }
  | { kind: 'declare-conflict'; itemId: string; conflict: ConflictKind }
  | { kind: 'withdraw-conflict'; itemId: string; conflictId: string }

const onBoard = { boardId }

const object: Transition<'object'> = (moment, { itemId, optionId, addressedTo }) => {
  const { store, actor, at } = moment
  const item = itemOf(store, itemId)
  if (!item) return refuse('not-found')
  if (!mayObject(actor, onBoard)) return refuse('forbidden')
  const options = standingIn(store, itemId).map((one) => one.optionId)
  const people = store.people.filter(mayOwnTask).map(({ userId }) => userId)
  const raiser = { userId: actor.userId, isChair: mayChair(actor, onBoard) }
  const now = { ...item, meetingState: store.meeting.state }
  const decided = decideObjection(now, { optionId, addressedTo }, raiser, options, people)
  if (!decided.ok) return decided
  const sealed = item.stage === 'voting'
  const objectionId = `objection-${store.made + 1}`
  const raised = {
    ...{
      objectionId,
      itemId,
      optionId,
      round: item.round,
      sealed,
      isOpened: false,
      words: 'Unsafe',
      askedId: addressedTo,
    },
    ...{ raisedBy: actor.userId, by: actor.name, specialty: seatOn(actor, boardId)?.specialty ?? null },
    ...{ raisedAt: at.toISOString(), answer: null, answeredBy: null, answererId: null, answeredAt: null },
  }
  const written = { ...store, made: store.made + 1, objections: [...store.objections, raised] }
  const about = { counts: !sealed, round: item.round }
  return ok({
    store: recorded({ ...moment, store: written }, 'objection.raised', itemId, about),
    answer: { objectionId },
  })
}

const answerObjection: Transition<'answer-objection'> = (moment, { objectionId, answer }) => {
  const { store, actor, at } = moment
  const found = store.objections.find((one) => one.objectionId === objectionId)
  if (!found) return refuse('not-found')
  const decided = decideAnswer(
    { raisedBy: found.raisedBy, addressedTo: found.askedId, answer: found.answer },
    { userId: actor.userId, isChair: mayChair(actor, onBoard) },
  )
  if (!decided.ok) return decided
  const answered = { answer, answeredBy: actor.name, answererId: actor.userId, answeredAt: at.toISOString() }
  const objections = store.objections.map((one) => (one === found ? { ...one, ...answered } : one))
  return done(moment, { ...store, objections }, 'objection.answered', found.itemId)
}

const done = (moment: Moment, store: Store, kind: Parameters<typeof recorded>[1], aboutId: string): Result<Done> =>
  ok({ store: recorded({ ...moment, store }, kind, aboutId), answer: null })

const remark: Transition<'remark'> = (moment, { remarkId, itemId, replyToId, addressedTo }) => {
  const { store, actor, at } = moment
  if (!itemOf(store, itemId)) return refuse('not-found')
  if (!mayRemark(actor, onBoard)) return refuse('forbidden')
  const sent = store.remarks.find((one) => one.remarkId === remarkId)
  if (sent)
    return sent.itemId === itemId && sent.writerId === actor.userId
      ? ok({ store, answer: { remarkId } })
      : refuse('forbidden')
  const decided = decideRemark(store.meeting.state)
  if (!decided.ok) return decided
  const asked = store.remarks.find((one) => one.remarkId === replyToId && one.itemId === itemId)
  if (replyToId !== null && !asked) return refuse('not-found')
  const thread = asked ? (asked.replyToId ?? asked.remarkId) : null
  const written = {
    ...{ remarkId, itemId, replyToId: thread, addressedTo, text: `Remark ${remarkId}`, writerId: actor.userId },
    ...{ writer: actor.name, specialty: seatOn(actor, boardId)?.specialty ?? null, writtenAt: at.toISOString() },
    withdrawn: null,
  }
  const added = { ...moment, store: { ...store, remarks: [...store.remarks, written] } }
  return ok({ store: recorded(added, 'remark.written', remarkId), answer: { remarkId } })
}

const withdrawRemark: Transition<'withdraw-remark'> = (moment, { remarkId }) => {
  const { store, actor, at } = moment
  const found = store.remarks.find((one) => one.remarkId === remarkId)
  if (!found) return refuse('not-found')
  if (!mayWithdrawRemark(actor, { ...onBoard, writtenBy: found.writerId })) return refuse('forbidden')
  const decided = decideRemark(store.meeting.state)
  if (!decided.ok) return decided
  if (found.withdrawn) return refuse('closed', 'already-there')
  const withdrawn = { because: 'A slip', at: at.toISOString() }
  const remarks = store.remarks.map((one) => (one === found ? { ...one, withdrawn } : one))
  return done(moment, { ...store, remarks }, 'remark.withdrawn', remarkId)
}

/** A ballot of the recused in the running vote is revised to “recused” on every option, so that the count tells nothing. */
function ballotRecused({ store, actor, at }: Moment, { itemId, round }: StoredItem): Store {
  const mine = ballotsOf(store, itemId).filter((one) => one.voterId === actor.userId && one.round === round)
  const [first] = mine
  if (!first) return store
  const revision = Math.max(...mine.map((one) => one.revision)) + 1
  const who = { itemId, voterId: actor.userId, name: actor.name, specialty: first.specialty, round, revision }
  const recused = standingIn(store, itemId).map(({ optionId }) => ({
    ...{ ...who, optionId, stance: 'recused' as const, reason: 'Conflict of interest', castAt: at },
  }))
  return { ...store, ballots: [...store.ballots, ...recused] }
}

/** The ballot that a declaration revised, cast anew as it stood before. */
function ballotRestored({ store, actor, at }: Moment, { itemId, round }: StoredItem, declaredAt: string): Store {
  const mine = ballotsOf(store, itemId).filter((one) => one.voterId === actor.userId && one.round === round)
  const last = mine.at(-1)
  if (last?.castAt.toISOString() !== declaredAt || !mayVote(actor, onBoard)) return store
  const restored = mine
    .filter(({ revision }) => revision === last.revision - 1)
    .map((one) => ({ ...one, revision: last.revision + 1, castAt: at }))
  return { ...store, ballots: [...store.ballots, ...restored] }
}

const declareConflict: Transition<'declare-conflict'> = (moment, { itemId, conflict }) => {
  const { store, actor, at } = moment
  const item = itemOf(store, itemId)
  if (!item) return refuse('not-found')
  if (!mayDeclareConflict(actor, onBoard)) return refuse('forbidden')
  const isDeclared = recusedIn(store, item.caseId).has(actor.userId)
  const decided = decideConflict({ ...item, meetingState: store.meeting.state }, isDeclared)
  if (!decided.ok) return decided
  const voted = item.stage === 'voting' ? ballotRecused(moment, item) : store
  const conflictId = `conflict-${store.made + 1}`
  const declared = {
    ...{ conflictId, itemId, caseId: item.caseId, userId: actor.userId, name: actor.name, kind: conflict, words: 'W' },
    ...{ specialty: seatOn(actor, boardId)?.specialty ?? null, declaredAt: at.toISOString(), withdrawn: null },
    ballotsCast: item.stage === 'voting' ? castOn(store, item) : null,
  }
  const written = { ...voted, made: store.made + 1, conflicts: [...store.conflicts, declared] }
  return ok({
    store: recorded({ ...moment, store: written }, 'conflict.declared', itemId),
    answer: { conflictId },
  })
}

const withdrawConflict: Transition<'withdraw-conflict'> = (moment, { itemId, conflictId }) => {
  const { store, actor, at } = moment
  const item = itemOf(store, itemId)
  const found = store.conflicts.find((one) => one.conflictId === conflictId && one.caseId === item?.caseId)
  if (!item || !found) return refuse('not-found')
  if (!mayDeclareConflict(actor, onBoard) || found.userId !== actor.userId) return refuse('forbidden')
  const decided = decideConflictWithdrawal({ ...item, meetingState: store.meeting.state }, found.withdrawn !== null)
  if (!decided.ok) return decided
  const withdrawn = { because: 'Another patient', at: at.toISOString() }
  const conflicts = store.conflicts.map((one) => (one === found ? { ...one, withdrawn } : one))
  const heldAgain = { ...store, conflicts }
  const vote = itemOf(store, found.itemId)
  const written =
    vote?.stage === 'voting' ? ballotRestored({ ...moment, store: heldAgain }, vote, found.declaredAt) : heldAgain
  return done(moment, written, 'conflict.withdrawn', itemId)
}

/** Every act beside the ballots, as the commands run it. */
export const safetyActs = {
  object,
  'answer-objection': answerObjection,
  remark,
  'withdraw-remark': withdrawRemark,
  'declare-conflict': declareConflict,
  'withdraw-conflict': withdrawConflict,
}
