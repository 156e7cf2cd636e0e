import { and, desc, eq, inArray, type SQL, sql } from 'drizzle-orm'
import { askIn, type Question, readAs, type Tx } from '@/db/client'
import { conclusions, planOptions } from '@/db/schema/deliberation'
import { agendaItems } from '@/db/schema/meetings'
import { ruleExceptions } from '@/db/schema/pathway'
import { users } from '@/db/schema/people'
import { now } from '@/lib/foundation/clock'
import { ok, type Result, refuse } from '@/lib/foundation/result'
import type { Actor } from '@/lib/people/model'
import type { CaseFile } from '../case-file'
import { readCaseFile } from '../load-case-file'
import type { PathwayTerms } from '../pathway/case-pathway'
import { noCourse } from '../pathway/course'
import { type RecommendedOption, readStops } from '../pathway/option-stops'
import type { RuleException, StandingStop } from '../pathway/rule-exceptions'
import type { PathwayTermsView } from '../pathway/terms-view'
import { mayGiveException } from '../policy'
import { readPacks } from './get-packs'
import { readSignOffs } from './get-sign-offs'
import { readCourses } from './read-course'

type Row = RuleException & { caseId: string }

/** Every reason that was given in these cases, the latest first. What rests on the goals of care is told to the treating team alone. */
export const askExceptions = (ofCases: SQL): Question<Row[]> => ({
  statement: sql`select ${ruleExceptions.caseId} as "caseId", ${ruleExceptions.id} as id, ${ruleExceptions.ruleId} as "ruleId",
      ${ruleExceptions.optionId} as "optionId",
      ${ruleExceptions.ruleVersion} as "ruleVersion", ${ruleExceptions.kind} as kind, ${ruleExceptions.says} as says,
      ${ruleExceptions.facts} as facts, ${ruleExceptions.because} as because, ${users.name} as by,
      to_json(${ruleExceptions.givenAt}) as at
    from ${ruleExceptions} join ${users} on ${users.id} = ${ruleExceptions.givenBy}
    where ${ofCases} order by ${desc(ruleExceptions.number)}`,
  read: (rows) => (rows as Row[]).map((row) => ({ ...row, at: new Date(row.at).toISOString() })),
})

/** The reasons of some cases, by case. */
async function readExceptions(tx: Tx, caseIds: readonly string[]): Promise<Map<string, RuleException[]>> {
  const byCase = new Map<string, RuleException[]>(caseIds.map((caseId) => [caseId, []]))
  if (caseIds.length === 0) return byCase
  const rows = await askIn(tx, askExceptions(inArray(ruleExceptions.caseId, [...caseIds])))
  for (const { caseId, ...row } of rows) byCase.get(caseId)?.push(row)
  return byCase
}

/**
 * By what these cases of one board are read now, by case: the packs of the board, what is signed off there, the reasons given in the case,
 * and its course at the board.
 */
export async function readPathwayTermsOf(
  tx: Tx,
  boardId: string,
  caseIds: readonly string[],
): Promise<(caseId: string) => PathwayTerms> {
  const { packs } = await readPacks(tx, boardId)
  const signed = await readSignOffs(tx, boardId)
  const given = await readExceptions(tx, caseIds)
  const courses = await readCourses(tx, caseIds)
  return (caseId) => ({
    packs,
    signed,
    exceptions: given.get(caseId) ?? [],
    course: courses.get(caseId) ?? noCourse,
  })
}

/** The same of one case. */
export const readPathwayTerms = async (
  tx: Tx,
  { boardId, caseId }: Pick<CaseFile, 'boardId' | 'caseId'>,
): Promise<PathwayTerms> => (await readPathwayTermsOf(tx, boardId, [caseId]))(caseId)

/** The options that the open draft of the board's conclusion on a case recommends, as they were proposed. */
async function recommendedInDraft(tx: Tx, caseId: string): Promise<RecommendedOption[]> {
  const drafts = await tx
    .select({ answers: conclusions.answers })
    .from(conclusions)
    .where(and(eq(conclusions.caseId, caseId), eq(conclusions.state, 'draft')))
  const ids = drafts.flatMap(({ answers }) =>
    Object.values(answers).flatMap(({ outcome, options }) =>
      outcome === 'recommended' ? options.map(({ optionId }) => optionId) : [],
    ),
  )
  return ids.length === 0 ? [] : tx.select(optionColumns).from(planOptions).where(inArray(planOptions.id, ids))
}

const optionColumns = { optionId: planOptions.id, title: planOptions.title, plan: planOptions.plan }

/** An option that was proposed in a case, and whether its vote runs; undefined for any other. */
export async function findCaseOption(
  tx: Tx,
  caseId: string,
  optionId: string,
): Promise<(RecommendedOption & { isVotedOn: boolean }) | undefined> {
  const [option] = await tx
    .select({ ...optionColumns, isVotedOn: sql<boolean>`${agendaItems.stage} = 'voting'` })
    .from(planOptions)
    .innerJoin(agendaItems, eq(agendaItems.id, planOptions.itemId))
    .where(and(eq(planOptions.id, optionId), eq(agendaItems.caseId, caseId)))
  return option
}

/** What stops a decision on a case at this moment, for whoever sees the file: its own stops, and those of the options that the draft recommends. */
export async function readCaseStops(tx: Tx, file: CaseFile): Promise<StandingStop[]> {
  const options = await recommendedInDraft(tx, file.caseId)
  const read = readStops(file, await readPathwayTerms(tx, file), options, now().toISOString())
  return read.flatMap(({ stops }) => stops)
}

/**
 * The stops that stand in a case and at the options that the draft recommends, each with the reason to go on if there is one. Refuses
 * strangers with `not-found`.
 */
export const listStops = (actor: Actor, { caseId }: { caseId: string }): Promise<Result<StandingStop[]>> =>
  readAs(actor, async (tx) => {
    const file = await readCaseFile(tx, actor, caseId)
    return file ? ok(await readCaseStops(tx, file)) : refuse('not-found')
  })

/**
 * By what the options of a case are judged: the packs of its board, the signatures there, the reasons that were given, and the course of
 * the case. Refuses strangers with `not-found`.
 */
export const getPathwayTerms = (actor: Actor, { caseId }: { caseId: string }): Promise<Result<PathwayTermsView>> =>
  readAs(actor, async (tx) => {
    const file = await readCaseFile(tx, actor, caseId)
    if (!file) return refuse('not-found')
    return ok({ ...(await readPathwayTerms(tx, file)), mayAnswer: mayGiveException(actor, file) })
  })
