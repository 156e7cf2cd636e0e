'use client'
import { useId, useState } from 'react'
import { StaleNotice } from '@/app/_decision/stale-notice'
import { Button } from '@/app/_ui/button'
import { Card } from '@/app/_ui/card'
import { FieldError } from '@/app/_ui/field-parts'
import { Notice } from '@/app/_ui/notice'
import { fieldErrors, refusalWords } from '@/app/_ui/refusal-words'
import { repeatKeys } from '@/app/_ui/repeat-keys'
import { SelectField, TextField } from '@/app/_ui/text-field'
import { api, ask, type Failure } from '@/lib/api/client'
import type { StaleDecision } from '@/lib/deliberation/queries/stale-decisions'
import { type OpenPlace, type Way, ways, wayWords } from '@/lib/exchange/documents/document'
import type { DocumentView } from '@/lib/exchange/documents/document-views'
import { wishWarnings } from '@/lib/exchange/documents/information-wish'

type DispatchProps = {
  view: DocumentView
  /** That the decision it is written from was made on older facts; null where it stands, and for minutes. */
  stale: StaleDecision | null
  open: readonly OpenPlace[]
  /** Saves what is typed; the version that the server has then, or null when it does not have it. */
  onSave: () => Promise<number | null>
  onSent: () => void
  onGoTo: (heading: string) => void
}

const isWay = (value: string): value is Way => ways.some((way) => way === value)

/** What still has to be written before a document can go out, each with the way there. */
function OpenPlaces({ open, onGoTo }: Pick<DispatchProps, 'open' | 'onGoTo'>) {
  if (open.length === 0) return null
  return (
    <Notice kind="stale" title={open.length === 1 ? '1 place is still open.' : `${open.length} places are still open.`}>
      {open.map(({ heading, words }) => (
        <button
          key={`${heading} ${words}`}
          type="button"
          className="link-btn document-place"
          onClick={() => onGoTo(heading)}
        >
          {heading}: {words}
        </button>
      ))}
    </Notice>
  )
}

/** Records that the document went out; what is kept is the very file, with its check sum. */
export function DispatchCard({ view, stale, open, onSave, onSent, onGoTo }: DispatchProps) {
  const id = useId()
  const [recipient, setRecipient] = useState(view.recipient)
  const [way, setWay] = useState('')
  const [heeded, setHeeded] = useState(false)
  const [failure, setFailure] = useState<Failure | null>(null)
  const [sent, setSent] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const [keys] = useState(repeatKeys)
  const warning = view.wish === null ? null : wishWarnings[view.wish]
  const errors = fieldErrors(failure)
  const isMarked = failure?.code === 'invalid'

  const send = async () => {
    setFailure(null)
    setSent(null)
    if (!isWay(way)) {
      setFailure({ code: 'invalid', fields: [{ path: 'way', message: 'Choose by which way it went out.' }] })
      return
    }
    setBusy(true)
    const version = await onSave()
    if (version !== null) {
      const { kind, subjectId } = view
      const input = { kind, subjectId, version, recipient, way, wishHeeded: heeded }
      const answer = await ask(api.documents.send(input, { context: { idempotencyKey: keys.keyFor(input) } }))
      if (answer.ok) {
        keys.forget()
        setSent(answer.value.dispatchId)
        setWay('')
        onSent()
      } else setFailure(answer.refusal)
    }
    setBusy(false)
  }

  return (
    <Card title="Send">
      <div className="stack">
        {stale && <StaleNotice {...stale} timeZone={view.timeZone} mayReopen={false} />}
        <OpenPlaces open={open} onGoTo={onGoTo} />
        {view.record.isOlder && (
          <Notice kind="stale" title="A later version of the conclusion is signed.">
            Send the document of that version.
          </Notice>
        )}
        <TextField label="To whom" value={recipient} onChange={setRecipient} limit={300} error={errors.recipient} />
        <SelectField
          label="By which way"
          value={way}
          onChange={setWay}
          options={ways.map((value) => ({ value, label: wayWords[value] }))}
          error={errors.way}
        />
        {warning !== null && (
          <div>
            <label className="check-line">
              <input
                type="checkbox"
                checked={heeded}
                aria-invalid={errors.wishHeeded !== undefined}
                aria-describedby={errors.wishHeeded === undefined ? undefined : `${id}-wish`}
                onChange={(event) => setHeeded(event.target.checked)}
              />
              <span>The letter keeps to what the patient wants to know</span>
            </label>
            {errors.wishHeeded !== undefined && <FieldError id={`${id}-wish`}>{errors.wishHeeded}</FieldError>}
          </div>
        )}
        {failure && (
          <Notice kind="refused" announce="alert" title={isMarked ? 'This was not sent.' : refusalWords(failure).title}>
            {isMarked
              ? (errors.record ?? 'Correct what is marked and what is still open.')
              : refusalWords(failure).next}
          </Notice>
        )}
        <div className="row-wrap">
          <a
            className="btn"
            href={`/api/v1/documents/${view.kind}/${view.subjectId}/preview.pdf`}
            target="_blank"
            rel="noreferrer"
          >
            Preview as PDF
          </a>
          <Button tone="primary" busy={busy} busyLabel="Keeping the copy" onClick={() => void send()}>
            Record as sent
          </Button>
        </div>
        <p className="hint">
          Spineboard keeps the very file with day, name and check sum. Print it or send it yourself.
        </p>
        <div role="status">
          {sent !== null && (
            <p>
              Kept as sent. <a href={`/api/v1/dispatches/${sent}/document.pdf`}>Open the file to print or send it</a>
            </p>
          )}
        </div>
      </div>
    </Card>
  )
}
