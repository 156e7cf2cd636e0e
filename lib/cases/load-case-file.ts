import { and, eq, inArray, lte, ne, type SQL, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Question, Tx } from '@/db/client'
import { type AsJson, rowAsJson } from '@/db/columns'
import { boards } from '@/db/schema/boards'
import { cases, facts, patientIdentifiers, patients } from '@/db/schema/cases'
import { users } from '@/db/schema/people'
import type { Actor } from '@/lib/people/model'
import { type CaseFile, type PatientView, withholding } from './case-file'
import { withEntryDays } from './entry-days'
import type { FactsView, FactView } from './facts'
import type { EarlierFacts } from './known-before'
import type { Identifier } from './model'
import { withheldFrom } from './policy'
import { isQuestion } from './question'

/** A fact as the statement gives it: its place, then what `FactView` names, in that order. */
type FactRow = [
  section: string,
  item: string,
  field: string,
  state: FactView['state'],
  value: unknown,
  unit: string | null,
  refersOn: string | null,
  version: number,
  by: string,
  at: string,
  since: string,
  confirmedFrom: string | null,
]

const isoOf = (instant: string): string => new Date(instant).toISOString()

/**
 * The latest version of every fact of a case as one JSON list, taken-back ones included: the lock has to see those too.
 * With `until`, as it was known at that moment.
 */
const latestFacts = (caseId: string | SQL | typeof cases.id, until?: SQL): SQL => {
  const place = sql`${facts.section}, ${facts.item}, ${facts.field}`
  const wanted = and(sql`${facts.caseId} = ${caseId}`, until && lte(facts.enteredAt, until))
  return sql`(select coalesce(json_agg(one.row), '[]') from (
    select distinct on (${place}) json_build_array(${place}, ${facts.state}, ${facts.value}, ${facts.unit},
      ${facts.refersOn}, ${facts.version}, ${users.name}, ${facts.enteredAt},
      min(${facts.enteredAt}) over (partition by ${place}),
      (select origin.code from ${cases} as origin where origin.id = ${facts.confirmedFrom})) as row
    from ${facts} join ${users} on ${users.id} = ${facts.enteredBy}
    where ${wanted} order by ${place}, ${facts.version} desc) as one)`
}

function factsView(rows: readonly FactRow[]): FactsView {
  const view: FactsView = {}
  const clinical = rows.filter(([section, , field]) => !isQuestion({ section, field }))
  for (const [section, item, field, state, value, unit, refersOn, version, by, at, since, confirmedFrom] of clinical) {
    view[section] ??= {}
    const items = view[section]
    items[item] ??= {}
    items[item][field] = {
      ...{ state, value, unit, refersOn, version, by, at: isoOf(at) },
      ...(version > 1 ? { since: isoOf(since) } : {}),
      ...(confirmedFrom === null ? {} : { confirmedFrom }),
    }
  }
  return view
}

/** The latest version of every fact of a case, as the transaction's actor may see them. */
export async function readFacts(tx: Tx, caseId: string): Promise<FactsView> {
  const { rows } = await tx.execute<{ facts: FactRow[] }>(sql`select ${latestFacts(caseId)} as facts`)
  return factsView(rows[0]?.facts ?? [])
}

const earlierCase = alias(cases, 'earlier_case')

/** What earlier cases of the patient of a case say, the newest first; a withdrawn case tells nothing. */
export const askEarlierFacts = (caseId: string): Question<EarlierFacts[]> => ({
  statement: sql`select ${earlierCase.id} as "caseId", ${earlierCase.code} as code, ${latestFacts(sql`${earlierCase.id}`)} as facts
    from ${cases} join ${cases} as ${earlierCase} on ${earlierCase.boardId} = ${cases.boardId}
      and ${earlierCase.patientId} = ${cases.patientId} and ${earlierCase.createdAt} < ${cases.createdAt}
    where ${and(eq(cases.id, caseId), ne(earlierCase.state, 'withdrawn'))}
    order by ${earlierCase.createdAt} desc, ${earlierCase.id} desc`,
  read: (rows) =>
    (rows as { caseId: string; code: string; facts: FactRow[] }[]).map((row) => ({
      ...row,
      facts: factsView(row.facts),
    })),
})

/** The further identifiers of the patient that the statement joins, as one JSON list. */
const otherIdentifiers = sql`(select coalesce(json_agg(json_build_object('issuer', ${patientIdentifiers.issuer},
    'value', ${patientIdentifiers.value}) order by ${patientIdentifiers.addedAt}, ${patientIdentifiers.position}), '[]')
  from ${patientIdentifiers}
  where ${patientIdentifiers.patientId} = ${patients.id} and ${patientIdentifiers.removedAt} is null)`

