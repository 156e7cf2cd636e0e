import { and, eq, inArray, ne, sql } from 'drizzle-orm'
import { asActor, type Tx } from '@/db/client'
import { boards } from '@/db/schema/boards'
import { cases, facts, patients } from '@/db/schema/cases'
import { conclusions } from '@/db/schema/deliberation'
import { visits } from '@/db/schema/follow-up'
import type { Vertebra } from '@/lib/clinical/spine'
import { now } from '@/lib/foundation/clock'
import { type BoardTime, boardTimeAt } from '@/lib/foundation/moment'
import { ok, type Result, refuse } from '@/lib/foundation/result'
import type { PartialDay } from '@/lib/foundation/time'
import { record } from '@/lib/ledger/commands'
import type { Actor } from '@/lib/people/model'
import { announceCase } from '../announce-case'
import { orderProblems } from '../day-orders'
import {
  type AcceptedChange,
  decideChanges,
  type FactChange,
  type FactsView,
  isUuid,
  pathOf,
  type RecordFacts,
} from '../facts'
import { involvedAmong, type LevelFacts } from '../involved-levels'
import { labUnitProblems } from '../lab-units'
import { readFacts } from '../load-case-file'
import { maySeeCase, mayWriteCase } from '../policy'
import { originProblems } from './check-origins'
import { keepDeath } from './keep-death'

/** What was taken down: the case's version now, and the version of every changed fact by its path. */
export type FactsReceipt = { version: number; savedAt: string; facts: Record<string, number> }

/** Locks a case that the actor can see, with the time it is on its board. */
export async function lockCase(tx: Tx, caseId: string) {
  const [row] = await tx
    .select({ found: cases, timeZone: boards.timeZone })
    .from(cases)
    .innerJoin(boards, eq(boards.id, cases.boardId))
    .where(eq(cases.id, caseId))
    .for('update', { of: cases })
  return row ? { ...row.found, ...boardTimeAt(now().toISOString(), row.timeZone) } : null
}

/** Records clinical values: all of them or none. */
export const recordFactsOf = (actor: Actor, { caseId, changes }: RecordFacts): Promise<Result<FactsReceipt>> =>
  asActor(actor, async (tx) => {
    const isFollowUp = changes.every(({ section }) => section === 'visit')
    const found = await (isFollowUp ? findFollowed : findWritable)(tx, actor, caseId)
    if (!found.ok) return found
    const astray = await visitProblem(tx, caseId, changes)
    return astray ?? recordFacts(tx, actor, found.value, changes)
  })

/** Findings of a visit belong to a visit of this very case; null when they do. */
async function visitProblem(tx: Tx, caseId: string, changes: readonly FactChange[]) {
  const told = changes.filter(({ section, item }) => section === 'visit' && isUuid(item))
  if (told.length === 0) return null
  const named = told.map(({ item }) => item)
  const there = await tx
    .select({ id: visits.id })
    .from(visits)
    .where(and(eq(visits.caseId, caseId), inArray(visits.id, named)))
  const astray = told.filter(({ item }) => !there.some(({ id }) => id === item))
  const message = 'This visit is not recorded in this case.'
  return astray.length > 0
    ? refuse(
        'invalid',
        astray.map((change) => ({ path: pathOf(change), message })),
      )
    : null
}

/** The case if the actor may write in it; a case that only its readers can see is refused as forbidden. */
export async function findWritable(tx: Tx, actor: Actor, caseId: string) {
  const found = await findOfWriter(tx, actor, caseId)
  return found.ok && found.value.state === 'withdrawn' ? refuse('closed', 'case-withdrawn') : found
}

/**
 * The same for what comes after the meeting: once a recommendation was signed, visits and a death are recorded whatever
 * became of the case.
 */
export async function findFollowed(tx: Tx, actor: Actor, caseId: string) {
  const found = await findOfWriter(tx, actor, caseId)
  if (!found.ok || found.value.state !== 'withdrawn') return found
  return (await hasSigned(tx, caseId)) ? found : refuse('closed', 'case-withdrawn')
}

/** Whether the board ever signed a conclusion of the case. */
async function hasSigned(tx: Tx, caseId: string): Promise<boolean> {
  const [signed] = await tx
    .select({ id: conclusions.id })
    .from(conclusions)
    .where(and(eq(conclusions.caseId, caseId), ne(conclusions.state, 'draft')))
    .limit(1)
  return signed !== undefined
}

