import type { MenuAct } from '@/app/_ui/menu'
import type { TaskView } from '@/lib/follow-up/worklist'

/** What a person does with a task. */
export type TaskAct = 'done' | 'partly' | 'not-done' | 'reopen' | 'assign'

/** The acts that a task takes as it stands, each with the reason when this person may not do it. */
export function actsOf(task: TaskView, act: (act: TaskAct, task: TaskView) => Promise<void>): MenuAct[] {
  const blockedBecause = task.mayCarry ? undefined : 'Its owner, the coordinator or the chair does this'
  const entry = (label: string, which: TaskAct): MenuAct => ({
    label,
    onChoose: () => void act(which, task),
    blockedBecause,
  })
  if (task.state === 'replaced') return []
  if (task.state !== 'open') return [entry('Reopen', 'reopen')]
  return [
    entry('Done', 'done'),
    entry('Partly done', 'partly'),
    entry('Not done', 'not-done'),
    entry('Assign', 'assign'),
  ]
}
