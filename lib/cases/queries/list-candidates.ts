import { and, desc, eq, inArray, isNull, ne, notExists, type SQL, sql } from 'drizzle-orm'
import { readAs, type Tx } from '@/db/client'
import { cases, patientIdentifiers, patients, patientVersions } from '@/db/schema/cases'
import { conclusions } from '@/db/schema/deliberation'
import { ok, type Result, refuse } from '@/lib/foundation/result'
import { foldText } from '@/lib/foundation/search-words'
import { showName } from '@/lib/foundation/words'
import type { Actor } from '@/lib/people/model'
import { maySeePatients } from '@/lib/people/policy'
import { mayBe, type Sought } from '../likely-patients'
import { earlierNamesOf, type RecordedName } from '../patient-history'
import { type CandidateView, type Likely, type Likeness, likenesses, likenessOf } from '../person-likeness'

type OpenCase = CandidateView['openCases'][number]
type OnRecord = { row: typeof patients.$inferSelect; likely: Likely; earlier: RecordedName[]; openCases: OpenCase[] }

const recordedName = {
  familyName: sql<string>`${patientVersions.identity} ->> 'familyName'`,
  givenName: sql<string | null>`${patientVersions.identity} ->> 'givenName'`,
}

/** The patients of a board that are wanted, by name, with all identifiers and the names of before. */
async function onRecord(tx: Tx, boardId: string, wanted?: SQL): Promise<OnRecord[]> {
  const rows = await tx
    .select()
    .from(patients)
    .where(and(eq(patients.boardId, boardId), wanted))
    .orderBy(patients.familyName, patients.id)
  if (rows.length === 0) return []
  const ids = rows.map(({ id }) => id)
  const others = await tx
    .select({ patientId: patientIdentifiers.patientId, value: patientIdentifiers.value })
    .from(patientIdentifiers)
    .where(
      and(
        eq(patientIdentifiers.boardId, boardId),
        isNull(patientIdentifiers.removedAt),
        wanted && inArray(patientIdentifiers.patientId, ids),
      ),
    )
  const renamed = await tx
    .select({ patientId: patientVersions.patientId, ...recordedName })
    .from(patientVersions)
    .innerJoin(patients, eq(patients.id, patientVersions.patientId))
    .where(
      and(
        eq(patientVersions.boardId, boardId),
        sql`(${recordedName.familyName}, ${recordedName.givenName}) is distinct from (${patients.familyName}, ${patients.givenName})`,
        wanted && inArray(patientVersions.patientId, ids),
      ),
    )
    .orderBy(patientVersions.version)
  const open = await tx
    .select({ patientId: cases.patientId, caseId: cases.id, code: cases.code })
    .from(cases)
    .where(
      and(
        eq(cases.boardId, boardId),
        ne(cases.state, 'withdrawn'),
        notExists(
          tx
            .select({ id: conclusions.id })
            .from(conclusions)
            .where(and(eq(conclusions.caseId, cases.id), eq(conclusions.state, 'signed'))),
        ),
        wanted && inArray(cases.patientId, ids),
      ),
    )
    .orderBy(desc(cases.createdAt), cases.id)
  const [valuesOf, namesOf, casesOf] = [byPatient(others), byPatient(renamed), byPatient(open)]
  return rows.map((row) => {
    const identifiers = [row.identifier ?? [], ...(valuesOf.get(row.id) ?? []).map(({ value }) => value)].flat()
    const openCases = (casesOf.get(row.id) ?? []).map(({ caseId, code }) => ({ caseId, code }))
    return { row, likely: { ...row, identifiers }, earlier: earlierNamesOf(row, namesOf.get(row.id) ?? []), openCases }
  })
}

function byPatient<Row extends { patientId: string }>(rows: readonly Row[]): ReadonlyMap<string, Row[]> {
  const found = new Map<string, Row[]>()
  for (const row of rows) found.set(row.patientId, [...(found.get(row.patientId) ?? []), row])
  return found
}

