'use client'
import { useId, useRef, useState } from 'react'
import { Card } from '@/app/_ui/card'
import { KeyHints } from '@/app/_ui/kbd'
import { fieldErrors } from '@/app/_ui/refusal-words'
import type { Modality } from '@/lib/clinical/catalogue/modalities'
import type { OptionView, RoomItemView, RoomView } from '@/lib/deliberation/model/views'
import { specialtyWords } from '@/lib/people/model'
import { blockedWords } from '../blocked-words'
import { answeredModalities, answersOf, byModality, draftOf } from './ballot-draft'
import { BallotFoot } from './ballot-foot'
import { ballotKeyHints, useBallotKeys } from './ballot-keys'
import { BallotModality } from './ballot-modality'
import { BallotNotices } from './ballot-notices'
import { PageTabs, ThumbBar } from './ballot-pages'
import { EarlierAnswers } from './earlier-answers'
import { FromHome } from './from-home'
import { ProposedRatings } from './proposed-ratings'
import { useBallot } from './use-ballot'
import type { BallotDrafts } from './use-ballot-drafts'
import type { BallotOutbox } from './use-ballot-outbox'

type BallotCardProps = {
  room: RoomView
  item: RoomItemView
  /** The options that stand, in the fixed order. */
  options: readonly OptionView[]
  userId: string
  drafts: BallotDrafts
  outbox: BallotOutbox
}

/** The own sealed ballot: a stance on every option, or one other answer for a modality, cast as a whole. */
export function BallotCard({ room, item, options, userId, drafts, outbox }: BallotCardProps) {
  const form = useRef<HTMLDivElement>(null)
  const wordsId = useId()
  const ballot = useBallot({ item, options, drafts, outbox })
  const { draft, change } = ballot
  const groups = byModality(options)
  const [page, setPage] = useState<Modality | null>(null)
  const shownPage = page ?? groups[0]?.modality ?? null
  const blocked = blockedWords(item.may.vote, 'Core members vote.')
  const { scale } = item.voting
  const cast = draftOf(item.myBallot, options)
  const answered = answeredModalities(draft, options, scale)
  const errors = errorsByOption(fieldErrors(ballot.failure), answersOf(draft, options))
  const move = useBallotKeys({
    ...{ options, form, scale, draft },
    onChange: change,
    onCast: ballot.cast,
    onTurn: ({ modality }) => setPage(modality),
  })
  const me = room.attendance.find((one) => one.userId === userId)
  const seat = me?.specialty ? `${me.name}, ${specialtyWords[me.specialty].word.toLowerCase()}` : undefined
  return (
    <div ref={form} className="ballot">
      <Card
        title={item.round > 1 ? `Your ballot, round ${item.round}` : 'Your ballot'}
        note={seat}
        aside={<KeyHints hints={ballotKeyHints(scale)} />}
        head="ruled"
        flush
      >
        <BallotNotices ballot={ballot} />
        <FromHome {...{ item, options }} timeZone={room.timeZone} />
        <ProposedRatings {...{ options, draft, scale }} onChange={change} />
        <EarlierAnswers {...{ item, options, userId, ballot }} />
        <PageTabs groups={groups} page={shownPage} answered={answered} onTurn={setPage} />
        <div className="modality-rows">
          {groups.map((group) => (
            <BallotModality
              key={group.modality}
              {...group}
              {...{ draft, cast, scale, errors, blocked }}
              onChange={change}
              isOnPage={group.modality === shownPage}
              onMove={move}
            />
          ))}
        </div>
        <BallotFoot
          {...{ ballot, wordsId }}
          castAt={item.myBallot?.castAt ?? null}
          timeZone={room.timeZone}
          answered={answered.length}
          modalities={groups.length}
        />
        <ThumbBar {...{ groups, ballot, blocked, wordsId }} page={shownPage} onTurn={setPage} />
      </Card>
    </div>
  )
}

/** The server names a problem by the place of its answer or by the option that is left out; the screen needs the option. */
function errorsByOption(
  problems: Readonly<Record<string, string>>,
  answers: readonly { optionId: string }[],
): Record<string, string> {
  const byOption: Record<string, string> = {}
  for (const [path, message] of Object.entries(problems)) {
    const [, place] = path.split('.')
    if (place !== undefined) byOption[answers[Number(place)]?.optionId ?? place] = message
  }
  return byOption
}
