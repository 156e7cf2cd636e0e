import { and, asc, eq, ne } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { conclusions, recommendations } from '@/db/schema/deliberation'
import { tasks } from '@/db/schema/follow-up'
import type { StandingTask } from '../model/standing-task'

const ofItem = (tx: Tx, itemId: string) =>
  tx
    .select({
      taskId: tasks.id,
      recommendationId: tasks.recommendationId,
      modality: recommendations.modality,
      optionId: recommendations.optionId,
      missing: recommendations.missing,
      ownerId: tasks.ownerId,
      dueOn: tasks.dueOn,
      state: tasks.state,
    })
    .from(tasks)
    .innerJoin(recommendations, eq(recommendations.id, tasks.recommendationId))
    .innerJoin(conclusions, eq(conclusions.id, recommendations.conclusionId))
    .where(and(eq(conclusions.itemId, itemId), ne(tasks.state, 'replaced')))
    .orderBy(asc(tasks.createdAt), asc(tasks.id))

/** The tasks of an item's versions that no later version replaced, the oldest first. */
export const readStandingTasks = async (tx: Tx, itemId: string): Promise<StandingTask[]> =>
  (await ofItem(tx, itemId)).flatMap(standing)

/** The same, held until the end of the transaction: nobody closes or hands over one of them meanwhile. */
export const lockStandingTasks = async (tx: Tx, itemId: string): Promise<StandingTask[]> =>
  (await ofItem(tx, itemId).for('update', { of: tasks })).flatMap(standing)

const standing = ({ state, ...task }: Awaited<ReturnType<typeof ofItem>>[number]): StandingTask[] =>
  state === 'replaced' ? [] : [{ ...task, state }]
