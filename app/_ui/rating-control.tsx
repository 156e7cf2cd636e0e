'use client'
import { type KeyboardEvent, useId } from 'react'
import { Icon } from './icon'
import { type OpenStance, openStanceWords } from './stance-control'

type RatingControlProps = {
  /** The option it is about; heard by screen readers. */
  option: string
  /** The ratings 1 to 9 by the stance that each is a part of, from the lowest. */
  bands: readonly { stance: OpenStance; ratings: readonly number[] }[]
  /** Null while nothing is chosen. */
  value: number | null
  /** A rating that an earlier stance stands for: shown, and no answer until it is chosen. */
  proposed?: number | null
  onChange: (rating: number) => void
  /** The rating that was cast, marked with a lock; null or left out before that. */
  sealed?: number | null
  /** Vote closed, or the person may not vote. */
  disabled?: boolean
  /** Moves to the next or previous option on Up and Down, when the screen wants it. */
  onMove?: (step: 1 | -1) => void
  id?: string
}

/** An exact rating from 1 to 9 in three groups that are named by their stance, in ink and not in colours. Keys 1 to 9. */
export function RatingControl(props: RatingControlProps) {
  const { option, bands, value, proposed = null, onChange, sealed = null, disabled = false, onMove, id } = props
  const ownName = useId()
  const hear = (event: KeyboardEvent<HTMLFieldSetElement>) => {
    if (event.ctrlKey || event.metaKey || event.altKey || disabled) return
    if (/^[1-9]$/.test(event.key)) {
      event.preventDefault()
      event.currentTarget.querySelector<HTMLInputElement>(`[value="${event.key}"]`)?.focus()
      onChange(Number(event.key))
    } else if (onMove && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
      event.preventDefault()
      onMove(event.key === 'ArrowDown' ? 1 : -1)
    }
  }
  return (
    <fieldset id={id} className="stance-control" disabled={disabled} onKeyDown={hear}>
      <legend className="visually-hidden">Your rating of {option}</legend>
      <div className="ratings">
        {bands.map(({ stance, ratings }) => (
          <fieldset key={stance} className="rating-band">
            <legend>
              <Icon name={stance} />
              {openStanceWords[stance]}
            </legend>
            <div className="segmented">
              {ratings.map((rating) => (
                <label key={rating} className={rating === proposed ? 'segment proposed' : 'segment'}>
                  <input
                    className="cover-input"
                    type="radio"
                    name={ownName}
                    value={rating}
                    checked={rating === value}
                    onChange={() => onChange(rating)}
                  />
                  {rating}
                  <span className="visually-hidden">
                    {` ${openStanceWords[stance].toLowerCase()}`}
                    {rating === proposed && ', proposed'}
                  </span>
                  {rating === sealed && (
                    <span className="stance-sealed">
                      <Icon name="lock" label="cast and sealed" />
                    </span>
                  )}
                </label>
              ))}
            </div>
          </fieldset>
        ))}
      </div>
    </fieldset>
  )
}
