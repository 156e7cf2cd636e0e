import { decideNewItem } from '@/lib/meetings/model'
import type { MeetingList } from '@/lib/meetings/model/views'

type Row = Pick<MeetingList['rows'][number], 'meetingId' | 'state' | 'kind'>

/**
 * The meetings that can take a re-vote of a decision. A case stands once on an agenda: the meeting that concluded it is left out,
 * which is said where it could take others.
 */
export function revoteMeetings<R extends Row>(
  rows: readonly R[],
  concludedIn: string,
): { offered: R[]; isLeftOut: boolean } {
  const open = rows.filter((row) => decideNewItem(row).ok)
  const offered = open.filter(({ meetingId }) => meetingId !== concludedIn)
  return { offered, isLeftOut: offered.length < open.length }
}
