import { and, eq, notInArray, sql } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { recommendations } from '@/db/schema/deliberation'
import { tasks } from '@/db/schema/follow-up'
import { record } from '@/lib/ledger/commands'
import type { Actor } from '@/lib/people/model'
import type { Recommendation } from '../model/conclusion'
import { underCondition } from '../model/option'
import { fateOf, type StandingTask, taskOf } from '../model/standing-task'

type Signing = { id: string; boardId: string; caseId: string; signedAt: Date }
type Titled = { optionId: string; title: string }
/** What a version says, with the earlier task that it keeps; none when it opens a new one. */
type PassedOn = { said: Recommendation; kept: StandingTask | undefined }

const passOn = (said: Recommendation, standing: readonly StandingTask[]): PassedOn => {
  const task = said.outcome === 'none' ? undefined : taskOf(said, standing)
  return { said, kept: task && fateOf(said, task) !== 'ask-again' ? task : undefined }
}

/**
 * Stores what a version says, before it is signed. A recommendation that an earlier version made in the same words keeps its
 * task, with owner, history and outcome; it takes the owner and due date of the new version while it is open. Every other
 * recommendation and deferred question opens a task. Open tasks of the case that are not asked for any more are closed as replaced.
 */
export async function passOnTasks(
  tx: Tx,
  actor: Actor,
  signing: Signing,
  said: readonly Recommendation[],
  standing: readonly StandingTask[],
  options: readonly Titled[],
): Promise<void> {
  const passed = said.map((one) => passOn(one, standing))
  const stored = await storeRecommendations(tx, signing, passed)
  await replaceOpenTasks(
    tx,
    actor,
    signing,
    passed.flatMap(({ kept }) => kept?.taskId ?? []),
  )
  for (const one of passed) await reassign(tx, actor, signing, one)
  await openTasks(tx, signing, stored, options)
}

type Stored = typeof recommendations.$inferSelect

const storeRecommendations = (
  tx: Tx,
  { id: conclusionId, boardId, caseId }: Signing,
  passed: readonly PassedOn[],
): Promise<Stored[]> => {
  const rows = passed.map(({ said, kept }) => ({ ...said, sameAsId: kept?.recommendationId ?? null }))
  return tx
    .insert(recommendations)
    .values(rows.map((row) => ({ boardId, conclusionId, caseId, ...row })))
    .returning()
}

async function replaceOpenTasks(tx: Tx, actor: Actor, signing: Signing, kept: readonly string[]): Promise<void> {
  const { id: replacedById, boardId, caseId } = signing
  const replaced = await tx
    .update(tasks)
    .set({ state: 'replaced', replacedById, version: sql`${tasks.version} + 1` })
    .where(and(eq(tasks.caseId, caseId), eq(tasks.state, 'open'), notInArray(tasks.id, [...kept])))
    .returning({ id: tasks.id })
  for (const { id: aboutId } of replaced) await record(tx, actor, { kind: 'task.replaced', boardId, caseId, aboutId })
}

async function reassign(tx: Tx, actor: Actor, { boardId, caseId }: Signing, { said, kept }: PassedOn): Promise<void> {
  const { ownerId, dueOn } = said
  if (!kept || !ownerId || !dueOn || fateOf(said, kept) !== 'reassign') return
  await tx
    .update(tasks)
    .set({ ownerId, dueOn, version: sql`${tasks.version} + 1` })
    .where(eq(tasks.id, kept.taskId))
  await record(tx, actor, { kind: 'task.assigned', boardId, caseId, aboutId: kept.taskId })
}

async function openTasks(
  tx: Tx,
  { signedAt: createdAt }: Signing,
  stored: readonly Stored[],
  options: readonly Titled[],
): Promise<void> {
  const rows = stored.flatMap(
    ({ id: recommendationId, boardId, caseId, modality, optionId, missing, condition, ownerId, dueOn, sameAsId }) => {
      if (!ownerId || !dueOn || sameAsId) return []
      const plan = options.find((option) => option.optionId === optionId)?.title ?? `Decide: ${missing}`
      const title = underCondition(plan, condition)
      return [{ boardId, caseId, recommendationId, modality, title, ownerId, dueOn, createdAt }]
    },
  )
  if (rows.length > 0) await tx.insert(tasks).values(rows)
}
