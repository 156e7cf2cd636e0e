'use client'
import { useState } from 'react'
import { Button } from '@/app/_ui/button'
import { Dialog } from '@/app/_ui/dialog'
import { ErrorSummary } from '@/app/_ui/error-summary'
import { FieldError } from '@/app/_ui/field-parts'
import { Notice } from '@/app/_ui/notice'
import { fieldErrors, refusalWords } from '@/app/_ui/refusal-words'
import { TextAreaField } from '@/app/_ui/text-field'
import type { Failure } from '@/lib/api/client'
import { listWords } from '@/lib/foundation/words'
import { noReasonToWait } from '@/lib/meetings/model'
import { laneUnconfirmed, laneWords } from '@/lib/meetings/model/lane'
import type { AgendaRow, MeetingView } from '@/lib/meetings/model/views'
import { casesWords } from '../meeting-words'

export const codesOf = (rows: MeetingView['agenda']) => listWords(rows.map(({ code }) => code))

const isListed = ({ lane, caseState }: AgendaRow) => lane !== null && caseState === 'handed-in'

type CloseDialogProps = {
  view: MeetingView
  busy: boolean
  /** Why the last try was refused. */
  failure: Failure | null
  onCancel: () => void
  onClose: (because: string | undefined, confirmsLane: boolean) => void
}

/** Closes a meeting: says what becomes of each case, and keeps what was written when the server refuses. */
export function CloseDialog({ view, busy, failure, onCancel, onClose }: CloseDialogProps) {
  const concluded = view.agenda.filter(({ stage }) => stage === 'concluded')
  const untouched = view.agenda.filter((row) => row.stage === 'queued' && !isListed(row))
  const listed = view.agenda.filter(isListed)
  const [confirms, setConfirms] = useState(false)
  const [because, setBecause] = useState('')
  const [isAsked, setIsAsked] = useState(false)
  const isMissing = untouched.length > 0 && because.trim() === ''
  const isUnconfirmed = listed.length > 0 && !confirms
  const problems = [
    ...(isUnconfirmed ? [{ fieldId: 'confirms-lane', message: laneUnconfirmed }] : []),
    ...(isMissing ? [{ fieldId: 'why-not-today', message: noReasonToWait }] : []),
  ]
  const [refused] = Object.values(fieldErrors(failure))
  const close = () => {
    setIsAsked(true)
    if (problems.length === 0) onClose(untouched.length > 0 ? because : undefined, confirms)
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
      <ErrorSummary problems={isAsked ? problems : []} general={isAsked ? refused : undefined} />
      {isAsked && failure && refused === undefined && (
        <Notice kind="refused" title={refusalWords(failure).title} announce="alert">
          {refusalWords(failure).next}
        </Notice>
      )}
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
              id="confirms-lane"
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
            id="why-not-today"
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
