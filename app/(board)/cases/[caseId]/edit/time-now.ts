import type { BoardTime } from '@/lib/foundation/moment'

/** The time on the board as this device's clock has it, with the day that the server named. */
export const timeNow = ({ today, timeZone }: Pick<BoardTime, 'today' | 'timeZone'>): BoardTime => ({
  today,
  timeZone,
  now: new Date().toISOString(),
})
