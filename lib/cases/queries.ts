import { and, desc, eq, type SQL, sql } from 'drizzle-orm'
import { asActor, readAs, type Tx } from '@/db/client'
import { boards } from '@/db/schema/boards'
import { cases, facts, patients } from '@/db/schema/cases'
import { users } from '@/db/schema/people'
import type { Vertebra } from '@/lib/clinical/spine'
import { now } from '@/lib/foundation/clock'
import { cutPage, type ListPage, readPageKey } from '@/lib/foundation/page-key'
import { ok, type Result, refuse } from '@/lib/foundation/result'
import { foldText } from '@/lib/foundation/search-words'
import { similarNames } from '@/lib/foundation/similar-names'
import { dayAt } from '@/lib/foundation/time'
import { record } from '@/lib/ledger/commands'
import { lastAct } from '@/lib/ledger/last-act'
import type { Actor } from '@/lib/people/model'
import { maySeePatients } from '@/lib/people/policy'
import type { CaseFile } from './case-file'
import { answersTo } from './case-search'
import { readCaseFile } from './load-case-file'
import type { CaseState, Sex } from './model'
import { maySeeCase, maySeeSection, mayWriteCase } from './policy'

export { readCaseFile } from './load-case-file'

/** A case as its page shows it, with the board's own day and what the reader may do. */
export type CaseView = {
  file: CaseFile
  today: string
  timeZone: string
  mayWrite: boolean
  withdrawal: Withdrawal | null
}

/** Why a case was taken back, by whom and when (ISO instant); empty texts for what is not known. */
export type Withdrawal = { because: string; by: string; at: string }

/** Opens a case for reading. Opening leaves a ledger entry: who looked at this record is part of the record. */
export async function getCase(actor: Actor, caseId: string): Promise<CaseView | null> {
  const opened = await asActor(actor, async (tx) => {
    const file = await readCaseFile(tx, actor, caseId)
    if (!file || !maySeeCase(actor, file)) return refuse('not-found')
    const [board] = await tx.select({ timeZone: boards.timeZone }).from(boards).where(eq(boards.id, file.boardId))
    if (!board) return refuse('not-found')
    await record(tx, actor, { kind: 'case.opened', boardId: file.boardId, caseId })
    const { timeZone } = board
    const today = dayAt(now().toISOString(), timeZone)
    const withdrawal = file.state === 'withdrawn' ? await readWithdrawal(tx, caseId) : null
    return ok({ file, timeZone, today, mayWrite: mayWriteCase(actor, file), withdrawal })
  })
  return opened.ok ? opened.value : null
}

async function readWithdrawal(tx: Tx, caseId: string): Promise<Withdrawal> {
  const [row] = await tx.select({ because: cases.withdrawnBecause }).from(cases).where(eq(cases.id, caseId))
  const act = await lastAct(tx, { kind: 'case.withdrawn', caseId })
  return { because: row?.because ?? '', by: act?.by ?? '', at: act?.at ?? '' }
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
  question: string
  primaryTumour: string | null
  levels: Vertebra[]
  presenter: string
  changedAt: string
}
export type CasePage = ListPage<CaseRow>

const pageSize = 50

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
        question: cases.question,
        primaryTumour: cases.primaryTumour,
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
  const rows = found.map((row) => ({ ...row, changedAt: row.changedAt.toISOString() }))
  return ok(cutPage(rows, pageSize, ({ changedAt, caseId }) => [changedAt, caseId]))
}

const beyond = ([changedAt, caseId]: readonly string[]): SQL =>
  sql`(${cases.changedAt}, ${cases.id}) < (${changedAt}::timestamptz, ${caseId}::uuid)`

const filters = ({ state, search }: ListCases): (SQL | undefined)[] => [
  state && eq(cases.state, state),
  answersTo(search),
]

export type CandidateView = {
  patientId: string
  familyName: string
  givenName: string | null
  bornOn: string | null
  sex: Sex
  identifier: string | null
  identifierIssuer: string | null
  why: 'same identifier' | 'same name' | 'similar name'
}

