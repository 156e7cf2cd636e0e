'use client'
import { type KeyboardEvent, useId } from 'react'
import { InputFrame } from '@/app/_ui/text-field'

type ReasonFieldProps = {
  id: string
  /** `Reason`, `What is missing`. */
  label: string
  /** What it is the reason for; heard by screen readers. */
  about: string
  required: boolean
  value: string
  onChange: (value: string) => void
  /** Moves to the next or previous option on Down and Up, which a line of text has no use for. */
  onMove?: (step: 1 | -1) => void
  error?: string
  disabled: boolean
}

/** The most characters that the server takes for a reason. */
const longest = 2000

/** The text that goes with an answer, in one line beside its label. */
export function ReasonField({
  id,
  label,
  about,
  required,
  value,
  onChange,
  onMove,
  error,
  disabled,
}: ReasonFieldProps) {
  const hear = (event: KeyboardEvent) => {
    if (!onMove || (event.key !== 'ArrowDown' && event.key !== 'ArrowUp')) return
    event.preventDefault()
    onMove(event.key === 'ArrowDown' ? 1 : -1)
  }
  const noteId = useId()
  const isMissing = required && value.trim() === ''
  const over = value.length - longest
  const note = error ?? (over > 0 ? `${over} characters too many of ${longest}` : undefined)
  return (
    <div className="reason">
      <label htmlFor={id}>
        {label} {isMissing && <span className="needed">required</span>}
        <span className="visually-hidden"> for {about}</span>
      </label>
      <InputFrame invalid={note !== undefined} disabled={disabled}>
        <input
          id={id}
          type="text"
          autoComplete="off"
          value={value}
          disabled={disabled}
          required={required}
          aria-invalid={note === undefined ? undefined : true}
          aria-describedby={note === undefined ? undefined : noteId}
          onChange={(event) => onChange(event.target.value)}
          onKeyDown={hear}
        />
      </InputFrame>
      {note !== undefined && (
        <span id={noteId} className="needed small">
          {note}
        </span>
      )}
    </div>
  )
}
