import { and, desc, eq, inArray, isNull, sql } from 'drizzle-orm'
import { asActor, type Tx } from '@/db/client'
import { foldedIdentifier, patientContacts, patientIdentifiers, patients, patientVersions } from '@/db/schema/cases'
import { now } from '@/lib/foundation/clock'
import { type FieldProblem, ok, type Result, refuse } from '@/lib/foundation/result'
import { record } from '@/lib/ledger/commands'
import { type Act, lastAct } from '@/lib/ledger/last-act'
import type { Actor } from '@/lib/people/model'
import { announceCase } from '../announce-case'
import { patientSearchKey } from '../case-search'
import { type ChangePatient, type ContactInput, type Identifier, type PatientInput, patientProblems } from '../model'
import { earlierNamesOf, type Identity, identityChanges, identityOf, type RecordedName } from '../patient-history'
import { findWritable } from './record-facts'

type OfPatient = { boardId: string; patientId: string; at: Date }

/** The patient of a board who has an identifier, in whatever spelling; undefined when nobody has. */
async function holderOf(tx: Tx, boardId: string, { issuer, value }: Identifier): Promise<string | undefined> {
  const key = foldedIdentifier(sql`${issuer}::text`, sql`${value}::text`)
  const [first] = await tx
    .select({ id: patients.id })
    .from(patients)
    .where(and(eq(patients.boardId, boardId), eq(patients.identifierKey, key)))
  if (first) return first.id
  const [other] = await tx
    .select({ id: patientIdentifiers.patientId })
    .from(patientIdentifiers)
    .where(
      and(
        eq(patientIdentifiers.boardId, boardId),
        isNull(patientIdentifiers.removedAt),
        eq(patientIdentifiers.key, key),
      ),
    )
  return other?.id
}

/**
 * What is wrong with a patient's details, an identifier that another patient of the board already has included. A lock on
 * the board's identifiers keeps two people from giving the same one at the same moment.
 */
