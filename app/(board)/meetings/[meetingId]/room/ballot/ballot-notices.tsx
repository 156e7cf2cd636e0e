'use client'
import { Notice } from '@/app/_ui/notice'
import { refusalWords } from '@/app/_ui/refusal-words'
import type { BallotState } from './use-ballot'

/** What became of a ballot that was not taken: still to be sent, too late, or wrong in a place. */
export function BallotNotices({ ballot }: { ballot: BallotState }) {
  const { failure, isWaiting } = ballot
  if (isWaiting) {
    return (
      <Notice kind="offline" title="Not sent yet." announce="alert">
        Your ballot is kept here, sealed, and sent once, as soon as the connection is back.
      </Notice>
    )
  }
  if (!failure) return null
  if (failure.code === 'closed') {
    return (
      <Notice kind="refused" title="Your ballot was not counted." announce="alert">
        {refusalWords(failure).title} Your words are still on this screen.
      </Notice>
    )
  }
  return (
    <Notice kind="refused" title={refusalWords(failure).title} announce="alert">
      {refusalWords(failure).next}
    </Notice>
  )
}
