'use client'
import { Button } from '@/app/_ui/button'
import { Notice } from '@/app/_ui/notice'
import type { OptionView, RoomItemView } from '@/lib/deliberation/model/views'
import { draftOf } from './ballot-draft'
import type { BallotState } from './use-ballot'

type EarlierAnswersProps = {
  item: RoomItemView
  options: readonly OptionView[]
  userId: string
  ballot: BallotState
}

/** In a further round nothing counts that was cast before: who has nothing to change takes the own answers over. */
export function EarlierAnswers({ item, options, userId, ballot }: EarlierAnswersProps) {
  const last = item.earlierRounds.at(-1)
  if (!last || ballot.wasCast || Object.keys(ballot.draft.stances).length > 0) return null
  const answers = last.ballots.filter(({ voterId }) => voterId === userId)
  if (answers.length === 0) return null
  const takeOver = () => ballot.change(draftOf({ answers }, options))
  return (
    <Notice
      kind="info"
      title={`This is round ${item.round}.`}
      actions={
        <Button size="small" onClick={takeOver}>
          Take over my answers of round {last.round}
        </Button>
      }
    >
      Only what is cast in this round counts. Round {last.round} stays on record.
    </Notice>
  )
}
