import { and, asc, eq, isNull, type SQL, sql } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { cases, facts } from '@/db/schema/cases'
import { conclusions } from '@/db/schema/deliberation'
import { tasks, visits } from '@/db/schema/follow-up'
import { agendaItems, meetings } from '@/db/schema/meetings'
import { users } from '@/db/schema/people'
import { shadowVoteShares, shadowVotes } from '@/db/schema/practice'
import { withholding } from '@/lib/cases/case-file'
import { showValue } from '@/lib/cases/field'
import { withheldFrom } from '@/lib/cases/policy'
import { sections } from '@/lib/cases/sections/sections'
import type { SignedSnapshot } from '@/lib/deliberation/model/snapshot'
import { visitFields } from '@/lib/follow-up/visit-model'
import type { Actor } from '@/lib/people/model'
import { type BoardAnswer, boardAnswerOf, identitiesOf, type OwnVote } from '../model/past-case'
import { sayFromDecision } from '../model/relative-days'
import { withoutIdentity } from '../model/without-identity'

/** A concluded case as practice finds it; `tookPart` says whether the actor had a part in a decision on it. */
export async function readPast(tx: Tx, actor: Actor, conclusionId: string) {
  const [row] = await tx
    .select({
      conclusionId: conclusions.id,
      boardId: conclusions.boardId,
      caseId: conclusions.caseId,
      state: conclusions.state,
      meetingState: meetings.state,
      tookPart: sql<boolean>`app_took_part(${conclusions.id})`,
      frozen: sql<SignedSnapshot | null>`app_signed_snapshot(${conclusions.id})`,
    })
    .from(conclusions)
    .innerJoin(agendaItems, eq(agendaItems.id, conclusions.itemId))
    .innerJoin(meetings, eq(meetings.id, agendaItems.meetingId))
    .innerJoin(cases, eq(cases.id, conclusions.caseId))
    .where(eq(conclusions.id, conclusionId))
  if (!row) return null
  const { frozen, ...past } = row
  const record = frozen && { ...frozen, case: withholding(frozen.case, withheldFrom(actor, row)) }
  return { ...past, record }
}

/** A shadow vote as stored; null when the actor may not see one. */
export async function readShadowVote(tx: Tx, where: SQL | undefined) {
  const [row] = await tx
    .select({ vote: shadowVotes, voter: users.name })
    .from(shadowVotes)
    .innerJoin(users, eq(users.id, shadowVotes.voterId))
    .where(where)
  if (!row) return null
  const sharedWith = await tx
    .select({ userId: users.id, name: users.name })
    .from(shadowVoteShares)
    .innerJoin(users, eq(users.id, shadowVoteShares.sharedWith))
    .where(and(eq(shadowVoteShares.shadowVoteId, row.vote.id), isNull(shadowVoteShares.endedAt)))
    .orderBy(asc(users.name))
  return { ...row.vote, voterId: row.vote.voterId ?? '', voter: row.voter, sharedWith }
}

type StoredVote = NonNullable<Awaited<ReturnType<typeof readShadowVote>>>

/** What its voter and those to whom it is shown see of a shadow vote. */
export const viewVote = ({ id, ratings, reasons, sharedWith }: StoredVote): OwnVote => ({
  ...{ shadowVoteId: id, ratings, reasons, sharedWith },
})

/** The board’s answer with what came of it until today: tasks and visits after the signing. */
export async function readAnswer(tx: Tx, caseId: string, record: SignedSnapshot): Promise<BoardAnswer> {
  const identities = identitiesOf(record)
  const decidedOn = record.today
  const carried = await tx.select().from(tasks).where(eq(tasks.caseId, caseId)).orderBy(asc(tasks.dueOn), asc(tasks.id))
  return {
    ...boardAnswerOf(record),
    tasks: carried.map(({ modality, title, state, closedOn, shortfallReason }) => ({
      ...{ modality, state, reason: shortfallReason },
      title: withoutIdentity(title, identities),
      closed: closedOn && sayFromDecision(closedOn, decidedOn),
    })),
    visits: await readVisits(tx, caseId, decidedOn),
  }
}

/** Visits from the decision on, the first one first, with what was chosen or measured in them. */
async function readVisits(tx: Tx, caseId: string, decidedOn: string): Promise<BoardAnswer['visits']> {
  const seen = await tx.select().from(visits).where(eq(visits.caseId, caseId)).orderBy(asc(visits.seenOn))
  const found = await tx
    .selectDistinctOn([facts.item, facts.field])
    .from(facts)
    .where(and(eq(facts.caseId, caseId), eq(facts.section, 'visit')))
    .orderBy(facts.item, facts.field, sql`${facts.version} desc`)
  return seen
    .filter(({ seenOn }) => seenOn >= decidedOn)
    .map(({ id, seenOn }) => ({
      visitId: id,
      seen: sayFromDecision(seenOn, decidedOn),
      findings: visitFields.flatMap((name) => {
        const field = sections.visit.fields[name]
        const fact = found.find((one) => one.item === id && one.field === name)
        if (fact?.state !== 'known' || field.kind === 'text') return []
        const isDay = field.kind === 'day' && typeof fact.value === 'string'
        const words = isDay ? sayFromDecision(String(fact.value), decidedOn) : showValue(field, fact.value, fact.unit)
        return [{ label: field.label, words }]
      }),
    }))
}
