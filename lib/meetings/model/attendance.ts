import { showTime } from '@/lib/foundation/time'
import type { QuorumView } from './quorum'
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

/** How long a screen that follows a meeting goes without a new sign of life of its person. */
export const noteSeenEveryMs = 2 * 60_000

/** The minutes without a sign of life after which a screen says so. */
const notSeenAfterMinutes = 5

/**
 * When somebody who is there gave the last sign of life by a screen that follows the meeting, if that is more than 5 minutes ago; null where
 * it is not, where the person has left, and where there never was one: whoever is there without a device gives none. It is said and changes
 * nothing: they count until somebody marks them as having left.
 */
export const notSeenSince = (stay: { leftAt: Date | null; seenAt: Date | null }, at: Date): string | null =>
  stay.leftAt === null && stay.seenAt !== null && at.getTime() - stay.seenAt.getTime() > notSeenAfterMinutes * 60_000
    ? stay.seenAt.toISOString()
    : null

/** Those of them who count for a quorum; nobody where there is no rule, since everybody's absence is alike then. */
export const countedNotSeen = <One extends Pick<AttendanceView, 'userId' | 'specialty' | 'notSeenSince'>>(
  attendance: readonly One[],
  { needs, recused }: Pick<QuorumView, 'needs' | 'recused'>,
): One[] =>
  attendance.filter(
    ({ userId, specialty, notSeenSince: since }) =>
      since !== undefined &&
      needs.some((need) => need.specialty === specialty) &&
      !recused.some((one) => one.userId === userId),
  )

/**
 * Who is not in the meeting and was there by a ballot alone: it counts for the case that it was cast on, and for no other. Whoever left, or was
 * marked as having left, is none of them.
 */
export const thereByBallot = (attendance: readonly Stay[]): Set<string> =>
  new Set(lastStays(attendance).flatMap(({ userId, byBallot }) => (byBallot ? [userId] : [])))

type ToldStay = Omit<Stay, 'userId'> & Pick<AttendanceView, 'notSeenSince'>

/** A stay in words, such as `came 13:02, left 13:40`, `came 13:02, not seen since 13:20` or `voted 13:20 without entering`. */
export const stayWords = ({ cameAt, leftAt, byBallot, notSeenSince: seen }: ToldStay, timeZone: string): string => {
  if (byBallot) return `voted ${showTime(cameAt, timeZone)} without entering`
  const left = leftAt === null ? '' : `, left ${showTime(leftAt, timeZone)}`
  return `came ${showTime(cameAt, timeZone)}${left}${seen === undefined ? '' : `, ${notSeenWords(seen, timeZone)}`}`
}

/** Such as `not seen since 13:20`. */
export const notSeenWords = (since: string, timeZone: string): string => `not seen since ${showTime(since, timeZone)}`
