'use client'
import { useState } from 'react'
import { type Moment, showMomentIn } from '@/lib/foundation/moment'
import { type DayReading, type DayRules, readDay } from '@/lib/foundation/read-day'
import { type MomentRules, readMoment } from '@/lib/foundation/read-moment'
import { showDay } from '@/lib/foundation/time'
import { Button } from './button'
import { Field } from './field'
import { FieldError } from './field-parts'
import { Severity } from './severity'
import { type CommonFieldProps, InputFrame } from './text-field'

type Typed = CommonFieldProps & {
  /** What was typed, unchanged. Start with the stored day as it is shown, '' for none. */
  value: string
  /** `day` is the day understood so far: null while nothing, nothing readable or two readings are typed. */
  onChange: (typed: string, day: string | null) => void
}

/** What counts as a date here: today, future allowed, month or year alone allowed, birth date. */
type DayFieldProps = Typed & {
  rules: DayRules
  /** Called when somebody says that an improbable birth date is right; give it back as `rules.confirmed`. */
  onConfirm?: (day: string) => void
}

/** A date as people type it (`7 mar 26`, `27.03.2026`, `Mar-2026`). Says at once how it was understood, asks when it can mean two days. */
export function DayField({ rules, ...typed }: DayFieldProps) {
  return <WhenField {...typed} read={(text) => readDay(text, rules)} show={showDay} />
}

/** The same with a time of day where it is known (`22-Nov-2026 14:30`, `now`), on the clocks of the board. */
export function MomentField({ rules, ...typed }: Typed & { rules: MomentRules }) {
  const show = (value: Moment) => showMomentIn(value, rules.timeZone)
  return <WhenField {...typed} read={(text) => readMoment(text, rules)} show={show} />
}

type WhenFieldProps = Typed & {
  read: (typed: string) => DayReading<string>
  show: (day: string) => string
  onConfirm?: (day: string) => void
}

function WhenField({ value, onChange, read, show, onConfirm, onBlur, name, disabled, ...field }: WhenFieldProps) {
  const [left, setLeft] = useState(true)
  const reading = value.trim() === '' ? null : read(value)
  const ownError = left && reading?.kind === 'error' ? reading.why : undefined
  const change = (typed: string) => {
    const next = typed.trim() === '' ? null : read(typed)
    onChange(typed, next?.kind === 'day' ? next.day : null)
  }
  return (
    <Field {...field}>
      {(ties) => (
        <>
          <InputFrame invalid={field.error !== undefined || ownError !== undefined} disabled={disabled}>
            <input
              {...ties}
              {...{ name, disabled, value }}
              type="text"
              autoComplete="off"
              spellCheck={false}
              aria-invalid={ownError === undefined ? ties['aria-invalid'] : true}
              aria-describedby={[ties['aria-describedby'], `${ties.id}-echo`].filter(Boolean).join(' ')}
              onFocus={() => setLeft(false)}
              onBlur={() => {
                setLeft(true)
                onBlur?.()
              }}
              onChange={(event) => change(event.target.value)}
            />
          </InputFrame>
          <div id={`${ties.id}-echo`} aria-live="polite">
            <DayEcho
              {...{ reading, show }}
              typed={value}
              error={field.error}
              onTake={(day) => {
                change(show(day))
                if (reading?.kind === 'ask' && reading.isImprobable) onConfirm?.(day)
              }}
            />
            {ownError !== undefined && field.error === undefined && (
              <FieldError id={`${ties.id}-own`}>{ownError}</FieldError>
            )}
          </div>
        </>
      )}
    </Field>
  )
}

type EchoProps = {
  reading: DayReading | null
  show: (day: string) => string
  typed: string
  error: string | undefined
  onTake: (day: string) => void
}

function DayEcho({ reading, show, typed, error, onTake }: EchoProps) {
  if (reading === null || reading.kind === 'error') return null
  if (reading.kind === 'day') {
    const shown = show(reading.day)
    return shown === typed.trim() ? null : <p className="field-echo">= {shown}</p>
  }
  return (
    <div className="field-echo">
      {reading.why !== error && <Severity tone="warn">{reading.why}</Severity>}
      {reading.readings.map((day) => (
        <Button key={day} size="small" onClick={() => onTake(day)}>
          {reading.isImprobable ? `Yes, ${show(day)}` : show(day)}
        </Button>
      ))}
    </div>
  )
}
