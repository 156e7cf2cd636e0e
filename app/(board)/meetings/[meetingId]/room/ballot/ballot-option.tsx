'use client'
import { useEffect, useRef, useState } from 'react'
import { Icon } from '@/app/_ui/icon'
import { RatingControl } from '@/app/_ui/rating-control'
import { openStances, StanceControl } from '@/app/_ui/stance-control'
import { needsReason } from '@/lib/deliberation/model/ballot'
import { ratingBands } from '@/lib/deliberation/model/rating'
import type { OptionView } from '@/lib/deliberation/model/views'
import type { BallotScale } from '@/lib/meetings/model/voting'
import {
  type BallotDraft,
  isOther,
  otherWords,
  proposedRating,
  ratingIn,
  withRating,
  withReason,
  withStance,
} from './ballot-draft'
import { OwnOther } from './own-other'
import { ReasonField } from './reason-field'

/** The DOM id of the stance control of an option. */
export const stanceId = (optionId: string) => `stance-${optionId}`
/** The DOM id of the reason of an option or of a modality. */
export const reasonId = (about: string) => `reason-${about}`

type BallotOptionProps = {
  option: OptionView
  draft: BallotDraft
  /** What was cast, sealed as it is. */
  cast: BallotDraft
  scale: BallotScale
  onChange: (draft: BallotDraft) => void
  /** The modality has an other answer: the option is not voted on. */
  isCovered: boolean
  error?: string
  disabled: boolean
  onMove: (step: 1 | -1) => void
}

/**
 * Puts the focus into a reason that becomes required, so that what is typed next is the reason: left on the stance, its
 * letters would be taken as keys of the ballot.
 */
function useFocusWhenAsked(id: string, isAsked: boolean): void {
  const wasAsked = useRef(isAsked)
  useEffect(() => {
    if (isAsked && !wasAsked.current) document.getElementById(id)?.focus()
    wasAsked.current = isAsked
  }, [id, isAsked])
}

/** One option of the ballot: what it is, the stance on it, and the reason when there is one or has to be. */
export function BallotOption(props: BallotOptionProps) {
  const { option, draft, cast, scale, onChange, isCovered, error, disabled, onMove } = props
  const { optionId, letter, title, detail } = option
  const [wantsReason, setWantsReason] = useState(false)
  const stance = draft.stances[optionId]
  const castStance = cast.stances[optionId]
  const asked = { id: stanceId(optionId), option: title, onMove, disabled }
  const reason = draft.reasons[optionId] ?? ''
  const other = isOther(stance) ? stance : null
  const isRequired = stance !== undefined && needsReason(stance)
  useFocusWhenAsked(reasonId(optionId), isRequired && !isCovered)
  const asksReason = isRequired || wantsReason || (stance !== undefined && reason !== '')
  return (
    <>
      <div className="option">
        <span className="option-letter">{letter}</span>
        <span className="option-words">
          <b>{title}</b>
          <span className="under">{detail}</span>
          {other && !isCovered && <OwnOther stance={other} isCast={castStance === other} />}
        </span>
        {isCovered && other ? (
          <OwnOther stance={other} isCast={castStance === other} />
        ) : (
          <div className="stance-side">
            <button
              type="button"
              className="icon-btn"
              aria-label={`Add a reason for ${title}`}
              aria-expanded={asksReason}
              disabled={disabled}
              onClick={() => setWantsReason(true)}
            >
              <Icon name="edit" />
            </button>
            {scale === 'stances' ? (
              <StanceControl
                {...asked}
                value={openStances.find((one) => one === stance) ?? null}
                sealed={openStances.find((one) => one === castStance) ?? null}
                onChange={(next) => onChange(withStance(draft, optionId, next))}
              />
            ) : (
              <RatingControl
                {...asked}
                bands={ratingBands}
                value={ratingIn(draft, optionId)}
                proposed={proposedRating(draft, optionId)}
                sealed={ratingIn(cast, optionId)}
                onChange={(next) => onChange(withRating(draft, optionId, next))}
              />
            )}
          </div>
        )}
      </div>
      {asksReason && !isCovered && (
        <ReasonField
          id={reasonId(optionId)}
          label={other === null ? 'Reason' : otherWords[other].asks}
          about={title}
          required={isRequired}
          value={reason}
          onChange={(next) => onChange(withReason(draft, optionId, next))}
          onMove={onMove}
          error={error}
          disabled={disabled}
        />
      )}
    </>
  )
}
