'use client'
import { Notice } from '@/app/_ui/notice'
import type { OptionView, RoomItemView } from '@/lib/deliberation/model/views'
import { showInstant } from '@/lib/foundation/time'
import { listWords } from '@/lib/foundation/words'
import { openPartsOf, proposedDraft } from './ballot-draft'

type FromHomeProps = { item: RoomItemView; options: readonly OptionView[]; timeZone: string }

/** Until a ballot is cast: that this one is filled in from what its member kept, and which options were not rated then. */
export function FromHome({ item, options, timeZone }: FromHomeProps) {
  const { preBallot, myBallot } = item
  if (!preBallot || myBallot) return null
  const { unanswered } = openPartsOf(proposedDraft(item, options), options)
  const wasExact = preBallot.answers.some(({ rating }) => rating != null)
  if (unanswered.length === options.length) return null
  return (
    <Notice kind="info" title="Filled in from what you kept.">
      Saved {showInstant(preBallot.savedAt, timeZone)}. It counts only once you cast it here.
      {wasExact && item.voting.scale === 'stances' && ' Your exact ratings stand as the stance they are a part of.'}
      {unanswered.length > 0 && ` Not rated yet: ${listWords(unanswered)}.`}
    </Notice>
  )
}
