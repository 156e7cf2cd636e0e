'use client'
import { useId, useState } from 'react'
import { type Choice, ChoiceCards } from '@/app/_ui/choice-cards'
import { DayField } from '@/app/_ui/day-field'
import { TextAreaField } from '@/app/_ui/text-field'
import { api } from '@/lib/api/client'
import {
  type Closing,
  closingWords,
  mostShortfallCharacters,
  type ShortfallReason,
  shortfallReasons,
  shortfallWords,
} from '@/lib/follow-up/model'
import type { ClosedTaskView, TaskView } from '@/lib/follow-up/worklist'
import { type Day, showDay } from '@/lib/foundation/time'
import { TaskDialog, useTaskAct } from './task-dialog'

type ClosingDialogProps = {
  task: TaskView
  closing: Closing
  today: Day
  onClose: () => void
  onDone: (task: ClosedTaskView) => void
  onReload: () => void
}

/** The patient's wish stands first and apart: it is counted apart from every other reason (PATHWAY PW-GOC-08). */
const reasonChoices: readonly Choice<ShortfallReason>[] = shortfallReasons.map((value) =>
  value === 'patients-wish'
    ? {
        value,
        label: 'It was the patient’s wish',
        note: 'Counted apart from all other reasons',
        group: 'The patient’s wish',
      }
    : { value, label: shortfallWords[value], group: 'Other reasons' },
)

/** Says how a task ended: the day, and unless it is done why not, with the patient’s wish as an answer of its own. */
export function ClosingDialog({ task, closing, today, onClose, onDone, onReload }: ClosingDialogProps) {
  const ids = { on: useId(), reason: useId(), text: useId() }
  const [typed, setTyped] = useState(showDay(today))
  const [day, setDay] = useState<Day | null>(today)
  const [beforeSigning, setBeforeSigning] = useState(false)
  const [reason, setReason] = useState<ShortfallReason | null>(null)
  const [text, setText] = useState('')
  const { failure, busy, errors, send } = useTaskAct(onDone)
  const isShort = closing !== 'done'
  const isEarly = day !== null && day < task.signedOn
  const submit = () =>
    send(
      api.followUp.closeTask({
        ...{ taskId: task.id, version: task.version, closing, beforeSigning },
        ...{ on: day ?? '', reason: isShort ? reason : null, text: isShort ? text : '' },
      }),
    )
  return (
    <TaskDialog
      title={closingWords[closing]}
      submit={`Save as ${closingWords[closing].toLowerCase()}`}
      onSubmit={submit}
      fieldIds={ids}
      {...{ task, onClose, onReload, failure, busy }}
    >
      <DayField
        id={ids.on}
        label={closing === 'not-done' ? 'Settled on' : 'Carried out on'}
        hint="For example 22-Nov-2026, or yesterday"
        required
        value={typed}
        rules={{ today, allowPartial: false }}
        error={errors.on}
        onChange={(next, understood) => {
          setTyped(next)
          setDay(understood)
        }}
      />
      {isEarly && (
        <label className="tick">
          <input type="checkbox" checked={beforeSigning} onChange={(event) => setBeforeSigning(event.target.checked)} />
          Yes, this was before the recommendation was signed ({showDay(task.signedOn)})
        </label>
      )}
      {isShort && (
        <>
          <ChoiceCards
            id={ids.reason}
            label="Reason"
            required
            className="reasons"
            choices={reasonChoices}
            value={reason}
            onChange={setReason}
            error={errors.reason}
          />
          <TextAreaField
            id={ids.text}
            label="What happened"
            required={reason !== 'died'}
            value={text}
            onChange={setText}
            limit={mostShortfallCharacters}
            error={errors.text}
          />
        </>
      )}
    </TaskDialog>
  )
}
