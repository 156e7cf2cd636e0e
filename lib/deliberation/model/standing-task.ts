import { z } from 'zod'
import { modalities } from '@/lib/clinical/catalogue/modalities'
import type { DraftAnswer, DraftAnswers, Recommendation } from './conclusion'

/** A task of an earlier version that no later one replaced: still open, or ended by a person. */
export const standingTask = z.object({
  taskId: z.uuid(),
  /** The recommendation that the task was born from; every later one that says the same names it. */
  recommendationId: z.uuid(),
  modality: z.enum(modalities),
  optionId: z.uuid().nullable(),
  missing: z.string().nullable(),
  condition: z.string().nullable(),
  ownerId: z.uuid(),
  dueOn: z.string(),
  state: z.enum(['open', 'done', 'partly', 'not-done']),
})
export type StandingTask = z.infer<typeof standingTask>

/** What a version asks for, as far as it decides about a task. */
type Said = Pick<Recommendation, 'modality' | 'optionId' | 'missing' | 'condition' | 'ownerId' | 'dueOn'>

/** The latest task with the same content: the same option of the same modality under the same condition, or the same thing that is missing. */
export const taskOf = (
  { modality, optionId, missing, condition }: Pick<Said, 'modality' | 'optionId' | 'missing' | 'condition'>,
  tasks: readonly StandingTask[],
): StandingTask | undefined =>
  tasks.findLast(
    (task) =>
      task.modality === modality &&
      (optionId === null
        ? task.optionId === null && task.missing === missing
        : task.optionId === optionId && task.condition === condition),
  )

/**
 * What becomes of a task that a later version asks for again. `keep`: it stays as it is. `reassign`: it is open and gets the
 * owner and due date of the new version. `ask-again`: it ended partly or not done and the new version gives it to somebody
 * else or another day, so a new task opens and the old outcome stays on record.
 */
export const fateOf = ({ ownerId, dueOn }: Pick<Said, 'ownerId' | 'dueOn'>, task: StandingTask) => {
  if (task.state === 'done' || (ownerId === task.ownerId && dueOn === task.dueOn)) return 'keep'
  return task.state === 'open' ? 'reassign' : 'ask-again'
}

/** Whether the owner need not be able to carry anything any more: the work has ended. */
export const mayNameAnybody = (said: Said, tasks: readonly StandingTask[]): boolean => {
  const task = taskOf(said, tasks)
  return task !== undefined && task.state !== 'open' && fateOf(said, task) === 'keep'
}

/** Whether a due date is not newly given: what it belongs to is done, or nobody moved it. It may have passed meanwhile. */
export const keepsDueDay = (said: Said, tasks: readonly StandingTask[]): boolean => {
  const task = taskOf(said, tasks)
  if (!task) return false
  return fateOf(said, task) === 'keep' || (task.state === 'open' && said.dueOn === task.dueOn)
}

/** The answers of a signed version as the next one begins with them: each with the owner and due date that its task has now. */
export const withTasks = (answers: DraftAnswers, tasks: readonly StandingTask[]): DraftAnswers => {
  const carried = <Of extends { ownerId: string | null; dueOn: string | null }>(of: Of, task?: StandingTask): Of =>
    task ? { ...of, ownerId: task.ownerId, dueOn: task.dueOn } : of
  const answerOf = (modality: StandingTask['modality']): DraftAnswer => {
    const { options, ...answer } = answers[modality]
    const { missing } = answer
    return {
      ...carried(answer, taskOf({ modality, optionId: null, missing, condition: null }, tasks)),
      options: options.map((one) =>
        carried(one, taskOf({ ...one, modality, missing: null, condition: one.condition || null }, tasks)),
      ),
    }
  }
  return {
    radiation: answerOf('radiation'),
    surgery: answerOf('surgery'),
    systemic: answerOf('systemic'),
    pain: answerOf('pain'),
    supportive: answerOf('supportive'),
  }
}
