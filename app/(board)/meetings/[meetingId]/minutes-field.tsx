'use client'
import { useId, useState } from 'react'
import { FieldError } from '@/app/_ui/field-parts'
import { readNumber } from '@/app/_ui/number-field'
import { InputFrame } from '@/app/_ui/text-field'

/** The least and the most minutes that an item can have, as the meeting’s model takes them. */
const least = 1
const most = 240

/** What typed minutes mean, or null when they are no whole number between the limits. */
export const readMinutes = (typed: string): number | null => {
  const read = readNumber(typed)
  if (read.kind !== 'number' || !Number.isInteger(read.value)) return null
  return read.value >= least && read.value <= most ? read.value : null
}

/** What to say about minutes that cannot be taken. */
export const minutesProblem = `Give whole minutes, ${least} to ${most}.`

type MinutesFieldProps = { label: string; minutes: number; onSave: (minutes: number) => void }

/** Minutes of an item, saved on Enter or when the field is left; Esc brings the saved ones back. */
export function MinutesField({ label, minutes, onSave }: MinutesFieldProps) {
  const id = useId()
  const [typed, setTyped] = useState<string | null>(null)
  const [isWrong, setWrong] = useState(false)

  const save = () => {
    if (typed === null) return
    const read = readMinutes(typed)
    setWrong(read === null)
    if (read === null) return
    setTyped(null)
    if (read !== minutes) onSave(read)
  }
  return (
    <div className="minutes">
      <label className="visually-hidden" htmlFor={id}>
        {label}
      </label>
      <InputFrame invalid={isWrong} short unit="min">
        <input
          id={id}
          type="text"
          inputMode="numeric"
          autoComplete="off"
          value={typed ?? String(minutes)}
          aria-invalid={isWrong || undefined}
          aria-describedby={isWrong ? `${id}-error` : undefined}
          onChange={(event) => setTyped(event.target.value)}
          onBlur={save}
          onKeyDown={(event) => {
            if (event.key === 'Enter') save()
            if (event.key !== 'Escape' || typed === null) return
            setTyped(null)
            setWrong(false)
          }}
        />
      </InputFrame>
      {isWrong && <FieldError id={`${id}-error`}>{minutesProblem}</FieldError>}
    </div>
  )
}
