import type { CaseState } from '@/lib/cases/model'
import type { Modality } from '@/lib/clinical/catalogue/modalities'
import { certain } from '@/lib/clinical/certain'
import { ok, type Result, refuse } from '@/lib/foundation/result'
import type { Happening } from '@/lib/ledger/model'
import {
  decideAgendaChange,
  decideMove,
  decideStart,
  type ItemNow,
  type ItemStage,
  type ItemVerb,
  meetingObstacle,
} from '@/lib/meetings/model'
import { lastStays, wasThere } from '@/lib/meetings/model/attendance'
import type { BallotScale, SpecialtyWeight } from '@/lib/meetings/model/voting'
import { mayChair, mayEnterRoom, mayOpenVote, mayRecordAttendance, mayStart } from '@/lib/meetings/policy'
import type { Actor, Role, Specialty } from '@/lib/people/model'
import { mayManagePeople, seatOn } from '@/lib/people/policy'
import { type BallotAnswer, decideBallot } from '../model/ballot'
import type { ConclusionText } from '../model/conclusion'
import { decideOptions, letterAfter } from '../model/option'
import type { PreAnswer } from '../model/pre-ballot'
import type { SurvivalBand } from '../model/survival-estimate'
import { mayPropose, mayVote, mayWithdraw } from '../policy'
import type { CalledAct } from './called-acts'
import type { LaneAct } from './lane-acts'
import type { LaterAct } from './later-acts'
import type { SafetyAct } from './safety-acts'
import { opened, recusedIn } from './safety-tables'
import {
  ballotsOf,
  boardId,
  castOn,
  countHeldIn,
  itemOf,
  optionsOf,
  roundsBefore,
  type Store,
  type StoredBallot,
  type StoredItem,
  standingIn,
  votingIn,
} from './store'

/** What somebody asks for. `set-rules`, `change-roles` and `change-case` come from other rooms and cross the meeting. */
export type Act =
  | { kind: 'start' }
  | { kind: 'attend'; userId: string; remote: boolean; left: boolean }
  | { kind: 'present'; itemId: string }
  | { kind: 'set-aside'; itemId: string }
  | { kind: 'open-vote'; itemId: string }
  | { kind: 'reveal'; itemId: string }
  | { kind: 'vote-again'; itemId: string }
  | { kind: 'call-off'; itemId: string }
  | { kind: 'propose'; itemId: string; modality: Modality; title: string }
  | { kind: 'withdraw'; optionId: string; because: string }
  | { kind: 'cast'; itemId: string; round: number; answers: readonly BallotAnswer[] }
  | { kind: 'estimate'; itemId: string; band: SurvivalBand }
  | { kind: 'prepare'; itemId: string; round: number; answers: readonly PreAnswer[] }
  | { kind: 'save'; itemId: string; draftVersion: number; text: ConclusionText }
  | { kind: 'sign'; conclusionId: string; draftVersion: number }
  | { kind: 'revise'; itemId: string; changeReason: string }
  | { kind: 'set-rules'; scale: BallotScale; weights: readonly SpecialtyWeight[] }
  | { kind: 'change-roles'; userId: string; roles: readonly Role[]; specialty: Specialty | null }
  | { kind: 'change-case'; caseId: string; state: CaseState }
  | SafetyAct
  | CalledAct
  | LaterAct
  | LaneAct
export type ActKind = Act['kind']

/** The moment in which an act is decided: the tables as they are, who asks, and the clock of the process that runs it. */
export type Moment = { store: Store; actor: Actor; at: Date }
/** The tables afterwards, and what the caller is told. */
export type Done = { store: Store; answer: unknown }
/** How one kind of act runs: find, ask the policy, ask the decision, write, record. The decisions are those of the commands. */
export type Transition<K extends ActKind> = (moment: Moment, act: Extract<Act, { kind: K }>) => Result<Done>
export type Transitions = { [K in ActKind]: Transition<K> }

const onBoard = { boardId }

