'use client'
import { type FormEvent, useState } from 'react'
import { Button } from '@/app/_ui/button'
import { Dialog } from '@/app/_ui/dialog'
import { ErrorSummary } from '@/app/_ui/error-summary'
import { fieldErrors, refusalSentence } from '@/app/_ui/refusal-words'
import { api, ask, type Failure } from '@/lib/api/client'
import type { MemberView } from '@/lib/people/queries'
import { type SeatDraft, SeatFields, seatOf } from './seat-fields'

type ChangeSeatProps = { person: MemberView; boardId: string; onClose: () => void; onDone: () => void }

/** The roles of one person on this board. Without any role the person is no longer on the board. */
export function ChangeSeat({ person, boardId, onClose, onDone }: ChangeSeatProps) {
  const [draft, setDraft] = useState<SeatDraft>({ roles: person.roles, specialty: person.specialty })
  const [failure, setFailure] = useState<Failure | null>(null)
  const [busy, setBusy] = useState(false)

  async function submit(event: FormEvent) {
    event.preventDefault()
    if (busy) return
    setBusy(true)
    const answer = await ask(api.people.changeRoles({ boardId, userId: person.userId, ...seatOf(draft) }))
    setBusy(false)
    if (answer.ok) onDone()
    else setFailure(answer.refusal)
  }

  const errors = fieldErrors(failure)
  const problems = Object.entries(errors).map(([fieldId, message]) => ({ fieldId, message }))
  return (
    <Dialog
      open
      wide
      onClose={onClose}
      title={`Roles of ${person.name}`}
      actions={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" form="change-seat" tone="primary" busy={busy} busyLabel="Saving">
            Save roles
          </Button>
        </>
      }
    >
      <form id="change-seat" className="form" onSubmit={submit} noValidate>
        <ErrorSummary
          problems={problems}
          general={failure && problems.length === 0 ? refusalSentence(failure) : undefined}
        />
        <SeatFields value={draft} onChange={setDraft} errors={errors} />
        {draft.roles.length === 0 && (
          <p role="status">Without a role {person.name} no longer sees this board. Everything they did stays.</p>
        )}
      </form>
    </Dialog>
  )
}
