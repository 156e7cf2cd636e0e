import { eq } from 'drizzle-orm'
import { asActor, type Tx } from '@/db/client'
import { patients } from '@/db/schema/cases'
import { visits } from '@/db/schema/follow-up'
import { findFollowed, recordFacts } from '@/lib/cases/commands/record-facts'
import type { FactChange } from '@/lib/cases/facts'
import { now } from '@/lib/foundation/clock'
import { ok, type Result, refuse } from '@/lib/foundation/result'
import { record } from '@/lib/ledger/commands'
import type { Actor } from '@/lib/people/model'
import { decideVisit, type RecordVisit, visitFields } from '../visit-model'

/** Records a visit with what was found, as facts of the case; all of it or nothing. */
export const recordVisit = (actor: Actor, input: RecordVisit): Promise<Result<{ visitId: string }>> =>
  asActor(actor, async (tx) => {
    const found = await findFollowed(tx, actor, input.caseId)
    if (!found.ok) return found
    const [patient] = await tx
      .select({ bornOn: patients.bornOn, diedOn: patients.diedOn })
      .from(patients)
      .where(eq(patients.id, found.value.patientId))
    if (!patient) return refuse('not-found')
    const decided = decideVisit(input, found.value, patient)
    if (!decided.ok) return decided
    const { boardId, id: caseId } = found.value
    const visitId = await insertVisit(tx, actor, boardId, input)
    const recorded = await recordFacts(tx, actor, found.value, changesOf(visitId, input))
    if (!recorded.ok) return recorded
    await record(tx, actor, { kind: 'visit.recorded', boardId, caseId, aboutId: visitId })
    return ok({ visitId })
  })

async function insertVisit(tx: Tx, actor: Actor, boardId: string, { caseId, seenOn }: RecordVisit): Promise<string> {
  const [visit] = await tx
    .insert(visits)
    .values({ boardId, caseId, seenOn, recordedBy: actor.userId, recordedAt: now() })
    .returning({ id: visits.id })
  if (!visit) throw new Error('The visit was not stored')
  return visit.id
}

const changesOf = (visitId: string, { seenOn, findings }: RecordVisit): FactChange[] =>
  visitFields.flatMap((field) => {
    const found = findings[field]
    if (!found) return []
    const said = found.state === 'known' ? { value: found.value, unit: found.unit } : { unit: null }
    return [
      { section: 'visit', item: visitId, field, base: 0, fact: { ...said, state: found.state, refersOn: seenOn } },
    ]
  })
