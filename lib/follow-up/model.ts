import { z } from 'zod'
import { dueDayProblem } from '@/lib/foundation/due-day'
import { type FieldProblem, ok, type Result, refuse } from '@/lib/foundation/result'
import { type Day, isDay, showDay } from '@/lib/foundation/time'
import { maybeText } from '@/lib/foundation/typed-text'

/** How far a recommendation was carried out. `replaced`: a later version of the recommendation took its place. */
export const taskStates = ['open', 'done', 'partly', 'not-done', 'replaced'] as const
export type TaskState = (typeof taskStates)[number]

/** Why something was done only partly or not. The patient's wish stands apart from all other reasons (PATHWAY PW-GOC-08). */
export const shortfallReasons = [
  'patients-wish',
  'condition-changed',
  'died',
  'not-available',
  'plan-changed',
  'treated-elsewhere',
  'other',
] as const
export type ShortfallReason = (typeof shortfallReasons)[number]

/** The words of each reason. */
export const shortfallWords: Readonly<Record<ShortfallReason, string>> = {
  'patients-wish': 'The patient’s wish',
  'condition-changed': 'The patient’s condition changed',
  died: 'The patient died',
  'not-available': 'Not available in time',
  'plan-changed': 'The plan changed',
  'treated-elsewhere': 'Treated elsewhere',
  other: 'Another reason',
}

/** How a task can end when it is closed by hand. */
export const closings = ['done', 'partly', 'not-done'] as const
export type Closing = (typeof closings)[number]

export const closingWords: Readonly<Record<Closing, string>> = {
  done: 'Done',
  partly: 'Partly done',
  'not-done': 'Not done',
}

/** The most characters of the text beside a reason. */
export const mostShortfallCharacters = 2000

export const dayInput = (what: string) =>
  z.string({ error: `${what} is missing.` }).refine(isDay, `${what}: day, month and year are needed.`)

const version = z.int().min(1)

export const closeTaskInput = z.strictObject({
  taskId: z.uuid(),
  version,
  closing: z.enum(closings, { error: 'Choose done, partly or not done.' }),
  on: dayInput('The day'),
  /** The person has confirmed that it was carried out before the recommendation was signed. */
  beforeSigning: z.boolean().default(false),
  reason: z.enum(shortfallReasons, { error: 'Choose a reason of the list.' }).nullable().default(null),
  text: maybeText('The text', mostShortfallCharacters).default(''),
})
export type CloseTask = z.output<typeof closeTaskInput>

export const reopenTaskInput = z.strictObject({ taskId: z.uuid(), version })
export type ReopenTask = z.output<typeof reopenTaskInput>

export const assignTaskInput = z.strictObject({
  taskId: z.uuid(),
  version,
  ownerId: z.uuid('Choose who takes care of it.'),
  dueOn: dayInput('The due date'),
})
export type AssignTask = z.output<typeof assignTaskInput>

export type ClosedTask = {
  state: Closing
  closedOn: Day
  shortfallReason: ShortfallReason | null
  shortfallText: string | null
}

const closingDayProblem = (task: { signedOn: Day }, input: CloseTask, today: Day): string | null => {
  if (input.on > today) return `${showDay(input.on)} is in the future.`
  if (input.on < task.signedOn && !input.beforeSigning) {
    return `The recommendation was signed on ${showDay(task.signedOn)}. Confirm that it was carried out before.`
  }
  return null
}

/**
 * What closing a task records. Partly and not done need a reason and, unless the patient died, a text; done takes
 * no reason, and keeps a text that was written. The day lies not in the future and not before the signing, unless the person confirmed that it does.
 */
export const decideClosing = (
  task: { state: TaskState; signedOn: Day },
  input: CloseTask,
  today: Day,
): Result<ClosedTask> => {
  if (task.state !== 'open') return refuse('closed', 'task-closed')
  const problems: FieldProblem[] = []
  const day = closingDayProblem(task, input, today)
  if (day) problems.push({ path: 'on', message: day })
  const isShort = input.closing !== 'done'
  if (isShort && !input.reason) problems.push({ path: 'reason', message: 'Choose why it was not done in full.' })
  if (isShort && input.reason !== 'died' && input.text === '') {
    problems.push({ path: 'text', message: 'Write what happened, in a few words.' })
  }
  if (!isShort && input.reason) problems.push({ path: 'reason', message: 'A task that is done needs no reason.' })
  if (problems.length > 0) return refuse('invalid', problems)
  return ok({
    state: input.closing,
    closedOn: input.on,
    shortfallReason: isShort ? input.reason : null,
    shortfallText: input.text !== '' ? input.text : null,
  })
}

/** Only what a person closed, and the version in force asks for (`isAskedFor`), can be opened again: nobody does what no longer is recommended. */
export const decideReopening = (task: { state: TaskState; isAskedFor: boolean }): Result<null> => {
  if (task.state === 'open') return refuse('closed', 'already-there')
  return task.state === 'replaced' || !task.isAskedFor ? refuse('closed', 'task-dropped') : ok(null)
}

/** A due date that stays may be late; a new one keeps the rule of `dueDayProblem`. */
export const decideAssignment = (
  task: { state: TaskState; dueOn: Day },
  input: AssignTask,
  today: Day,
): Result<null> => {
  if (task.state !== 'open') return refuse('closed', 'task-closed')
  const wrong = input.dueOn === task.dueOn ? null : dueDayProblem(input.dueOn, today)
  return wrong ? refuse('invalid', [{ path: 'dueOn', message: wrong }]) : ok(null)
}

/** How a task stands on a day: an open one is late once its due date has passed. */
export const standings = ['late', 'today', 'on-time', 'done', 'partly', 'not-done', 'replaced'] as const
export type Standing = (typeof standings)[number]

export const standingOf = (task: { state: TaskState; dueOn: Day }, today: Day): Standing => {
  if (task.state !== 'open') return task.state
  if (task.dueOn < today) return 'late'
  return task.dueOn === today ? 'today' : 'on-time'
}
