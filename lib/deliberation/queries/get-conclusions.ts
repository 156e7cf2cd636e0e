import { and, desc, eq, inArray, ne, type SQL, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { z } from 'zod'
import { type Question, readAs, type Tx } from '@/db/client'
import { conclusions } from '@/db/schema/deliberation'
import { agendaItems, meetings } from '@/db/schema/meetings'
import { users } from '@/db/schema/people'
import { withholding } from '@/lib/cases/case-file'
import type { StandingStop } from '@/lib/cases/pathway/rule-exceptions'
import { withheldFrom } from '@/lib/cases/policy'
import { ok, type Result, refuse } from '@/lib/foundation/result'
import type { ItemId } from '@/lib/meetings/model'
import { mayEnterRoom } from '@/lib/meetings/policy'
import type { Actor } from '@/lib/people/model'
import { concludedOn, type Signing } from '../model/concluded'
import type { Signature } from '../model/signature'
import type { SignedSnapshot } from '../model/snapshot'
import type { ConclusionsView, ConclusionView } from '../model/views'
import { conclusionColumns, goalsConsidered, goalsGate } from './conclusion-columns'
import { isIntact, withoutGoals } from './snapshot-check'

const drafters = alias(users, 'drafters')
const signers = alias(users, 'signers')

/** The stops of the pathway that a signed version names, as far as the reader may see them; none in a draft. */
const signedStops = sql<StandingStop[]>`case when ${conclusions.state} = 'draft' then '[]'::jsonb else (
  select coalesce(frozen #> '{conclusion,stops}', '[]') || coalesce(frozen #> '{conclusion,stopsOnGoals}', '[]')
  from app_signed_snapshot(${conclusions.id}) as frozen) end`

/** What a signature says, from the record that it froze. */
const signature = sql<Signature | null>`case when ${conclusions.state} = 'draft' then null
  else app_signed_snapshot(${conclusions.id}) -> 'signature' end`

/** The versions of an item's conclusion, inside another transaction. */
export async function readConclusions(tx: Tx, itemId: string): Promise<ConclusionsView> {
  const rows = await tx
    .select({
      conclusionId: conclusions.id,
      itemId: conclusions.itemId,
      caseId: conclusions.caseId,
      version: conclusions.version,
      state: conclusions.state,
      draftVersion: conclusions.draftVersion,
      rationale: conclusions.rationale,
      goalsConsidered,
      goalsGate,
      needs: conclusions.needs,
      sequence: conclusions.sequence,
      dissent: conclusions.dissent,
      changeReason: conclusions.changeReason,
      answers: conclusions.answers,
      draftedBy: drafters.name,
      draftedAt: conclusions.draftedAt,
      signedBy: signers.name,
      signedAt: conclusions.signedAt,
      snapshotSha256: conclusions.snapshotSha256,
      ranksAs: conclusions.ranksAs,
      signature,
      stops: signedStops,
    })
    .from(conclusions)
    .innerJoin(drafters, eq(drafters.id, conclusions.draftedBy))
    .leftJoin(signers, eq(signers.id, conclusions.signedBy))
    .where(eq(conclusions.itemId, itemId))
    .orderBy(desc(conclusions.version))
  const views: ConclusionView[] = rows.map((row) => ({
    ...row,
    draftedAt: row.draftedAt.toISOString(),
    signedAt: row.signedAt?.toISOString() ?? null,
  }))
  return {
    draft: views.find(({ state }) => state === 'draft') ?? null,
    signed: views.find(({ state }) => state === 'signed') ?? null,
    superseded: views.filter(({ state }) => state === 'superseded'),
  }
}

/** The draft, the version in force and the earlier ones of an item. Strangers get `not-found`. */
export const getConclusions = (actor: Actor, { itemId }: ItemId): Promise<Result<ConclusionsView>> =>
  readAs(actor, async (tx) => {
    const [item] = await tx.select({ boardId: agendaItems.boardId }).from(agendaItems).where(eq(agendaItems.id, itemId))
    return item && mayEnterRoom(actor, item) ? ok(await readConclusions(tx, itemId)) : refuse('not-found')
  })

/** A version of a case's conclusions, for choosing between them. `signedAt` is null while it is a draft. */
export type ConclusionVersion = {
  conclusionId: string
  itemId: string
  version: number
  state: ConclusionView['state']
  signedAt: string | null
}

/** Every version of a case's conclusions, the latest first, inside another transaction. The caller asks the policy. */
export async function readVersions(tx: Tx, caseId: string): Promise<ConclusionVersion[]> {
  const { id: conclusionId, itemId, version, state, signedAt } = conclusions
  const rows = await tx
    .select({ conclusionId, itemId, version, state, signedAt })
    .from(conclusions)
    .where(eq(conclusions.caseId, caseId))
    .orderBy(desc(conclusions.draftedAt))
  return rows.map((row) => ({ ...row, signedAt: row.signedAt?.toISOString() ?? null }))
}

/** What is in force or was: `intact` says that the stored snapshot still has the check sum of its signing. */
export type SignedRecord = {
  conclusionId: string
  itemId: string
  caseId: string
  version: number
  state: 'signed' | 'superseded'
  snapshot: SignedSnapshot
  sha256: string
  intact: boolean
}

export const signedRecordInput = z.strictObject({ conclusionId: z.uuid() })

/** One version by its own id, or the latest one of a case. */
export type WhichConclusion = { conclusionId: string } | { caseId: string }

const ofCase = (caseId: string): SQL | undefined => and(eq(conclusions.caseId, caseId), eq(conclusions.state, 'signed'))

/** The frozen snapshot as the database hands it out to whoever asks. */
const frozen = sql<SignedSnapshot>`app_signed_snapshot(${conclusions.id})`

type SignedRow = Pick<
  typeof conclusions.$inferSelect,
  'id' | 'boardId' | 'itemId' | 'caseId' | 'version' | 'state' | 'snapshotSha256'
> & { frozen: SignedSnapshot }

/** The record of a row, if the actor may see it and it was signed. The caller has read the row in the actor's name. */
function signedRecordOf(actor: Actor, row: SignedRow | undefined): SignedRecord | null {
  if (!row || !mayEnterRoom(actor, row) || row.state === 'draft' || !row.snapshotSha256) return null
  const { id, itemId, caseId, version, state, snapshotSha256 } = row
  // The column was written by signConclusion, which alone knows the shape; the check sum tells whether it is still that.
  const withheld = withheldFrom(actor, row)
  const { conclusion } = row.frozen
  const snapshot: SignedSnapshot = {
    ...row.frozen,
    case: withholding(row.frozen.case, withheld),
    conclusion: withheld.includes('goals') ? withoutGoals(conclusion) : conclusion,
  }
  const intact = isIntact(snapshot, snapshotSha256)
  return { conclusionId: id, itemId, caseId, version, state, snapshot, sha256: snapshotSha256, intact }
}

/** The latest signed version of a case, as a question beside others; with `by`, the one that was in force at that moment. */
export function askSignedRecord(actor: Actor, caseId: string, by?: string): Question<SignedRecord | null> {
  const thenInForce = and(
    eq(conclusions.caseId, caseId),
    ne(conclusions.state, 'draft'),
    sql`${conclusions.signedAt} <= ${by}::timestamptz`,
  )
  return {
    statement: sql`select json_build_object('id', ${conclusions.id}, 'boardId', ${conclusions.boardId},
        'itemId', ${conclusions.itemId}, 'caseId', ${conclusions.caseId}, 'version', ${conclusions.version},
        'state', ${conclusions.state}, 'snapshotSha256', ${conclusions.snapshotSha256}, 'frozen', ${frozen}) as row
      from ${conclusions}
      where ${by === undefined ? ofCase(caseId) : thenInForce} order by ${conclusions.signedAt} desc limit 1`,
    read: (rows) => signedRecordOf(actor, (rows as { row: SignedRow }[])[0]?.row),
  }
}

/**
 * The frozen record of one signed version, or of the latest one in force of a case. Refuses with `not-found` for strangers,
 * drafts, and cases without a signed conclusion.
 */
export const getSignedRecord = (actor: Actor, which: WhichConclusion): Promise<Result<SignedRecord>> =>
  readAs(actor, async (tx) => {
    const wanted =
      'conclusionId' in which
        ? and(eq(conclusions.id, which.conclusionId), inArray(conclusions.state, ['signed', 'superseded']))
        : ofCase(which.caseId)
    const [row] = await tx
      .select({ ...conclusionColumns, frozen })
      .from(conclusions)
      .where(wanted)
      .orderBy(desc(conclusions.signedAt))
      .limit(1)
    const record = signedRecordOf(actor, row)
    return record ? ok(record) : refuse('not-found')
  })

/** Every signing of the cases on a meeting's agenda, in this meeting and in others. */
async function readSignings(tx: Tx, meetingId: string): Promise<Signing[]> {
  const { id: conclusionId, itemId, caseId, version, signedAt } = conclusions
  const onAgenda = tx
    .select({ caseId: agendaItems.caseId })
    .from(agendaItems)
    .where(eq(agendaItems.meetingId, meetingId))
  const rows = await tx
    .select({ conclusionId, itemId, caseId, version, signedAt, signedBy: signers.name, meeting: meetings.title })
    .from(conclusions)
    .innerJoin(agendaItems, eq(agendaItems.id, conclusions.itemId))
    .innerJoin(meetings, eq(meetings.id, agendaItems.meetingId))
    .innerJoin(signers, eq(signers.id, conclusions.signedBy))
    .where(and(inArray(conclusions.caseId, onAgenda), ne(conclusions.state, 'draft')))
  return rows.flatMap((row) => (row.signedAt ? [{ ...row, signedAt: row.signedAt.toISOString() }] : []))
}

/** What a meeting concluded on a case, and what was signed on it since. */
export type ConcludedRecord = SignedRecord & { later: Signing[] }

/**
 * The frozen record of every case that was concluded in a meeting, as it left the meeting, in the order of its agenda: also one
 * that a later version has replaced. Strangers, and a meeting without a signed conclusion, get `not-found`.
 */
export const getSignedRecordsOf = (actor: Actor, meetingId: string): Promise<Result<ConcludedRecord[]>> =>
  readAs(actor, async (tx) => {
    const items = await tx
      .select({ itemId: agendaItems.id, closedAt: meetings.closedAt })
      .from(agendaItems)
      .innerJoin(meetings, eq(meetings.id, agendaItems.meetingId))
      .where(eq(agendaItems.meetingId, meetingId))
      .orderBy(agendaItems.position)
    const signings = await readSignings(tx, meetingId)
    const concluded = items.flatMap(
      ({ itemId, closedAt }) => concludedOn(itemId, signings, closedAt?.toISOString() ?? null) ?? [],
    )
    const ids = concluded.map(({ conclusionId }) => conclusionId)
    const rows = await tx
      .select({ ...conclusionColumns, frozen })
      .from(conclusions)
      .where(inArray(conclusions.id, ids))
    const records = concluded.flatMap(({ conclusionId, later }) => {
      const record = signedRecordOf(
        actor,
        rows.find(({ id }) => id === conclusionId),
      )
      return record ? [{ ...record, later }] : []
    })
    return records.length === 0 ? refuse('not-found') : ok(records)
  })