/** The tables with one more row in the ledger; an act of the meeting takes the meeting's next number. */
export function recorded(
  { store, actor, at }: Moment,
  kind: Happening,
  aboutId: string,
  { counts = true, left = false, round = 0 } = {},
): Store {
  const sequence = counts ? store.meeting.sequence + 1 : null
  const row = { kind, actorId: actor.userId, aboutId, at, sequence, left, round, key: '' }
  return {
    ...store,
    meeting: counts ? { ...store.meeting, sequence: store.meeting.sequence + 1 } : store.meeting,
    ledger: [...store.ledger, row],
  }
}

/** What a move of an item depends on, as it is now. */
export const itemNow = (store: Store, item: StoredItem): ItemNow => ({
  stage: item.stage,
  meetingState: store.meeting.state,
  caseState: item.caseState,
  isShown: store.meeting.presentingItemId === item.itemId,
  votesElsewhere: store.items.some(({ itemId, stage }) => itemId !== item.itemId && stage === 'voting'),
  standingOptions: standingIn(store, item.itemId).length,
  ballotsCast: castOn(store, item),
  round: item.round,
})

/** The tables with an item changed. */
export const withItem = (store: Store, itemId: string, change: Partial<StoredItem>): Store => ({
  ...store,
  objections: endsVote(store, itemId, change) ? opened(store, itemId) : store.objections,
  items: store.items.map((item) => (item.itemId === itemId ? { ...item, ...change } : item)),
})

const endsVote = (store: Store, itemId: string, { stage }: Partial<StoredItem>): boolean =>
  stage !== undefined && stage !== 'voting' && itemOf(store, itemId)?.stage === 'voting'

type Verb = Exclude<ItemVerb, 'conclude'>
type Written = (moment: Moment, item: StoredItem, stage: ItemStage) => Store

const chairs = (actor: Actor, _: Store): boolean => mayChair(actor, onBoard)

const moveOf =
  (verb: Verb, happening: Happening, write: Written, may = chairs) =>
  (moment: Moment, { itemId }: { itemId: string }): Result<Done> => {
    const { store, actor } = moment
    const item = itemOf(store, itemId)
    if (!item) return refuse('not-found')
    if (!may(actor, store)) return refuse('forbidden')
    const decided = decideMove(itemNow(store, item), verb)
    if (!decided.ok) return decided
    const written = write(moment, item, decided.value)
    return ok({ store: recorded({ ...moment, store: written }, happening, itemId), answer: null })
  }

const show = moveOf('present', 'item.presented', ({ store, at }, { itemId, stage }, next) => {
  const shown = { ...store, meeting: { ...store.meeting, presentingItemId: itemId } }
  return stage === 'queued' ? withItem(shown, itemId, { stage: next, presentedAt: at }) : shown
})

const present: Transition<'present'> = (moment, act) => {
  const isInLane = itemOf(moment.store, act.itemId)?.lane
  return isInLane && mayChair(moment.actor, onBoard) ? refuse('closed', 'in-lane') : show(moment, act)
}

const setAside = moveOf('set-aside', 'item.set-aside', ({ store }, { itemId }, stage) => {
  const { meeting } = store
  const presentingItemId = meeting.presentingItemId === itemId ? null : meeting.presentingItemId
  const queued = { stage, presentedAt: null, votingAt: null }
  return withItem({ ...store, meeting: { ...meeting, presentingItemId } }, itemId, queued)
})

/** The versions of the rules by round once a round opens: the latest one for this round, and for those before it what they had. */
const rulesAtOpening = ({ rules }: Store, { rulesByRound }: StoredItem, round: number): number[] => [
  ...roundsBefore(round).map((each) => rulesByRound[each - 1] ?? 0),
  rules.length,
]

const openVote = moveOf(
  'open-vote',
  'item.vote-opened',
  ({ store, at }, item, stage) =>
    withItem(store, item.itemId, { stage, votingAt: at, rulesByRound: rulesAtOpening(store, item, 1) }),
  (actor, { meeting }) => mayOpenVote(actor, meeting),
)

const voteAgain = moveOf('vote-again', 'item.vote-reopened', ({ store, at }, item, stage) => {
  const round = item.round + 1
  return withItem(store, item.itemId, { stage, round, votingAt: at, rulesByRound: rulesAtOpening(store, item, round) })
})

