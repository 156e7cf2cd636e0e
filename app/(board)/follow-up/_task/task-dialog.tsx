'use client'
import { type FormEvent, type ReactNode, useId, useState } from 'react'
import { useIdentity, useShownName } from '@/app/_identity/hidden-identity'
import { Button } from '@/app/_ui/button'
import { Dialog } from '@/app/_ui/dialog'
import { ErrorSummary, type FieldProblem } from '@/app/_ui/error-summary'
import { Notice } from '@/app/_ui/notice'
import { fieldErrors, refusalWords } from '@/app/_ui/refusal-words'
import { ask, type Failure } from '@/lib/api/client'
import { closingWords } from '@/lib/follow-up/model'
import type { TaskView } from '@/lib/follow-up/worklist'
import type { FieldConflict } from '@/lib/foundation/result'
import { showDay } from '@/lib/foundation/time'

/** Sends an act on a task; keeps what went wrong, and what somebody else stored meanwhile. */
export function useTaskAct<View extends TaskView>(onDone: (task: View) => void) {
  const [failure, setFailure] = useState<Failure | null>(null)
  const [busy, setBusy] = useState(false)
  const send = async (call: Promise<View>) => {
    setBusy(true)
    const answer = await ask(call)
    setBusy(false)
    if (answer.ok) onDone(answer.value)
    else setFailure(answer.refusal)
  }
  return { failure, busy, errors: fieldErrors(failure), send }
}

const pathWords: Readonly<Record<string, string>> = {
  state: 'State',
  closedOn: 'Day',
  shortfallReason: 'Reason',
  shortfallText: 'Text',
  ownerId: 'Owner',
  dueOn: 'Due date',
}

const shownValue = (value: unknown): string => {
  if (value === null || value === undefined) return 'nothing'
  const text = String(value)
  if (/^\d{4}-\d\d-\d\d$/.test(text)) return showDay(text)
  return closingWords[text as keyof typeof closingWords] ?? text
}

function Conflict({ fields }: { fields: readonly FieldConflict[] }) {
  const told = fields.filter(({ path }) => path !== 'ownerId')
  return (
    <ul>
      {told.map(({ path, yours, theirs }) => (
        <li key={path}>
          {pathWords[path] ?? path}: now {shownValue(theirs)}, yours {shownValue(yours)}
        </li>
      ))}
    </ul>
  )
}

/** Whose task it is: name, birth date and case, or the alias. */
function useWhose({ born: bornOn, caseCode: code, patient }: TaskView): string {
  const { isHidden } = useIdentity()
  const name = useShownName()({ code, patient })
  if (isHidden) return name
  return `${name}, ${bornOn ? `born ${showDay(bornOn)}` : 'birth date not known'} · case ${code}`
}

type TaskDialogProps = {
  title: string
  task: TaskView
  onClose: () => void
  onReload: () => void
  onSubmit: () => void
  failure: Failure | null
  busy: boolean
  submit: string
  /** Ids of the fields by the path that a refusal names. */
  fieldIds: Readonly<Record<string, string>>
  children: ReactNode
}

/** The frame of every act on a task: whose task it is, what went wrong, the fields, the button. */
export function TaskDialog(props: TaskDialogProps) {
  const { title, task, onClose, onReload, onSubmit, failure, busy, submit, fieldIds, children } = props
  const formId = useId()
  const problems: FieldProblem[] = Object.entries(fieldErrors(failure)).map(([path, message]) => ({
    fieldId: fieldIds[path] ?? formId,
    message,
  }))
  const send = (event: FormEvent) => {
    event.preventDefault()
    if (!busy) onSubmit()
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title={title}
      description={`${task.title} · ${useWhose(task)}`}
      actions={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" form={formId} tone="primary" busy={busy} busyLabel="Saving">
            {submit}
          </Button>
        </>
      }
    >
      <form id={formId} className="form" onSubmit={send} noValidate>
        <ErrorSummary problems={problems} />
        {failure !== null && failure.code !== 'invalid' && (
          <Notice
            kind={failure.code === 'stale' ? 'stale' : 'refused'}
            title={refusalWords(failure).title}
            announce="alert"
            actions={
              failure.code === 'stale' || failure.code === 'closed' ? (
                <Button size="small" onClick={onReload}>
                  Show how it stands now
                </Button>
              ) : undefined
            }
          >
            {failure.code === 'stale' ? 'Nothing of yours was saved.' : refusalWords(failure).next}
          </Notice>
        )}
        {failure?.code === 'stale' && <Conflict fields={failure.fields} />}
        {children}
      </form>
    </Dialog>
  )
}
