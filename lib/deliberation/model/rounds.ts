import type { SpecialtyWeight } from '@/lib/meetings/model/voting'
import type { Stance } from '../model'
import { type Ballot, countedBallots, type StanceCount, tally } from './ballot'
import { type Rated, ratingOf } from './rating'
import type { StanceView } from './views'

/** A stored answer with the round of the vote in which it was cast, counted from 1. */
export type RoundBallot = Ballot & { round: number }

/** The ballots that count in one round: the last revision of each voter there. Another round's ballots are never among them. */
export const ballotsOfRound = (ballots: readonly RoundBallot[], round: number): Ballot[] =>
  countedBallots(ballots.filter((ballot) => ballot.round === round))

/** The counts of a round as it is shown, with weights the weighted ones: there each voter has one answer to an option. */
export const tallyOf = (
  ballots: readonly StanceView[],
  weights: readonly SpecialtyWeight[] = [],
): Record<string, StanceCount> =>
  tally(
    ballots.map((ballot) => ({ ...ballot, revision: 1 })),
    weights,
  )

/** One member's stance on one option in two rounds, with the rating where it was exact; null where the member cast no ballot. */
export type Movement = {
  optionId: string
  voterId: string
  name: string
  from: Rated | null
  to: Rated | null
  /** Towards support, away from it, or neither: one of the two takes no stance. */
  direction: 'up' | 'down' | 'other'
}

const directionOf = (from: Rated | null, to: Rated | null): Movement['direction'] => {
  const before = from && ratingOf(from)
  const after = to && ratingOf(to)
  if (before === null || after === null) return 'other'
  return after > before ? 'up' : 'down'
}

/** A stance that is rated exactly in one of the two rounds only has not moved by that. */
const hasMoved = (from: Rated | null, to: Rated | null): boolean => {
  if (from?.stance !== to?.stance) return true
  return from?.rating != null && to?.rating != null && from.rating !== to.rating
}

const ratedBy = ({ stance, rating }: StanceView): Rated => ({ stance, ...(rating != null && { rating }) })

const keyOf = ({ optionId, voterId }: StanceView): string => `${optionId} ${voterId}`

/** What changed from one round to the next, in the order of the later ballots, then of those who did not vote again. */
export function movementsBetween(before: readonly StanceView[], after: readonly StanceView[]): Movement[] {
  const earlier = new Map(before.map((ballot) => [keyOf(ballot), ballot]))
  const later = new Set(after.map(keyOf))
  const seen = [...after, ...before.filter((ballot) => !later.has(keyOf(ballot)))]
  return seen.flatMap((ballot): Movement[] => {
    const { optionId, voterId, name } = ballot
    const first = earlier.get(keyOf(ballot))
    const from = first ? ratedBy(first) : null
    const to = later.has(keyOf(ballot)) ? ratedBy(ballot) : null
    return hasMoved(from, to) ? [{ optionId, voterId, name, from, to, direction: directionOf(from, to) }] : []
  })
}

/** Of what changed: whose stance moved, and where a member cast a ballot in one of the two rounds only, which is no move. */
export const splitMovements = (all: readonly Movement[]): { moved: Movement[]; inOneRound: Movement[] } => {
  const isInOne = ({ from, to }: Movement) => from === null || to === null
  return { moved: all.filter((one) => !isInOne(one)), inOneRound: all.filter(isInOne) }
}

const words: Readonly<Record<Stance, string>> = {
  support: 'support',
  acceptable: 'acceptable',
  oppose: 'oppose',
  abstain: 'abstained',
  recused: 'recused',
  'need-information': 'needs information',
}

/** A stance with the rating that it records. */
const said = (rated: Rated | null): string => {
  if (rated === null) return 'no ballot'
  const rating = ratingOf(rated)
  return rating === null ? words[rated.stance] : `${words[rated.stance]} (${rating})`
}

/** `from support (8) to oppose (2)`. */
export const movementWords = ({ from, to }: Pick<Movement, 'from' | 'to'>): string =>
  `from ${said(from)} to ${said(to)}`
