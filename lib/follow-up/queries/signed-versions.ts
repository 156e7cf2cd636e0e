import { and, asc, desc, eq, inArray, ne } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { conclusions, planOptions, recommendations } from '@/db/schema/deliberation'
import { tasks } from '@/db/schema/follow-up'
import { users } from '@/db/schema/people'
import { type Modality, modalities } from '@/lib/clinical/catalogue/modalities'
import type { Outcome } from '@/lib/deliberation/model'
import type { Day } from '@/lib/foundation/time'
import type { Actor } from '@/lib/people/model'
import type { TaskView } from '../worklist'
import { selectTasks, signingDay, viewTask } from './task-rows'

/** One thing that a signed version says, with the task that carries it out; `none` has no task. */
export type CarriedRecommendation = {
  id: string
  modality: Modality
  outcome: Outcome
  title: string | null
  detail: string | null
  because: string | null
  missing: string | null
  task: TaskView | null
  /** The version that first said it, when that is an earlier one. */
  sinceVersion: number | null
  /** The latest version that says it again and goes on with its task; null for the last one that does. */
  goesOnIn: number | null
}

/** `supersededBy` is the version that took its place; null for the one in force. */
export type SignedVersion = {
  conclusionId: string
  itemId: string
  version: number
  signedOn: Day
  signedBy: string
  changeReason: string | null
  supersededBy: number | null
  recommendations: CarriedRecommendation[]
}

type Board = { timeZone: string; today: Day }
type Signed = Awaited<ReturnType<typeof readSigned>>[number]
type Said = Awaited<ReturnType<typeof readSaid>>[number]

/** Every signed version of a case, the latest signing first, with all that was ever asked and done. */
export async function signedVersions(tx: Tx, actor: Actor, caseId: string, board: Board): Promise<SignedVersion[]> {
  const signed = await readSigned(tx, caseId)
  const said = await readSaid(tx, signed)
  const rows = await selectTasks(tx).where(eq(tasks.caseId, caseId))
  const taskOf = new Map(rows.map((row) => [row.task.recommendationId, viewTask(actor, row, board)]))
  return signed.map(({ state, signedAt, ...version }, place) => ({
    ...version,
    signedOn: signingDay(signedAt, board.timeZone),
    supersededBy: state === 'superseded' ? followedBy(signed, place) : null,
    recommendations: said
      .filter(({ conclusionId }) => conclusionId === version.conclusionId)
      .sort((a, b) => modalities.indexOf(a.modality) - modalities.indexOf(b.modality))
      .map(({ conclusionId, sameAsId, ...one }) => {
        const root = sameAsId ?? one.id
        return { ...one, task: taskOf.get(root) ?? null, ...courseOf(root, version.version, said, signed) }
      }),
  }))
}

/** The number of the version that was signed next after the one at a place, the latest signing first; null for the last. */
export const followedBy = (signed: readonly { version: number }[], place: number): number | null =>
  signed[place - 1]?.version ?? null

const readSigned = (tx: Tx, caseId: string) =>
  tx
    .select({
      conclusionId: conclusions.id,
      itemId: conclusions.itemId,
      version: conclusions.version,
      state: conclusions.state,
      changeReason: conclusions.changeReason,
      signedAt: conclusions.signedAt,
      signedBy: users.name,
    })
    .from(conclusions)
    .innerJoin(users, eq(users.id, conclusions.signedBy))
    .where(and(eq(conclusions.caseId, caseId), ne(conclusions.state, 'draft')))
    .orderBy(desc(conclusions.signedAt), desc(conclusions.version))

const readSaid = (tx: Tx, signed: readonly { conclusionId: string }[]) =>
  tx
    .select({
      id: recommendations.id,
      conclusionId: recommendations.conclusionId,
      sameAsId: recommendations.sameAsId,
      modality: recommendations.modality,
      outcome: recommendations.outcome,
      because: recommendations.because,
      missing: recommendations.missing,
      title: planOptions.title,
      detail: planOptions.detail,
    })
    .from(recommendations)
    .leftJoin(planOptions, eq(planOptions.id, recommendations.optionId))
    .where(
      inArray(
        recommendations.conclusionId,
        signed.map(({ conclusionId }) => conclusionId),
      ),
    )
    .orderBy(asc(recommendations.dueOn), asc(recommendations.id))

/** In which versions the same is said before and after. `root` is the recommendation that the task was born from. */
function courseOf(root: string, version: number, said: readonly Said[], signed: readonly Signed[]) {
  const versions = said
    .filter(({ id, sameAsId }) => (sameAsId ?? id) === root)
    .flatMap((one) => signed.find(({ conclusionId }) => conclusionId === one.conclusionId)?.version ?? [])
  const first = Math.min(...versions)
  const last = Math.max(...versions)
  return { sinceVersion: first < version ? first : null, goesOnIn: last > version ? last : null }
}