export async function problemsOf(
  tx: Tx,
  boardId: string,
  details: PatientInput,
  today: string,
  self?: string,
): Promise<FieldProblem[]> {
  const problems = patientProblems(details, today)
  const { identifier, identifierIssuer: issuer, otherIdentifiers = [] } = details
  const given = [
    ...(identifier && issuer ? [{ path: 'identifier', value: identifier, issuer }] : []),
    ...otherIdentifiers.map((one, index) => ({ path: `otherIdentifiers.${index}.value`, ...one })),
  ]
  if (given.length === 0) return problems
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`patient identifiers ${boardId}`}, 0))`)
  for (const { path, ...one } of given) {
    const holder = await holderOf(tx, boardId, one)
    if (holder !== undefined && holder !== self) {
      problems.push({ path, message: 'Another patient of this board has this identifier. Choose that patient.' })
    }
  }
  return problems
}

/** Stores a new patient. */
export async function storePatient(
  tx: Tx,
  actor: Actor,
  { boardId, at }: { boardId: string; at: Date },
  details: PatientInput,
): Promise<string> {
  const { otherIdentifiers = [], ...columns } = details
  const [created] = await tx
    .insert(patients)
    .values({ boardId, createdAt: at, ...columns, searchedAs: patientSearchKey(details) })
    .returning({ id: patients.id })
  if (!created) throw new Error('The new patient was not stored')
  const of = { boardId, patientId: created.id, at }
  await keepIdentifiers(tx, actor, of, otherIdentifiers)
  await keepVersion(tx, actor, of, 1, identityOf(details))
  return created.id
}

/** Keeps who the patient is from now on said to be, beside what was said before. */
async function keepVersion(
  tx: Tx,
  actor: Actor,
  { at, ...owner }: OfPatient,
  version: number,
  identity: Identity,
): Promise<void> {
  await tx.insert(patientVersions).values({ ...owner, version, identity, recordedBy: actor.userId, recordedAt: at })
}

/** The names under which the patient was recorded, before and until now. */
async function namesOf(tx: Tx, patient: RecordedName & { id: string }): Promise<RecordedName[]> {
  const rows = await tx
    .select({ identity: patientVersions.identity })
    .from(patientVersions)
    .where(eq(patientVersions.patientId, patient.id))
    .orderBy(patientVersions.version)
  return [...rows.map(({ identity }) => identity), patient]
}

const identifiersOf = (tx: Tx, patientId: string) =>
  tx
    .select({ id: patientIdentifiers.id, issuer: patientIdentifiers.issuer, value: patientIdentifiers.value })
    .from(patientIdentifiers)
    .where(and(eq(patientIdentifiers.patientId, patientId), isNull(patientIdentifiers.removedAt)))
    .orderBy(patientIdentifiers.addedAt, patientIdentifiers.position)

/** Adds the identifiers that are new and ends those that are not named any more. */
async function keepIdentifiers(tx: Tx, actor: Actor, of: OfPatient, wanted: readonly Identifier[]): Promise<void> {
  const { at, ...owner } = of
  const standing = await identifiersOf(tx, of.patientId)
  const isNamed = (one: Identifier) => (other: Identifier) => one.issuer === other.issuer && one.value === other.value
  const gone = standing.filter((one) => !wanted.some(isNamed(one))).map(({ id }) => id)
  if (gone.length > 0) {
    await tx
      .update(patientIdentifiers)
      .set({ removedBy: actor.userId, removedAt: at })
      .where(inArray(patientIdentifiers.id, gone))
  }
  const added = wanted.flatMap((one, position) =>
    standing.some(isNamed(one)) ? [] : [{ ...owner, ...one, position, addedBy: actor.userId, addedAt: at }],
  )
  if (added.length > 0) await tx.insert(patientIdentifiers).values(added)
}

/** Keeps how the patient is reached, beside what was recorded before; the same again leaves no row. */
async function keepContact(tx: Tx, actor: Actor, of: OfPatient, contact: ContactInput): Promise<void> {
  const { at, ...owner } = of
  const [last] = await tx
    .select()
    .from(patientContacts)
    .where(eq(patientContacts.patientId, of.patientId))
    .orderBy(desc(patientContacts.recordedAt))
    .limit(1)
  const parts = Object.keys(contact) as (keyof ContactInput)[]
  if (parts.every((part) => (last?.[part] ?? null) === contact[part])) return
  await tx.insert(patientContacts).values({ ...owner, ...contact, recordedBy: actor.userId, recordedAt: at })
}

/** Corrects a patient's identity and contact. Another version than the one seen is refused with the fields that differ. */
export const changePatient = (actor: Actor, input: ChangePatient): Promise<Result<{ version: number }>> =>
  asActor(actor, async (tx) => {
    const found = await findWritable(tx, actor, input.caseId)
    if (!found.ok) return found
    const { boardId, patientId, today } = found.value
    // Not `for update`: an import that holds the identifiers, which are waited for below, may open a case of this patient.
    const [current] = await tx.select().from(patients).where(eq(patients.id, patientId)).for('no key update')
    if (!current) return refuse('not-found')
    const standing = (await identifiersOf(tx, patientId)).map(({ issuer, value }) => ({ issuer, value }))
    if (current.version !== input.version) {
      const changed = await lastAct(tx, { kind: 'case.patient-changed', aboutId: patientId })
      return refuse('stale', differences({ ...current, otherIdentifiers: standing }, input.patient, changed))
    }
    const { suffix = current.suffix, preferredName = current.preferredName, gender = current.gender } = input.patient
    const { otherIdentifiers = standing } = input.patient
    const details = { ...input.patient, suffix, preferredName, gender, otherIdentifiers }
    const problems = await problemsOf(tx, boardId, details, today, patientId)
    if (problems.length > 0) return refuse('invalid', problems)
    const of = { boardId, patientId, at: now() }
    const { otherIdentifiers: _, ...columns } = details
    const version = current.version + 1
    const earlier = earlierNamesOf(details, await namesOf(tx, current))
    await tx
      .update(patients)
      .set({ ...columns, searchedAs: patientSearchKey(details, earlier), version })
      .where(eq(patients.id, patientId))
    await keepIdentifiers(tx, actor, of, otherIdentifiers)
    const [before, identity] = [identityOf({ ...current, otherIdentifiers: standing }), identityOf(details)]
    if (identityChanges(before, identity).length > 0) await keepVersion(tx, actor, of, version, identity)
    if (input.contact) await keepContact(tx, actor, of, input.contact)
    await record(tx, actor, { kind: 'case.patient-changed', boardId, caseId: input.caseId, aboutId: patientId })
    announceCase(tx, input.caseId, version)
    return ok({ version })
  })

type Details = Omit<PatientInput, 'otherIdentifiers'> & { otherIdentifiers?: Identifier[] | undefined }

/** Where what is sent differs from what stands; what was left out differs from nothing. */
function differences(current: Details & { version: number }, yours: PatientInput, changed: Act | null) {
  const fields = (Object.keys(yours) as (keyof PatientInput)[]).filter((field) => yours[field] !== undefined)
  const differing = fields.filter((field) => JSON.stringify(current[field]) !== JSON.stringify(yours[field]))
  return differing.map((path) => ({
    path,
    yours: yours[path],
    theirs: current[path],
    version: current.version,
    by: changed?.by ?? '',
    at: changed?.at ?? '',
  }))
}
