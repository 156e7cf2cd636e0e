'use client'
import { useState } from 'react'
import { Button, ButtonLink } from '@/app/_ui/button'
import { Dialog } from '@/app/_ui/dialog'
import { FieldError } from '@/app/_ui/field-parts'
import { refusalWords } from '@/app/_ui/refusal-words'
import { TextAreaField } from '@/app/_ui/text-field'
import { api } from '@/lib/api/client'
import { listWords } from '@/lib/foundation/words'
import { noReasonToWait } from '@/lib/meetings/model'
import { laneUnconfirmed, laneWords } from '@/lib/meetings/model/lane'
import type { May, MeetingView } from '@/lib/meetings/model/views'
import { casesWords } from '../meeting-words'
import type { RunAct } from './use-meeting'

const codesOf = (rows: MeetingView['agenda']) => listWords(rows.map(({ code }) => code))

/** Items that were presented and have no outcome yet. */
const openItems = ({ agenda }: MeetingView) => agenda.filter(({ stage }) => stage !== 'queued' && stage !== 'concluded')

function whyNot(may: May, who: string, open: MeetingView['agenda']): string | undefined {
  if (may.open || may.why === null) return undefined
  if (may.why === 'forbidden') return who
  if (may.why === 'not-concluded') {
    return `No outcome yet: ${open.length === 1 ? 'case' : 'cases'} ${codesOf(open)}. Conclude or set aside first.`
  }
  return refusalWords({ code: 'closed', why: may.why }).title
}

/** The ways into the room and the projector, and starting and closing the meeting with the reason when it cannot be. */
export function MeetingActs({ view, act }: { view: MeetingView; act: RunAct }) {
  const [busy, setBusy] = useState(false)
  const [closing, setClosing] = useState(false)
  const { meetingId, state, may } = view
  const run = async (call: () => Promise<unknown>) => {
    setBusy(true)
    await act(call)
    setBusy(false)
    setClosing(false)
  }
  return (
    <>
      {view.agenda.some(({ stage, lane }) => stage === 'concluded' || lane?.confirmed) && (
        <ButtonLink href={`/meetings/${meetingId}/minutes`}>Minutes</ButtonLink>
      )}
      <ButtonLink href={`/meetings/${meetingId}/projector`} target="_blank" icon="screen">
        Projector<span className="visually-hidden"> (opens in a new window)</span>
      </ButtonLink>
      <ButtonLink href={`/meetings/${meetingId}/presenter`} target="_blank" icon="eye">
        Presenter<span className="visually-hidden"> view (opens in a new window)</span>
      </ButtonLink>
      <ButtonLink href={`/meetings/${meetingId}/room`} icon="people" tone={state === 'running' ? 'primary' : 'default'}>
        Open room
      </ButtonLink>
      {state === 'planned' && (
        <Button
          tone="primary"
          busy={busy}
          busyLabel="Starting"
          blockedBecause={whyNot(may.start, 'The coordinator or the chair starts it.', [])}
          onClick={() => void run(() => api.meetings.start({ meetingId }))}
        >
          Start the meeting
        </Button>
      )}
      {state === 'running' && (
        <Button
          blockedBecause={whyNot(may.close, 'The chair closes it.', openItems(view))}
          onClick={() => setClosing(true)}
        >
          Close the meeting
        </Button>
      )}
      {closing && (
        <CloseDialog
          view={view}
          busy={busy}
          onCancel={() => setClosing(false)}
          onClose={(because, confirmsLane) => void run(() => api.meetings.close({ meetingId, because, confirmsLane }))}
        />
      )}
    </>
  )
}

type CloseDialogProps = {
  view: MeetingView
  busy: boolean
  onCancel: () => void
  onClose: (because: string | undefined, confirmsLane: boolean) => void
}

function CloseDialog({ view, busy, onCancel, onClose }: CloseDialogProps) {
  const concluded = view.agenda.filter(({ stage }) => stage === 'concluded')
  const isListed = ({ lane, caseState }: MeetingView['agenda'][number]) => lane !== null && caseState === 'handed-in'
  const untouched = view.agenda.filter((row) => row.stage === 'queued' && !isListed(row))
  const listed = view.agenda.filter(isListed)
  const [confirms, setConfirms] = useState(false)
  const [because, setBecause] = useState('')
  const [isAsked, setIsAsked] = useState(false)
  const isMissing = untouched.length > 0 && because.trim() === ''
  const isUnconfirmed = listed.length > 0 && !confirms
  const close = () => {
    if (isMissing || isUnconfirmed) return setIsAsked(true)
    onClose(untouched.length > 0 ? because : undefined, confirms)
  }
  return (
    <Dialog
      open
      kind="irreversible"
      onClose={onCancel}
      title="Close the meeting?"
      description="A closed meeting can be read, not changed. It cannot be opened again."
      actions={
        <>
          <Button onClick={onCancel}>Keep it running</Button>
          <Button tone="primary" busy={busy} busyLabel="Closing" onClick={close}>
            Close the meeting
          </Button>
        </>
      }
    >
      <p>{concluded.length === 0 ? 'No case was concluded.' : `Concluded: ${casesWords(concluded.length)}.`}</p>
      {listed.length > 0 && (
        <div className="stack-tight">
          <p>By protocol, no decision of the board:</p>
          <ul>
            {listed.map(({ itemId, code, lane }) => (
              <li key={itemId}>
                Case {code}: {lane && laneWords(lane, view.timeZone)}
              </li>
            ))}
          </ul>
          <label className="tick">
            <input
              type="checkbox"
              checked={confirms}
              aria-invalid={(isAsked && isUnconfirmed) || undefined}
              aria-describedby={isAsked && isUnconfirmed ? 'lane-unconfirmed' : undefined}
              onChange={(event) => setConfirms(event.target.checked)}
            />
            I confirm that {listed.length === 1 ? 'this case follows its' : 'these cases follow their'} protocol and{' '}
            {listed.length === 1 ? 'was' : 'were'} not discussed
          </label>
          {isAsked && isUnconfirmed && <FieldError id="lane-unconfirmed">{laneUnconfirmed}</FieldError>}
        </div>
      )}
      {untouched.length > 0 && (
        <>
          <p>
            Not discussed, ready for another meeting: {untouched.length === 1 ? 'case' : 'cases'} {codesOf(untouched)}.
          </p>
          <TextAreaField
            label="Why not today, or when"
            hint="For example: no time left; first on the list on 02-Dec-2026."
            required
            rows={2}
            limit={1000}
            value={because}
            onChange={setBecause}
            error={isAsked && isMissing ? noReasonToWait : undefined}
          />
        </>
      )}
    </Dialog>
  )
}