/** Patients of the board who may be the person about to be entered, for looking before a second record is made. */
export async function listSimilarPatients(
  actor: Actor,
  input: { boardId: string; familyName: string; givenName?: string; identifier?: string },
): Promise<Result<CandidateView[]>> {
  if (!maySeePatients(actor, input.boardId)) return refuse('not-found')
  const rows = await readAs(actor, (tx) =>
    tx.select().from(patients).where(eq(patients.boardId, input.boardId)).orderBy(patients.familyName, patients.id),
  )
  return ok(candidatesAmong(rows, input))
}

export type Sought = { familyName: string; givenName?: string | null; identifier?: string | null }

/**
 * The same for many people at once, each with its own list: whoever has the same identifier, the same name, or a similar
 * name with one of the same initials, so that a long list is compared in seconds.
 */
export async function listCandidatesOf(
  actor: Actor,
  { boardId, people }: { boardId: string; people: readonly Sought[] },
): Promise<CandidateView[][]> {
  const rows = await readAs(actor, (tx) =>
    tx.select().from(patients).where(eq(patients.boardId, boardId)).orderBy(patients.familyName, patients.id),
  )
  const byInitial = new Map<string, typeof rows>()
  const byNumber = new Map<string, typeof rows>()
  const put = (index: typeof byInitial, key: string, row: (typeof rows)[number]) => {
    const there = index.get(key)
    if (there) there.push(row)
    else index.set(key, [row])
  }
  for (const row of rows) {
    for (const initial of initialsOf(row)) put(byInitial, initial, row)
    if (row.identifier) put(byNumber, foldText(row.identifier), row)
  }
  const found: CandidateView[][] = []
  for (const sought of people) {
    const near = initialsOf(sought).flatMap((initial) => byInitial.get(initial) ?? [])
    const numbered = byNumber.get(foldText(sought.identifier ?? '')) ?? []
    found.push(candidatesAmong([...new Set([...numbered, ...near])], sought))
    // Other requests of the process get their turn between two people of a long list.
    await new Promise((resolve) => setImmediate(resolve))
  }
  return found
}

const initialsOf = ({ familyName, givenName }: Pick<Sought, 'familyName' | 'givenName'>): string[] => [
  ...new Set([familyName, givenName ?? ''].map((name) => [...foldText(name)][0] ?? '').filter(Boolean)),
]

function candidatesAmong(rows: (typeof patients.$inferSelect)[], sought: Sought): CandidateView[] {
  const name = { family: sought.familyName, given: sought.givenName ?? null }
  const number = foldText(sought.identifier ?? '')
  return rows.flatMap((row): CandidateView[] => {
    const likeness = similarNames({ family: row.familyName, given: row.givenName }, name)
    const identical = number !== '' && foldText(row.identifier ?? '') === number
    if (!identical && (likeness === null || likeness === 'family')) return []
    const why = identical ? 'same identifier' : likeness === 'same' ? 'same name' : 'similar name'
    const { id, familyName, givenName, bornOn, sex, identifier, identifierIssuer } = row
    return [{ patientId: id, familyName, givenName, bornOn, sex, identifier, identifierIssuer, why }]
  })
}

export type FactHistoryRow = {
  version: number
  state: string
  value: unknown
  unit: string | null
  refersOn: string | null
  by: string
  at: string
}

/** Every version of one fact, newest first: corrections keep the original visible. */
export async function listFactHistory(
  actor: Actor,
  { caseId, section, item, field }: { caseId: string; section: string; item: string; field: string },
): Promise<Result<FactHistoryRow[]>> {
  const rows = await readAs(actor, (tx) =>
    tx
      .select({ fact: facts, by: users.name })
      .from(facts)
      .innerJoin(users, eq(users.id, facts.enteredBy))
      .where(and(eq(facts.caseId, caseId), eq(facts.section, section), eq(facts.item, item), eq(facts.field, field)))
      .orderBy(desc(facts.version)),
  )
  const [first] = rows
  if (!first || !maySeeSection(actor, first.fact, section)) return refuse('not-found')
  return ok(
    rows.map(({ fact, by }) => ({
      version: fact.version,
      state: fact.state,
      value: fact.value ?? null,
      unit: fact.unit,
      refersOn: fact.refersOn,
      by,
      at: fact.enteredAt.toISOString(),
    })),
  )
}
