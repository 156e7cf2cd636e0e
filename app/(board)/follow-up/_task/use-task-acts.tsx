'use client'
import { type ReactNode, useCallback, useState } from 'react'
import { ButtonLink } from '@/app/_ui/button'
import { Notice } from '@/app/_ui/notice'
import { refusalWords } from '@/app/_ui/refusal-words'
import { api, ask, type Failure } from '@/lib/api/client'
import type { ClosedTaskView, TaskView } from '@/lib/follow-up/worklist'
import type { Day } from '@/lib/foundation/time'
import type { TaskAct } from './acts'
import { AssignDialog } from './assign-dialog'
import { ClosingDialog } from './closing-dialog'
import { type NextStep, nextStep } from './next-step'

type Ground = {
  boardId: string
  today: Day
  /** The task as it stands after an act. */
  onChanged: (task: TaskView) => void
  /** Somebody else changed it: show how it stands now. */
  onReload: () => void
}

/** The acts on tasks for any list of them: `act` starts one; `dialogs`, and `told` for what became of it, are put on the screen. */
export function useTaskActs({ boardId, today, onChanged, onReload }: Ground) {
  const [open, setOpen] = useState<{ act: Exclude<TaskAct, 'reopen'>; task: TaskView } | null>(null)
  const [failure, setFailure] = useState<Failure | null>(null)
  const [step, setStep] = useState<NextStep | null>(null)
  const act = useCallback(
    async (which: TaskAct, task: TaskView) => {
      setFailure(null)
      setStep(null)
      if (!task.mayCarry) return setFailure({ code: 'forbidden' })
      if (which === 'reopen') {
        const answer = await ask(api.followUp.reopenTask({ taskId: task.id, version: task.version }))
        return answer.ok ? onChanged(answer.value) : setFailure(answer.refusal)
      }
      if (task.state !== 'open') return setFailure({ code: 'closed', why: 'task-closed' })
      setOpen({ act: which, task })
    },
    [onChanged],
  )
  const close = () => setOpen(null)
  const shared = {
    today,
    onClose: close,
    onReload: () => {
      close()
      onReload()
    },
    onDone: (task: TaskView) => {
      onChanged(task)
      close()
    },
  }
  const onClosed = (task: ClosedTaskView) => {
    shared.onDone(task)
    setStep(nextStep(task))
  }
  const dialogs: ReactNode = (
    <>
      {open?.act === 'assign' && <AssignDialog task={open.task} boardId={boardId} {...shared} />}
      {open && open.act !== 'assign' && (
        <ClosingDialog task={open.task} closing={open.act} {...shared} onDone={onClosed} />
      )}
    </>
  )
  const told: ReactNode = (
    <>
      {failure && (
        <Notice kind="refused" title={refusalWords(failure).title} announce="alert">
          {refusalWords(failure).next}
        </Notice>
      )}
      {step && (
        <Notice
          kind="info"
          title={step.title}
          announce="status"
          actions={<ButtonLink href={`/cases/${step.caseId}/follow-up`}>{step.link}</ButtonLink>}
        >
          {step.next}
        </Notice>
      )}
    </>
  )
  return { act, dialogs, told }
}
