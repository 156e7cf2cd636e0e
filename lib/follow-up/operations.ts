import { z } from 'zod'
import { caseWriters } from '@/lib/cases/policy'
import { operation } from '@/lib/foundation/operation'
import { clinicalRoles, taskCarriers } from '@/lib/people/policy'
import { assignTask, closeTask, reopenTask } from './commands/carry-task'
import { recordVisit } from './commands/record-visit'
import { assignTaskInput, closeTaskInput, reopenTaskInput } from './model'
import { listFollowUps } from './queries/list-follow-ups'
import { countTasks, listTasks } from './queries/list-tasks'
import { recordVisitInput } from './visit-model'
import {
  closedTaskView,
  countTasksInput,
  followUpPage,
  listFollowUpsInput,
  listTasksInput,
  taskCounts,
  taskPage,
  taskView,
} from './worklist'

// What is sought in these lists is a patient's name: it stands in the body, since addresses are kept in logs.
export const listTasksOperation = operation({
  method: 'POST',
  path: '/boards/{boardId}/tasks/search',
  summary: 'List the tasks of a view of the worklist, page by page',
  audience: clinicalRoles,
  input: listTasksInput,
  output: taskPage,
  run: listTasks,
})

export const countTasksOperation = operation({
  method: 'POST',
  path: '/boards/{boardId}/task-counts/search',
  summary: 'Count the tasks of every view of the worklist',
  audience: clinicalRoles,
  input: countTasksInput,
  output: taskCounts,
  run: countTasks,
})

export const closeTaskOperation = operation({
  method: 'POST',
  path: '/tasks/{taskId}/closing',
  summary: 'Close a task as done, partly or not done',
  audience: taskCarriers,
  input: closeTaskInput,
  output: closedTaskView,
  run: closeTask,
})

export const reopenTaskOperation = operation({
  method: 'POST',
  path: '/tasks/{taskId}/reopening',
  summary: 'Open a closed task again',
  audience: taskCarriers,
  input: reopenTaskInput,
  output: taskView,
  run: reopenTask,
})

export const assignTaskOperation = operation({
  method: 'PUT',
  path: '/tasks/{taskId}/assignment',
  summary: 'Give a task an owner and a due date',
  audience: taskCarriers,
  input: assignTaskInput,
  output: taskView,
  run: assignTask,
})

export const listFollowUpsOperation = operation({
  method: 'POST',
  path: '/boards/{boardId}/follow-ups/search',
  summary: 'List the cases with a signed recommendation, page by page',
  audience: clinicalRoles,
  input: listFollowUpsInput,
  output: followUpPage,
  run: listFollowUps,
})

export const recordVisitOperation = operation({
  method: 'POST',
  path: '/cases/{caseId}/visits',
  summary: 'Record a follow-up visit with what was found',
  audience: caseWriters,
  input: recordVisitInput,
  output: z.object({ visitId: z.uuid() }),
  run: recordVisit,
})
