import { lastStays } from '@/lib/meetings/model/attendance'
import type { RoomView } from './views'

/**
 * What the numbers of a sealed vote tell. `outOf`: the members with a vote who are there, and never fewer than have cast.
 * `everybodyHere`: whether all who are there have cast; `unknown` once somebody with a vote has left or is not there, since
 * who cast is hidden until the reveal.
 */
export type Turnout = { outOf: number; everybodyHere: 'cast' | 'not-yet' | 'unknown' }

/** The turnout of a vote with so many ballots cast. */
export function turnoutOf(cast: number, room: Pick<RoomView, 'votersPresent' | 'attendance'>): Turnout {
  const { votersPresent, attendance } = room
  const outOf = Math.max(cast, votersPresent)
  if (cast < votersPresent) return { outOf, everybodyHere: 'not-yet' }
  const hasLeft = lastStays(attendance).some(({ leftAt, specialty }) => leftAt !== null && specialty !== null)
  return { outOf, everybodyHere: hasLeft || cast > votersPresent ? 'unknown' : 'cast' }
}
