'use client'
import { useState } from 'react'
import { Notice } from '@/app/_ui/notice'
import type { CaseFile } from '@/lib/cases/case-file'
import type { PreBallotProgress } from '@/lib/deliberation/model/pre-ballot'
import { standingOf } from '@/lib/deliberation/model/standing'
import type { RoomItemView, RoomView } from '@/lib/deliberation/model/views'
import type { Day } from '@/lib/foundation/time'
import { openPartsOf, proposedDraft } from '../room/ballot/ballot-draft'
import { CaseDigest, GoalsCard, QuestionCard } from '../room/case-digest'
import { RoomBanner } from '../room/room-banner'
import { RoomImages } from '../room/room-images'
import { CasesToRate } from './cases-to-rate'
import { RatingCard } from './rating-card'
import { SurvivalQuestion } from './survival-question'

type PrepareProps = {
  room: RoomView
  item: RoomItemView
  /** The cases of the meeting that can be rated, in the order of the agenda. */
  cases: readonly PreBallotProgress[]
  file: CaseFile
  today: Day
  isHidden: boolean
}

/** One case to read and rate at home: what the room would show of it, the own sealed answers, and the way to the next case. */
export function Prepare({ room, item, cases, file, today, isHidden }: PrepareProps) {
  const options = standingOf(item.options)
  const [draft, setDraft] = useState(() => proposedDraft(item, options))
  const rated = options.length - openPartsOf(draft, options).unanswered.length
  const shown = cases.map((one) => (one.itemId === item.itemId ? { ...one, rated } : one))
  return (
    <>
      <RoomBanner {...{ item, file, today, isHidden }} timeZone={room.timeZone} />
      <div className="room prepare">
        <aside className="room-column" aria-label="Case">
          <CasesToRate cases={shown} meetingId={room.meetingId} itemId={item.itemId} />
          <QuestionCard {...item} />
          <CaseDigest file={file} today={today} />
          <GoalsCard file={file} />
          <RoomImages {...{ file, isHidden }} />
        </aside>
        <div className="room-column">
          <Notice kind="info" title="Sealed, and no ballot yet.">
            Nobody else sees what you rate here, or that you did. In the room it fills in your ballot; it counts only
            once you cast it there.
          </Notice>
          <SurvivalQuestion itemId={item.itemId} given={item.mySurvival} file={file} timeZone={room.timeZone} />
          <RatingCard
            {...{ item, options, draft, rated }}
            meetingId={room.meetingId}
            onChange={setDraft}
            cases={shown}
          />
        </div>
      </div>
    </>
  )
}
