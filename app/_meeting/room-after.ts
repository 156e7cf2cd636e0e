import type { RoomView } from '@/lib/deliberation/model/views'
import type { MeetingHint } from '@/lib/meetings/queries/check-listeners'

/**
 * The room as it is after a hint, or null when it has to be asked for anew. What others cast in the vote that runs moves one
 * number alone; the first ballot of all, the own one and everything else may change what one can do.
 */
export function roomAfter(room: RoomView, { sequence, roomSequence }: MeetingHint): RoomView | null {
  if (roomSequence > room.sequence) return null
  const more = sequence - room.sequence
  const { item } = room
  if (more <= 0) return room
  if (item?.stage !== 'voting') return { ...room, sequence }
  return item.cast === 0 ? null : { ...room, sequence, item: { ...item, cast: item.cast + more } }
}
