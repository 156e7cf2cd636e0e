'use client'
import { useRouter, useSearchParams } from 'next/navigation'
import { type FormEvent, useState } from 'react'
import { Button } from '@/app/_ui/button'
import { DayField } from '@/app/_ui/day-field'
import { Dialog } from '@/app/_ui/dialog'
import { ErrorSummary } from '@/app/_ui/error-summary'
import { fieldErrors, refusalSentence } from '@/app/_ui/refusal-words'
import { repeatKeys } from '@/app/_ui/repeat-keys'
import { Severity } from '@/app/_ui/severity'
import { TextField } from '@/app/_ui/text-field'
import { api, ask, type Failure } from '@/lib/api/client'
import { readTime } from '@/lib/foundation/read-time'
import { dayAt } from '@/lib/foundation/time'
import { type DraftProblems, type MeetingDraft, startOf } from './meeting-draft'
import { showStart } from './meeting-words'

type Typed = MeetingDraft & { typedDay: string }

const startOver = (title: string): Typed => ({ title, typedDay: '', day: null, time: '', place: '' })
const ids = { title: 'meeting-title', day: 'meeting-day', time: 'meeting-time', place: 'meeting-place' } as const
type FieldName = keyof typeof ids

type NewMeetingProps = { board: { boardId: string; boardName: string }; timeZone: string }

/** The address of the list with the form open, so that the palette and other pages can lead to it. */
const formAddress = '/meetings?new'

/** A button that opens the form for a new meeting. What was typed stays until the meeting is made. */
export function NewMeeting({ board: { boardId, boardName }, timeZone }: NewMeetingProps) {
  const router = useRouter()
  const open = useSearchParams().has('new')
  const [typed, setTyped] = useState(() => startOver(boardName))
  const [problems, setProblems] = useState<DraftProblems>({})
  const [failure, setFailure] = useState<Failure | null>(null)
  const [busy, setBusy] = useState(false)
  const [keys] = useState(repeatKeys)

  const close = () => window.history.replaceState(null, '', '/meetings')

  async function submit(event: FormEvent) {
    event.preventDefault()
    if (busy) return
    setFailure(null)
    const start = startOf(typed, timeZone)
    if (!('startsAt' in start)) return setProblems(start)
    setProblems({})
    const place = typed.place.trim() === '' ? null : typed.place
    const input = { boardId, title: typed.title, place, startsAt: start.startsAt }
    setBusy(true)
    const answer = await ask(api.meetings.create(input, { context: { idempotencyKey: keys.keyFor(input) } }))
    if (answer.ok) return router.push(`/meetings/${answer.value.meetingId}`)
    setFailure(answer.refusal)
    setBusy(false)
  }

  const refused = fieldErrors(failure)
  const errors: Partial<Record<FieldName, string>> = { ...refused, ...problems, day: problems.day ?? refused.startsAt }
  const listed = (Object.keys(ids) as FieldName[]).flatMap((name) => {
    const message = errors[name]
    return message === undefined ? [] : [{ fieldId: ids[name], message }]
  })
  return (
    <>
      <Button tone="primary" icon="plus" onClick={() => window.history.replaceState(null, '', formAddress)}>
        New meeting
      </Button>
      <Dialog
        open={open}
        wide
        onClose={close}
        title="New meeting"
        actions={
          <>
            <Button onClick={close}>Cancel</Button>
            <Button type="submit" form="new-meeting" tone="primary" busy={busy} busyLabel="Making it">
              Make the meeting
            </Button>
          </>
        }
      >
        <form id="new-meeting" className="form" onSubmit={submit} noValidate>
          <ErrorSummary
            problems={listed}
            general={failure && listed.length === 0 ? refusalSentence(failure) : undefined}
          />
          <TextField
            id={ids.title}
            label="Title"
            hint="no patient names: it stands in lists and on the projector"
            required
            limit={120}
            value={typed.title}
            onChange={(title) => setTyped({ ...typed, title })}
            error={errors.title}
          />
          <div className="form-grid">
            <DayField
              id={ids.day}
              label="Day"
              hint="such as 22-Nov-2026, or tomorrow"
              required
              value={typed.typedDay}
              rules={{ today: dayAt(new Date().toISOString(), timeZone), allowFuture: true, allowPartial: false }}
              onChange={(typedDay, day) => setTyped({ ...typed, typedDay, day })}
              error={errors.day}
            />
            <TextField
              id={ids.time}
              label="Time"
              hint={`24 hours, on the clocks of ${timeZone}`}
              required
              inputMode="numeric"
              value={typed.time}
              onChange={(time) => setTyped({ ...typed, time })}
              error={errors.time}
            />
          </div>
          <StartEcho draft={typed} timeZone={timeZone} />
          <TextField
            id={ids.place}
            label="Place"
            hint="room, or where to dial in"
            limit={200}
            value={typed.place}
            onChange={(place) => setTyped({ ...typed, place })}
            error={errors.place}
          />
        </form>
      </Dialog>
    </>
  )
}

/** How day and time were understood, with the weekday; a start in the past is asked back, not refused. */
function StartEcho({ draft, timeZone }: { draft: MeetingDraft; timeZone: string }) {
  const start = readTime(draft.time).kind === 'time' ? startOf(draft, timeZone) : {}
  return (
    <div className="field-echo" role="status">
      {'startsAt' in start && (
        <>
          Starts {showStart(start.startsAt, timeZone)} ({timeZone}){' '}
          {Date.parse(start.startsAt) < Date.now() && (
            <Severity tone="warn">This lies in the past. Is it right?</Severity>
          )}
        </>
      )}
    </div>
  )
}
