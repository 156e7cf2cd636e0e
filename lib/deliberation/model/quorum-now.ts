import { thereByBallot } from '@/lib/meetings/model/attendance'
import {
  type QuorumMember,
  type QuorumNeed,
  type QuorumView,
  quorumOf,
  sealedQuorum,
} from '@/lib/meetings/model/quorum'
import type { AttendanceView } from '@/lib/meetings/model/views'
import type { Ballot } from './ballot'
import { answeredBy, recusedThroughout } from './recusal'

type Counting = {
  needs: readonly QuorumNeed[]
  /** Those that count, of the last round. */
  ballots: readonly Ballot[] | 'hidden'
  /** Who declared a conflict of interest in the case. */
  conflicted: ReadonlySet<string>
}

const recusedIn = ({ ballots, conflicted }: Counting): Set<string> =>
  new Set([...conflicted, ...(ballots === 'hidden' ? [] : recusedThroughout(ballots))])

/**
 * The quorum of a case in a meeting: the members with a vote who are there count, and whoever never entered and has cast on it, from
 * the reveal on.
 */
export function meetingQuorum(
  counting: Counting,
  present: readonly QuorumMember[],
  attendance: readonly AttendanceView[],
): QuorumView {
  const byBallot = thereByBallot(attendance)
  const cast = counting.ballots === 'hidden' ? [] : answeredBy(counting.ballots)
  const outside = cast.filter(({ userId }) => byBallot.has(userId) && !present.some((one) => one.userId === userId))
  return quorumOf('board', counting.needs, [...present, ...outside], recusedIn(counting))
}

/** The quorum of a board without a meeting: who has answered counts, which nobody knows before the reveal. */
export const calledQuorum = (counting: Counting): QuorumView => {
  const { needs, ballots } = counting
  return ballots === 'hidden'
    ? sealedQuorum(needs)
    : quorumOf('called', needs, answeredBy(ballots), recusedIn(counting))
}
