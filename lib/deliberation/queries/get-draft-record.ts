import { and, desc, eq } from 'drizzle-orm'
import { readAs } from '@/db/client'
import { conclusions } from '@/db/schema/deliberation'
import { agendaItems } from '@/db/schema/meetings'
import { users } from '@/db/schema/people'
import { readCaseFile } from '@/lib/cases/load-case-file'
import { now } from '@/lib/foundation/clock'
import { ok, type Result, refuse } from '@/lib/foundation/result'
import { dayAt } from '@/lib/foundation/time'
import { mayEnterRoom } from '@/lib/meetings/policy'
import { readMeeting } from '@/lib/meetings/queries/get-meeting'
import type { Actor } from '@/lib/people/model'
import { colleagues } from '@/lib/people/queries'
import { recommendationsSoFar } from '../model/conclusion'
import type { DecisionSnapshot } from '../model/snapshot'
import { conclusionColumns } from './conclusion-columns'
import type { WhichConclusion } from './get-conclusions'
import { readDecision } from './read-decision'
import { readNamedOptions, readRevote } from './read-revote'

/** A conclusion that is being written, on the case as it is known now. */
export type DraftRecord = {
  conclusionId: string
  itemId: string
  caseId: string
  draftedBy: string
  draftedAt: string
  snapshot: DecisionSnapshot
}

/**
 * The draft of one version, or the latest one of a case, with what signing it now would freeze. Refuses with `not-found` for
 * strangers, without a draft, and while the vote of its item is sealed.
 */
export const getDraftRecord = (actor: Actor, which: WhichConclusion): Promise<Result<DraftRecord>> =>
  readAs(actor, async (tx) => {
    const wanted =
      'conclusionId' in which ? eq(conclusions.id, which.conclusionId) : eq(conclusions.caseId, which.caseId)
    const [found] = await tx
      .select({ stored: conclusionColumns, item: agendaItems, drafter: users.name })
      .from(conclusions)
      .innerJoin(agendaItems, eq(agendaItems.id, conclusions.itemId))
      .innerJoin(users, eq(users.id, conclusions.draftedBy))
      .where(and(wanted, eq(conclusions.state, 'draft')))
      .orderBy(desc(conclusions.draftedAt))
      .limit(1)
    if (!found || !mayEnterRoom(actor, found.stored)) return refuse('not-found')
    const { stored, item, drafter } = found
    const file = await readCaseFile(tx, actor, stored.caseId)
    const held = await readMeeting(tx, item.meetingId)
    if (!file || !held) return refuse('not-found')
    const revote = await readRevote(tx, item.id)
    const snapshot = await readDecision(tx, {
      ...{ item, stored, file, held },
      options: await readNamedOptions(tx, item.id, revote),
      revote,
      people: await colleagues(tx, item.boardId),
      recommendations: recommendationsSoFar(stored.answers),
      today: dayAt(now().toISOString(), held.timeZone),
    })
    if (snapshot === 'hidden') return refuse('not-found')
    const { id: conclusionId, itemId, caseId, draftedAt } = stored
    return ok({ conclusionId, itemId, caseId, draftedBy: drafter, draftedAt: draftedAt.toISOString(), snapshot })
  })
