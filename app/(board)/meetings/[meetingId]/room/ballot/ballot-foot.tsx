'use client'
import { Button } from '@/app/_ui/button'
import { Icon } from '@/app/_ui/icon'
import { Kbd } from '@/app/_ui/kbd'
import { showTime } from '@/lib/foundation/time'
import { listWords } from '@/lib/foundation/words'
import type { BallotState } from './use-ballot'

/** Why the ballot cannot be cast now, in one sentence, or null. */
export function whyNotCast({ isWhole, isCast, unanswered, unconfirmed, wordless }: BallotState): string | null {
  if (isCast) return 'Cast as it stands.'
  if (isWhole) return null
  const open = openWords(unanswered)
  const words = wordless.length === 0 ? '' : `Words missing: ${listWords(wordless)}.`
  const proposed = unconfirmed.length === 0 ? '' : `To confirm: ${listWords(unconfirmed)}.`
  return [open, proposed, words].filter(Boolean).join(' ')
}

/** What the button does: the first ballot, or a change of it. */
export const castWords = ({ wasCast }: BallotState): string => (wasCast ? 'Cast the change' : 'Cast sealed ballot')

/** The open options by name; with more than can be read at a glance, how many. */
const openWords = (unanswered: readonly string[]): string => {
  if (unanswered.length === 0) return ''
  return unanswered.length > 4 ? `${unanswered.length} options open.` : `Open: ${listWords(unanswered)}.`
}

type BallotFootProps = {
  ballot: BallotState
  wordsId: string
  castAt: string | null
  timeZone: string
  answered: number
  modalities: number
}

/** How far the ballot is, what is missing, and the button that casts it. */
export function BallotFoot({ ballot, wordsId, castAt, timeZone, answered, modalities }: BallotFootProps) {
  const why = whyNotCast(ballot)
  const isIdle = why !== null || ballot.busy || ballot.isWaiting
  return (
    <div className="ballot-foot">
      <p id={wordsId} className="small ballot-words">
        {castAt === null ? (
          <b>
            {answered} of {modalities} answered.
          </b>
        ) : (
          <b>
            <Icon name="lock" /> Cast {showTime(castAt, timeZone)}, sealed.
          </b>
        )}{' '}
        {why} {castAt !== null && !ballot.isCast && 'Your change is not cast yet.'}{' '}
        {castAt === null || ballot.isCast ? 'Change anything until the reveal.' : 'A lock marks what is cast.'}
      </p>
      <span className="spacer" />
      {ballot.wasCast && !ballot.isCast && !ballot.busy && (
        <Button size="small" tone="quiet" onClick={ballot.backToCast}>
          Back to what I cast
        </Button>
      )}
      {ballot.takeUpChange && (
        <Button size="small" tone="quiet" onClick={ballot.takeUpChange}>
          Take up my change again
        </Button>
      )}
      <button
        type="button"
        className="btn primary"
        aria-disabled={isIdle || undefined}
        aria-busy={ballot.busy || undefined}
        aria-describedby={wordsId}
        onClick={isIdle ? undefined : ballot.cast}
      >
        <Icon name="lock" />
        {castWords(ballot)}
        <Kbd>Ctrl ↵</Kbd>
      </button>
    </div>
  )
}