const patientView = (
  { id, boardId, createdAt, searchedAs, identifierKey, ...patient }: AsJson<typeof patients.$inferSelect>,
  others: Identifier[],
): PatientView => ({ patientId: id, ...patient, otherIdentifiers: others })

/** A case as `caseStatement` finds it. */
export type FoundCase = {
  found: AsJson<typeof cases.$inferSelect>
  patient: AsJson<typeof patients.$inferSelect>
  identifiers: Identifier[]
  presenter: string
  timeZone: string
  facts: FactRow[]
  /** The earlier moment that was asked for, and the facts as known then; null when there is no such moment. */
  since: string | null
  earlier: FactRow[] | null
}

type Wanted = {
  /** Only on one of these boards: those that the policy lets the reader see. */
  onBoards?: readonly string[]
  /** An earlier moment to compare with: an expression that may speak of `cases`, null for none. */
  since?: SQL
}

/**
 * A case, or each of several, with its patient and all that is known, in one statement, as the asking actor may see it. Gives
 * `FoundCase` rows.
 */
export const caseStatement = (which: string | readonly string[], { onBoards, since }: Wanted = {}): SQL => {
  const isOne = typeof which === 'string'
  const of = isOne ? which : cases.id
  const wanted = and(
    isOne ? eq(cases.id, which) : inArray(cases.id, [...which]),
    onBoards && inArray(cases.boardId, [...onBoards]),
  )
  return sql`select ${rowAsJson(cases)} as found, ${rowAsJson(patients)} as patient,
      ${otherIdentifiers} as identifiers, ${users.name} as presenter,
      ${boards.timeZone} as "timeZone", ${latestFacts(of)} as facts, to_json(earlier.at) as since,
      case when earlier.at is null then null else ${latestFacts(of, sql`earlier.at`)} end as earlier
    from ${cases} join ${patients} on ${patients.id} = ${cases.patientId} join ${users} on ${users.id} = ${cases.presenterId}
      join ${boards} on ${boards.id} = ${cases.boardId}
      cross join lateral (select ${since ?? sql`null`}::timestamptz as at) as earlier
    where ${wanted}`
}

/** The case file of what the statement found, without what is kept from the actor. */
export function caseFileOf(
  actor: Actor,
  { found, patient, identifiers, presenter, timeZone, facts: known }: FoundCase,
): CaseFile {
  const file: CaseFile = {
    caseId: found.id,
    boardId: found.boardId,
    code: found.code,
    state: found.state,
    version: found.version,
    question: found.question,
    presenter,
    patient: patientView(patient, identifiers),
    handedInAt: found.handedInAt && isoOf(found.handedInAt),
    changedAt: isoOf(found.changedAt),
    timeZone,
    facts: factsView(known),
  }
  return withholding(withEntryDays(file), withheldFrom(actor, found))
}

/** A case at an earlier moment: `at` is that moment (ISO instant), `question` and `facts` what was asked and known then. */
export type EarlierCase = { at: string; question: string; facts: FactsView }

/** What was known at the earlier moment that the statement was asked for; null when there was none. */
export function earlierOf(actor: Actor, row: FoundCase): EarlierCase | null {
  const { since, earlier } = row
  if (since === null || earlier === null) return null
  const asked = earlier.find(([section, , field]) => isQuestion({ section, field }))?.[4]
  const question = typeof asked === 'string' ? asked : row.found.question
  return { at: isoOf(since), question, facts: caseFileOf(actor, { ...row, facts: earlier }).facts }
}

/** A case with its patient and all that is known, as the actor of the transaction may see it; null for a stranger. */
export async function readCaseFile(tx: Tx, actor: Actor, caseId: string): Promise<CaseFile | null> {
  const { rows } = await tx.execute<FoundCase>(caseStatement(caseId))
  return rows[0] ? caseFileOf(actor, rows[0]) : null
}

/** The same of many cases in one statement, by case; those that the actor may not see are left out. */
export async function readCaseFiles(
  tx: Tx,
  actor: Actor,
  caseIds: readonly string[],
): Promise<ReadonlyMap<string, CaseFile>> {
  if (caseIds.length === 0) return new Map()
  const { rows } = await tx.execute<FoundCase>(caseStatement(caseIds))
  return new Map(rows.map((row) => [row.found.id, caseFileOf(actor, row)]))
}
