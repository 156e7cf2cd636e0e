import { type Day, dayAt, showInstant, showTime } from '@/lib/foundation/time'
import type { MeetingRow } from '@/lib/meetings/model/views'

const byStart = (one: MeetingRow, other: MeetingRow): number => one.startsAt.localeCompare(other.startsAt)

/** Every meeting that runs, in the order of their planned start; when none does, the planned one that starts first. */
export const chooseMeetings = (rows: readonly MeetingRow[]): MeetingRow[] => {
  const inState = (state: MeetingRow['state']) => rows.filter((row) => row.state === state).toSorted(byStart)
  const running = inState('running')
  return running.length > 0 ? running : inState('planned').slice(0, 1)
}

/** `Running since 14:05`, from the minute it was started; with its day when that is not today. */
export const sinceWords = ({ startedAt }: Pick<MeetingRow, 'startedAt'>, today: Day, timeZone: string): string => {
  if (!startedAt) return 'Running'
  const isToday = dayAt(startedAt, timeZone) === today
  return `Running since ${isToday ? showTime(startedAt, timeZone) : showInstant(startedAt, timeZone)}`
}
