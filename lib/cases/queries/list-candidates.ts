import { and, eq, isNull } from 'drizzle-orm'
import { readAs, type Tx } from '@/db/client'
import { patientIdentifiers, patients } from '@/db/schema/cases'
import { ok, type Result, refuse } from '@/lib/foundation/result'
import { foldText } from '@/lib/foundation/search-words'
import type { Actor } from '@/lib/people/model'
import { maySeePatients } from '@/lib/people/policy'
import { type CandidateView, type Likely, likenesses, likenessOf } from '../person-likeness'

/** Who is about to be entered, as far as it is typed. */
export type Sought = {
  familyName: string
  givenName?: string | null
  bornOn?: string | null
  identifier?: string | null
  /** Numbers beside the first identifier. */
  otherNumbers?: readonly string[] | undefined
}

type OnRecord = { row: typeof patients.$inferSelect; likely: Likely }

/** Every patient of a board with all identifiers, by name. */
async function onRecord(tx: Tx, boardId: string): Promise<OnRecord[]> {
  const rows = await tx
    .select()
    .from(patients)
    .where(eq(patients.boardId, boardId))
    .orderBy(patients.familyName, patients.id)
  const others = await tx
    .select({ patientId: patientIdentifiers.patientId, value: patientIdentifiers.value })
    .from(patientIdentifiers)
    .where(and(eq(patientIdentifiers.boardId, boardId), isNull(patientIdentifiers.removedAt)))
  const valuesOf = new Map<string, string[]>()
  for (const { patientId, value } of others) valuesOf.set(patientId, [...(valuesOf.get(patientId) ?? []), value])
  return rows.map((row) => {
    return {
      row,
      likely: { ...row, identifiers: [...(row.identifier ? [row.identifier] : []), ...(valuesOf.get(row.id) ?? [])] },
    }
  })
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
  return ok(candidatesAmong(await readAs(actor, (tx) => onRecord(tx, boardId)), likelyOf(sought)))
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
    for (const initial of initialsOf(one.likely)) put(byInitial, initial, one)
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

const initialsOf = ({ familyName, givenName }: Likely): string[] => [
  ...new Set([familyName, givenName ?? ''].map((name) => [...foldText(name)][0] ?? '').filter(Boolean)),
]

const rankOf = ({ why: [first] }: CandidateView): number => (first ? likenesses.indexOf(first) : likenesses.length)

function candidatesAmong(known: readonly OnRecord[], sought: Likely): CandidateView[] {
  const found = known.flatMap(({ row, likely }): CandidateView[] => {
    const why = likenessOf(likely, sought)
    if (why.length === 0) return []
    const { id, familyName, givenName, suffix, bornOn, sex, identifier, identifierIssuer } = row
    return [{ patientId: id, familyName, givenName, suffix, bornOn, sex, identifier, identifierIssuer, why }]
  })
  return found.sort((one, other) => rankOf(one) - rankOf(other))
}
