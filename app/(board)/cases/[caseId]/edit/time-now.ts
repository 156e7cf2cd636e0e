import { type BoardTime, boardTimeAt } from '@/lib/foundation/moment'

/**
 * The time on the board as this device's clock has it. Its day is the one that the server named when the page opened, or a later
 * one: a page stays open over midnight, and a device whose clock is slow does not bring a day back.
 */
export const timeNow = ({ today, timeZone }: Pick<BoardTime, 'today' | 'timeZone'>): BoardTime => {
  const there = boardTimeAt(new Date().toISOString(), timeZone)
  return there.today > today ? there : { ...there, today }
}
