import { lastStays } from '@/lib/meetings/model/attendance'
import type { RoomItemView, RoomView } from './views'

/**
 * What the numbers of a sealed vote tell. `outOf`: the members with a vote who are there, and never fewer than have cast.
 * `everybodyHere`: whether all who are there have cast; `unknown` once somebody with a vote has left or is not there, since
 * who cast is hidden until the reveal, and once the count stands still.
 */
export type Turnout = { outOf: number; everybodyHere: 'cast' | 'not-yet' | 'unknown' }

type Counted = Pick<RoomItemView, 'cast' | 'isCastHeld'>
type InTheRoom = Pick<RoomView, 'votersPresent' | 'attendance'>

/** The turnout of a vote with so many ballots cast. */
export function turnoutOf({ cast, isCastHeld }: Counted, { votersPresent, attendance }: InTheRoom): Turnout {
  const outOf = Math.max(cast, votersPresent)
  if (isCastHeld) return { outOf, everybodyHere: 'unknown' }
  if (cast < votersPresent) return { outOf, everybodyHere: 'not-yet' }
  const hasLeft = lastStays(attendance).some(({ leftAt, specialty }) => leftAt !== null && specialty !== null)
  return { outOf, everybodyHere: hasLeft || cast > votersPresent ? 'unknown' : 'cast' }
}

/** How many have cast in a sealed vote, such as `2 of 3 cast`; a count that stands still says the least there can be. */
export const castInWords = (item: Counted, room: InTheRoom): string =>
  `${item.isCastHeld ? 'at least ' : ''}${item.cast} of ${turnoutOf(item, room).outOf} cast`
