'use client'
import { useEffect, useId, useState } from 'react'
import { DayField } from '@/app/_ui/day-field'
import { Notice } from '@/app/_ui/notice'
import { refusalSentence } from '@/app/_ui/refusal-words'
import { SelectField } from '@/app/_ui/text-field'
import { api, ask } from '@/lib/api/client'
import type { TaskView } from '@/lib/follow-up/worklist'
import { type Day, showDay } from '@/lib/foundation/time'
import { specialtyWords } from '@/lib/people/model'
import { mayOwnTask } from '@/lib/people/policy'
import { TaskDialog, useTaskAct } from './task-dialog'

type AssignDialogProps = {
  task: TaskView
  boardId: string
  today: Day
  onClose: () => void
  onDone: (task: TaskView) => void
  onReload: () => void
}

type Person = { value: string; label: string }

/** Who can own the task, with the present owner in any case; null while they load. */
function usePeople(boardId: string, presentId: string) {
  const [people, setPeople] = useState<readonly Person[] | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  useEffect(() => {
    let open = true
    void ask(api.people.listColleagues({ boardId })).then((answer) => {
      if (!open) return
      if (!answer.ok) setProblem(refusalSentence(answer.refusal))
      else {
        setPeople(
          answer.value
            .filter((person) => person.userId === presentId || mayOwnTask(person))
            .map(({ userId, name, specialty }) => ({
              value: userId,
              label: specialty ? `${name}, ${specialtyWords[specialty].word}` : name,
            })),
        )
      }
    })
    return () => {
      open = false
    }
  }, [boardId, presentId])
  return { people, problem }
}

/** Gives a task to a person of the board, with the day it is due. */
export function AssignDialog({ task, boardId, today, onClose, onDone, onReload }: AssignDialogProps) {
  const ids = { ownerId: useId(), dueOn: useId() }
  const { people, problem } = usePeople(boardId, task.ownerId)
  const [ownerId, setOwnerId] = useState(task.ownerId)
  const [typed, setTyped] = useState(showDay(task.dueOn))
  const [dueOn, setDueOn] = useState<Day | null>(task.dueOn)
  const { failure, busy, errors, send } = useTaskAct(onDone)
  const submit = () =>
    send(api.followUp.assignTask({ taskId: task.id, version: task.version, ownerId, dueOn: dueOn ?? '' }))
  return (
    <TaskDialog
      title="Assign"
      submit="Save"
      onSubmit={submit}
      fieldIds={ids}
      {...{ task, onClose, onReload, failure, busy }}
    >
      {problem !== null && (
        <Notice kind="failed" title="The people of the board could not be loaded." announce="alert">
          {problem}
        </Notice>
      )}
      <SelectField
        id={ids.ownerId}
        label="Owner"
        required
        value={ownerId}
        onChange={setOwnerId}
        options={people ?? [{ value: task.ownerId, label: task.owner }]}
        error={errors.ownerId}
      />
      <DayField
        id={ids.dueOn}
        label="Due on"
        required
        value={typed}
        rules={{ today, allowFuture: true, allowPartial: false }}
        error={errors.dueOn}
        onChange={(next, understood) => {
          setTyped(next)
          setDueOn(understood)
        }}
      />
    </TaskDialog>
  )
}