const likelyOf = ({ identifier, otherNumbers = [], ...person }: Sought): Likely => ({
  ...person,
  identifiers: [...(identifier ? [identifier] : []), ...otherNumbers],
})

/** Patients of the board who may be the person about to be entered, for looking before a second record is made. */
export async function listSimilarPatients(
  actor: Actor,
  input: Sought & { boardId: string },
): Promise<Result<CandidateView[]>> {
  const { boardId, ...sought } = input
  if (!maySeePatients(actor, boardId)) return refuse('not-found')
  return ok(candidatesAmong(await readAs(actor, (tx) => onRecord(tx, boardId, mayBe(sought))), likelyOf(sought)))
}

/**
 * The same for many people at once, each with its own list: only those are compared who share an initial or the signs of an
 * identifier, so that a long list is compared in seconds.
 */
export async function listCandidatesOf(
  actor: Actor,
  { boardId, people }: { boardId: string; people: readonly Sought[] },
): Promise<CandidateView[][]> {
  const known = await readAs(actor, (tx) => onRecord(tx, boardId))
  const byInitial = new Map<string, OnRecord[]>()
  const byNumber = new Map<string, OnRecord[]>()
  const put = (index: typeof byInitial, key: string, one: OnRecord) => {
    const there = index.get(key)
    if (there) there.push(one)
    else index.set(key, [one])
  }
  for (const one of known) {
    const initials = [one.likely, ...one.earlier].flatMap(initialsOf)
    for (const initial of new Set(initials)) put(byInitial, initial, one)
    for (const number of one.likely.identifiers) put(byNumber, signsOf(number), one)
  }
  const found: CandidateView[][] = []
  for (const sought of people.map(likelyOf)) {
    const near = initialsOf(sought).flatMap((initial) => byInitial.get(initial) ?? [])
    const numbered = sought.identifiers.flatMap((number) => byNumber.get(signsOf(number)) ?? [])
    found.push(candidatesAmong([...new Set([...numbered, ...near])], sought))
    // Other requests of the process get their turn between two people of a long list.
    await new Promise((resolve) => setImmediate(resolve))
  }
  return found
}

/** The signs of a number in order, so that exchanged digits meet. */
const signsOf = (number: string): string => [...foldText(number)].sort().join('')

const initialsOf = ({ familyName, givenName }: Pick<Likely, 'familyName' | 'givenName'>): string[] => [
  ...new Set([familyName, givenName ?? ''].map((name) => [...foldText(name)][0] ?? '').filter(Boolean)),
]

const rankOf = ([first]: readonly Likeness[]): number => (first ? likenesses.indexOf(first) : likenesses.length)

/** Why a person on record is like the one sought, by the name of today or the name of before that is more so. */
function bestLikeness({ likely, earlier }: OnRecord, sought: Likely): Pick<CandidateView, 'why' | 'foundAs'> {
  const [today, ...before] = [likely, ...earlier].map((name) => ({
    why: likenessOf({ ...likely, familyName: name.familyName, givenName: name.givenName ?? null }, sought),
    foundAs: showName({ family: name.familyName, given: name.givenName }),
  }))
  const best = before.reduce((one, other) => (rankOf(other.why) < rankOf(one.why) ? other : one), {
    why: today?.why ?? [],
    foundAs: '',
  })
  return { why: best.why, foundAs: best.foundAs || null }
}

function candidatesAmong(known: readonly OnRecord[], sought: Likely): CandidateView[] {
  const found = known.flatMap((one): CandidateView[] => {
    const { why, foundAs } = bestLikeness(one, sought)
    if (why.length === 0) return []
    const { id, familyName, givenName, suffix, bornOn, sex, identifier, identifierIssuer } = one.row
    const person = { patientId: id, familyName, givenName, suffix, bornOn, sex, identifier, identifierIssuer }
    return [{ ...person, foundAs, why, openCases: one.openCases }]
  })
  return found.sort((one, other) => rankOf(one.why) - rankOf(other.why))
}
