'use client'
import { useEffect, useState } from 'react'
import { useJoin, useRoom } from '@/app/_meeting/use-room'
import { NotLiveNotice } from '@/app/_ui/live-state'
import { Notice } from '@/app/_ui/notice'
import { refusalWords } from '@/app/_ui/refusal-words'
import type { CaseFile } from '@/lib/cases/case-file'
import type { RoomView } from '@/lib/deliberation/model/views'
import type { Day } from '@/lib/foundation/time'
import { stageWords } from '../../meeting-words'
import { placeOfBallot } from './ballot/ballot-outbox'
import { useBallotDrafts } from './ballot/use-ballot-drafts'
import { useBallotOutbox } from './ballot/use-ballot-outbox'
import { OwnCall } from './calls/own-call'
import { useCalls } from './calls/use-calls'
import { CaseDigest, GoalsCard, QuestionCard } from './case-digest'
import { useChairAct } from './chair-focus'
import { Deliberation } from './deliberation'
import { FactsChanged } from './facts-changed'
import { LookingAround } from './looking-around'
import { NothingShown } from './nothing-shown'
import { PeopleCard } from './people-card'
import { RoomBanner } from './room-banner'
import { RoomBar } from './room-bar'
import { RoomImages } from './room-images'
import { SideColumn } from './side-column'
import { useCaseFile } from './use-case-file'

type LiveRoomProps = {
  initial: RoomView
  initialFile: CaseFile | null
  lookedAt: string | null
  userId: string
  today: Day
  /** Who the patient is stays hidden on this screen. */
  isHidden: boolean
}

/** The live room: everybody follows the item that the chair presents, and may look around and come back. */
export function LiveRoom({ initial, initialFile, lookedAt, userId, today, isHidden }: LiveRoomProps) {
  const { room, looking, lost, liveness, act, look } = useRoom(initial, lookedAt)
  const { item } = room
  const { file, failure, changedAt, reload } = useCaseFile(item?.caseId ?? null, initialFile)
  const drafts = useBallotDrafts()
  const outbox = useBallotOutbox({ meetingId: room.meetingId, userId, act, liveness, drafts })
  const [concludingId, setConcludingId] = useState<string | null>(null)
  const calls = useCalls(room)
  useJoin(room, userId, act)
  const chairAct = useChairAct(`${item?.itemId} ${item?.stage} ${item?.round} ${room.state}`, act)
  const isConcluding = item !== null && concludingId === item.itemId
  const isAway = looking !== null && item !== null && !item.isShown && room.state === 'running'
  const shared = { room, userId, act }
  const hasCaughtUp = looking !== null && room.state === 'running' && item?.isShown === true
  const waitsElsewhere = outbox.unsent.some((place) => item === null || place !== placeOfBallot(item))
  useEffect(() => {
    if (hasCaughtUp) look(null)
  }, [hasCaughtUp, look])
  return (
    <>
      <div className="sticky-top room-top">
        {item && <RoomBanner {...{ item, file, today, isHidden }} timeZone={room.timeZone} />}
        <RoomBar {...{ room, liveness, isConcluding, isHidden, isAway }} onLook={look} />
      </div>
      <div className="room-notices">
        {calls && (
          <OwnCall view={calls} {...{ userId, act }} hasCast={Boolean(item?.myBallot)} timeZone={room.timeZone} />
        )}
        {liveness.state === 'silent' && <NotLiveNotice silentSeconds={liveness.silentSeconds} />}
        {lost && lost.code !== 'unreachable' && (
          <Notice kind="refused" title={refusalWords(lost).title} announce="alert">
            {refusalWords(lost).next}
          </Notice>
        )}
        {waitsElsewhere && (
          <Notice kind="offline" title="Your ballot on another case is not sent yet.">
            It is kept here, sealed, and sent once, as soon as the connection is back.
          </Notice>
        )}
        {changedAt && <FactsChanged {...{ changedAt }} timeZone={room.timeZone} />}
        {isAway && <LookingAround room={room} onReturn={() => look(null)} />}
        {failure && (
          <Notice kind="failed" title="The case could not be loaded.">
            {refusalWords(failure).next}
          </Notice>
        )}
        <p className="visually-hidden" role="status">
          {item ? `Now shown: case ${item.code}, ${stageWords[item.stage].word.toLowerCase()}` : 'No case is shown'}
        </p>
      </div>
      {item ? (
        <div className="room">
          <aside className="room-column" aria-label="Case">
            <QuestionCard {...item} />
            {file && <CaseDigest file={file} today={today} />}
            {file && <GoalsCard file={file} />}
            {file && <RoomImages key={file.caseId} {...{ file, isHidden }} />}
          </aside>
          <div className="room-column">
            <Deliberation
              key={`${item.itemId} ${item.round}`}
              {...shared}
              item={item}
              {...{ file, today, liveness, drafts, outbox, chairAct }}
              onReload={reload}
              isConcluding={isConcluding}
            />
          </div>
          <aside className="room-column" aria-label="Meeting">
            <SideColumn {...shared} {...{ item, calls, chairAct }} onConclude={() => setConcludingId(item.itemId)} />
          </aside>
        </div>
      ) : (
        <div className="room without-case">
          <NothingShown room={room} act={chairAct} onLook={look} />
          <PeopleCard {...shared} />
        </div>
      )}
    </>
  )
}
