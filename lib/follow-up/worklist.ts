import { z } from 'zod'
import { modalities } from '@/lib/clinical/catalogue/modalities'
import { addDays, type Day } from '@/lib/foundation/time'
import { maybeText } from '@/lib/foundation/typed-text'
import { ranks } from '@/lib/meetings/model/quorum'
import { specialties } from '@/lib/people/model'
import { closings, shortfallReasons, standings, type TaskState, taskStates } from './model'

/** The saved views of the worklist. `week` holds what is late and what is due in the next seven days. */
export const worklistViews = ['week', 'late', 'mine', 'open', 'closed'] as const
export type WorklistView = (typeof worklistViews)[number]

/** The last day that the view `week` looks at. */
export const weekEnd = (today: Day): Day => addDays(today, 7)

/** Whether a task belongs to a view as it stands now: the same rule by which the list and the counts ask the database. */
export const isInView = (
  view: WorklistView,
  task: { state: TaskState; dueOn: Day; ownerId: string },
  { userId, today }: { userId: string; today: Day },
): boolean => {
  if (view === 'closed') return closings.some((closing) => closing === task.state)
  if (task.state !== 'open') return false
  switch (view) {
    case 'week':
      return task.dueOn <= weekEnd(today)
    case 'late':
      return task.dueOn < today
    case 'mine':
      return task.ownerId === userId
    case 'open':
      return true
  }
}

/** The counts of all views after one task changed under the hand, before the server has counted again. */
export const recounted = (
  counts: Readonly<Record<WorklistView, number>>,
  before: Parameters<typeof isInView>[1],
  after: Parameters<typeof isInView>[1],
  ground: Parameters<typeof isInView>[2],
): Record<WorklistView, number> => {
  const next = { ...counts }
  for (const view of worklistViews) {
    next[view] += Number(isInView(view, after, ground)) - Number(isInView(view, before, ground))
  }
  return next
}

export const worklistSorts = ['due', 'patient', 'owner', 'state'] as const
export type WorklistSort = (typeof worklistSorts)[number]

const filter = {
  boardId: z.uuid(),
  modality: z.enum(modalities).optional(),
  q: maybeText('The search', 200).optional(),
}

export const listTasksInput = z.strictObject({
  ...filter,
  view: z.enum(worklistViews).default('week'),
  sort: z.enum(worklistSorts).default('due'),
  descending: z.boolean().default(false),
  after: z.string().max(1000).optional(),
})
export type ListTasks = z.output<typeof listTasksInput>

export const countTasksInput = z.strictObject(filter)
export type CountTasks = z.output<typeof countTasksInput>

/** One row of the worklist, with everything a row of several patients must carry (DESIGN P9). */
export const taskView = z.object({
  id: z.uuid(),
  version: z.int(),
  caseId: z.uuid(),
  caseCode: z.string(),
  patient: z.string(),
  born: z.string().nullable(),
  age: z.string().nullable(),
  identifier: z.string().nullable(),
  died: z.boolean(),
  modality: z.enum(modalities),
  title: z.string(),
  ownerId: z.uuid(),
  owner: z.string(),
  ownerSpecialty: z.enum(specialties).nullable(),
  dueOn: z.string(),
  signedOn: z.string(),
  state: z.enum(taskStates),
  standing: z.enum(standings),
  closedOn: z.string().nullable(),
  reason: z.enum(shortfallReasons).nullable(),
  text: z.string().nullable(),
  /** The version of the conclusion that took its place; null unless `replaced`. */
  replacedByVersion: z.int().nullable(),
  /** The signed version in force asks for it; false for a task that only earlier versions asked for. */
  isAskedFor: z.boolean(),
  mayCarry: z.boolean(),
})
export type TaskView = z.output<typeof taskView>

/** A task after it was closed, with how many tasks of its case are still open. */
export const closedTaskView = taskView.extend({ openInCase: z.int() })
export type ClosedTaskView = z.output<typeof closedTaskView>

/** Rows with the key of the next page; `today` is the board's day that late is reckoned by. */
export const taskPage = z.object({ today: z.string(), rows: z.array(taskView), next: z.string().nullable() })
export type TaskPage = z.output<typeof taskPage>

export const taskCounts = z.object({
  week: z.int(),
  late: z.int(),
  mine: z.int(),
  open: z.int(),
  closed: z.int(),
})
export type TaskCounts = z.output<typeof taskCounts>

export const listFollowUpsInput = z.strictObject({
  boardId: z.uuid(),
  q: maybeText('The search', 200).optional(),
  after: z.string().max(1000).optional(),
})
export type ListFollowUps = z.output<typeof listFollowUpsInput>

/** A case with a signed recommendation: what is carried out next, and when the patient was last seen. */
export const followUpView = z.object({
  caseId: z.uuid(),
  caseCode: z.string(),
  patient: z.string(),
  born: z.string().nullable(),
  age: z.string().nullable(),
  identifier: z.string().nullable(),
  died: z.boolean(),
  signedOn: z.string(),
  ranksAs: z.enum(ranks),
  openTasks: z.int(),
  allTasks: z.int(),
  next: z
    .object({
      title: z.string(),
      modality: z.enum(modalities),
      owner: z.string(),
      dueOn: z.string(),
      standing: z.enum(standings),
    })
    .nullable(),
  lastVisitOn: z.string().nullable(),
})
export type FollowUpView = z.output<typeof followUpView>
export const followUpPage = z.object({ rows: z.array(followUpView), next: z.string().nullable() })
export type FollowUpPage = z.output<typeof followUpPage>
