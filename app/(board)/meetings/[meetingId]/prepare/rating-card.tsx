'use client'
import { useRef } from 'react'
import { ButtonLink } from '@/app/_ui/button'
import { Card } from '@/app/_ui/card'
import { KeyHints } from '@/app/_ui/kbd'
import { SaveState } from '@/app/_ui/save-state'
import type { PreBallotProgress } from '@/lib/deliberation/model/pre-ballot'
import type { OptionView, RoomItemView } from '@/lib/deliberation/model/views'
import { type BallotDraft, byModality, emptyDraft, openPartsOf } from '../room/ballot/ballot-draft'
import { ballotKeyHints, useBallotKeys } from '../room/ballot/ballot-keys'
import { BallotModality } from '../room/ballot/ballot-modality'
import { ProposedRatings } from '../room/ballot/proposed-ratings'
import { useKeptBallot } from '../room/ballot/use-kept-ballot'
import { rateHref } from './cases-to-rate'

type RatingCardProps = {
  meetingId: string
  item: RoomItemView
  options: readonly OptionView[]
  draft: BallotDraft
  rated: number
  cases: readonly PreBallotProgress[]
  onChange: (draft: BallotDraft) => void
}

/** The own answers to the options of a case, kept as they are filled in. */
export function RatingCard({ meetingId, item, options, draft, rated, cases, onChange }: RatingCardProps) {
  const form = useRef<HTMLDivElement>(null)
  const { saving, keep, save } = useKeptBallot({ item, options })
  const change = (next: BallotDraft) => {
    onChange(next)
    keep(next)
  }
  const { scale } = item.voting
  const move = useBallotKeys({
    ...{ options, form, scale, draft },
    onChange: change,
    onCast: () => void save(),
    onTurn: () => undefined,
  })
  const { wordless } = openPartsOf(draft, options)
  const place = cases.findIndex(({ itemId }) => itemId === item.itemId)
  const next = [...cases.slice(place + 1), ...cases.slice(0, Math.max(place, 0))].find((one) => one.rated < one.options)
  return (
    <div ref={form} className="rating">
      <Card
        title="Your sealed rating"
        note={`${rated} of ${options.length} rated`}
        aside={
          <>
            <SaveState saving={saving} onRetry={() => void save()} />
            <KeyHints hints={ballotKeyHints(scale)} />
          </>
        }
        head="ruled"
        flush
        foot={
          <div className="row-wrap rating-foot">
            <p className="small">
              {wordless.length > 0
                ? `Words missing: ${wordless.join(', ')}. You can add them in the room.`
                : rated < options.length
                  ? 'Options that you leave open are open in the room, too.'
                  : 'Every option is rated. Change anything until you cast it in the room.'}
            </p>
            <span className="spacer" />
            {next && (
              <ButtonLink
                href={rateHref(meetingId, next.itemId)}
                tone={rated === options.length ? 'primary' : 'default'}
              >
                Next case: {next.code}
              </ButtonLink>
            )}
          </div>
        }
      >
        <ProposedRatings {...{ options, draft, scale }} onChange={change} />
        <div className="modality-rows">
          {byModality(options).map((group) => (
            <BallotModality
              key={group.modality}
              {...group}
              {...{ draft, scale }}
              cast={emptyDraft}
              errors={{}}
              blocked={undefined}
              onChange={change}
              isOnPage
              onMove={move}
            />
          ))}
        </div>
      </Card>
    </div>
  )
}
