'use client'
import { useState } from 'react'
import type { OptionView, RoomItemView } from '@/lib/deliberation/model/views'
import { answersOf, type BallotDraft, draftOf, isSameAsCast, openPartsOf, proposedDraft } from './ballot-draft'
import { placeOfBallot } from './ballot-outbox'
import type { BallotDrafts } from './use-ballot-drafts'
import type { BallotOutbox } from './use-ballot-outbox'
import { useKeptBallot } from './use-kept-ballot'

type Ground = { item: RoomItemView; options: readonly OptionView[]; drafts: BallotDrafts; outbox: BallotOutbox }

/**
 * The own ballot: filled in, cast, changed until the reveal. What could not be sent waits in the outbox, which casts it once. A change
 * that is not cast is kept on the server for this member alone, and can be taken back to what was cast (`backToCast`) and up again
 * (`takeUpChange`, null when there is none).
 */
export function useBallot({ item, options, drafts, outbox }: Ground) {
  const { itemId, round, myBallot } = item
  const { scale } = item.voting
  const place = placeOfBallot(item)
  const draft = drafts.drafts[place] ?? proposedDraft(item, options)
  const kept = useKeptBallot({ item, options })
  const [setBack, putBack] = useState<BallotDraft | null>(null)
  const { waiting = null, busy = false, failure = null, isLeft = false } = outbox.at(place) ?? {}
  const isWaiting = waiting !== null && (failure?.code === 'unreachable' || (failure === null && isLeft))

  const show = (next: BallotDraft) => {
    outbox.takeBack(place)
    drafts.keep(place, next)
    kept.keep(next)
  }
  const change = (next: BallotDraft) => {
    putBack(null)
    show(next)
  }
  const backToCast = () => {
    putBack(draft)
    show(draftOf(myBallot, options))
  }
  const takeUpChange = () => {
    if (setBack) change(setBack)
  }
  const { unanswered, unconfirmed, wordless } = openPartsOf(draft, options, scale)
  const isCast = isSameAsCast(draft, myBallot, options, scale)
  const isWhole = unanswered.length === 0 && unconfirmed.length === 0 && wordless.length === 0
  const cast = () => {
    if (!isWhole || isCast || !item.may.vote.open) return
    const answers = answersOf(draft, options, scale)
    outbox.put({ itemId, round, answers, draft, follows: myBallot?.revision ?? 0 })
  }
  return {
    draft,
    change,
    cast,
    backToCast,
    takeUpChange: setBack && takeUpChange,
    busy,
    failure,
    isWaiting,
    isCast,
    isWhole,
    unanswered,
    unconfirmed,
    wordless,
    wasCast: myBallot !== null,
  }
}

export type BallotState = ReturnType<typeof useBallot>
