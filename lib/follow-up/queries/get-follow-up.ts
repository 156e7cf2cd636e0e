import { and, desc, eq } from 'drizzle-orm'
import { readAs, type Tx } from '@/db/client'
import { cases, facts } from '@/db/schema/cases'
import { visits } from '@/db/schema/follow-up'
import { users } from '@/db/schema/people'
import type { FactView } from '@/lib/cases/facts'
import { mayWriteCase } from '@/lib/cases/policy'
import type { Day } from '@/lib/foundation/time'
import type { Actor } from '@/lib/people/model'
import { maySeePatients } from '@/lib/people/policy'
import { type ColleagueView, colleagues } from '@/lib/people/queries'
import { type VisitField, visitFields } from '../visit-model'
import { type SignedVersion, signedVersions } from './signed-versions'
import { boardDay } from './task-rows'

export type VisitView = {
  id: string
  seenOn: Day
  by: string
  at: string
  findings: Partial<Record<VisitField, FactView>>
}

/** What happened to a case after the meeting. */
export type FollowUpOfCase = {
  caseId: string
  caseCode: string
  boardId: string
  today: Day
  timeZone: string
  signed: SignedVersion[]
  visits: VisitView[]
  people: ColleagueView[]
  mayRecordVisit: boolean
}

/** Everything ever recommended with how it was carried out, and visits, the newest first. Null for strangers. */
export const getFollowUp = (actor: Actor, caseId: string): Promise<FollowUpOfCase | null> =>
  readAs(actor, async (tx) => {
    const [found] = await tx
      .select({ boardId: cases.boardId, code: cases.code, state: cases.state })
      .from(cases)
      .where(eq(cases.id, caseId))
    if (!found || !maySeePatients(actor, found.boardId)) return null
    const board = await boardDay(tx, found.boardId)
    if (!board) return null
    const signed = await signedVersions(tx, actor, caseId, board)
    return {
      caseId,
      caseCode: found.code,
      boardId: found.boardId,
      ...board,
      signed,
      visits: await visitsOf(tx, caseId),
      people: await colleagues(tx, found.boardId),
      mayRecordVisit: mayWriteCase(actor, found) && (found.state !== 'withdrawn' || signed.length > 0),
    }
  })

async function visitsOf(tx: Tx, caseId: string): Promise<VisitView[]> {
  const seen = await tx
    .select({ id: visits.id, seenOn: visits.seenOn, by: users.name, recordedAt: visits.recordedAt })
    .from(visits)
    .innerJoin(users, eq(users.id, visits.recordedBy))
    .where(eq(visits.caseId, caseId))
    .orderBy(desc(visits.seenOn), desc(visits.recordedAt))
  const recorded = await tx
    .selectDistinctOn([facts.item, facts.field], { fact: facts, by: users.name })
    .from(facts)
    .innerJoin(users, eq(users.id, facts.enteredBy))
    .where(and(eq(facts.caseId, caseId), eq(facts.section, 'visit')))
    .orderBy(facts.item, facts.field, desc(facts.version))
  return seen.map(({ id, seenOn, by, recordedAt }) => ({
    id,
    seenOn,
    by,
    at: recordedAt.toISOString(),
    findings: Object.fromEntries(
      visitFields.flatMap((field) => {
        const row = recorded.find(({ fact }) => fact.item === id && fact.field === field)
        if (!row || row.fact.state === 'withdrawn') return []
        const { state, value, unit, refersOn, version, enteredAt } = row.fact
        return [[field, { state, value, unit, refersOn, version, by: row.by, at: enteredAt.toISOString() }]]
      }),
    ),
  }))
}
