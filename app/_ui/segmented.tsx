'use client'
import { useId } from 'react'
import { FieldError, FieldLabel } from './field-parts'
import { Icon, type IconName } from './icon'

/** One part of a segmented control. */
type Segment<Value extends string = string> = { value: Value; label: string; icon?: IconName }

type SegmentedProps<Value extends string> = {
  label: string
  hint?: string
  required?: boolean
  error?: string
  /** Hides the label from the eye, when the place says it already. */
  labelHidden?: boolean
  id?: string
  name?: string
  segments: readonly Segment<Value>[]
  /** Chosen value; null when nothing is chosen. */
  value: Value | null
  onChange: (value: Value) => void
  disabled?: boolean
  /** Fills the width, all parts alike. */
  full?: boolean
}

/** One of two to five short choices side by side: a fieldset of real radio buttons. */
export function Segmented<Value extends string>(props: SegmentedProps<Value>) {
  const { label, hint, required = false, error, labelHidden = false, segments, value, onChange, disabled } = props
  const ownId = useId()
  const id = props.id ?? ownId
  const described = [hint === undefined ? '' : `${id}-hint`, error === undefined ? '' : `${id}-error`].filter(Boolean)
  return (
    <fieldset
      id={id}
      tabIndex={-1}
      className="field"
      aria-describedby={described.length === 0 ? undefined : described.join(' ')}
    >
      <legend className={labelHidden ? 'visually-hidden' : undefined}>
        <FieldLabel label={label} hint={hint} hintId={`${id}-hint`} required={required} />
      </legend>
      <div className={props.full ? 'segmented full' : 'segmented'}>
        {segments.map((segment) => (
          <label key={segment.value} className="segment">
            <input
              className="cover-input"
              type="radio"
              name={props.name ?? id}
              value={segment.value}
              checked={segment.value === value}
              disabled={disabled}
              onChange={() => onChange(segment.value)}
            />
            {segment.icon && <Icon name={segment.icon} />}
            {segment.label}
          </label>
        ))}
      </div>
      {error !== undefined && <FieldError id={`${id}-error`}>{error}</FieldError>}
    </fieldset>
  )
}
