import { isCalledBoard, movesSince } from './called-tables'
import type { Step } from './invariants'
import { conflictsIn } from './safety-tables'
import { ballotsOf, itemOf, type Store, type StoredItem } from './store'

type Broken = string | null

/** How far the clocks of two processes can be apart: what one of them wrote may have come earlier or later by so much. */
const skewMs = 4_000

/** Specialties that were called and have no ballot in the round of somebody without a conflict of interest. */
const missingOn = (store: Store, { itemId, caseId, round }: StoredItem): string[] => {
  const cast = ballotsOf(store, itemId).filter((one) => one.round === round)
  const stands = (userId: string) =>
    store.conflicts.some((one) => one.caseId === caseId && one.userId === userId && one.withdrawn === null)
  const answered = new Set(cast.flatMap(({ voterId, specialty }) => (stands(voterId) ? [] : [specialty])))
  return store.calls.flatMap(({ specialty }) => (answered.has(specialty) ? [] : [specialty]))
}

/** A called board opens its ballots with the ballot that it waited for, by its chair, or after its deadline, and by nothing else. */
export function calledBoardsOpenByTheirRule({ before, after, userId, act, at }: Step): Broken {
  for (const item of isCalledBoard(after) ? after.items : []) {
    const { itemId, stage } = item
    const missing = missingOn(after, item)
    const mayBeLast = act.kind === 'cast' || act.kind === 'withdraw-conflict'
    if (mayBeLast && stage === 'voting' && missing.length === 0)
      return `${itemId} stays sealed although every specialty has cast`
    if (stage !== 'revealed' || itemOf(before, itemId)?.stage === stage) continue
    if (mayBeLast && missing.length > 0) return `${itemId} was opened while ${missing.join()} was missing`
    if (act.kind === 'end-overdue' && (after.meeting.answerBy === null || at < after.meeting.answerBy))
      return `${itemId} was ended before its deadline`
    if (!mayBeLast && userId !== 'chair') return `${itemId} was opened by ${act.kind} of ${userId}`
  }
  return null
}

type Move = Store['ladderMoves'][number]

const told = (store: Store, { callId, place, kind, at }: Move): string =>
  `${kind} of ${nameAt(store, callId, place)} in ${callId} at ${at}`

const nameAt = ({ calls }: Store, callId: string, place: number): string =>
  calls.find((one) => one.callId === callId)?.ladder[place - 1] ?? 'nobody'

/** A ladder calls nobody who was recused before, and passes over nobody who was not. */
export function laddersPassOverTheRecused({ before, after }: Step): Broken {
  for (const move of after.ladderMoves.slice(before.ladderMoves.length)) {
    const { callId, place, kind, at } = move
    const userId = nameAt(after, callId, place)
    const own = conflictsIn(after, after.items[0]?.caseId ?? '').filter((one) => one.userId === userId)
    const stood = own.some(({ declaredAt, withdrawn }) => declaredAt < at && (withdrawn === null || withdrawn.at > at))
    if (kind === 'call.escalated' && stood) return `${told(after, move)}, who is recused`
    if (kind === 'call.skipped' && !own.some(({ declaredAt }) => declaredAt <= at))
      return `${told(after, move)}, who is not recused`
  }
  return null
}

