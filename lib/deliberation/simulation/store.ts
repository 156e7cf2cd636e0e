import type { Happening } from '@/lib/ledger/model'
import type { QuorumMember, QuorumNeed, QuorumView } from '@/lib/meetings/model/quorum'
import type { AgendaRow, AttendanceView } from '@/lib/meetings/model/views'
import { type VotingRule, type VotingVersion, votingByRound } from '@/lib/meetings/model/voting'
import type { Actor, Role, Specialty } from '@/lib/people/model'
import type { Ballot } from '../model/ballot'
import type { StoredPreAnswer } from '../model/pre-ballot'
import { calledQuorum, meetingQuorum } from '../model/quorum-now'
import type { ItemTimes, RoomMeeting, RoomOption } from '../model/room-view'
import { ballotsOfRound, type RoundBallot } from '../model/rounds'
import { standingOf } from '../model/standing'
import type { StoredEstimate } from '../model/survival-estimate'
import type { ConclusionView } from '../model/views'
import { type CalledTables, isCalledBoard } from './called-tables'
import type { LaneTables } from './lane-tables'
import type { LaterTables } from './later-tables'
import { recusedIn, type SafetyTables } from './safety-tables'

/** A person with the seat on the board; without a role it is a stranger. */
export type Person = { userId: string; name: string; roles: readonly Role[]; specialty: Specialty | null }

/** `round`: of the vote that runs or ran last, counted from 1. `rulesByRound`: the version of the board's rules at the opening of each. */
export type StoredItem = AgendaRow & ItemTimes & { round: number; rulesByRound: readonly number[] }
export type StoredOption = RoomOption & { itemId: string }
export type StoredBallot = RoundBallot & { itemId: string; castAt: Date }

export type StoredPreBallot = StoredPreAnswer & { itemId: string; round: number; voterId: string }

/** What the signature froze, as text. */
export type StoredConclusion = ConclusionView & { frozen: string | null }

/** A row of the ledger. `key` is known to the simulation alone: which request wrote it. */
export type LedgerRow = {
  kind: Happening
  actorId: string
  aboutId: string
  at: Date
  /** Of a meeting's act; null for what the meeting does not count. */
  sequence: number | null
  left: boolean
  /** Of a ballot: the round in which it was cast; 0 of anything else. */
  round: number
  key: string
}

/** The tables that a meeting touches. Never changed: an act gives the next one, and a rollback keeps the one before. */
export type Store = SafetyTables &
  CalledTables &
  LaneTables &
  LaterTables & {
    people: readonly Person[]
    meeting: RoomMeeting
    /** How many of which specialty a decision needs. */
    quorum: readonly QuorumNeed[]
    /** How votes are held: every version that the chair set, the first one first. */
    rules: readonly VotingVersion[]
    items: readonly StoredItem[]
    options: readonly StoredOption[]
    ballots: readonly StoredBallot[]
    /** What members have filled in of ballots and not cast. */
    preBallots: readonly StoredPreBallot[]
    estimates: readonly (StoredEstimate & { itemId: string })[]
    attendance: readonly AttendanceView[]
    conclusions: readonly StoredConclusion[]
    ledger: readonly LedgerRow[]
    /** Rows made so far: the next id. */
    made: number
  }

/** The id of the first meeting that is played of a board. */
export const firstMeeting = 'meeting'
export const boardId = 'board'
export const boardName = 'Spine board'
export const timeZone = 'Europe/London'

/** Who asks, as the people of this moment say: built anew for each request. */
export function actorOf(store: Store, userId: string): Actor {
  const person = store.people.find((one) => one.userId === userId)
  if (!person || person.roles.length === 0) return { userId, name: person?.name ?? '', sessionId: userId, seats: [] }
  const { name, roles, specialty } = person
  return { userId, name, sessionId: userId, seats: [{ boardId, boardName, roles, specialty }] }
}

export const itemOf = (store: Store, itemId: string): StoredItem | undefined =>
  store.items.find((item) => item.itemId === itemId)

