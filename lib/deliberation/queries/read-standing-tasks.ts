import { and, asc, eq, ne } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { recommendations } from '@/db/schema/deliberation'
import { tasks } from '@/db/schema/follow-up'
import type { StandingTask } from '../model/standing-task'

const ofCase = (tx: Tx, caseId: string) =>
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
    .where(and(eq(tasks.caseId, caseId), ne(tasks.state, 'replaced')))
    .orderBy(asc(tasks.createdAt), asc(tasks.id))

/** The tasks of a case that no later version replaced, the oldest first, of whichever item they come from. */
export const readStandingTasks = async (tx: Tx, caseId: string): Promise<StandingTask[]> =>
  (await ofCase(tx, caseId)).flatMap(standing)

/** The same, held until the end of the transaction: nobody closes or hands over one of them meanwhile. */
export const lockStandingTasks = async (tx: Tx, caseId: string): Promise<StandingTask[]> =>
  (await ofCase(tx, caseId).for('update', { of: tasks })).flatMap(standing)

const standing = ({ state, ...task }: Awaited<ReturnType<typeof ofCase>>[number]): StandingTask[] =>
  state === 'replaced' ? [] : [{ ...task, state }]
