'use client'
import type { ReactNode } from 'react'
import { Field } from './field'
import { type CommonFieldProps, InputFrame } from './text-field'

type NumberFieldProps = CommonFieldProps & {
  /** What was typed, unchanged: a comma, a word or nothing stays as it is. `readNumber` gives its meaning. */
  value: string
  onChange: (typed: string) => void
  /** Shown inside the frame and read with the label: `%`, `g/L`. */
  unit?: string
  /** What follows from the value, as `over 50 %, 3 points`. */
  echo?: ReactNode
  /** Whole numbers only: changes the keyboard of a phone, refuses nothing. */
  whole?: boolean
}

/** What a typed number means: a number, nothing, or something that is not a number. */
type ReadNumber = { kind: 'number'; value: number } | { kind: 'empty' } | { kind: 'unreadable' }

/**
 * What to say of a number whose comma can set thousands apart or begin the decimals, `1,240`; undefined for any other. A leading
 * zero tells: `0,125` has decimals.
 */
export const commaQuestion = (typed: string): string | undefined => {
  const [, sign, thousands, rest] = /^([-−+]?)([1-9]\d{0,2}),(\d{3})$/u.exec(typed.trim()) ?? []
  if (thousands === undefined) return undefined
  return `Write ${sign}${thousands}${rest} or ${sign}${thousands}.${rest}: the comma in ${typed.trim()} can mean either.`
}

/**
 * Reads a typed number. Decimal comma and point both count; anything else (`5-6`, `1.234,5`, `Infinity`) is unreadable, and so is
 * what can mean two numbers a thousandfold apart.
 */
export const readNumber = (typed: string): ReadNumber => {
  const text = typed.trim()
  if (text === '') return { kind: 'empty' }
  if (commaQuestion(text) !== undefined) return { kind: 'unreadable' }
  if (!/^[-−+]?(\d+([.,]\d+)?|[.,]\d+)$/u.test(text)) return { kind: 'unreadable' }
  return { kind: 'number', value: Number(text.replace(',', '.').replace('−', '-')) }
}

/** A number with its unit inside the frame. A text input: it never drops or changes what was typed. */
export function NumberField(props: NumberFieldProps) {
  const { value, onChange, unit, echo, whole = false, onBlur, name, disabled, ...field } = props
  return (
    <Field {...field}>
      {(ties) => {
        const unitId = `${ties.id}-unit`
        const described = [ties['aria-describedby'], unit === undefined ? undefined : unitId].filter(Boolean).join(' ')
        return (
          <div className="row-wrap">
            <InputFrame invalid={field.error !== undefined} disabled={disabled} short>
              <input
                {...ties}
                {...{ name, disabled, value, onBlur }}
                type="text"
                inputMode={whole ? 'numeric' : 'decimal'}
                autoComplete="off"
                aria-describedby={described === '' ? undefined : described}
                onChange={(event) => onChange(event.target.value)}
              />
              {unit !== undefined && (
                <span className="unit" id={unitId}>
                  {unit}
                </span>
              )}
            </InputFrame>
            {echo !== undefined && (
              <output className="field-echo" htmlFor={ties.id}>
                {echo}
              </output>
            )}
          </div>
        )
      }}
    </Field>
  )
}
