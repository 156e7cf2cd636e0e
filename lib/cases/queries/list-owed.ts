import { and, eq, inArray, isNull, ne } from 'drizzle-orm'
import { readAs, type Tx } from '@/db/client'
import { boards } from '@/db/schema/boards'
import { cases } from '@/db/schema/cases'
import { agendaItems, meetings } from '@/db/schema/meetings'
import { gapRequests } from '@/db/schema/readiness'
import { now } from '@/lib/foundation/clock'
import { ok, type Result, refuse } from '@/lib/foundation/result'
import { dayAt } from '@/lib/foundation/time'
import type { Actor } from '@/lib/people/model'
import { maySeePatients } from '@/lib/people/policy'
import { colleagues } from '@/lib/people/queries'
import { readCaseFiles } from '../load-case-file'
import { answeredOn, byDay, type OwedAnswer, owedIn } from '../owed-answers'
import { readTerms } from './read-terms'

/**
 * What the actor owes on a board today: open answers that they were asked for, and those that fall to their role in cases on a
 * coming agenda. What was answered today stays on the list, marked, so that it is the same list all day. Refuses strangers
 * with `not-found`.
 */
export async function listOwed(actor: Actor, { boardId }: { boardId: string }): Promise<Result<OwedAnswer[]>> {
  if (!maySeePatients(actor, boardId)) return refuse('not-found')
  return ok(
    await readAs(actor, async (tx) => {
      const [board] = await tx.select({ timeZone: boards.timeZone }).from(boards).where(eq(boards.id, boardId))
      const timeZone = board?.timeZone ?? 'UTC'
      const found = await openCases(tx, boardId, actor.userId)
      const ids = [...found.keys()]
      const termsOf = await readTerms(tx, boardId, ids)
      const people = await colleagues(tx, boardId)
      const owed: OwedAnswer[] = []
      const files = await readCaseFiles(tx, actor, ids)
      for (const [caseId, { presenterId, listedAt }] of found) {
        const file = files.get(caseId)
        if (!file) continue
        const who = { userId: actor.userId, people, presenterId }
        const when = { today: dayAt(now().toISOString(), timeZone), timeZone, listedAt }
        owed.push(...owedIn(file, termsOf(caseId), who, when), ...answeredOn(file, termsOf(caseId), who, when))
      }
      return owed.sort(byDay)
    }),
  )
}

type OpenCase = { presenterId: string; listedAt: string | null }

/** Cases on a coming agenda, with the instant when they were put there, and those in which the person was asked for something. */
async function openCases(tx: Tx, boardId: string, userId: string): Promise<Map<string, OpenCase>> {
  const standing = and(eq(cases.boardId, boardId), ne(cases.state, 'withdrawn'))
  const listed = await tx
    .select({ caseId: cases.id, presenterId: cases.presenterId, addedAt: agendaItems.addedAt })
    .from(agendaItems)
    .innerJoin(meetings, eq(meetings.id, agendaItems.meetingId))
    .innerJoin(cases, eq(cases.id, agendaItems.caseId))
    .where(
      and(standing, isNull(agendaItems.removedAt), ne(agendaItems.stage, 'concluded'), ne(meetings.state, 'closed')),
    )
    .orderBy(agendaItems.addedAt)
  const asked = tx.select({ id: gapRequests.caseId }).from(gapRequests).where(eq(gapRequests.ownerId, userId))
  const named = await tx
    .select({ caseId: cases.id, presenterId: cases.presenterId })
    .from(cases)
    .where(and(standing, inArray(cases.id, asked)))
  const found = new Map<string, OpenCase>(
    named.map(({ caseId, presenterId }) => [caseId, { presenterId, listedAt: null }]),
  )
  for (const { caseId, presenterId, addedAt } of listed) {
    if (!found.get(caseId)?.listedAt) found.set(caseId, { presenterId, listedAt: addedAt.toISOString() })
  }
  return found
}
