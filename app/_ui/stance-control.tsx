'use client'
import { type KeyboardEvent, useId } from 'react'
import { Icon } from './icon'

/** The three stances that a person can take on an option, in the order of their keys 1, 2, 3. */
export const openStances = ['support', 'acceptable', 'oppose'] as const
export type OpenStance = (typeof openStances)[number]

/** The word of each stance. */
export const openStanceWords: Readonly<Record<OpenStance, string>> = {
  support: 'Support',
  acceptable: 'Acceptable',
  oppose: 'Oppose',
}

type StanceControlProps = {
  /** The option it is about; heard by screen readers: `SBRT 24 Gy in 2 fractions, T6–T8`. */
  option: string
  /** Null while nothing is chosen. */
  value: OpenStance | null
  onChange: (stance: OpenStance) => void
  /** The stance that was cast, marked with a lock; null or left out before that. */
  sealed?: OpenStance | null
  /** Vote closed, or the person may not vote. */
  disabled?: boolean
  /** Moves to the next or previous option on Up and Down, when the screen wants it. */
  onMove?: (step: 1 | -1) => void
  id?: string
}

/** Support, acceptable or oppose, drawn in ink and not in colours, so that no option is made to look right. Keys 1, 2, 3. */
export function StanceControl(props: StanceControlProps) {
  const { option, value, onChange, sealed = null, disabled = false, onMove, id } = props
  const ownName = useId()
  const hear = (event: KeyboardEvent<HTMLFieldSetElement>) => {
    if (event.ctrlKey || event.metaKey || event.altKey || disabled) return
    const stance = openStances[Number(event.key) - 1]
    if (stance !== undefined) {
      event.preventDefault()
      event.currentTarget.querySelector<HTMLInputElement>(`[value=${stance}]`)?.focus()
      onChange(stance)
    } else if (onMove && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
      event.preventDefault()
      onMove(event.key === 'ArrowDown' ? 1 : -1)
    }
  }
  return (
    <fieldset id={id} className="stance-control" disabled={disabled} onKeyDown={hear}>
      <legend className="visually-hidden">Your stance on {option}</legend>
      <div className="segmented stance">
        {openStances.map((stance) => (
          <label key={stance} className="segment">
            <input
              className="cover-input"
              type="radio"
              name={ownName}
              value={stance}
              checked={stance === value}
              onChange={() => onChange(stance)}
            />
            <Icon name={stance} />
            {openStanceWords[stance]}
            {stance === sealed && (
              <span className="stance-sealed">
                <Icon name="lock" label="cast and sealed" />
              </span>
            )}
          </label>
        ))}
      </div>
    </fieldset>
  )
}
