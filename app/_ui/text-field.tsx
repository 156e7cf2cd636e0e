'use client'
import { type ComponentProps, type ReactNode, useId } from 'react'
import { Field } from './field'
import type { Knowledge, Required } from './field-parts'
import { Icon } from './icon'

/** What every field takes beside its own value. */
export type CommonFieldProps = {
  label: string
  hint?: string
  required?: Required
  error?: string
  source?: string
  id?: string
  name?: string
  className?: string
  disabled?: boolean
  knowledge?: { value: Knowledge | null; onChange: (value: Knowledge) => void; options?: readonly Knowledge[] }
  onBlur?: () => void
}

/** The frame around an input: edge, unit, error state. */
export function InputFrame({
  invalid,
  disabled,
  short,
  unit,
  children,
}: {
  invalid?: boolean
  disabled?: boolean
  short?: boolean
  unit?: string
  children: ReactNode
}) {
  const classes = ['input', invalid ? 'invalid' : '', disabled ? 'disabled' : '', short ? 'short' : '']
  return (
    <div className={classes.filter(Boolean).join(' ')}>
      {children}
      {unit !== undefined && <span className="unit">{unit}</span>}
    </div>
  )
}

type TextFieldProps = CommonFieldProps & {
  value: string
  onChange: (value: string) => void
  /** The most characters the server takes. The count shows from 80 %; longer text stays and is marked, never cut. */
  limit?: number
  /** Texts that the browser offers while somebody types; any other text is taken too. */
  suggestions?: readonly string[]
} & Pick<ComponentProps<'input'>, 'type' | 'autoComplete' | 'inputMode' | 'autoFocus' | 'spellCheck'>

/** One line of text. */
export function TextField({ value, onChange, limit, suggestions, onBlur, name, disabled, ...props }: TextFieldProps) {
  const listId = useId()
  const hasList = suggestions !== undefined && suggestions.length > 0
  const { type = 'text', autoComplete = 'off', inputMode, spellCheck, ...field } = props
  return (
    <Field {...field}>
      {(ties) => (
        <>
          <InputFrame invalid={field.error !== undefined} disabled={disabled}>
            <input
              {...ties}
              {...{ name, type, autoComplete, inputMode, spellCheck, disabled, value, onBlur }}
              list={hasList ? listId : undefined}
              onChange={(event) => onChange(event.target.value)}
            />
          </InputFrame>
          {hasList && (
            <datalist id={listId}>
              {suggestions.map((text) => (
                <option key={text} value={text} />
              ))}
            </datalist>
          )}
          <Counter length={value.length} limit={limit} />
        </>
      )}
    </Field>
  )
}

type TextAreaFieldProps = CommonFieldProps & {
  value: string
  onChange: (value: string) => void
  limit?: number
  rows?: number
}

/** Several lines of text; grows with what is typed. */
export function TextAreaField({
  value,
  onChange,
  limit,
  rows = 3,
  onBlur,
  name,
  disabled,
  ...field
}: TextAreaFieldProps) {
  return (
    <Field {...field}>
      {(ties) => (
        <>
          <InputFrame invalid={field.error !== undefined} disabled={disabled}>
            <textarea
              {...ties}
              {...{ name, rows, disabled, value, onBlur }}
              onChange={(event) => onChange(event.target.value)}
            />
          </InputFrame>
          <Counter length={value.length} limit={limit} />
        </>
      )}
    </Field>
  )
}

function Counter({ length, limit }: { length: number; limit: number | undefined }) {
  if (limit === undefined || length < limit * 0.8) return null
  const over = length - limit
  return (
    <p className={over > 0 ? 'counter over' : 'counter'} role="status">
      {over > 0 ? `${over} characters too many of ${limit}` : `${length} of ${limit} characters`}
    </p>
  )
}

/** A choice of a select; `value` '' is the empty choice. */
type SelectOption = { value: string; label: string; disabled?: boolean }

type SelectFieldProps = CommonFieldProps & {
  value: string
  onChange: (value: string) => void
  options: readonly SelectOption[]
  /** Words of the empty choice. */
  empty?: string
}

/** One of many, as a native select. For up to five choices prefer `Segmented` or `ChoiceCards`. */
export function SelectField({
  value,
  onChange,
  options,
  empty = 'Choose',
  onBlur,
  name,
  disabled,
  ...field
}: SelectFieldProps) {
  return (
    <Field {...field}>
      {(ties) => (
        <InputFrame invalid={field.error !== undefined} disabled={disabled}>
          <select {...ties} {...{ name, disabled, value, onBlur }} onChange={(event) => onChange(event.target.value)}>
            <option value="">{empty}</option>
            {options.map((option) => (
              <option key={option.value} value={option.value} disabled={option.disabled}>
                {option.label}
              </option>
            ))}
          </select>
          <Icon name="down" />
        </InputFrame>
      )}
    </Field>
  )
}
