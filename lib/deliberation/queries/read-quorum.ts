import { and, desc, eq, gt, inArray, isNull, lte, or, sql } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { calls } from '@/db/schema/calls'
import { conclusions } from '@/db/schema/deliberation'
import { attendances } from '@/db/schema/meetings'
import { memberships, users } from '@/db/schema/people'
import type { ItemStage, MeetingKind } from '@/lib/meetings/model'
import type { QuorumMember, QuorumNeed, QuorumView } from '@/lib/meetings/model/quorum'
import type { AttendanceView } from '@/lib/meetings/model/views'
import { readMeetingRules } from '@/lib/meetings/queries/get-meeting-rules'
import type { Ballot } from '../model/ballot'
import { calledQuorum, meetingQuorum } from '../model/quorum-now'

/** The members with a vote who are in a meeting now, or were at an instant. Whoever was there by a ballot alone is none of them. */
export async function readVotersPresent(tx: Tx, meetingId: string, at?: Date): Promise<QuorumMember[]> {
  const { cameAt, leftAt } = attendances
  const { since, endedAt } = memberships
  const held = at ? and(lte(since, at), or(isNull(endedAt), gt(endedAt, at))) : isNull(endedAt)
  const there = at ? and(lte(cameAt, at), or(isNull(leftAt), gt(leftAt, at))) : isNull(leftAt)
  const rows = await tx
    .selectDistinct({ userId: users.id, name: users.name, specialty: memberships.specialty })
    .from(attendances)
    .innerJoin(users, eq(users.id, attendances.userId))
    .innerJoin(
      memberships,
      and(
        eq(memberships.userId, attendances.userId),
        eq(memberships.boardId, attendances.boardId),
        eq(memberships.role, 'core-member'),
        held,
      ),
    )
    .where(and(eq(attendances.meetingId, meetingId), there))
    .orderBy(users.name, users.id)
  return rows.flatMap(({ specialty, ...member }) => (specialty === null ? [] : [{ ...member, specialty }]))
}

/** The specialties that a board without a meeting called: each has to answer. */
export async function readCalledNeeds(tx: Tx, meetingId: string): Promise<QuorumNeed[]> {
  const called = await tx.select({ specialty: calls.specialty }).from(calls).where(eq(calls.meetingId, meetingId))
  return called.map(({ specialty }) => ({ specialty, least: 1 }))
}

/** What the quorum of an item rests on. `ballots`: those that count, of the last round. */
export type QuorumGround = {
  meeting: { id: string; boardId: string; kind: MeetingKind }
  item: { id: string; stage: ItemStage }
  present: readonly QuorumMember[]
  attendance: readonly AttendanceView[]
  ballots: readonly Ballot[] | 'hidden'
  /** Who declared a conflict of interest in the case. */
  conflicted: ReadonlySet<string>
}

/** The quorum that the signature froze: later versions rest on the same vote, whoever came or left since. Null where none was kept. */
async function readFrozen(tx: Tx, itemId: string): Promise<QuorumView | null> {
  const [signed] = await tx
    .select({ quorum: sql<QuorumView | null>`app_signed_snapshot(${conclusions.id}) -> 'quorum'` })
    .from(conclusions)
    .where(and(eq(conclusions.itemId, itemId), inArray(conclusions.state, ['signed', 'superseded'])))
    .orderBy(desc(conclusions.version))
    .limit(1)
  return signed?.quorum ?? null
}

/**
 * Whether the board has its quorum on an item now; of a concluded one, whether it had. In a meeting the members with a vote who
 * are there count and those who were by their ballot on it, on a board without one those who have answered. Whoever is recused from the case, or from every option, counts nowhere.
 */
export async function readQuorum(
  tx: Tx,
  { meeting, item, present, attendance, ballots, conflicted }: QuorumGround,
): Promise<QuorumView> {
  const frozen = item.stage === 'concluded' ? await readFrozen(tx, item.id) : null
  if (frozen) return frozen
  if (meeting.kind === 'live') {
    const { quorum } = await readMeetingRules(tx, meeting.boardId)
    return meetingQuorum({ needs: quorum, ballots, conflicted }, present, attendance)
  }
  return calledQuorum({ needs: await readCalledNeeds(tx, meeting.id), ballots, conflicted })
}
