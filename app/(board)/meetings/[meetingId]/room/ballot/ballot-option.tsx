'use client'
import { useState } from 'react'
import { openStances, StanceControl } from '@/app/_ui/stance-control'
import type { OptionView } from '@/lib/deliberation/model/views'
import { type BallotDraft, withReason, withStance } from './ballot-draft'
import { ReasonField } from './reason-field'

/** The DOM id of the stance control of an option. */
export const stanceId = (optionId: string) => `stance-${optionId}`
/** The DOM id of the reason of an option or of a modality. */
export const reasonId = (about: string) => `reason-${about}`

type BallotOptionProps = {
  option: OptionView
  draft: BallotDraft
  onChange: (draft: BallotDraft) => void
  /** The modality has an other answer: the option is not voted on. */
  isOther: boolean
  error?: string
  disabled: boolean
  onMove: (step: 1 | -1) => void
}

/** One option of the ballot: what it is, the stance on it, and the reason when there is one or has to be. */
export function BallotOption({ option, draft, onChange, isOther, error, disabled, onMove }: BallotOptionProps) {
  const { optionId, letter, title, detail } = option
  const [wantsReason, setWantsReason] = useState(false)
  const stance = draft.stances[optionId]
  const open = openStances.find((one) => one === stance) ?? null
  const reason = draft.reasons[optionId] ?? ''
  const asksReason = open !== null && (open === 'oppose' || wantsReason || reason !== '')
  return (
    <>
      <div className="option">
        <span className="option-letter">{letter}</span>
        <span className="option-words">
          <b>{title}</b>
          <span className="under">
            {detail}
            {open !== null && !asksReason && (
              <>
                {' '}
                <button type="button" className="link-btn" onClick={() => setWantsReason(true)}>
                  Add a reason<span className="visually-hidden"> for {title}</span>
                </button>
              </>
            )}
          </span>
        </span>
        {isOther ? (
          <span className="muted small">not voted</span>
        ) : (
          <StanceControl
            id={stanceId(optionId)}
            option={title}
            value={open}
            onChange={(next) => onChange(withStance(draft, optionId, next))}
            onMove={onMove}
            disabled={disabled}
          />
        )}
      </div>
      {asksReason && !isOther && (
        <ReasonField
          id={reasonId(optionId)}
          label="Reason"
          about={title}
          required={open === 'oppose'}
          value={reason}
          onChange={(next) => onChange(withReason(draft, optionId, next))}
          error={error}
          disabled={disabled}
        />
      )}
    </>
  )
}
