'use client'
import { useState } from 'react'
import { Button } from '@/app/_ui/button'
import { Notice } from '@/app/_ui/notice'
import { shownStanceWords } from '@/app/_ui/stance-cell'
import { modalityFacts } from '@/lib/clinical/catalogue/modalities'
import type { OptionView, RoomItemView } from '@/lib/deliberation/model/views'
import { showTime } from '@/lib/foundation/time'
import { answersOf, isSameAsCast, proposedDraft } from './ballot-draft'
import { placeOfBallot } from './ballot-outbox'
import type { BallotDrafts } from './use-ballot-drafts'

type UncountedProps = {
  item: RoomItemView
  options: readonly OptionView[]
  drafts: BallotDrafts
  timeZone: string
}

/** What was filled in, here or at home, and not cast before the reveal: says that it does not count, and keeps every word of it. */
export function UncountedBallot({ item, options, drafts, timeZone }: UncountedProps) {
  const [isAway, setIsAway] = useState(false)
  const kept = item.stage === 'revealed' ? proposedDraft(item, options) : undefined
  const draft = drafts.drafts[placeOfBallot(item)] ?? kept
  if (!draft || isSameAsCast(draft, item.myBallot, options, item.voting.scale)) return null
  const answers = answersOf(draft, options, item.voting.scale)
  if (answers.length === 0) return null
  if (isAway) {
    return (
      <p>
        <Button size="small" tone="quiet" onClick={() => setIsAway(false)}>
          Show what was not counted
        </Button>
      </p>
    )
  }
  const words = item.myBallot
    ? `The ballot you cast at ${showTime(item.myBallot.castAt, timeZone)} counts.`
    : 'Tell the chair if it has to be heard.'
  return (
    <Notice
      kind="refused"
      announce="alert"
      title={item.myBallot ? 'Your last change was not counted.' : 'Your ballot was not counted.'}
      actions={
        <Button size="small" onClick={() => setIsAway(true)}>
          Put it away
        </Button>
      }
    >
      The vote was revealed before it was cast. {words} What you filled in:{' '}
      {answers.map(({ optionId, stance, rating, reason }) => {
        const option = options.find((one) => one.optionId === optionId)
        if (!option) return null
        return (
          <span key={optionId} className="uncounted">
            {modalityFacts[option.modality].title} {option.letter}: {shownStanceWords[stance]}
            {rating == null ? '' : ` (${rating})`}
            {reason === null ? '' : `, ${reason}`}
          </span>
        )
      })}
    </Notice>
  )
}
