import type { Result } from '@/lib/foundation/result'
import type { BallotScale } from '@/lib/meetings/model/voting'
import { type Stance, stances } from '../model'
import type { BallotAnswer } from '../model/ballot'
import { ratingBands } from '../model/rating'
import type { Act, Done, Moment, Transitions } from './acts'
import { recusedIn } from './safety-tables'
import { isSame } from './same'
import { actorOf, itemOf, type Person, type Store, type StoredBallot, type StoredItem, votingIn } from './store'
import type { Look, Views } from './views'

/**
 * The same meeting as the real one, in which other people vote otherwise: what the watchers see of the two must be the same,
 * letter by letter. The watchers' own ballots are the same in both; every other voter's first ballot is cast by somebody
 * else, at another time, with other stances and longer reasons, and nobody else thinks again.
 */
export type Twin = {
  watchers: ReadonlySet<string>
  itemId: string
  store: Store
  standIns: ReadonlyMap<string, string>
  /** Rows of the ledger before the vote opened: the same in both. */
  common: number
  /** A ballot found nobody left to cast it: the numbers differ, which nobody may see. */
  isBehind: boolean
}

/**
 * Twins of a vote that opens, in which everybody watches once: half of the members with a vote and whoever has none in the first, the others
 * in the second. Who does not watch is stood in for by the next one.
 */
export function twinsOf(store: Store, itemId: string): Twin[] {
  const ids = store.people.filter(hasVote).map(({ userId }) => userId)
  const half = Math.ceil(ids.length / 2)
  const halves = [ids.slice(0, half), ids.slice(half)]
  const rest = store.people.filter((one) => !hasVote(one)).map(({ userId }) => userId)
  return halves.map((watching, place) => {
    const others = halves[1 - place] ?? []
    const standIns = others.map((userId, index) => [userId, others[(index + 1) % others.length] ?? userId] as const)
    const watchers = new Set(place === 0 ? [...watching, ...rest] : watching)
    return { watchers, itemId, store, standIns: new Map(standIns), common: store.ledger.length, isBehind: false }
  })
}

const hasVote = ({ roles, specialty }: Person): boolean => roles.includes('core-member') && specialty !== null

const otherwise = (stance: Stance): Stance => stances[(stances.indexOf(stance) + 1) % stances.length] ?? stance

const answeredOtherwise = (answers: readonly BallotAnswer[], scale: BallotScale): BallotAnswer[] =>
  answers.map((answer) => {
    const { optionId } = answer
    const stance = otherwise(answer.stance)
    const rating = scale === 'ratings' ? ratingBands.find((one) => one.stance === stance)?.ratings[0] : undefined
    return { optionId, stance, rating: rating ?? null, reason: `Other words on ${optionId}` }
  })

/** What the twin's people did when this was done; null when it cannot be told, and nothing can be compared any more. */
export function followed(twin: Twin, act: Act, moment: Moment, transitions: Transitions): Twin | null {
  const { store, watchers, standIns } = twin
  const { userId } = moment.actor
  const run = transitions[act.kind] as (moment: Moment, act: Act) => Result<Done>
  if (act.kind !== 'cast' || watchers.has(userId)) return goneOn(twin, run({ ...moment, ...by(store, userId) }, act))
  const item = itemOf(store, act.itemId)
  if (!item || !standIns.has(userId)) return null
  if (moment.store.ballots.some((one) => isIn(item, one) && one.voterId === userId)) return twin
  const standIn = nextFree(twin, item, userId)
  if (standIn === null) return { ...twin, isBehind: true }
  const scale = votingIn(store, item)(item.round).scale
  const at = new Date(moment.at.getTime() + 7_000)
  return goneOn(twin, run({ at, ...by(store, standIn) }, { ...act, answers: answeredOtherwise(act.answers, scale) }))
}

const isIn = ({ itemId, round }: StoredItem, one: StoredBallot): boolean => one.itemId === itemId && one.round === round

/** Who casts instead of a voter: the next one who has not cast and takes part in the case; null when everybody else has. */
function nextFree({ store, standIns }: Twin, item: StoredItem, userId: string): string | null {
  const recused = recusedIn(store, item.caseId)
  let next = standIns.get(userId)
  for (let turn = 0; turn < standIns.size && next !== undefined; turn++) {
    const id = next
    if (!recused.has(id) && !store.ballots.some((one) => isIn(item, one) && one.voterId === id)) return id
    next = standIns.get(id)
  }
  return null
}

const by = (store: Store, userId: string) => ({ store, actor: actorOf(store, userId) })

const goneOn = (twin: Twin, result: Result<Done>): Twin | null =>
  result.ok ? { ...twin, store: result.value.store } : null

/** Where a watcher can tell the twin from the real meeting at an instant, or null. `real`: what each sees of the real one. */
export function toldApart(twin: Twin, at: Date, real: (userId: string) => Views, look: Look): string | null {
  for (const watcherId of twin.watchers) {
    const broken = toldApartBy(watcherId, twin, at, real(watcherId), look(twin.store, watcherId))
    if (broken) return broken
  }
  return null
}

function toldApartBy(watcherId: string, { common }: Twin, at: Date, real: Views, other: Views): string | null {
  const pairs = {
    room: [real.room, other.room],
    openVotes: [real.openVotes, other.openVotes],
    calls: [real.calls(at), other.calls(at)],
    history: [real.history(common), other.history(common)],
  }
  for (const [view, [one, two]] of Object.entries(pairs)) {
    if (isSame(one, two)) continue
    return `${watcherId} sees in ${view} how others voted: ${firstDifference(JSON.stringify(one), JSON.stringify(two))}`
  }
  return null
}

function firstDifference(one: string, two: string): string {
  let at = 0
  while (at < one.length && one[at] === two[at]) at++
  const around = (text: string) => text.slice(Math.max(0, at - 40), at + 40)
  return `${around(one)} | ${around(two)}`
}
