import { and, asc, desc, eq, inArray, ne } from 'drizzle-orm'
import { readAs, type Tx } from '@/db/client'
import { cases } from '@/db/schema/cases'
import { conclusions, planOptions, recommendations } from '@/db/schema/deliberation'
import type { CaseState } from '@/lib/cases/model'
import { maySeeCase } from '@/lib/cases/policy'
import type { Modality } from '@/lib/clinical/catalogue/modalities'
import type { Actor } from '@/lib/people/model'

/** What the board signed for one kind of treatment: the option, why none, or what was missing. */
type Decided = { modality: Modality; outcome: 'recommended' | 'none' | 'deferred'; words: string }

/** Another question that the board was asked about the same patient. Times are ISO instants. */
export type OtherCase = {
  caseId: string
  code: string
  state: CaseState
  question: string
  openedAt: string
  isEarlier: boolean
  decided: Decided[]
}

/** The other cases of the patient of a case, newest first, each with what is in force of its decision. Nobody else learns of any. */
export const listOtherCases = (actor: Actor, caseId: string): Promise<OtherCase[]> =>
  readAs(actor, async (tx) => {
    const [here] = await tx.select().from(cases).where(eq(cases.id, caseId))
    if (!here || !maySeeCase(actor, here)) return []
    const others = await tx
      .select()
      .from(cases)
      .where(and(eq(cases.boardId, here.boardId), eq(cases.patientId, here.patientId), ne(cases.id, caseId)))
      .orderBy(desc(cases.createdAt), desc(cases.id))
    const decided = await readDecided(
      tx,
      others.map(({ id }) => id),
    )
    return others.map(({ id, code, state, question, createdAt }) => ({
      ...{ caseId: id, code, state, question, openedAt: createdAt.toISOString() },
      isEarlier: createdAt < here.createdAt,
      decided: decided.get(id) ?? [],
    }))
  })

async function readDecided(tx: Tx, caseIds: string[]): Promise<Map<string, Decided[]>> {
  if (caseIds.length === 0) return new Map()
  const rows = await tx
    .select({
      caseId: recommendations.caseId,
      modality: recommendations.modality,
      outcome: recommendations.outcome,
      title: planOptions.title,
      because: recommendations.because,
      missing: recommendations.missing,
    })
    .from(recommendations)
    .innerJoin(conclusions, eq(conclusions.id, recommendations.conclusionId))
    .leftJoin(planOptions, eq(planOptions.id, recommendations.optionId))
    .where(and(inArray(recommendations.caseId, caseIds), eq(conclusions.state, 'signed')))
    .orderBy(asc(conclusions.signedAt), asc(recommendations.modality))
  const byCase = new Map<string, Decided[]>()
  for (const { caseId, modality, outcome, title, because, missing } of rows) {
    const words = (outcome === 'recommended' ? title : outcome === 'none' ? because : missing) ?? ''
    byCase.set(caseId, [...(byCase.get(caseId) ?? []), { modality, outcome, words }])
  }
  return byCase
}
