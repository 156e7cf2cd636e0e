import { wasThere } from '@/lib/meetings/model/attendance'
import type { CallsView } from '@/lib/meetings/model/call'
import { callsViewOf } from '@/lib/meetings/model/calls-view'
import { recusedBeforeVote } from '@/lib/meetings/model/conflict'
import { mayEnterRoom } from '@/lib/meetings/policy'
import type { Ballot } from '../model/ballot'
import { preBallotOf } from '../model/pre-ballot'
import type { Voter } from '../model/result'
import { roomItemOf, roomOf } from '../model/room-view'
import { ballotsOfRound } from '../model/rounds'
import { isRevealed, notCastOf, ownBallotOf, wasRevealed } from '../model/sealed'
import { estimatesShown } from '../model/survival-estimate'
import type { ConclusionsView, RoomItemView, RoomView } from '../model/views'
import { mayVote } from '../policy'
import { callsGroundOf, isCalledBoard } from './called-tables'
import type { StoredProtocol } from './lane-tables'
import { carriedOptions, revoteOf } from './later-acts'
import { type Minuted, minutesIn } from './minutes-kept'
import { conflictsIn, isSealedNow, objectionsShownTo, objectionsTold, recusedIn } from './safety-tables'
import {
  actorOf,
  ballotsOf,
  boardId,
  boardName,
  castOn,
  conclusionsOf,
  countHeldIn,
  itemOf,
  type LedgerRow,
  optionsOf,
  quorumIn,
  roundsBefore,
  type Store,
  type StoredConclusion,
  type StoredItem,
  timeZone,
  votingIn,
} from './store'

/** What one person can get of a meeting. */
export type Views = {
  /** Null where a stranger learns nothing. */
  room: RoomView | null
  /** Items whose vote waits for the person's own ballot. */
  openVotes: string[]
  /** The calls of a board without a meeting at an instant; null of a meeting. */
  calls: (at: Date) => CallsView | null
  /** The ledger as the database hands it to this person, from a row on. */
  history: (from?: number) => object[]
  /** Every version of the local protocols, the first one first. */
  protocols: () => readonly Pick<StoredProtocol, 'protocolId' | 'version' | 'act'>[]
  /** What the minutes of the meetings say that are over. */
  minutes: () => readonly Minuted[]
}

/** Gives a person's views of the tables. The simulation takes another one only to prove that a leak is found. */
export type Look = (store: Store, userId: string) => Views

const conclusionsView = (versions: readonly StoredConclusion[]): ConclusionsView => ({
  draft: versions.find(({ state }) => state === 'draft') ?? null,
  signed: versions.find(({ state }) => state === 'signed') ?? null,
  superseded: versions.filter(({ state }) => state === 'superseded'),
})

/** Members with a vote who were in the room at an instant. */
const inTheRoomAt = ({ attendance, people }: Store, at: Date): Voter[] =>
  people.flatMap(({ userId: voterId, name, roles, specialty }) =>
    specialty !== null &&
    roles.includes('core-member') &&
    attendance.some((stay) => stay.userId === voterId && wasThere(stay, at.toISOString()))
      ? [{ voterId, name, specialty }]
      : [],
  )

/** The item that a room shows, through the same pure view as the query; `sealed` says what is handed to it of the ballots. */
export function itemView(
  store: Store,
  userId: string,
  item: StoredItem,
  sealed: (item: StoredItem) => readonly Ballot[] | 'hidden',
  votingOf = votingIn(store, item),
): RoomItemView {
  const { itemId } = item
  const ballots = sealed(item)
  const all = ballotsOf(store, itemId)
  const revote = revoteOf(store, itemId)
  return roomItemOf(actorOf(store, userId), {
    meeting: store.meeting,
    row: item,
    agenda: store.items,
    options: optionsOf(store, itemId),
    times: item,
    round: item.round,
    ballots,
    voting: votingOf(item.round),
    earlierRounds: roundsBefore(item.round).map((round) => ({
      ...{ round, voting: votingOf(round) },
      ballots: ballotsOfRound(all, round),
    })),
    objections: objectionsShownTo(objectionsTold(store, actorOf(store, userId), item), actorOf(store, userId), boardId),
    conflicts: conflictsIn(store, item.caseId),
    // A simulated board meets again only once the meeting before is closed.
    isRevealedElsewhere: false,
    quorum: quorumIn(store, item, ballots),
    cast: castOn(store, item),
    isCastHeld: countHeldIn(store, item) !== null,
    myBallot: ownBallotOf(all.filter((one) => one.voterId === userId && one.round === item.round)),
    preBallot: mayVote(actorOf(store, userId), { boardId })
      ? preBallotOf(
          store.preBallots
            .filter((one) => one.itemId === itemId && one.voterId === userId && one.round === item.round)
            .map(({ optionId, stance, rating, reason, savedAt }) => ({ optionId, stance, rating, reason, savedAt })),
          item.stage,
        )
      : null,
    ...estimatesShown(
      store.estimates.filter((one) => one.itemId === itemId),
      userId,
      item,
    ),
    notCast:
      item.revealedAt === null || ballots === 'hidden' ? [] : notCastOf(inTheRoomAt(store, item.revealedAt), ballots),
    conclusions: conclusionsView(conclusionsOf(store, itemId)),
    tasks: [],
    revote: revote && { revote: revote.revote, carried: carriedOptions(store, itemId) },
    remarks: store.remarks.filter((one) => one.itemId === itemId).map(({ itemId: _, ...one }) => one),
  })
}

