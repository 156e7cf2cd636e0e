'use client'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { RunAct } from '@/app/_meeting/use-room'
import type { Liveness } from '@/app/_ui/live-state'
import { api, type Failure } from '@/lib/api/client'
import type { BallotAnswer } from '@/lib/deliberation/model/ballot'
import type { OptionView, RoomItemView } from '@/lib/deliberation/model/views'
import { answersOf, type BallotDraft, draftOf, isSameAsCast, openPartsOf, proposedDraft } from './ballot-draft'
import { type BallotDrafts, draftKey } from './use-ballot-drafts'
import { useKeptBallot } from './use-kept-ballot'

type Ground = {
  item: RoomItemView
  options: readonly OptionView[]
  act: RunAct
  liveness: Liveness
  drafts: BallotDrafts
}

/** Pause before a ballot that did not arrive is sent again. */
const retryMs = 1_000

type Sending = { answers: readonly BallotAnswer[]; key: string }

/**
 * The own ballot: filled in, cast, changed until the reveal. Each set of answers has one key, so that a second click or a
 * second try after a lost connection casts once. What could not be sent is sent when the connection is back. A change that
 * is not cast is kept on the server for this member alone, and can be taken back to what was cast (`backToCast`) and up again (`takeUpChange`, null when there is none).
 */
export function useBallot({ item, options, act, liveness, drafts }: Ground) {
  const { itemId, round, myBallot } = item
  const { scale } = item.voting
  const key = draftKey(item)
  const draft = drafts.drafts[key] ?? proposedDraft(item, options)
  const kept = useKeptBallot({ item, options })
  const [failure, setFailure] = useState<Failure | null>(null)
  const [busy, setBusy] = useState(false)
  const [setBack, putBack] = useState<BallotDraft | null>(null)
  const sending = useRef<Sending | null>(null)
  const isSending = useRef(false)

  const send = useCallback(async () => {
    const cast = sending.current
    if (!cast || isSending.current) return
    isSending.current = true
    setBusy(true)
    const refused = await act(() =>
      api.deliberation.castBallot(
        { itemId, round, answers: [...cast.answers] },
        { context: { idempotencyKey: cast.key } },
      ),
    )
    isSending.current = false
    setBusy(false)
    setFailure(refused)
    if (refused?.code !== 'unreachable') sending.current = null
  }, [act, itemId, round])

  const isLive = liveness.state === 'live'
  const isWaiting = failure?.code === 'unreachable'
  useEffect(() => {
    if (!isLive || failure?.code !== 'unreachable') return
    const timer = window.setTimeout(() => void send(), retryMs)
    return () => window.clearTimeout(timer)
  }, [isLive, failure, send])

  const show = (next: BallotDraft) => {
    sending.current = null
    setFailure(null)
    drafts.keep(key, next)
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
    sending.current ??= { answers: answersOf(draft, options, scale), key: crypto.randomUUID() }
    void send()
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