/** The same, also of a meeting that was before this one. */
export const anyItemOf = (store: Store, itemId: string): StoredItem | undefined =>
  itemOf(store, itemId) ?? store.past.find((item) => item.itemId === itemId)

export const optionsOf = (store: Store, itemId: string): StoredOption[] =>
  store.options.filter((option) => option.itemId === itemId)

export const standingIn = (store: Store, itemId: string): StoredOption[] => standingOf(optionsOf(store, itemId))

export const ballotsOf = (store: Store, itemId: string): StoredBallot[] =>
  store.ballots.filter((ballot) => ballot.itemId === itemId)

type Voting = Pick<StoredItem, 'itemId' | 'stage' | 'round' | 'votingAt'>

/** Where the number of ballots stands still since a conflict was declared in the running vote, as the database says; null while it does not. */
export function countHeldIn({ conflicts }: Store, { itemId, stage, votingAt }: Voting): number | null {
  const counts = conflicts.flatMap(({ withdrawn, declaredAt, ballotsCast, ...conflict }) =>
    conflict.itemId === itemId &&
    withdrawn === null &&
    votingAt !== null &&
    new Date(declaredAt) >= votingAt &&
    ballotsCast
      ? [ballotsCast]
      : [],
  )
  return stage === 'voting' && counts.length > 0 ? Math.min(...counts) : null
}

/** Members who have cast in the round that runs on an item, or in its last one, as far as anybody may know. */
export const castOn = (store: Store, item: Voting): number => countHeldIn(store, item) ?? votersOf(store, item)

const votersOf = (store: Store, { itemId, round }: Voting): number =>
  new Set(ballotsOf(store, itemId).flatMap((ballot) => (ballot.round === round ? [ballot.voterId] : []))).size

/** The rounds of an item that are over, the first one first. */
export const roundsBefore = (round: number): number[] => Array.from({ length: round - 1 }, (_, place) => place + 1)

export const conclusionsOf = (store: Store, itemId: string): StoredConclusion[] =>
  store.conclusions.filter((one) => one.itemId === itemId)

/** How a round of an item is voted. */
export const votingIn = (store: Store, item: StoredItem): ((round: number) => VotingRule) =>
  votingByRound(store.rules, item)

/** The members with a vote who are there now. */
const membersPresent = ({ people, attendance }: Store): QuorumMember[] =>
  people.flatMap(({ userId, name, roles, specialty }) =>
    specialty !== null &&
    roles.includes('core-member') &&
    attendance.some((one) => one.userId === userId && one.leftAt === null)
      ? [{ userId, name, specialty }]
      : [],
  )

/** The quorum of an item at this moment, by the ballots that count. */
export function quorumIn(store: Store, { caseId }: StoredItem, ballots: readonly Ballot[] | 'hidden'): QuorumView {
  const conflicted = recusedIn(store, caseId)
  if (!isCalledBoard(store))
    return meetingQuorum({ needs: store.quorum, ballots, conflicted }, membersPresent(store), store.attendance)
  const needs = store.calls.map(({ specialty }) => ({ specialty, least: 1 }))
  return calledQuorum({ needs, ballots, conflicted })
}

/** What a signature rests on, as text that any later change would change. */
export function recordOf(store: Store, itemId: string): string {
  const ballots = ballotsOf(store, itemId)
  const item = anyItemOf(store, itemId)
  const round = item?.round ?? 1
  const rounds = [...roundsBefore(round), round].map((each) => [
    item && votingIn(store, item)(each),
    ballotsOfRound(ballots, each),
  ])
  return JSON.stringify([optionsOf(store, itemId), rounds])
}

/** The words and answers of a conclusion, as text. */
export const wordsOf = (stored: StoredConclusion): string => {
  const { version, changeReason, rationale, goalsConsidered, dissent, answers, goalsGate, needs, sequence } = stored
  const words = [rationale, goalsConsidered, dissent, answers, goalsGate, needs, sequence]
  return JSON.stringify([version, changeReason, ...words])
}
