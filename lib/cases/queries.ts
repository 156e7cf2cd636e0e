import { and, desc, eq, inArray, notExists, type SQL, sql } from 'drizzle-orm'
import { inOneTrip, type Question, readAs } from '@/db/client'
import { caseStandings, cases, patients, patientVersions, rivalSettlements, rivalValues } from '@/db/schema/cases'
import { users } from '@/db/schema/people'
import type { Vertebra } from '@/lib/clinical/spine'
import { now } from '@/lib/foundation/clock'
import { cutPage, type ListPage, readPageKey } from '@/lib/foundation/page-key'
import { ok, type Result, refuse } from '@/lib/foundation/result'
import { matchesWords } from '@/lib/foundation/search-words'
import { dayAt } from '@/lib/foundation/time'
import { showName } from '@/lib/foundation/words'
import { recordReading } from '@/lib/ledger/commands'
import type { Actor } from '@/lib/people/model'
import { maySeePatients } from '@/lib/people/policy'
import type { CaseFile } from './case-file'
import { answersTo } from './case-search'
import { caseFileOf, caseStatement, type EarlierCase, earlierOf, type FoundCase } from './load-case-file'
import type { CaseState, StandingAct } from './model'
import { earlierNamesOf, type RecordedName } from './patient-history'
import { maySeePhoto, mayWriteCase, visibleBoards } from './policy'

/** A case as its page shows it, with the board's own day and what the reader may do. */
export type CaseView = {
  file: CaseFile
  today: string
  timeZone: string
  mayWrite: boolean
  /** Each withdrawal and restoration, the latest first. */
  standings: StandingView[]
}

/** Once when a case was taken back or restored: why, by whom and when (ISO instant). */
export type StandingView = { act: StandingAct; because: string; by: string; at: string }

/** An opened case, and what was known at an earlier moment when one was asked for. */
export type OpenedCase = { view: CaseView; earlier: EarlierCase | null }

const askStandings = (caseId: string): Question<StandingView[]> => ({
  statement: sql`select ${caseStandings.act} as act, ${caseStandings.because} as because, ${users.name} as by,
      to_json(${caseStandings.recordedAt}) as at
    from ${caseStandings} join ${users} on ${users.id} = ${caseStandings.recordedBy}
    where ${eq(caseStandings.caseId, caseId)} order by ${caseStandings.recordedAt} desc`,
  read: (rows) => (rows as StandingView[]).map((row) => ({ ...row, at: new Date(row.at).toISOString() })),
})

/**
 * What opening a case asks, as one question beside others: the case, how often it was withdrawn and restored, and the
 * ledger row that opening leaves. `since` is the earlier moment to compare with.
 */
export function askCase(actor: Actor, caseId: string, since?: SQL) {
  const onBoards = visibleBoards(actor)
  const things = sql`select ${cases.boardId} as board_id, ${cases.id} as case_id from ${cases}
    where ${and(eq(cases.id, caseId), inArray(cases.boardId, onBoards))}`
  const asked: Question<FoundCase | undefined> = {
    statement: caseStatement(caseId, { onBoards, since, photo: true }),
    read: (rows) => rows[0] as FoundCase | undefined,
  }
  return [asked, askStandings(caseId), recordReading(actor, 'case.opened', things)] as const
}

/** The case that was opened, from the answers to `askCase`; null when there is none that the actor may see. */
export function openedCase(actor: Actor, row: FoundCase | undefined, standings: StandingView[]): OpenedCase | null {
  if (!row) return null
  const bare = caseFileOf(actor, row)
  const file = row.photosShown && maySeePhoto(actor, bare) ? { ...bare, photo: row.photo } : bare
  const { timeZone } = row
  const today = dayAt(now().toISOString(), timeZone)
  return {
    view: { file, timeZone, today, mayWrite: mayWriteCase(actor, file), standings },
    earlier: earlierOf(actor, row),
  }
}

/**
 * Opens a case for reading, in one round trip. Opening leaves a ledger entry: who looked at this record is part of the
 * record.
 */
export async function getCase(actor: Actor, caseId: string): Promise<CaseView | null> {
  const [row, standings] = await inOneTrip(actor, askCase(actor, caseId))
  return openedCase(actor, row, standings)?.view ?? null
}

