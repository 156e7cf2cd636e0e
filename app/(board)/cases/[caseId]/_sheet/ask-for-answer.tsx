'use client'
import { useRouter } from 'next/navigation'
import { useId, useState } from 'react'
import { Button } from '@/app/_ui/button'
import { DayField } from '@/app/_ui/day-field'
import { Dialog } from '@/app/_ui/dialog'
import { ErrorSummary } from '@/app/_ui/error-summary'
import { Notice } from '@/app/_ui/notice'
import { fieldErrors, refusalWords } from '@/app/_ui/refusal-words'
import { SelectField } from '@/app/_ui/text-field'
import { api, ask, type Failure } from '@/lib/api/client'
import type { OpenGap } from '@/lib/cases/readiness-state'
import type { BoardPerson } from '@/lib/cases/readiness-views'
import { type Day, showDay } from '@/lib/foundation/time'
import { specialtyWords } from '@/lib/people/model'
import { mayOwnTask } from '@/lib/people/policy'

type AskProps = {
  caseId: string
  /** The gap with the level that it belongs to: `Pain, T7`. */
  what: string
  gap: OpenGap
  people: readonly BoardPerson[]
  /** Who owes it as the dataset says; '' for nobody. */
  suggested: string
  today: Day
}

/** Asks a colleague for an open answer by a day. */
export function AskForAnswer(props: AskProps) {
  const [isOpen, setOpen] = useState(false)
  const { gap, what } = props
  return (
    <>
      <button
        type="button"
        className="link-btn no-print"
        aria-label={gap.request ? `Change who owes ${what}` : `Ask for ${what}`}
        onClick={() => setOpen(true)}
      >
        {gap.request ? 'Change' : 'Ask'}
      </button>
      {isOpen && <AskDialog {...props} onClose={() => setOpen(false)} />}
    </>
  )
}

/** A day that can still be kept: the one that was named or follows from the meeting, unless it is past. */
const startDay = ({ until }: OpenGap, today: Day): Day => (until !== null && until >= today ? until : today)

function AskDialog({ caseId, what, gap, people, suggested, today, onClose }: AskProps & { onClose: () => void }) {
  const router = useRouter()
  const ids = { ownerId: useId(), dueOn: useId() }
  const [ownerId, setOwnerId] = useState(gap.request?.ownerId ?? suggested)
  const [typed, setTyped] = useState(showDay(startDay(gap, today)))
  const [dueOn, setDueOn] = useState<Day | null>(startDay(gap, today))
  const [failure, setFailure] = useState<Failure | null>(null)
  const [busy, setBusy] = useState(false)
  const errors = fieldErrors(failure)
  const send = async (owner: string | null, day: Day | null) => {
    setBusy(true)
    const { section, item, field } = gap
    const result = await ask(api.cases.askForAnswer({ caseId, section, item, field, ownerId: owner, dueOn: day }))
    setBusy(false)
    if (!result.ok) return setFailure(result.refusal)
    onClose()
    router.refresh()
  }
  const problems = (['ownerId', 'dueOn'] as const).flatMap((field) => {
    const message = errors[field]
    return message === undefined ? [] : [{ fieldId: ids[field], message }]
  })
  return (
    <Dialog
      open
      onClose={onClose}
      title={`Ask for: ${what}`}
      description="The person finds it under “You owe” on the page Today until it is answered. No e-mail is sent."
      actions={
        <>
          {gap.request && (
            <Button busy={busy} onClick={() => void send(null, null)}>
              Take the request back
            </Button>
          )}
          <Button onClick={onClose}>Cancel</Button>
          <Button tone="primary" busy={busy} busyLabel="Asking" onClick={() => void send(ownerId, dueOn)}>
            Ask
          </Button>
        </>
      }
    >
      <ErrorSummary problems={problems} />
      {failure && failure.code !== 'invalid' && (
        <Notice kind="refused" title={refusalWords(failure).title} announce="alert">
          {refusalWords(failure).next}
        </Notice>
      )}
      <SelectField
        id={ids.ownerId}
        label="Who is asked"
        required
        value={ownerId}
        onChange={setOwnerId}
        options={people.filter(mayOwnTask).map(({ userId, name, specialty }) => ({
          value: userId,
          label: specialty ? `${name}, ${specialtyWords[specialty].word}` : name,
        }))}
        error={errors.ownerId}
      />
      <DayField
        id={ids.dueOn}
        label="Answer owed by"
        required
        value={typed}
        rules={{ today, allowFuture: true, allowPartial: false }}
        error={errors.dueOn}
        onChange={(next, understood) => {
          setTyped(next)
          setDueOn(understood)
        }}
      />
    </Dialog>
  )
}