const hasRevealed = (item: StoredItem | undefined): boolean => item !== undefined && wasRevealed(item)

/** Whether the database hands a row of the ledger to a person: what is said of a sealed vote is for who said it alone. */
function isTold(store: Store, row: Omit<LedgerRow, 'key'>, userId: string): boolean {
  if (row.actorId === userId) return true
  const item = itemOf(store, row.aboutId)
  switch (row.kind) {
    case 'ballot.prepared':
      return false
    case 'survival.estimated':
      return hasRevealed(item)
    case 'objection.raised':
      return !store.objections.some(
        (one) => one.raisedBy === row.actorId && one.raisedAt === row.at.toISOString() && isSealedNow(one),
      )
    case 'ballot.cast':
      return !item || row.round !== item.round || isRevealed(item.stage)
    default:
      return true
  }
}

const nothing: Views = {
  ...{ room: null, openVotes: [], calls: () => null, history: () => [] },
  ...{ protocols: () => [], minutes: () => [] },
}

/** Views through any rule of what is sealed, and of how a round is voted. */
export const lookThrough =
  (sealed: (store: Store, item: StoredItem) => readonly Ballot[] | 'hidden', votingOf = votingIn): Look =>
  (store, userId) => {
    const actor = actorOf(store, userId)
    if (!mayEnterRoom(actor, { boardId })) return nothing
    const shown = store.meeting.presentingItemId
    const item = shown === null ? undefined : itemOf(store, shown)
    const recused = item
      ? recusedBeforeVote(conflictsIn(store, item.caseId), item.votingAt?.toISOString() ?? null)
      : new Set()
    const inTheRoom = store.attendance.filter(
      ({ userId: id, leftAt }) => leftAt === null && mayVote(actorOf(store, id), { boardId }) && !recused.has(id),
    ).length
    const votersPresent = isCalledBoard(store) ? store.calls.length : inTheRoom
    const waits = ({ itemId, caseId, stage, round }: StoredItem) =>
      stage === 'voting' &&
      store.meeting.state === 'running' &&
      !recusedIn(store, caseId).has(userId) &&
      !store.ballots.some((one) => one.itemId === itemId && one.voterId === userId && one.round === round)
    return {
      room: roomOf(actor, {
        meeting: store.meeting,
        boardName,
        timeZone,
        agenda: store.items,
        pause: null,
        votersPresent,
        attendance: [...store.attendance].sort((one, other) => one.name.localeCompare(other.name)),
        item: item ? itemView(store, userId, item, (of) => sealed(store, of), votingOf(store, item)) : null,
      }),
      openVotes: mayVote(actor, { boardId }) ? store.items.filter(waits).map(({ itemId }) => itemId) : [],
      calls: (at) => {
        const ground = callsGroundOf(store, at)
        return ground && callsViewOf(actor, ground, at.toISOString())
      },
      history: (from = 0) =>
        store.ledger.slice(from).flatMap(({ key, ...row }) => (isTold(store, row, userId) ? [row] : [])),
      protocols: () => store.protocols,
      minutes: () => minutesIn(store),
    }
  }

/** What the queries hand out of the ballots of the last round: all that count from its reveal on, nothing before. */
export const sealedUntilReveal = (store: Store, { itemId, stage, round }: StoredItem): readonly Ballot[] | 'hidden' =>
  isRevealed(stage) ? ballotsOfRound(ballotsOf(store, itemId), round) : 'hidden'

/** Views as the queries give them. */
export const look: Look = lookThrough(sealedUntilReveal)