const callOff = moveOf('call-off', 'item.round-called-off', ({ store }, { itemId, round }, stage) =>
  withItem(store, itemId, { stage, round: round - 1 }),
)

/** Opens the ballots. Whoever voted was there, which is written down at the reveal and not before. A vote that was never opened has the rules of now. */
export const openBallots: Written = ({ store, at }, item, stage) => {
  const { itemId, round } = item
  const firsts = new Map<string, StoredBallot>()
  for (const ballot of ballotsOf(store, itemId)) {
    if (ballot.round === round && !firsts.has(ballot.voterId)) firsts.set(ballot.voterId, ballot)
  }
  const came = [...firsts.values()]
    .map((ballot) => ({ ...ballot, userId: ballot.voterId, cameAt: ballot.castAt.toISOString() }))
    .filter(({ userId, cameAt }) => !store.attendance.some((one) => one.userId === userId && wasThere(one, cameAt)))
    .map(({ userId, name, specialty, cameAt }) => ({
      ...{ userId, name, specialty, remote: null, cameAt, leftAt: cameAt, byBallot: true },
    }))
  const rulesByRound = item.stage === 'presenting' ? rulesAtOpening(store, item, 1) : item.rulesByRound
  const opened = { stage, revealedAt: at, rulesByRound }
  return withItem({ ...store, attendance: [...store.attendance, ...came] }, itemId, opened)
}

const reveal = moveOf('reveal', 'item.revealed', openBallots)

const start: Transition<'start'> = (moment) => {
  const { store, actor } = moment
  if (!mayEnterRoom(actor, onBoard)) return refuse('not-found')
  if (!mayStart(actor, onBoard)) return refuse('forbidden')
  const decided = decideStart(store.meeting.state)
  if (!decided.ok) return decided
  const running = { ...store, meeting: { ...store.meeting, state: decided.value } }
  return ok({ store: recorded({ ...moment, store: running }, 'meeting.started', store.meeting.id), answer: null })
}

/** Entering the room oneself needs a running meeting; the coordinator writes down anybody until it closes. */
const attend: Transition<'attend'> = (moment, { userId, remote, left }) => {
  const { store, actor, at } = moment
  if (!mayEnterRoom(actor, onBoard)) return refuse('not-found')
  if (!mayRecordAttendance(actor, onBoard, userId)) return refuse('forbidden')
  const enters = actor.userId === userId && !left
  const why = enters ? meetingObstacle(store.meeting.state) : null
  if (why) return refuse('closed', why)
  const decided = decideAgendaChange(store.meeting.state)
  if (!decided.ok) return decided
  const person = store.people.find((one) => one.userId === userId && one.roles.length > 0)
  if (!person) return refuse('invalid', [{ path: 'userId', message: 'Choose a person of the board.' }])
  const before = lastStays(store.attendance).find((one) => one.userId === userId)
  const isOpen = before?.leftAt === null
  if (left ? !isOpen && !before?.byBallot : isOpen && before.remote === remote) return ok({ store, answer: null })
  const { name, specialty } = person
  const now = at.toISOString()
  const row = left
    ? { ...certain(before, 'a stay'), leftAt: now, byBallot: false }
    : { ...(isOpen ? before : { userId, name, specialty, cameAt: now, leftAt: null }), remote }
  const kept = left || isOpen ? store.attendance.filter((one) => one !== before) : store.attendance
  const attendance = [...kept, row]
  const written = { ...moment, store: { ...store, attendance } }
  return ok({ store: recorded(written, 'meeting.attended', userId, { left }), answer: null })
}

const propose: Transition<'propose'> = (moment, { itemId, modality, title }) => {
  const { store, actor } = moment
  const item = itemOf(store, itemId)
  if (!item) return refuse('not-found')
  if (!mayPropose(actor, onBoard)) return refuse('forbidden')
  if (recusedIn(store, item.caseId).has(actor.userId)) return refuse('closed', 'recused')
  const decided = decideOptions(store.meeting.state, item.stage)
  if (!decided.ok) return decided
  const letter = letterAfter(optionsOf(store, itemId).filter((option) => option.modality === modality).length)
  const optionId = `option-${store.made + 1}`
  const who = { proposedBy: actor.userId, proposer: actor.name, withdrawnBecause: null }
  const option = { itemId, optionId, modality, letter, title, detail: title, plan: null, ...who }
  const written = { ...store, made: store.made + 1, options: [...store.options, option] }
  return ok({ store: recorded({ ...moment, store: written }, 'option.proposed', optionId), answer: { optionId } })
}

