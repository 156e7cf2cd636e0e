import { and, eq, inArray, lte, ne, type SQL, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Question, Tx } from '@/db/client'
import { type AsJson, rowAsJson } from '@/db/columns'
import { attachments } from '@/db/schema/attachments'
import { boards } from '@/db/schema/boards'
import { cases, facts, patientIdentifiers, patients, rivalSettlements, rivalValues } from '@/db/schema/cases'
import { users } from '@/db/schema/people'
import type { Actor } from '@/lib/people/model'
import { type CaseFile, type PatientView, withholding } from './case-file'
import { withEntryDays } from './entry-days'
import { type FactsView, type FactView, type RivalView, textOf } from './facts'
import type { EarlierFacts } from './known-before'
import type { Identifier, RivalOutcome } from './model'
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
  stoodSince: string | null,
  confirmedFrom: string | null,
]

/** A rival value as the statement gives it: its place, what `RivalView` names, then how it was settled; null while it is open. */
type RivalRow = [
  section: string,
  item: string,
  field: string,
  id: string,
  value: unknown,
  unit: string | null,
  source: string,
  refersOn: string | null,
  enteredBy: string,
  by: string,
  at: string,
  outcome: RivalOutcome | null,
  because: string | null,
  settledBy: string | null,
  settledAt: string | null,
]

/** What is known of a case: facts, and what other sources say of them. */
type KnownRows = { facts: FactRow[]; rivals: RivalRow[] }

const isoOf = (instant: string): string => new Date(instant).toISOString()

const told = alias(facts, 'told')
const otherwise = alias(facts, 'otherwise')

/**
 * When the value of `one`, the latest version of a fact, was first entered: the earliest version that says it and that no other
 * known value follows. Null for a first version, and for what is not known.
 */
const stoodSince = (caseId: string | SQL | typeof cases.id): SQL => {
  const isHere = (versions: typeof told | typeof otherwise) =>
    sql`${versions.caseId} = ${caseId} and ${versions.section} = one.section and ${versions.item} = one.item
      and ${versions.field} = one.field and ${versions.version} <= one.version and ${versions.state} = 'known'`
  const differs = sql`(${otherwise.value}, ${otherwise.unit}) is distinct from (one.value, one.unit)`
  return sql`case when one.version > 1 and one.state = 'known' then (
    select min(${told.enteredAt}) from ${facts} as told where ${isHere(told)} and ${told.version} > coalesce((
      select max(${otherwise.version}) from ${facts} as otherwise where ${isHere(otherwise)} and ${differs}), 0)) end`
}

/**
 * The latest version of every fact of a case as one JSON list, taken-back ones included: the lock has to see those too.
 * With `until`, as it was known at that moment.
 */
const latestFacts = (caseId: string | SQL | typeof cases.id, until?: SQL): SQL => {
  const place = sql`${facts.section}, ${facts.item}, ${facts.field}`
  const wanted = and(sql`${facts.caseId} = ${caseId}`, until && lte(facts.enteredAt, until))
  return sql`(select coalesce(json_agg(json_build_array(one.section, one.item, one.field, one.state, one.value, one.unit,
      one.refers_on, one.version, one.by, one.entered_at, one.since, ${stoodSince(caseId)}, one.origin)), '[]') from (
    select distinct on (${place}) ${place}, ${facts.state}, ${facts.value}, ${facts.unit},
      ${facts.refersOn}, ${facts.version}, ${users.name} as by, ${facts.enteredAt},
      min(${facts.enteredAt}) over (partition by ${place}) as since,
      (select origin.code from ${cases} as origin where origin.id = ${facts.confirmedFrom}) as origin
    from ${facts} join ${users} on ${users.id} = ${facts.enteredBy}
    where ${wanted} order by ${place}, ${facts.version} desc) as one)`
}

