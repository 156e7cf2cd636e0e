import type { Stance } from '../model'
import { type Ballot, countedBallots, type StanceCount, tally } from './ballot'
import { stanceRatings } from './disagreement'
import type { StanceView } from './views'

/** A stored answer with the round of the vote in which it was cast, counted from 1. */
export type RoundBallot = Ballot & { round: number }

/** The ballots that count in one round: the last revision of each voter there. Another round's ballots are never among them. */
export const ballotsOfRound = (ballots: readonly RoundBallot[], round: number): Ballot[] =>
  countedBallots(ballots.filter((ballot) => ballot.round === round))

/** The counts of a round as it is shown: there each voter has one answer to an option. */
export const tallyOf = (ballots: readonly StanceView[]): Record<string, StanceCount> =>
  tally(ballots.map((ballot) => ({ ...ballot, revision: 1 })))

/** One member's stance on one option in two rounds; null where the member cast no ballot. */
export type Movement = {
  optionId: string
  voterId: string
  name: string
  from: Stance | null
  to: Stance | null
  /** Towards support, away from it, or neither: one of the two takes no stance. */
  direction: 'up' | 'down' | 'other'
}

const directionOf = (from: Stance | null, to: Stance | null): Movement['direction'] => {
  const before = from === null ? undefined : stanceRatings[from]
  const after = to === null ? undefined : stanceRatings[to]
  if (before === undefined || after === undefined) return 'other'
  return after > before ? 'up' : 'down'
}

const keyOf = ({ optionId, voterId }: StanceView): string => `${optionId} ${voterId}`

/** What changed from one round to the next, in the order of the later ballots, then of those who did not vote again. */
export function movementsBetween(before: readonly StanceView[], after: readonly StanceView[]): Movement[] {
  const earlier = new Map(before.map((ballot) => [keyOf(ballot), ballot]))
  const later = new Set(after.map(keyOf))
  const seen = [...after, ...before.filter((ballot) => !later.has(keyOf(ballot)))]
  return seen.flatMap((ballot): Movement[] => {
    const { optionId, voterId, name } = ballot
    const from = earlier.get(keyOf(ballot))?.stance ?? null
    const to = later.has(keyOf(ballot)) ? ballot.stance : null
    return from === to ? [] : [{ optionId, voterId, name, from, to, direction: directionOf(from, to) }]
  })
}

/** A stance with the rating that it records. */
const said: Readonly<Record<Stance, string>> = {
  support: 'support (8)',
  acceptable: 'acceptable (5)',
  oppose: 'oppose (2)',
  abstain: 'abstained',
  recused: 'recused',
  'need-information': 'needs information',
}

/** `from support (8) to oppose (2)`. */
export const movementWords = ({ from, to }: Pick<Movement, 'from' | 'to'>): string =>
  `from ${from === null ? 'no ballot' : said[from]} to ${to === null ? 'no ballot' : said[to]}`
