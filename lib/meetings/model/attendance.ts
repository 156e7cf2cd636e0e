import { showTime } from '@/lib/foundation/time'
import type { AttendanceView } from './views'

type Stay = Pick<AttendanceView, 'userId' | 'cameAt' | 'leftAt' | 'byBallot'>

/** The last stay of each person. */
export function lastStays<One extends Stay>(attendance: readonly One[]): One[] {
  const last = new Map<string, One>()
  for (const stay of attendance) {
    const before = last.get(stay.userId)
    if (!before || isLater(stay, before)) last.set(stay.userId, stay)
  }
  return [...last.values()]
}

const isLater = (stay: Stay, before: Stay): boolean =>
  before.leftAt !== null && (stay.leftAt === null || stay.cameAt >= before.cameAt)

/** Whether a stay covers an instant. */
export const wasThere = ({ cameAt, leftAt }: Pick<Stay, 'cameAt' | 'leftAt'>, at: string): boolean =>
  cameAt <= at && (leftAt === null || leftAt >= at)

/**
 * Who is not in the meeting and was there by a ballot alone: it counts for the case that it was cast on, and for no other. Whoever left, or was
 * marked as having left, is none of them.
 */
export const thereByBallot = (attendance: readonly Stay[]): Set<string> =>
  new Set(lastStays(attendance).flatMap(({ userId, byBallot }) => (byBallot ? [userId] : [])))

/** A stay in words, such as `came 13:02, left 13:40` or `voted 13:20 without entering`. */
export const stayWords = ({ cameAt, leftAt, byBallot }: Omit<Stay, 'userId'>, timeZone: string): string => {
  if (byBallot) return `voted ${showTime(cameAt, timeZone)} without entering`
  return `came ${showTime(cameAt, timeZone)}${leftAt === null ? '' : `, left ${showTime(leftAt, timeZone)}`}`
}