/** What other sources say of the values of a case, settled or not, as one JSON list. With `until`, as it stood at that moment. */
const rivalsOf = (caseId: string | SQL | typeof cases.id, until?: SQL): SQL => {
  const wanted = and(sql`${rivalValues.caseId} = ${caseId}`, until && lte(rivalValues.enteredAt, until))
  const { section, item, field, id, value, unit, source, refersOn, enteredBy, enteredAt } = rivalValues
  const { outcome, because, settledAt } = rivalSettlements
  const ofRival = and(eq(rivalSettlements.rivalId, id), until && lte(settledAt, until))
  return sql`(select coalesce(json_agg(json_build_array(${section}, ${item}, ${field}, ${id}, ${value}, ${unit},
      ${source}, ${refersOn}, ${enteredBy}, ${users.name}, ${enteredAt}, ${outcome}, ${because},
      (select settler.name from ${users} as settler where settler.id = ${rivalSettlements.settledBy}), ${settledAt})
      order by ${enteredAt}, ${id}), '[]')
    from ${rivalValues} join ${users} on ${users.id} = ${enteredBy} left join ${rivalSettlements} on ${ofRival}
    where ${wanted})`
}

/** Everything known of a case as one JSON value. */
const knownRows = (caseId: string | SQL | typeof cases.id, until?: SQL): SQL =>
  sql`json_build_object('facts', ${latestFacts(caseId, until)}, 'rivals', ${rivalsOf(caseId, until)})`

function factsView({ facts: rows, rivals }: KnownRows): FactsView {
  const view: FactsView = {}
  const clinical = rows.filter(([section, , field]) => !isQuestion({ section, field }))
  for (const row of clinical) {
    const [section, item, field, state, value, unit, refersOn, version, by, at, since, stoodSince, confirmedFrom] = row
    view[section] ??= {}
    const items = view[section]
    items[item] ??= {}
    items[item][field] = {
      ...{ state, value, unit, refersOn, version, by, at: isoOf(at) },
      ...(version > 1 ? { since: isoOf(since) } : {}),
      ...(stoodSince === null ? {} : { stoodSince: isoOf(stoodSince) }),
      ...(confirmedFrom === null ? {} : { confirmedFrom }),
    }
  }
  for (const rival of rivals) putRival(view, rival)
  return view
}

/** An open rival stands beside its fact, and waits while that is taken back; a settled one says why the value counts, a withdrawn one only who took it back. */
function putRival(view: FactsView, row: RivalRow): void {
  const [section, item, field, id, value, unit, source, refersOn, enteredBy, by, at, ...end] = row
  const [outcome, because, settledBy, settledAt] = end
  const fact = view[section]?.[item]?.[field]
  if (fact?.state !== 'known') return
  if (because === null || settledAt === null) {
    const rival: RivalView = { id, value, unit, source, refersOn, enteredBy, by, at: isoOf(at) }
    fact.rivals = [...(fact.rivals ?? []), rival]
    return
  }
  if (outcome === 'withdrawn') {
    if (isoOf(settledAt) >= (fact.rivalTakenBack?.at ?? '')) {
      fact.rivalTakenBack = { by: settledBy ?? '', at: isoOf(settledAt) }
    }
    return
  }
  if (isoOf(settledAt) >= fact.at && isoOf(settledAt) >= (fact.settled?.at ?? '')) {
    fact.settled = { because, by: settledBy ?? '', at: isoOf(settledAt) }
  }
  // A rival that was found to count had been said before it became the recorded value.
  const stood = fact.stoodSince ?? fact.at
  const isSame = textOf(value) === textOf(fact.value) && unit === fact.unit
  if (isSame && isoOf(settledAt) >= stood && isoOf(at) < stood) fact.stoodSince = isoOf(at)
}

/** The latest version of every fact of a case, as the transaction's actor may see them. */
export async function readFacts(tx: Tx, caseId: string): Promise<FactsView> {
  const { rows } = await tx.execute<{ known: KnownRows }>(sql`select ${knownRows(caseId)} as known`)
  return factsView(rows[0]?.known ?? { facts: [], rivals: [] })
}

const earlierCase = alias(cases, 'earlier_case')