/** The same as an operation. */
export async function getCaseFile(actor: Actor, { caseId }: { caseId: string }): Promise<Result<CaseFile>> {
  const view = await getCase(actor, caseId)
  return view ? ok(view.file) : refuse('not-found')
}

export type CaseRow = {
  caseId: string
  code: string
  state: CaseState
  familyName: string
  givenName: string | null
  title: string | null
  bornOn: string | null
  identifier: string | null
  identifierIssuer: string | null
  /** The name of before by which a search met the patient, where the name of today does not answer to it. */
  foundAs: string | null
  question: string
  primaryTumour: string | null
  /** Sources differ on the primary tumour, and nobody has settled which one counts: the named one is that recorded first. */
  isPrimaryContested: boolean
  levels: Vertebra[]
  presenter: string
  changedAt: string
}
export type CasePage = ListPage<CaseRow>

const pageSize = 50

/** Whether a source with another primary tumour stands open beside the recorded one. */
const primaryContested = sql<boolean>`exists (select from ${rivalValues} where ${and(
  eq(rivalValues.caseId, cases.id),
  eq(rivalValues.section, 'tumour'),
  eq(rivalValues.field, 'primary'),
  notExists(sql`(select from ${rivalSettlements} where ${eq(rivalSettlements.rivalId, rivalValues.id)})`),
)})`

type ListCases = { boardId: string; state?: CaseState; search?: string; after?: string }

/** The board's cases, last changed first, a page at a time by key. Refuses strangers with `not-found`, a key made up with `invalid`. */
export async function listCases(actor: Actor, input: ListCases): Promise<Result<CasePage>> {
  if (!maySeePatients(actor, input.boardId)) return refuse('not-found')
  const after = readPageKey(input.after, ['instant', 'id'])
  if (!after.ok) return after
  const found = await readAs(actor, (tx) =>
    tx
      .select({
        caseId: cases.id,
        code: cases.code,
        state: cases.state,
        familyName: patients.familyName,
        givenName: patients.givenName,
        title: patients.title,
        bornOn: patients.bornOn,
        identifier: patients.identifier,
        identifierIssuer: patients.identifierIssuer,
        recorded: input.search ? recordedNames : sql<RecordedName[]>`'[]'::json`,
        question: cases.question,
        primaryTumour: cases.primaryTumour,
        isPrimaryContested: primaryContested,
        levels: cases.levels,
        presenter: users.name,
        changedAt: cases.changedAt,
      })
      .from(cases)
      .innerJoin(patients, eq(patients.id, cases.patientId))
      .innerJoin(users, eq(users.id, cases.presenterId))
      .where(and(eq(cases.boardId, input.boardId), ...filters(input), after.value && beyond(after.value)))
      .orderBy(desc(cases.changedAt), desc(cases.id))
      .limit(pageSize + 1),
  )
  const rows = found.map(({ recorded, ...row }) => ({
    ...row,
    foundAs: nameFound(row, recorded, input.search ?? ''),
    changedAt: row.changedAt.toISOString(),
  }))
  return ok(cutPage(rows, pageSize, ({ changedAt, caseId }) => [changedAt, caseId]))
}

/** Every name under which the patient of a row was recorded, as one JSON list. */
const recordedNames = sql<RecordedName[]>`(select coalesce(json_agg(${patientVersions.identity}
    order by ${patientVersions.version}), '[]')
  from ${patientVersions} where ${patientVersions.patientId} = ${patients.id})`

type Searched = RecordedName & Pick<CaseRow, 'identifier' | 'code'>

/** The latest earlier name that answers to what was typed, in words; null where none has to. */
function nameFound(row: Searched, recorded: readonly RecordedName[], typed: string): string | null {
  const { familyName, givenName, identifier, code } = row
  if (typed.trim() === '' || matchesWords([familyName, givenName, identifier, code], typed)) return null
  const found = earlierNamesOf(row, recorded).findLast((one) => matchesWords([one.familyName, one.givenName], typed))
  return found ? showName({ family: found.familyName, given: found.givenName }) : null
}

const beyond = ([changedAt, caseId]: readonly string[]): SQL =>
  sql`(${cases.changedAt}, ${cases.id}) < (${changedAt}::timestamptz, ${caseId}::uuid)`

const filters = ({ state, search }: ListCases): (SQL | undefined)[] => [
  state && eq(cases.state, state),
  answersTo(search),
]
