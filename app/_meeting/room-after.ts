import type { RoomView } from '@/lib/deliberation/model/views'
import type { MeetingHint } from '@/lib/meetings/queries/check-listeners'

/**
 * The room as it is after a hint, or null when it has to be asked for anew. What others cast in the vote that runs moves one
 * number alone, but for the chair, who can reveal from the first ballot on.
 */
export function roomAfter(room: RoomView, { sequence, roomSequence }: MeetingHint): RoomView | null {
  if (roomSequence > room.sequence) return null
  const more = sequence - room.sequence
  const { item } = room
  if (more <= 0) return room
  if (item?.stage !== 'voting') return { ...room, sequence }
  const waitsForTheFirst = !item.may.reveal.open && item.may.reveal.why === 'no-ballots'
  return waitsForTheFirst ? null : { ...room, sequence, item: { ...item, cast: item.cast + more } }
}
