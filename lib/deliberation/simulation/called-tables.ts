import type { CallAnswer, Ladder } from '@/lib/meetings/model/call'
import { type CallsGround, standingAt } from '@/lib/meetings/model/calls-view'
import { type DutyView, isOnDuty } from '@/lib/meetings/model/duty'
import { type LadderMove, movesToRecord, revealKinds } from '@/lib/meetings/model/ladder-moves'
import type { Specialty } from '@/lib/people/model'
import { conflictsIn, recusedIn } from './safety-tables'
import { castOn, type Store, type StoredItem } from './store'

export type StoredCall = Ladder & { callId: string; specialty: Specialty }

/** Of a board without a meeting; empty for a meeting, but for when it closed. */
export type CalledTables = {
  calls: readonly StoredCall[]
  callAnswers: readonly (CallAnswer & { callId: string })[]
  /** Who was told by telephone. */
  callTellings: readonly CallsGround['tellings'][number][]
  /** What the ledger knows of the ladders, as its rows say it. */
  ladderMoves: readonly (LadderMove & { callId: string })[]
  duties: readonly Pick<DutyView, 'specialty' | 'userId' | 'telephone' | 'startsAt' | 'endsAt'>[]
  closedAt: Date | null
}

export const nobodyCalled: CalledTables = {
  ...{ calls: [], callAnswers: [], callTellings: [], ladderMoves: [], duties: [] },
  closedAt: null,
}

export const isCalledBoard = ({ meeting }: Pick<Store, 'meeting'>): boolean => meeting.kind === 'asynchronous'

const reveals = new Set<string>(revealKinds)

const firstReveal = ({ ledger }: Store) => ledger.find(({ kind }) => reveals.has(kind))

/** What the calls of the board are shown from at an instant; null for a meeting. */
export function callsGroundOf(store: Store, at: Date): CallsGround | null {
  const [item] = store.items
  const { meeting, people, closedAt } = store
  if (!item || meeting.answerBy === null) return null
  const nameOf = (userId: string) => people.find((one) => one.userId === userId)?.name ?? ''
  return {
    ...{ boardId: meeting.boardId, meetingId: meeting.id, caseId: item.caseId, answerBy: meeting.answerBy },
    ...{ openedAt: meeting.startsAt, openedBy: nameOf(meeting.createdBy), closedAt },
    firstRevealedAt: firstReveal(store)?.at ?? null,
    deadline: {
      ...{ stage: item.stage, round: item.round, meetingState: meeting.state },
      ballotsCast: castOn(store, item),
    },
    calls: store.calls.map((call) => ({
      ...call,
      answers: store.callAnswers.filter(({ callId }) => callId === call.callId),
    })),
    recusals: conflictsIn(store, item.caseId).map(({ userId, declaredAt, withdrawn }) => ({
      ...{ userId, from: declaredAt, to: withdrawn?.at ?? null },
    })),
    recorded: store.ladderMoves,
    onDuty: store.duties.filter((one) => isOnDuty(one, at.toISOString())),
    tellings: store.callTellings,
    nameOf,
  }
}

/** What the ladders of the board have done until an instant and the ledger does not know. */
export function movesSince(store: Store, at: Date): CalledTables['ladderMoves'] {
  const ground = callsGroundOf(store, at)
  if (!ground) return []
  return ground.calls.flatMap((call) => {
    const { callId } = call
    const known = store.ladderMoves.filter((one) => one.callId === callId)
    const standing = standingAt(call, ground, at.toISOString())
    return movesToRecord(call.ladder, standing, known).map((move) => ({ callId, ...move }))
  })
}

/**
 * Whether every specialty that was called has a ballot in the round from somebody who takes part in the case: what
 * `app_reveal_answered` asks in the database, which alone may count who has cast.
 */
export const everySpecialtyHasCast = (store: Store, { itemId, caseId, round }: StoredItem): boolean => {
  const recused = recusedIn(store, caseId)
  return store.calls.every((call) =>
    store.ballots.some(
      (one) =>
        one.itemId === itemId && one.round === round && one.specialty === call.specialty && !recused.has(one.voterId),
    ),
  )
}
