import type { VotingVersion } from '@/lib/meetings/model/voting'
import type { StanceCount } from '../model/ballot'
import type { RoomItemView } from '../model/views'
import type { Act } from './acts'
import { lastAnswers } from './safety-recount'
import type { Store, StoredItem } from './store'

/** Every committed act, in its order: the recount goes by this, not by the tables. */
type Committed = readonly { userId: string; key: string; act: Act }[]

/** What a round comes to, each as one text: members by stance, the same as they weigh, and each rating. */
export type Recount = { counts: string; weighted: string; ratings: string }

const inOrder = (pairs: readonly [string, number][]): string =>
  pairs
    .filter(([, count]) => count > 0)
    .map(([name, count]) => `${name}: ${count}`)
    .sort()
    .join(', ')

/** The counts of a tally as one text. */
export const asPairs = (counts: Readonly<Record<string, Partial<StanceCount>>>): string =>
  inOrder(
    Object.entries(counts).flatMap(([optionId, stances]) =>
      Object.entries(stances).map(([stance, count]): [string, number] => [`${optionId} ${stance}`, count]),
    ),
  )

type Weights = Pick<VotingVersion, 'weights'>

/** The weights that stood when the round of an item was opened that runs or ran last. Those set before the meeting are the tables'. */
function weightsAtOpening(store: Store, committed: Committed, itemId: string): Weights['weights'] {
  const set = committed.filter(({ act }) => act.kind === 'set-rules').length
  const opened: Weights[] = []
  let rule: Weights = store.rules[store.rules.length - set - 1] ?? { weights: [] }
  for (const { act } of committed) {
    if (act.kind === 'set-rules') rule = act
    if ((act.kind === 'open-vote' || act.kind === 'vote-again') && act.itemId === itemId) opened.push(rule)
    if ((act.kind === 'call-off' || act.kind === 'set-aside') && act.itemId === itemId) opened.pop()
  }
  return opened.at(-1)?.weights ?? []
}

/** The last round of an item, counted from what was committed alone. */
export function recountOf(store: Store, committed: Committed, { itemId, round }: StoredItem): Recount {
  const weights = weightsAtOpening(store, committed, itemId)
  const last = lastAnswers(store, committed, { itemId, round })
  const counts = new Map<string, number>()
  const weighed = new Map<string, number>()
  const ratings: string[] = []
  for (const [userId, answers] of last) {
    const specialty = store.people.find((one) => one.userId === userId)?.specialty
    const weight = weights.find((one) => one.specialty === specialty)?.weight ?? 1
    for (const { optionId, stance, rating = null } of answers) {
      const key = `${optionId} ${stance}`
      counts.set(key, (counts.get(key) ?? 0) + 1)
      weighed.set(key, (weighed.get(key) ?? 0) + weight)
      ratings.push(`${userId} on ${optionId}: ${rating}`)
    }
  }
  const weighted = weights.length === 0 ? '' : inOrder([...weighed])
  return { counts: inOrder([...counts]), weighted, ratings: ratings.sort().join() }
}

/** The same as a screen shows it after the reveal. */
export const shownOf = ({ tally, weightedTally, ballots }: RoomItemView): Recount => ({
  counts: asPairs(tally ?? {}),
  weighted: asPairs(weightedTally ?? {}),
  ratings: (ballots === 'hidden' ? [] : ballots)
    .map(({ voterId, optionId, rating = null }) => `${voterId} on ${optionId}: ${rating}`)
    .sort()
    .join(),
})
