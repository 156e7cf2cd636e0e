import { and, desc, eq, gt, isNull, lte, or } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { ledgerEntries } from '@/db/schema/ledger'
import { memberships, users } from '@/db/schema/people'
import type { Voter } from '../model/result'
import { notCastOf } from '../model/sealed'

/**
 * The core members who were in the room at the reveal and had not cast, in the fixed order of specialties. Who was there is
 * read from the ledger, the last row about each person until then: the attendance itself knows only how it stands now.
 */
export async function readNotCast(
  tx: Tx,
  meeting: { id: string; boardId: string },
  revealedAt: Date,
  counted: readonly { voterId: string }[],
): Promise<Voter[]> {
  const rows = await tx
    .selectDistinctOn([ledgerEntries.aboutId], {
      voterId: users.id,
      name: users.name,
      specialty: memberships.specialty,
      details: ledgerEntries.details,
    })
    .from(ledgerEntries)
    .innerJoin(users, eq(users.id, ledgerEntries.aboutId))
    .innerJoin(
      memberships,
      and(
        eq(memberships.userId, users.id),
        eq(memberships.boardId, meeting.boardId),
        eq(memberships.role, 'core-member'),
        lte(memberships.since, revealedAt),
        or(isNull(memberships.endedAt), gt(memberships.endedAt, revealedAt)),
      ),
    )
    .where(
      and(
        eq(ledgerEntries.meetingId, meeting.id),
        eq(ledgerEntries.kind, 'meeting.attended'),
        lte(ledgerEntries.at, revealedAt),
      ),
    )
    .orderBy(ledgerEntries.aboutId, desc(ledgerEntries.sequence))
  const present = rows.flatMap(({ voterId, name, specialty, details }) =>
    specialty === null || details.left === true ? [] : [{ voterId, name, specialty }],
  )
  return notCastOf(present, counted)
}