/** The next name is called once the one before has had the minutes, has said that they cannot or is recused, and while nobody holds the call. */
export function laddersGoOnInTime({ before, after, at: now }: Step): Broken {
  const recusedAt = (userId: string) =>
    after.conflicts.filter((one) => one.userId === userId).map((one) => one.declaredAt)
  for (const move of after.ladderMoves.slice(before.ladderMoves.length)) {
    const { callId, place, at } = move
    const call = after.calls.find((one) => one.callId === callId)
    if (!call) return `${told(after, move)}, which nobody opened`
    if (at > now.toISOString()) return `${told(after, move)}, which is to come`
    if (move.kind !== 'call.escalated') continue
    const answers = after.callAnswers.filter((one) => one.callId === callId)
    const endsOf = (userId: string) => [
      ...answers.filter((one) => one.userId === userId && one.answer === 'cannot').map((one) => one.at),
      ...recusedAt(userId),
    ]
    const past = nameAt(after, callId, place - 1)
    const calledPast = after.ladderMoves.find((one) => one.callId === callId && one.place === place - 1)?.at
    const waited = Date.parse(at) - Date.parse(calledPast ?? call.calledAt) + skewMs
    if (waited < call.nextAfterMinutes * 60_000 && !endsOf(past).some((end) => end <= at))
      return `${told(after, move)} before ${past} had ${call.nextAfterMinutes} min`
    const holder = answers.find(
      ({ userId, answer, at: seenAt }) =>
        answer === 'seen' &&
        Date.parse(seenAt) + skewMs < Date.parse(at) &&
        !endsOf(userId).some((end) => seenAt <= end && end <= at),
    )
    if (holder) return `${told(after, move)} although ${holder.userId} holds it`
  }
  return null
}

const noting = new Set(['note-calls', 'answer-call', 'tell-called', 'declare-conflict', 'withdraw-conflict'])

/** What a ladder has done until somebody looks is in the ledger then, each move once; and none is changed. */
export function everyMoveIsInTheLedgerOnce({ before, after, act, at }: Step): Broken {
  if (before.ladderMoves.some((move, place) => after.ladderMoves[place] !== move))
    return 'A move of a ladder was changed'
  const keys = after.ladderMoves.map((move) => `${move.callId} ${move.place} ${move.kind}`)
  const twice = keys.find((key, place) => keys.indexOf(key) !== place)
  if (twice) return `${twice} is there twice`
  if (!noting.has(act.kind)) return null
  const [missing] = movesSince(after, at)
  if (missing) return `${told(after, missing)} is not in the ledger`
  const isSilent = ({ callId }: { callId: string }) => !after.callAnswers.some((one) => one.callId === callId)
  for (const { callId, ladder, calledAt, nextAfterMinutes } of after.conflicts.length > 0 ? [] : after.calls) {
    if (!isSilent({ callId }) || endOf(after) !== null) continue
    const minutes = (at.getTime() - Date.parse(calledAt)) / 60_000
    const due = Math.min(ladder.length - 1, Math.floor(minutes / nextAfterMinutes))
    const moved = after.ladderMoves.filter((one) => one.callId === callId).length
    if (moved < due) return `${callId} has called ${moved + 1} in ${minutes} min of silence`
  }
  return null
}

const ends = new Set(['item.revealed', 'item.all-answered', 'item.ended-overdue', 'meeting.closed'])

/** The first reveal of the board or its closing, as the ledger tells it; null before. */
const endOf = ({ ledger }: Store): string | null => ledger.find(({ kind }) => ends.has(kind))?.at.toISOString() ?? null

/** From the reveal on, or the closing, nobody is called and nobody answers; what was said before stands, and a telling answers for nobody. */
export function callsEndWithTheBoard({ before, after, userId, act }: Step): Broken {
  const said = after.callAnswers.slice(before.callAnswers.length)
  if (before.callAnswers.some((one, place) => after.callAnswers[place] !== one))
    return 'An answer to a call was changed'
  if (before.callTellings.some((one, place) => after.callTellings[place] !== one)) return 'A telling was changed'
  if (said.some((one) => act.kind !== 'answer-call' || one.userId !== userId)) return `${userId} answered for another`
  const ended = endOf(before)
  if (ended === null) return null
  if (said.length > 0 || after.callTellings.length > before.callTellings.length)
    return 'A call that is over was answered'
  const late = after.ladderMoves.slice(before.ladderMoves.length).find(({ at }) => at > ended)
  return late ? `${told(after, late)} after the end of the calls` : null
}

/** Looked at after every commit. */
export const calledStepInvariants = [
  calledBoardsOpenByTheirRule,
  laddersPassOverTheRecused,
  laddersGoOnInTime,
  everyMoveIsInTheLedgerOnce,
  callsEndWithTheBoard,
]
