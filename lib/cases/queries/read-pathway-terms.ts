import { desc, inArray, type SQL, sql } from 'drizzle-orm'
import { askIn, type Question, readAs, type Tx } from '@/db/client'
import { ruleExceptions } from '@/db/schema/pathway'
import { users } from '@/db/schema/people'
import { now } from '@/lib/foundation/clock'
import { ok, type Result, refuse } from '@/lib/foundation/result'
import type { Actor } from '@/lib/people/model'
import type { CaseFile } from '../case-file'
import { readCaseFile } from '../load-case-file'
import { type CasePathway, type PathwayTerms, readPathway } from '../pathway/case-pathway'
import { type RuleException, type StandingStop, stopsOf } from '../pathway/rule-exceptions'
import { readingsOf } from '../readings'
import { readPacks } from './get-packs'
import { readSignOffs } from './get-sign-offs'

type Row = RuleException & { caseId: string }

/** Every reason that was given in these cases, the latest first. What rests on the goals of care is told to the treating team alone. */
export const askExceptions = (ofCases: SQL): Question<Row[]> => ({
  statement: sql`select ${ruleExceptions.caseId} as "caseId", ${ruleExceptions.id} as id, ${ruleExceptions.ruleId} as "ruleId",
      ${ruleExceptions.ruleVersion} as "ruleVersion", ${ruleExceptions.kind} as kind, ${ruleExceptions.says} as says,
      ${ruleExceptions.facts} as facts, ${ruleExceptions.because} as because, ${users.name} as by,
      to_json(${ruleExceptions.givenAt}) as at
    from ${ruleExceptions} join ${users} on ${users.id} = ${ruleExceptions.givenBy}
    where ${ofCases} order by ${desc(ruleExceptions.number)}`,
  read: (rows) => (rows as Row[]).map((row) => ({ ...row, at: new Date(row.at).toISOString() })),
})

/** The reasons of some cases, by case. */
export async function readExceptions(tx: Tx, caseIds: readonly string[]): Promise<Map<string, RuleException[]>> {
  const byCase = new Map<string, RuleException[]>(caseIds.map((caseId) => [caseId, []]))
  if (caseIds.length === 0) return byCase
  const rows = await askIn(tx, askExceptions(inArray(ruleExceptions.caseId, [...caseIds])))
  for (const { caseId, ...row } of rows) byCase.get(caseId)?.push(row)
  return byCase
}

/** By what a case is read now: the packs of its board, what is signed off there, and the reasons given in the case. */
export const readPathwayTerms = async (
  tx: Tx,
  { boardId, caseId }: Pick<CaseFile, 'boardId' | 'caseId'>,
): Promise<PathwayTerms> => ({
  packs: (await readPacks(tx, boardId)).packs,
  signed: await readSignOffs(tx, boardId),
  exceptions: (await readExceptions(tx, [caseId])).get(caseId) ?? [],
})

/** Where the pathway stands in a case at this moment, for whoever sees the file. */
export const readCasePathway = async (tx: Tx, file: CaseFile): Promise<CasePathway> =>
  readPathway(file, readingsOf(file), await readPathwayTerms(tx, file), now().toISOString())

/** The stops that stand in a case, each with the reason to go on if there is one. Refuses strangers with `not-found`. */
export const listStops = (actor: Actor, { caseId }: { caseId: string }): Promise<Result<StandingStop[]>> =>
  readAs(actor, async (tx) => {
    const file = await readCaseFile(tx, actor, caseId)
    return file ? ok(stopsOf(await readCasePathway(tx, file))) : refuse('not-found')
  })
