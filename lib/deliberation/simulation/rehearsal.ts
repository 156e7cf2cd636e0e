import type { BallotAnswer, CastBallot } from '../model/ballot'
import { ratingBands } from '../model/rating'
import { standingOf } from '../model/standing'
import type { RoomView } from '../model/views'
import type { Random } from './random'

/** Said with every opposing stance, so that nobody takes it for a judgement of the case. */
const rehearsedReason = 'Rehearsal: said to practise with, not a view of this case.'

const stanceOf = (random: Random): BallotAnswer['stance'] => {
  const drawn = random.next()
  if (drawn < 0.5) return 'support'
  return drawn < 0.8 ? 'acceptable' : 'oppose'
}

/** What a simulated member does next in a room that it sees. */
export type RehearsalStep = { kind: 'join' } | { kind: 'cast'; ballot: CastBallot }

/**
 * What a simulated member of a rehearsal does next: it comes into a meeting that runs, and casts once in every round of every
 * vote. Null when there is nothing to do. `name` is how the attendance names the member.
 */
export function nextRehearsalStep(random: Random, room: RoomView, name: string): RehearsalStep | null {
  if (room.state !== 'running' || room.kind !== 'live') return null
  const isThere = room.attendance.some((one) => one.name === name && one.leftAt === null)
  if (!isThere) return room.may.join.open ? { kind: 'join' } : null
  const { item } = room
  if (item?.stage !== 'voting' || !item.may.vote.open || item.myBallot !== null) return null
  const answers = standingOf(item.options).map(({ optionId }) => {
    const stance = stanceOf(random)
    const band = ratingBands.find((one) => one.stance === stance)
    const rating = item.voting.scale === 'ratings' && band ? random.pick(band.ratings) : null
    return { optionId, stance, rating, reason: stance === 'oppose' ? rehearsedReason : null }
  })
  return { kind: 'cast', ballot: { itemId: item.itemId, round: item.round, answers } }
}
