import type { ItemStage } from '@/lib/meetings/model'
import { specialties } from '@/lib/people/model'
import { type Ballot, countedBallots } from './ballot'
import type { Voter } from './result'
import type { MyBallotView } from './views'

type CastBallotRow = Ballot & { castAt: Date }

/** Whether everybody on the board may see the ballots of an item; before it, nobody sees another member's. */
export const isRevealed = (stage: ItemStage): boolean => stage === 'revealed' || stage === 'concluded'

/** Whether a round of an item was revealed, be it an earlier one than that which runs. */
export const wasRevealed = ({ stage, round }: { stage: ItemStage; round: number }): boolean =>
  round > 1 || isRevealed(stage)

/** What a member may see of a sealed vote, from every revision of the own ballot; null before the first. */
export function ownBallotOf(mine: readonly CastBallotRow[]): MyBallotView | null {
  const counted = countedBallots(mine)
  if (counted.length === 0) return null
  const castAt = new Date(Math.max(...mine.map((row) => row.castAt.getTime())))
  const revision = Math.max(...mine.map((row) => row.revision))
  const answers = counted.map(({ optionId, stance, rating, reason }) => ({
    ...{ optionId, stance, reason },
    ...(rating != null && { rating }),
  }))
  return { revision, castAt: castAt.toISOString(), answers }
}

/** Those of the members in the room whose ballot is not among the counted ones, in the fixed order of specialties. */
export const notCastOf = (inTheRoom: readonly Voter[], counted: readonly { voterId: string }[]): Voter[] =>
  inTheRoom
    .filter(({ voterId }) => !counted.some((one) => one.voterId === voterId))
    .sort(
      (one, other) =>
        specialties.indexOf(one.specialty) - specialties.indexOf(other.specialty) || one.name.localeCompare(other.name),
    )
