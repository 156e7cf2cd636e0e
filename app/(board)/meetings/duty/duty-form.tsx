'use client'
import { type FormEvent, useId, useState } from 'react'
import { Button } from '@/app/_ui/button'
import { MomentField } from '@/app/_ui/day-field'
import { Dialog } from '@/app/_ui/dialog'
import { ErrorSummary } from '@/app/_ui/error-summary'
import { fieldErrors, refusalSentence } from '@/app/_ui/refusal-words'
import { repeatKeys } from '@/app/_ui/repeat-keys'
import { SelectField, TextField } from '@/app/_ui/text-field'
import { api, ask, type Failure } from '@/lib/api/client'
import type { BoardTime } from '@/lib/foundation/moment'
import { callable } from '@/lib/meetings/model/call'
import type { DutyView } from '@/lib/meetings/model/duty'
import { specialties, specialtyWords } from '@/lib/people/model'
import type { ColleagueView } from '@/lib/people/queries'
import { dutyOf, forSpecialty, startDuty } from './duty-draft'

type DutyFormProps = {
  /** The entry that is changed; null for a new one. */
  duty: DutyView | null
  people: readonly ColleagueView[]
  boardId: string
  time: BoardTime
  onDone: () => void
  onClose: () => void
}

const names = ['specialty', 'userId', 'telephone', 'startsAt', 'endsAt'] as const

/** Enters who is on duty, or changes an entry: what was typed stays through every refusal. */
export function DutyForm({ duty, people, boardId, time, onDone, onClose }: DutyFormProps) {
  const formId = useId()
  const [draft, setDraft] = useState(() => startDuty(duty, time.timeZone))
  const [problems, setProblems] = useState<Record<string, string>>({})
  const [failure, setFailure] = useState<Failure | null>(null)
  const [busy, setBusy] = useState(false)
  const [keys] = useState(repeatKeys)
  const [theirs] = useState(() => specialties.filter((one) => callable(people, one).length > 0))
  const there = draft.specialty === '' ? [] : callable(people, draft.specialty)

  async function submit(event: FormEvent) {
    event.preventDefault()
    if (busy) return
    setFailure(null)
    const read = dutyOf(draft, boardId)
    if (!('input' in read)) return setProblems(read.problems)
    setProblems({})
    setBusy(true)
    const answer = await ask(
      api.meetings.enterDuty(read.input, { context: { idempotencyKey: keys.keyFor(read.input) } }),
    )
    setBusy(false)
    if (answer.ok) return onDone()
    setFailure(answer.refusal)
  }

  const errors: Readonly<Record<string, string>> = { ...fieldErrors(failure), ...problems }
  const idOf = (name: (typeof names)[number]) => `${formId}-${name}`
  const listed = names.flatMap((name) => {
    const message = errors[name]
    return message === undefined ? [] : [{ fieldId: idOf(name), message }]
  })
  const rules = { ...time, allowFuture: true }
  return (
    <Dialog
      open
      wide
      onClose={onClose}
      title={duty === null ? 'Who is on duty' : 'Change an entry of the duty list'}
      actions={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" form={formId} tone="primary" busy={busy} busyLabel="Entering">
            {duty === null ? 'Enter on the list' : 'Change the entry'}
          </Button>
        </>
      }
    >
      <form id={formId} className="form" onSubmit={submit} noValidate>
        <ErrorSummary
          problems={listed}
          general={failure && listed.length === 0 ? refusalSentence(failure) : undefined}
        />
        <div className="form-grid">
          <SelectField
            id={idOf('specialty')}
            label="Specialty"
            required
            options={theirs.map((value) => ({ value, label: specialtyWords[value].word }))}
            value={draft.specialty}
            onChange={(value) => setDraft(forSpecialty(draft, theirs.find((one) => one === value) ?? ''))}
            error={errors.specialty}
          />
          <SelectField
            id={idOf('userId')}
            label="Who is on duty"
            hint="members who vote for it"
            required
            options={there.map(({ userId, name }) => ({ value: userId, label: name }))}
            value={draft.userId}
            onChange={(userId) => setDraft({ ...draft, userId })}
            error={errors.userId}
          />
        </div>
        <TextField
          id={idOf('telephone')}
          label="Telephone"
          hint="such as 01632 960001 ext 42"
          required
          type="tel"
          inputMode="tel"
          limit={40}
          value={draft.telephone}
          onChange={(telephone) => setDraft({ ...draft, telephone })}
          error={errors.telephone}
        />
        <div className="form-grid">
          <MomentField
            id={idOf('startsAt')}
            label="From"
            hint={`day and time, on the clocks of ${time.timeZone}`}
            required
            value={draft.from.typed}
            rules={rules}
            onChange={(typed, moment) => setDraft({ ...draft, from: { typed, moment } })}
            error={errors.startsAt}
          />
          <MomentField
            id={idOf('endsAt')}
            label="Until"
            hint="such as 23-Nov-2026 08:00"
            required
            value={draft.until.typed}
            rules={rules}
            onChange={(typed, moment) => setDraft({ ...draft, until: { typed, moment } })}
            error={errors.endsAt}
          />
        </div>
      </form>
    </Dialog>
  )
}