async function findOfWriter(tx: Tx, actor: Actor, caseId: string) {
  const [seen] = await tx.select({ boardId: cases.boardId }).from(cases).where(eq(cases.id, caseId))
  if (!seen || !maySeeCase(actor, seen)) return refuse('not-found')
  if (!mayWriteCase(actor, seen)) return refuse('forbidden')
  const found = await lockCase(tx, caseId)
  return found ? ok(found) : refuse('not-found')
}

type LockedCase = BoardTime & { id: string; boardId: string }

/** The birth date of the patient of a case; null while it is not known. */
export async function birthDateOf(tx: Tx, caseId: string): Promise<PartialDay | null> {
  const [patient] = await tx
    .select({ bornOn: patients.bornOn })
    .from(patients)
    .innerJoin(cases, eq(cases.patientId, patients.id))
    .where(eq(cases.id, caseId))
  return patient?.bornOn ?? null
}

/** The same inside another command's transaction, for a case it has locked; `at` where that command has its instant already. */
export async function recordFacts(
  tx: Tx,
  actor: Actor,
  found: LockedCase,
  changes: readonly FactChange[],
  at: Date = now(),
): Promise<Result<FactsReceipt>> {
  const current = await readFacts(tx, found.id)
  const decided = decideChanges(changes, current, { ...found, bornOn: await birthDateOf(tx, found.id) })
  if (!decided.ok) return decided
  const unfounded = [
    ...labUnitProblems(decided.value, current),
    ...orderProblems(decided.value, current),
    ...(await originProblems(tx, found, decided.value)),
  ]
  if (unfounded.length > 0) return refuse('invalid', unfounded)
  if (decided.value.length > 0) await insertFacts(tx, actor, found, decided.value, at)
  if (decided.value.some(tellsDeath)) await keepDeath(tx, found.id)
  const version = await touchCase(tx, found.id, decided.value, current, at)
  if (decided.value.length > 0) {
    const fields = decided.value.map(pathOf).join(' ')
    await record(tx, actor, {
      kind: 'case.facts-recorded',
      boardId: found.boardId,
      caseId: found.id,
      details: { fields, version },
    })
    announceCase(tx, found.id, version)
  }
  const versions = Object.fromEntries(decided.value.map((change) => [pathOf(change), change.version]))
  return ok({ version, savedAt: at.toISOString(), facts: versions })
}

const tellsDeath = ({ section, field }: AcceptedChange) => section === 'visit' && field === 'diedOn'

async function insertFacts(tx: Tx, actor: Actor, found: LockedCase, changes: AcceptedChange[], at: Date) {
  await tx.insert(facts).values(
    changes.map(({ section, item, field, version, fact }) => ({
      boardId: found.boardId,
      caseId: found.id,
      section,
      item,
      field,
      version,
      ...fact,
      value: fact.value ?? null,
      enteredBy: actor.userId,
      enteredAt: at,
    })),
  )
}

/**
 * Counts the case's version up and keeps the columns that lists read in step with the facts. A visit is no edit of the case:
 * it leaves version and time of saving as they are, so that a signed case does not look changed after its signature.
 */
async function touchCase(
  tx: Tx,
  caseId: string,
  changes: AcceptedChange[],
  before: FactsView,
  at: Date,
): Promise<number> {
  const changed = changes.some(({ section }) => section !== 'visit')
  const primary = changes.find(({ section, field }) => section === 'tumour' && field === 'primary')?.fact
  const levels = changes.some(({ section }) => section === 'lesions') ? involvedAfter(before, changes) : undefined
  const [touched] = await tx
    .update(cases)
    .set({
      version: changed ? sql`${cases.version} + 1` : cases.version,
      ...(changed ? { changedAt: at } : {}),
      ...(primary ? { primaryTumour: primary.state === 'known' ? String(primary.value) : null } : {}),
      ...(levels ? { levels } : {}),
    })
    .where(eq(cases.id, caseId))
    .returning({ version: cases.version })
  if (!touched) throw new Error('The locked case is gone')
  return touched.version
}

/** Involved levels once the changes are in. */
function involvedAfter(before: FactsView, changes: AcceptedChange[]): Vertebra[] {
  const after: { -readonly [Level in keyof LevelFacts]: LevelFacts[Level] } = { ...before.lesions }
  for (const { section, item, field, fact } of changes) {
    if (section === 'lesions') after[item] = { ...after[item], [field]: fact }
  }
  return involvedAmong(after)
}
