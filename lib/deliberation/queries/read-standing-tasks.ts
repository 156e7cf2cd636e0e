import { and, asc, eq, inArray, ne } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { conclusions, recommendations } from '@/db/schema/deliberation'
import { tasks } from '@/db/schema/follow-up'
import type { StandingTask } from '../model/standing-task'

const ofItems = (tx: Tx, itemIds: readonly string[]) =>
  tx
    .select({
      taskId: tasks.id,
      recommendationId: tasks.recommendationId,
      modality: recommendations.modality,
      optionId: recommendations.optionId,
      missing: recommendations.missing,
      condition: recommendations.condition,
      ownerId: tasks.ownerId,
      dueOn: tasks.dueOn,
      state: tasks.state,
    })
    .from(tasks)
    .innerJoin(recommendations, eq(recommendations.id, tasks.recommendationId))
    .innerJoin(conclusions, eq(conclusions.id, recommendations.conclusionId))
    .where(and(inArray(conclusions.itemId, [...itemIds]), ne(tasks.state, 'replaced')))
    .orderBy(asc(tasks.createdAt), asc(tasks.id))

/** The tasks of the versions of these items (one that votes anew and those that it follows) that no later version replaced, the oldest first. */
export const readStandingTasksOf = async (tx: Tx, itemIds: readonly string[]): Promise<StandingTask[]> =>
  (await ofItems(tx, itemIds)).flatMap(standing)

/** The same, held until the end of the transaction: nobody closes or hands over one of them meanwhile. */
export const lockStandingTasks = async (tx: Tx, itemIds: readonly string[]): Promise<StandingTask[]> =>
  (await ofItems(tx, itemIds).for('update', { of: tasks })).flatMap(standing)

const standing = ({ state, ...task }: Awaited<ReturnType<typeof ofItems>>[number]): StandingTask[] =>
  state === 'replaced' ? [] : [{ ...task, state }]