const withdraw: Transition<'withdraw'> = (moment, { optionId, because }) => {
  const { store, actor } = moment
  const option = store.options.find((one) => one.optionId === optionId)
  const item = option && itemOf(store, option.itemId)
  if (!item) return refuse('not-found')
  if (!mayWithdraw(actor, { ...onBoard, proposedBy: option.proposedBy })) return refuse('forbidden')
  const decided = decideOptions(store.meeting.state, item.stage)
  if (!decided.ok) return decided
  if (option.withdrawnBecause !== null) return refuse('closed', 'option-withdrawn')
  const options = store.options.map((one) => (one === option ? { ...one, withdrawnBecause: because } : one))
  return ok({
    store: recorded({ ...moment, store: { ...store, options } }, 'option.withdrawn', optionId),
    answer: null,
  })
}

/** A first ballot counts in the meeting, since the count may be known; a revision does not, nor what comes while the count stands still. */
const cast: Transition<'cast'> = (moment, { itemId, round: filledInFor, answers }) => {
  const { store, actor, at } = moment
  const item = itemOf(store, itemId)
  if (!item) return refuse('not-found')
  const specialty = seatOn(actor, boardId)?.specialty
  if (!mayVote(actor, onBoard) || !specialty) return refuse('forbidden')
  if (recusedIn(store, item.caseId).has(actor.userId)) return refuse('closed', 'recused')
  const standing = standingIn(store, itemId).map(({ optionId }) => optionId)
  const { scale } = votingIn(store, item)(item.round)
  const decided = decideBallot(itemNow(store, item), standing, answers, filledInFor, scale)
  if (!decided.ok) return decided
  const { round } = item
  const mine = ballotsOf(store, itemId).filter((one) => one.voterId === actor.userId && one.round === round)
  const before = Math.max(0, ...mine.map(({ revision }) => revision))
  const who = { itemId, voterId: actor.userId, name: actor.name, specialty, round, revision: before + 1, castAt: at }
  const added = decided.value.map(({ optionId, stance, rating, reason }) => ({
    optionId,
    stance,
    rating,
    reason,
    ...who,
  }))
  const written = { ...store, ballots: [...store.ballots, ...added] }
  return ok({
    store: recorded({ ...moment, store: written }, 'ballot.cast', itemId, {
      counts: before === 0 && countHeldIn(store, item) === null,
      round,
    }),
    answer: { itemId, revision: before + 1 },
  })
}

const changeRoles: Transition<'change-roles'> = (moment, { userId, roles, specialty }) => {
  const { store, actor } = moment
  if (!mayManagePeople(actor, boardId)) return refuse('forbidden')
  const people = store.people.map((person) => (person.userId === userId ? { ...person, roles, specialty } : person))
  const written = { ...moment, store: { ...store, people } }
  return ok({ store: recorded(written, 'person.roles-changed', userId, { counts: false }), answer: null })
}

/** The case is taken back or restored while it waits; what the case's own room decides is taken as given. */
const changeCase: Transition<'change-case'> = (moment, { caseId, state }) => {
  const { store } = moment
  const items = store.items.map((item) => (item.caseId === caseId ? { ...item, caseState: state } : item))
  const kind = state === 'withdrawn' ? 'case.withdrawn' : 'case.restored'
  return ok({
    store: recorded({ ...moment, store: { ...store, items } }, kind, caseId, { counts: false }),
    answer: null,
  })
}

/** Every act of a room but those on its conclusion. */
export const roomActs = {
  start,
  attend,
  present,
  'set-aside': setAside,
  'open-vote': openVote,
  reveal,
  'vote-again': voteAgain,
  'call-off': callOff,
  propose,
  withdraw,
  cast,
  'change-roles': changeRoles,
  'change-case': changeCase,
} satisfies Partial<Transitions>
