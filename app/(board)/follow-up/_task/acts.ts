import type { MenuAct } from '@/app/_ui/menu'
import type { TaskView } from '@/lib/follow-up/worklist'

/** What a person does with a task. */
export type TaskAct = 'done' | 'partly' | 'not-done' | 'reopen' | 'assign'

/** The acts that a task takes as it stands from this person; none for whoever may not carry it. */
export function actsOf(task: TaskView, act: (act: TaskAct, task: TaskView) => Promise<void>): MenuAct[] {
  const entry = (label: string, which: TaskAct): MenuAct => ({ label, onChoose: () => void act(which, task) })
  if (!task.mayCarry || task.state === 'replaced') return []
  if (task.state !== 'open') return task.isAskedFor ? [entry('Reopen', 'reopen')] : []
  return [
    entry('Done', 'done'),
    entry('Partly done', 'partly'),
    entry('Not done', 'not-done'),
    entry('Assign', 'assign'),
  ]
}
