'use client'
import { useId } from 'react'
import { ModalityMark } from '@/app/_ui/modality-mark'
import { type Modality, modalityFacts } from '@/lib/clinical/catalogue/modalities'
import { needsReason } from '@/lib/deliberation/model/ballot'
import type { OptionView } from '@/lib/deliberation/model/views'
import type { BallotScale } from '@/lib/meetings/model/voting'
import { type BallotDraft, otherAnswerOf, otherWords, withOther, withOtherReason } from './ballot-draft'
import { BallotOption, reasonId } from './ballot-option'
import { OtherAnswer } from './other-answer'
import { ReasonField } from './reason-field'

type BallotModalityProps = {
  modality: Modality
  options: readonly OptionView[]
  draft: BallotDraft
  /** What was cast. */
  cast: BallotDraft
  scale: BallotScale
  onChange: (draft: BallotDraft) => void
  /** What the server said about a field, by option id. */
  errors: Readonly<Record<string, string>>
  blocked: string | undefined
  /** On a phone one modality stands on a page; the others are out of view there. */
  isOnPage: boolean
  onMove: (optionId: string, step: 1 | -1) => void
}

/** The options of one modality with the stance on each, or one other answer for all of them. */
export function BallotModality(props: BallotModalityProps) {
  const { modality, options, draft, cast, scale, onChange, errors, blocked, isOnPage, onMove } = props
  const headingId = useId()
  const { title } = modalityFacts[modality]
  const other = otherAnswerOf(draft, options)
  const first = options[0]?.optionId ?? ''
  return (
    <section
      className={isOnPage ? 'modality-row' : 'modality-row off-page'}
      aria-labelledby={headingId}
      data-modality={modality}
    >
      <div className="modality-head">
        <h3 id={headingId}>
          <ModalityMark modality={modality} size="medium" />
          {title}
        </h3>
        <div className="other-answer">
          <OtherAnswer
            {...{ modality, blocked }}
            value={other}
            onChange={(next) => onChange(withOther(draft, options, next))}
          />
        </div>
      </div>
      <div>
        {options.map((option) => (
          <BallotOption
            key={option.optionId}
            {...{ option, draft, cast, scale, onChange }}
            isCovered={other !== null}
            error={errors[option.optionId]}
            disabled={blocked !== undefined}
            onMove={(step) => onMove(option.optionId, step)}
          />
        ))}
        {other !== null && (
          <ReasonField
            id={reasonId(modality)}
            label={otherWords[other].asks}
            about={title}
            required={needsReason(other)}
            value={draft.otherReasons[modality] ?? ''}
            onChange={(next) => onChange(withOtherReason(draft, modality, next))}
            error={errors[first]}
            disabled={blocked !== undefined}
          />
        )}
      </div>
    </section>
  )
}
