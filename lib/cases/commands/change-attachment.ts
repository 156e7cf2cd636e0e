import { and, asc, eq, isNull, ne } from 'drizzle-orm'
import { asActor, type Tx } from '@/db/client'
import { attachments } from '@/db/schema/attachments'
import { now } from '@/lib/foundation/clock'
import { type FieldConflict, ok, type Result, refuse } from '@/lib/foundation/result'
import { record } from '@/lib/ledger/commands'
import { lastAct } from '@/lib/ledger/last-act'
import type { Actor } from '@/lib/people/model'
import type { ChangeAttachment } from '../attachments/attachment'
import { nextPosition, studyProblem } from './attach-file'
import { findWritable } from './record-facts'

type Row = typeof attachments.$inferSelect

/** The attachment if its case may be written in; the case is locked, so its files change one act after another. */
async function findChangeable(tx: Tx, actor: Actor, attachmentId: string): Promise<Result<Row>> {
  const [seen] = await tx
    .select({ caseId: attachments.caseId })
    .from(attachments)
    .where(eq(attachments.id, attachmentId))
  if (!seen) return refuse('not-found')
  const found = await findWritable(tx, actor, seen.caseId)
  if (!found.ok) return found
  const [row] = await tx.select().from(attachments).where(eq(attachments.id, attachmentId))
  return row ? ok(row) : refuse('not-found')
}

const standing = (found: Result<Row>): Result<Row> =>
  found.ok && found.value.withdrawnAt !== null ? refuse('not-found') : found

const aboutOf = ({ boardId, caseId, id }: Row) => ({ boardId, caseId, aboutId: id })

/** Changes caption, level and study of a file. Another version than the one seen is refused with what differs. */
export const changeAttachment = (actor: Actor, input: ChangeAttachment): Promise<Result<{ version: number }>> =>
  asActor(actor, async (tx) => {
    const found = standing(await findChangeable(tx, actor, input.attachmentId))
    if (!found.ok) return found
    const row = found.value
    const { caption, level, study } = input
    const differing = (['caption', 'level', 'study'] as const).filter((field) => row[field] !== input[field])
    if (differing.length === 0) return ok({ version: row.version })
    if (row.version !== input.version) {
      const changed = await lastAct(tx, { kind: 'attachment.changed', aboutId: row.id })
      const seen = { version: row.version, by: changed?.by ?? '', at: changed?.at ?? '' }
      return refuse(
        'stale',
        differing.map((path): FieldConflict => ({ path, yours: input[path], theirs: row[path], ...seen })),
      )
    }
    const astray = await studyProblem(tx, row.caseId, study)
    if (astray) return astray
    const version = row.version + 1
    await tx.update(attachments).set({ caption, level, study, version }).where(eq(attachments.id, row.id))
    await record(tx, actor, { kind: 'attachment.changed', ...aboutOf(row) })
    return ok({ version })
  })

type MoveAttachment = { attachmentId: string; to: 'earlier' | 'later' }

/** Moves a file one place among those of its kind. At the end of the row it stays where it is. */
export const moveAttachment = (actor: Actor, { attachmentId, to }: MoveAttachment): Promise<Result<null>> =>
  asActor(actor, async (tx) => {
    const found = standing(await findChangeable(tx, actor, attachmentId))
    if (!found.ok) return found
    const row = found.value
    const { caseId, kind } = row
    const all = await tx
      .select({ id: attachments.id, position: attachments.position })
      .from(attachments)
      .where(and(eq(attachments.caseId, caseId), eq(attachments.kind, kind), isNull(attachments.withdrawnAt)))
      .orderBy(asc(attachments.position), asc(attachments.addedAt))
    const at = all.findIndex(({ id }) => id === row.id)
    const neighbour = all[to === 'earlier' ? at - 1 : at + 1]
    if (!neighbour) return ok(null)
    await tx.update(attachments).set({ position: neighbour.position }).where(eq(attachments.id, row.id))
    await tx.update(attachments).set({ position: row.position }).where(eq(attachments.id, neighbour.id))
    await record(tx, actor, { kind: 'attachment.moved', ...aboutOf(row) })
    return ok(null)
  })

type WithdrawAttachment = { attachmentId: string; because: string }

/**
 * Takes a file back with a reason. From then on nobody can open it, until it is restored; the row and its bytes stay. That is a
 * rule of the queries, not of the database: putting back and the history need to read the row of a withdrawn file.
 */
export const withdrawAttachment = (
  actor: Actor,
  { attachmentId, because }: WithdrawAttachment,
): Promise<Result<null>> =>
  asActor(actor, async (tx) => {
    const found = await findChangeable(tx, actor, attachmentId)
    if (!found.ok) return found
    if (found.value.withdrawnAt !== null) return ok(null)
    await tx
      .update(attachments)
      .set({ withdrawnBy: actor.userId, withdrawnAt: now(), withdrawnBecause: because })
      .where(eq(attachments.id, attachmentId))
    await record(tx, actor, { kind: 'attachment.withdrawn', ...aboutOf(found.value) })
    return ok(null)
  })

/** Puts a withdrawn file back, at its place. Refuses with `already-there` when the same file, or another photo, was attached meanwhile. */
export const restoreAttachment = (actor: Actor, { attachmentId }: { attachmentId: string }): Promise<Result<null>> =>
  asActor(actor, async (tx) => {
    const found = await findChangeable(tx, actor, attachmentId)
    if (!found.ok) return found
    const row = found.value
    if (row.withdrawnAt === null) return ok(null)
    const { caseId, kind, sentSha256 } = row
    const [again] = await tx
      .select({ id: attachments.id })
      .from(attachments)
      .where(
        and(
          ...[eq(attachments.caseId, caseId), eq(attachments.kind, kind)],
          kind === 'photo' ? undefined : eq(attachments.sentSha256, sentSha256),
          ...[isNull(attachments.withdrawnAt), ne(attachments.id, row.id)],
        ),
      )
    if (again) return refuse('closed', 'already-there')
    await tx
      .update(attachments)
      .set({ withdrawnBy: null, withdrawnAt: null, withdrawnBecause: null, position: await freePlace(tx, row) })
      .where(eq(attachments.id, attachmentId))
    await record(tx, actor, { kind: 'attachment.restored', ...aboutOf(row) })
    return ok(null)
  })

/** Its old place, unless another file has taken it meanwhile. */
async function freePlace(tx: Tx, { caseId, kind, position }: Row): Promise<number> {
  const [taken] = await tx
    .select({ id: attachments.id })
    .from(attachments)
    .where(
      and(
        ...[eq(attachments.caseId, caseId), eq(attachments.kind, kind), eq(attachments.position, position)],
        isNull(attachments.withdrawnAt),
      ),
    )
  return taken ? nextPosition(tx, caseId, kind) : position
}
