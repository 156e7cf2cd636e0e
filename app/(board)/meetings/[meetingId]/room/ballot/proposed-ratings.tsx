'use client'
import { Button } from '@/app/_ui/button'
import { Notice } from '@/app/_ui/notice'
import type { OptionView } from '@/lib/deliberation/model/views'
import { listWords } from '@/lib/foundation/words'
import type { BallotScale } from '@/lib/meetings/model/voting'
import { type BallotDraft, openPartsOf, withProposed } from './ballot-draft'

type ProposedRatingsProps = {
  options: readonly OptionView[]
  draft: BallotDraft
  scale: BallotScale
  onChange: (draft: BallotDraft) => void
}

/** Stances that were given before the board rated exactly: 8, 5 or 2 is proposed for each, and its member confirms it or rates anew. */
export function ProposedRatings({ options, draft, scale, onChange }: ProposedRatingsProps) {
  const { unconfirmed } = openPartsOf(draft, options, scale)
  if (unconfirmed.length === 0) return null
  return (
    <Notice
      kind="info"
      title="Answered in three stances, and now rated from 1 to 9."
      actions={
        <Button size="small" onClick={() => onChange(withProposed(draft, options))}>
          Confirm as proposed
        </Button>
      }
    >
      Proposed with a dashed frame: 8 for support, 5 for acceptable, 2 for oppose. Confirm them or choose another number
      for {listWords(unconfirmed)}.
    </Notice>
  )
}