/** What earlier cases of the patient of a case say, the newest first; a withdrawn case tells nothing. */
export const askEarlierFacts = (caseId: string): Question<EarlierFacts[]> => ({
  statement: sql`select ${earlierCase.id} as "caseId", ${earlierCase.code} as code, ${knownRows(sql`${earlierCase.id}`)} as known
    from ${cases} join ${cases} as ${earlierCase} on ${earlierCase.boardId} = ${cases.boardId}
      and ${earlierCase.patientId} = ${cases.patientId} and ${earlierCase.createdAt} < ${cases.createdAt}
    where ${and(eq(cases.id, caseId), ne(earlierCase.state, 'withdrawn'))}
    order by ${earlierCase.createdAt} desc, ${earlierCase.id} desc`,
  read: (rows) =>
    (rows as { caseId: string; code: string; known: KnownRows }[]).map(({ known, ...row }) => ({
      ...row,
      facts: factsView(known),
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

const photographedCase = alias(cases, 'photographed_case')

/** The newest standing photo of the patient that the statement joins, taken in with whichever case; a withdrawn case may be of another person. */
const photoOf = sql`(select ${attachments.id} from ${attachments} join ${cases} as ${photographedCase}
    on ${photographedCase.id} = ${attachments.caseId}
  where ${photographedCase.patientId} = ${patients.id} and ${attachments.kind} = 'photo' and ${attachments.withdrawnAt} is null
    and ${photographedCase.state} <> 'withdrawn'
  order by ${attachments.addedAt} desc, ${attachments.id} desc limit 1)`

/** A case as `caseStatement` finds it. */
export type FoundCase = {
  found: AsJson<typeof cases.$inferSelect>
  patient: AsJson<typeof patients.$inferSelect>
  identifiers: Identifier[]
  presenter: string
  timeZone: string
  /** The attachment that is the patient’s photo, null where it was not asked for, and whether the board shows photos. */
  photo: string | null
  photosShown: boolean
  known: KnownRows
  /** The earlier moment that was asked for, and what was known then; null when there is no such moment. */
  since: string | null
  earlier: KnownRows | null
}

type Wanted = {
  /** Only on one of these boards: those that the policy lets the reader see. */
  onBoards?: readonly string[]
  /** An earlier moment to compare with: an expression that may speak of `cases`, null for none. */
  since?: SQL
  /** With the patient's photo, which only the screens of one case show. */
  photo?: boolean
}

/**
 * A case, or each of several, with its patient and all that is known, in one statement, as the asking actor may see it. Gives
 * `FoundCase` rows.
 */
export const caseStatement = (
  which: string | readonly string[],
  { onBoards, since, photo = false }: Wanted = {},
): SQL => {
  const isOne = typeof which === 'string'
  const of = isOne ? which : cases.id
  const wanted = and(
    isOne ? eq(cases.id, which) : inArray(cases.id, [...which]),
    onBoards && inArray(cases.boardId, [...onBoards]),
  )
  return sql`select ${rowAsJson(cases)} as found, ${rowAsJson(patients)} as patient,
      ${otherIdentifiers} as identifiers, ${users.name} as presenter,
      ${boards.timeZone} as "timeZone", ${boards.photosShown} as "photosShown",
      ${photo ? sql`case when ${boards.photosShown} then ${photoOf} end` : sql`null::uuid`} as photo,
      ${knownRows(of)} as known, to_json(earlier.at) as since,
      case when earlier.at is null then null else ${knownRows(of, sql`earlier.at`)} end as earlier
    from ${cases} join ${patients} on ${patients.id} = ${cases.patientId} join ${users} on ${users.id} = ${cases.presenterId}
      join ${boards} on ${boards.id} = ${cases.boardId}
      cross join lateral (select ${since ?? sql`null`}::timestamptz as at) as earlier
    where ${wanted}`
}

/** The case file of what the statement found, without what is kept from the actor. */
export function caseFileOf(
  actor: Actor,
  { found, patient, identifiers, presenter, timeZone, known }: FoundCase,
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
  const asked = earlier.facts.find(([section, , field]) => isQuestion({ section, field }))?.[4]
  const question = typeof asked === 'string' ? asked : row.found.question
  return { at: isoOf(since), question, facts: caseFileOf(actor, { ...row, known: earlier }).facts }
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
