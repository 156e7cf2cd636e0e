'use client'
import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { type FormEvent, useState } from 'react'
import { Button } from '@/app/_ui/button'
import { Card } from '@/app/_ui/card'
import { ErrorSummary } from '@/app/_ui/error-summary'
import { Notice } from '@/app/_ui/notice'
import { fieldErrors, refusalSentence } from '@/app/_ui/refusal-words'
import { repeatKeys } from '@/app/_ui/repeat-keys'
import { Segmented } from '@/app/_ui/segmented'
import { Severity } from '@/app/_ui/severity'
import { TextField } from '@/app/_ui/text-field'
import { api, ask, type Failure } from '@/lib/api/client'
import { showInstant } from '@/lib/foundation/time'
import { specialtyWords } from '@/lib/people/model'
import {
  callFirst,
  callOf,
  nextChoices,
  type OnDuty,
  type Person,
  type Rung,
  startCall,
  withinChoices,
} from './call-draft'

type CallFormProps = {
  caseId: string
  people: readonly Person[]
  /** Who is on duty now, as the page was opened. */
  onDuty: readonly OnDuty[]
  timeZone: string
  /** A clock of the pathway runs for this case. */
  isEmergency: boolean
  /** The case lacks what the board requires: it comes before the board with a reason. */
  isBlocked: boolean
  isDraft: boolean
}

/** Whom to call, in which order, and by when; everything is filled in, so that an emergency takes one click more. */
export function CallForm({ caseId, people, onDuty, timeZone, isEmergency, isBlocked, isDraft }: CallFormProps) {
  const router = useRouter()
  const [draft, setDraft] = useState(() => startCall(people, onDuty, isEmergency, isBlocked))
  const [failure, setFailure] = useState<Failure | null>(null)
  const [busy, setBusy] = useState(false)
  const [keys] = useState(repeatKeys)
  const called = draft.rungs.filter(({ isCalled }) => isCalled)

  async function submit(event: FormEvent) {
    event.preventDefault()
    if (busy) return
    const input = callOf(draft, caseId, isBlocked)
    setFailure(null)
    setBusy(true)
    const answer = await ask(api.meetings.callBoard(input, { context: { idempotencyKey: keys.keyFor(input) } }))
    if (answer.ok) return router.push(`/meetings/${answer.value.meetingId}/room`)
    setFailure(answer.refusal)
    setBusy(false)
  }

  if (isDraft) {
    return (
      <Notice kind="refused" title="This case is still a draft.">
        Hand it in first; an emergency needs no more than its name and question.{' '}
        <Link href={`/cases/${caseId}/edit/referral`}>Go to the entry</Link>
      </Notice>
    )
  }
  const errors = fieldErrors(failure)
  const listed = (['title', 'because'] as const).flatMap((name) =>
    errors[name] === undefined ? [] : [{ fieldId: `call-${name}`, message: errors[name] }],
  )
  const isCalledAlready = failure?.code === 'closed' && failure.why === 'already-there'
  return (
    <form className="call-form" onSubmit={submit} noValidate>
      {isCalledAlready ? (
        <Notice kind="refused" title="The board is called on this case already." announce="alert">
          Somebody else did. <Link href="/meetings">See it under Meetings</Link>
        </Notice>
      ) : (
        <ErrorSummary
          problems={listed}
          general={failure && listed.length === 0 ? refusalSentence(failure) : undefined}
        />
      )}
      <Card
        title="Who is called"
        note={`${called.length} of ${draft.rungs.length} specialties`}
        foot={
          <p className="small quiet">
            The first name of each is called now, the next one after the time below, unless somebody takes the call.
            Spineboard shows the call on every screen of those who are signed in. It sends no e-mail and rings nobody:
            telephone as well. Each list begins with who is on duty: <Link href="/meetings/duty">duty list</Link>.
          </p>
        }
      >
        <ul className="rungs">
          {draft.rungs.map((rung) => (
            <RungRow
              key={rung.specialty}
              rung={rung}
              onDuty={onDuty.filter(({ specialty }) => specialty === rung.specialty)}
              timeZone={timeZone}
              onChange={(changed) =>
                setDraft({
                  ...draft,
                  rungs: draft.rungs.map((one) => (one.specialty === changed.specialty ? changed : one)),
                })
              }
            />
          ))}
        </ul>
      </Card>
      <Card title="By when">
        <div className="form">
          <Segmented
            label="The board answers within"
            segments={withinChoices}
            value={draft.within}
            onChange={(within) => setDraft({ ...draft, within })}
          />
          <Segmented
            label="The next name is called after"
            segments={nextChoices}
            value={draft.next}
            onChange={(next) => setDraft({ ...draft, next })}
          />
          {isBlocked && (
            <TextField
              id="call-because"
              label="Why the board is asked although the case is blocked"
              required
              limit={500}
              value={draft.because}
              onChange={(because) => setDraft({ ...draft, because })}
              error={errors.because}
            />
          )}
          <TextField
            id="call-title"
            label="Title"
            hint="no patient names: it stands in lists"
            required
            limit={120}
            value={draft.title}
            onChange={(title) => setDraft({ ...draft, title })}
            error={errors.title}
          />
        </div>
      </Card>
      <div className="call-send">
        <Button
          type="submit"
          tone="primary"
          busy={busy}
          busyLabel="Calling"
          blockedBecause={
            draft.rungs.length === 0
              ? 'Nobody on this board has a vote yet.'
              : called.length === 0
                ? 'Choose at least one specialty.'
                : undefined
          }
        >
          Call the board now
        </Button>
      </div>
    </form>
  )
}

type RungRowProps = { rung: Rung; onDuty: readonly OnDuty[]; timeZone: string; onChange: (rung: Rung) => void }

function RungRow({ rung, onDuty, timeZone, onChange }: RungRowProps) {
  const { word } = specialtyWords[rung.specialty]
  return (
    <li>
      <label className="tick">
        <input
          type="checkbox"
          checked={rung.isCalled}
          onChange={(event) => onChange({ ...rung, isCalled: event.target.checked })}
        />
        <b>{word}</b>
      </label>
      <ol className="rung-names" aria-label={`${word}, in the order of the calls`}>
        {rung.people.map(({ userId, name }, place) => (
          <li key={userId}>
            {name} <OnDutyNow duty={onDuty.find((one) => one.userId === userId)} timeZone={timeZone} />
            {place > 0 && (
              <Button size="small" tone="quiet" onClick={() => onChange(callFirst(rung, userId))}>
                Call first<span className="visually-hidden">: {name}</span>
              </Button>
            )}
          </li>
        ))}
      </ol>
    </li>
  )
}

/** Beside a name: on duty, until when, and the number to telephone; nothing for anybody else. */
function OnDutyNow({ duty, timeZone }: { duty: OnDuty | undefined; timeZone: string }) {
  if (!duty) return null
  return (
    <span className="on-duty">
      <Severity tone="ok">On duty</Severity> <b className="nowrap">{duty.telephone}</b>{' '}
      <span className="quiet">until {showInstant(duty.endsAt, timeZone)}</span>
    </span>
  )
}
