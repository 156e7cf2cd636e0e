import { and, asc, eq, inArray, type SQL, sql } from 'drizzle-orm'
import { z } from 'zod'
import { type Question, readAs, type Tx } from '@/db/client'
import { cases, facts, rivalSettlements, rivalValues } from '@/db/schema/cases'
import { conclusions } from '@/db/schema/deliberation'
import { tasks } from '@/db/schema/follow-up'
import { users } from '@/db/schema/people'
import { decisionStands } from '@/db/schema/stale-decisions'
import type { CaseFile } from '@/lib/cases/case-file'
import { withholding } from '@/lib/cases/case-file'
import { readCaseFiles } from '@/lib/cases/load-case-file'
import { withheldFrom } from '@/lib/cases/policy'
import { ok, type Result, refuse } from '@/lib/foundation/result'
import type { Actor } from '@/lib/people/model'
import { maySeePatients } from '@/lib/people/policy'
import type { SignedSnapshot } from '../model/snapshot'
import { type DecisionStand, openChanges, staleChange, staleChanges } from '../model/stale-decision'
import { mayReopen } from '../policy'

export const staleDecision = z.object({
  caseId: z.uuid(),
  code: z.string(),
  conclusionId: z.uuid(),
  signedAt: z.string(),
  changes: z.array(staleChange),
  /** Whether it is for the reader to see to: the chair, and whoever owns an open task of the case. */
  isMine: z.boolean(),
})
export type StaleDecision = z.infer<typeof staleDecision>

export const listStaleInput = z.strictObject({ boardId: z.uuid() })

/** The statement of `standsOf`: what the chair let a version stand over, as far as the reader may see it. */
const standsOf = (conclusionId: SQL | typeof conclusions.id): SQL => sql`(select coalesce(json_agg(json_build_object(
    'keys', ${decisionStands.keys}, 'because', ${decisionStands.because}, 'by', ${users.name},
    'at', to_json(${decisionStands.letAt})) order by ${decisionStands.letAt}), '[]')
  from ${decisionStands} join ${users} on ${users.id} = ${decisionStands.letBy}
  where ${decisionStands.conclusionId} = ${conclusionId})`

/** What the chair let the conclusion in force of a case stand over, as a question beside others. */
export const askStands = (caseId: string): Question<DecisionStand[]> => ({
  statement: sql`select ${standsOf(conclusions.id)} as stands from ${conclusions}
    where ${and(eq(conclusions.caseId, caseId), eq(conclusions.state, 'signed'))}
    order by ${conclusions.signedAt} desc limit 1`,
  read: (rows) => (rows as { stands: DecisionStand[] }[])[0]?.stands ?? [],
})

type Candidate = {
  caseId: string
  boardId: string
  conclusionId: string
  signedAt: Date
  frozen: SignedSnapshot['case']
  stands: DecisionStand[]
  owns: boolean
}

/** Whether anything was entered for the case after the signing: what was entered in the same second may not be in the record. */
const changedSince = sql`(exists (select from ${facts} where ${facts.caseId} = ${conclusions.caseId}
    and ${facts.enteredAt} > ${conclusions.signedAt} - interval '1 minute')
  or exists (select from ${rivalValues} left join ${rivalSettlements} on ${rivalSettlements.rivalId} = ${rivalValues.id}
    where ${rivalValues.caseId} = ${conclusions.caseId} and coalesce(${rivalSettlements.settledAt},
      ${rivalValues.enteredAt}) > ${conclusions.signedAt} - interval '1 minute'))`

async function candidates(tx: Tx, actor: Actor, wanted: SQL | undefined): Promise<Candidate[]> {
  const owns = sql<boolean>`exists (select from ${tasks} where ${tasks.caseId} = ${conclusions.caseId}
    and ${tasks.state} = 'open' and ${tasks.ownerId} = ${actor.userId}::uuid)`
  const latest = sql`not exists (select from ${conclusions} as later where later.case_id = ${conclusions.caseId}
    and later.state = 'signed' and later.signed_at > ${conclusions.signedAt})`
  const rows = await tx
    .select({
      caseId: conclusions.caseId,
      boardId: conclusions.boardId,
      conclusionId: conclusions.id,
      signedAt: conclusions.signedAt,
      frozen: sql<CaseFile>`app_signed_snapshot(${conclusions.id}) -> 'case'`,
      stands: sql<DecisionStand[]>`${standsOf(conclusions.id)}`,
      owns,
    })
    .from(conclusions)
    .innerJoin(cases, eq(cases.id, conclusions.caseId))
    .where(and(wanted, eq(conclusions.state, 'signed'), sql`${cases.state} <> 'withdrawn'`, changedSince, latest))
    .orderBy(asc(conclusions.signedAt))
  return rows.flatMap(({ signedAt, ...row }) => (signedAt ? [{ ...row, signedAt }] : []))
}

/** The marked decisions among the wanted ones, the longest signed first, inside another transaction. */
async function readStale(tx: Tx, actor: Actor, wanted: SQL | undefined): Promise<StaleDecision[]> {
  const found = await candidates(tx, actor, wanted)
  const files = await readCaseFiles(
    tx,
    actor,
    found.map(({ caseId }) => caseId),
  )
  return found.flatMap(({ caseId, boardId, conclusionId, signedAt, frozen, stands, owns }) => {
    const file = files.get(caseId)
    if (!file || file.patient.diedOn !== null) return []
    const signed = withholding(frozen, withheldFrom(actor, { boardId }))
    const changes = openChanges(staleChanges(signed, file), stands)
    const isMine = owns || mayReopen(actor, { boardId })
    return changes.length === 0
      ? []
      : [{ caseId, code: file.code, conclusionId, signedAt: signedAt.toISOString(), changes, isMine }]
  })
}

/**
 * The signed decisions of a board that rest on facts of before, with what changed; none of a withdrawn case or of a patient who has
 * died, and none that the chair let stand over these very changes. Strangers get `not-found`.
 */
export async function listStale(actor: Actor, { boardId }: { boardId: string }): Promise<Result<StaleDecision[]>> {
  if (!maySeePatients(actor, boardId)) return refuse('not-found')
  return ok(await readAs(actor, (tx) => readStale(tx, actor, eq(conclusions.boardId, boardId))))
}

/** The same of some versions, inside another transaction: none where a version is not in force or rests on the facts of now. */
export const readStaleOf = (tx: Tx, actor: Actor, conclusionIds: readonly string[]): Promise<StaleDecision[]> =>
  conclusionIds.length === 0 ? Promise.resolve([]) : readStale(tx, actor, inArray(conclusions.id, [...conclusionIds]))

/** The mark of one signed version for a page; null where it stands on the facts of now, or is not the reader's to see. */
export const getStale = (actor: Actor, conclusionId: string): Promise<StaleDecision | null> =>
  readAs(actor, async (tx) => (await readStaleOf(tx, actor, [conclusionId]))[0] ?? null)
