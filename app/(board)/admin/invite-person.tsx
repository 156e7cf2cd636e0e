'use client'
import { useRouter } from 'next/navigation'
import { type FormEvent, useState } from 'react'
import { Button } from '@/app/_ui/button'
import { Dialog } from '@/app/_ui/dialog'
import { ErrorSummary } from '@/app/_ui/error-summary'
import { fieldErrors, refusalSentence } from '@/app/_ui/refusal-words'
import { TextField } from '@/app/_ui/text-field'
import { api, ask, type Failure } from '@/lib/api/client'
import { type IssuedLink, KnownAlready, OneTimeLink } from './one-time-link'
import { type SeatDraft, SeatFields, seatOf } from './seat-fields'

type Typed = SeatDraft & { name: string; email: string }

const nothing: Typed = { name: '', email: '', roles: [], specialty: null }

/** A button that opens the invitation, and the link that comes of it. What was typed stays until it is sent. */
export function InvitePerson({ boardId, timeZone }: { boardId: string; timeZone: string }) {
  const router = useRouter()
  const [open, setOpen] = useState(false)
  const [typed, setTyped] = useState(nothing)
  const [failure, setFailure] = useState<Failure | null>(null)
  const [busy, setBusy] = useState(false)
  const [issued, setIssued] = useState<IssuedLink | null>(null)
  const [known, setKnown] = useState<string | null>(null)

  async function submit(event: FormEvent) {
    event.preventDefault()
    if (busy) return
    setBusy(true)
    const { name, email } = typed
    const answer = await ask(api.people.invite({ boardId, name, email: email.trim(), ...seatOf(typed) }))
    setBusy(false)
    if (!answer.ok) {
      setFailure(answer.refusal)
      return
    }
    setFailure(null)
    setOpen(false)
    setTyped(nothing)
    const { link, endsAt } = answer.value
    if (link && endsAt) setIssued({ link, endsAt, name: name.trim() })
    else setKnown(name.trim())
    router.refresh()
  }

  const errors = fieldErrors(failure)
  const problems = Object.entries(errors).map(([fieldId, message]) => ({ fieldId, message }))
  return (
    <>
      <Button tone="primary" icon="plus" onClick={() => setOpen(true)}>
        Invite a person
      </Button>
      <Dialog
        open={open}
        wide
        onClose={() => setOpen(false)}
        title="Invite a person"
        actions={
          <>
            <Button onClick={() => setOpen(false)}>Cancel</Button>
            <Button type="submit" form="invite" tone="primary" busy={busy} busyLabel="Inviting">
              Invite
            </Button>
          </>
        }
      >
        <form id="invite" className="form" onSubmit={submit} noValidate>
          <ErrorSummary
            problems={problems}
            general={failure && problems.length === 0 ? refusalSentence(failure) : undefined}
          />
          <TextField
            id="name"
            name="name"
            label="Name"
            hint="as colleagues know the person"
            required
            value={typed.name}
            onChange={(name) => setTyped({ ...typed, name })}
            error={errors.name}
          />
          <TextField
            id="email"
            name="email"
            label="E-mail address"
            type="email"
            inputMode="email"
            spellCheck={false}
            required
            value={typed.email}
            onChange={(email) => setTyped({ ...typed, email })}
            error={errors.email}
          />
          <SeatFields value={typed} onChange={(seat) => setTyped({ ...typed, ...seat })} errors={errors} />
        </form>
      </Dialog>
      {known && <KnownAlready name={known} onClose={() => setKnown(null)} />}
      {issued && <OneTimeLink issued={issued} timeZone={timeZone} onClose={() => setIssued(null)} />}
    </>
  )
}
