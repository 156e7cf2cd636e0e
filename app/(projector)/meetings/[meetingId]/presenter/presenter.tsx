'use client'
import { useState } from 'react'
import { shownName } from '@/app/_identity/alias'
import { IdentitySwitch } from '@/app/_identity/identity-switch'
import { paceOf } from '@/app/_meeting/pace'
import { timeOnCase } from '@/app/_meeting/time-on-case'
import { useRoom } from '@/app/_meeting/use-room'
import { useSeconds } from '@/app/_meeting/use-seconds'
import { Card } from '@/app/_ui/card'
import { LiveState } from '@/app/_ui/live-state'
import { ModalityLabel } from '@/app/_ui/modality-mark'
import { Loading, Notice } from '@/app/_ui/notice'
import { refusalWords } from '@/app/_ui/refusal-words'
import { Severity } from '@/app/_ui/severity'
import { TextAreaField } from '@/app/_ui/text-field'
import { useKeptDraft } from '@/app/(board)/_drafts/use-kept-draft'
import { CaseDigest, GoalsCard } from '@/app/(board)/meetings/[meetingId]/room/case-digest'
import { FactsChanged } from '@/app/(board)/meetings/[meetingId]/room/facts-changed'
import { useCaseFile } from '@/app/(board)/meetings/[meetingId]/room/use-case-file'
import type { Failure } from '@/lib/api/client'
import type { CaseFile } from '@/lib/cases/case-file'
import { threadsOf } from '@/lib/deliberation/model/remark'
import { standingOf } from '@/lib/deliberation/model/standing'
import type { RoomItemView, RoomView } from '@/lib/deliberation/model/views'
import { ageOn, type Day, showTime } from '@/lib/foundation/time'
import { specialtyWords } from '@/lib/people/model'
import { timeLeft } from './time-left'

type PresenterProps = { initial: RoomView; initialFile: CaseFile | null; today: Day; isHidden: boolean; userId: string }

const between = {
  planned: 'The meeting has not started.',
  running: 'No case is shown. The chair opens the next one.',
  closed: 'The meeting is closed.',
} as const

/** What whoever presents needs in one look: the case at hand, what to say of it, the time, and who comes next. */
export function Presenter({ initial, initialFile, today, isHidden, userId }: PresenterProps) {
  const { room, liveness } = useRoom(initial, null)
  const { item } = room
  const { file, failure, changedAt } = useCaseFile(item?.caseId ?? null, initialFile)
  return (
    <main className="presenter" id="main">
      <header className="presenter-head">
        <div>
          <p className="muted">{item ? whoOf(item, today, isHidden) : room.title}</p>
          <h1 className="user-text">{item ? item.question : between[room.state]}</h1>
        </div>
        <div className="row-wrap">
          <LiveState liveness={liveness} />
          <IdentitySwitch isHidden={isHidden} className="btn small" />
        </div>
      </header>
      <div className="presenter-body">
        <div className="stack">
          {changedAt && <FactsChanged {...{ changedAt }} timeZone={room.timeZone} />}
          {item && file && <CaseDigest {...{ file, today }} />}
          {item && !file && (failure ? <NotOpened failure={failure} /> : <Loading label="Loading the case" />)}
          {file && <GoalsCard file={file} />}
        </div>
        <div className="stack">
          {item && <Notes key={item.itemId} itemId={item.itemId} userId={userId} />}
          {item && <Options item={item} />}
          {item && <Asked item={item} />}
        </div>
        <TimeCard room={room} />
      </div>
    </main>
  )
}

function NotOpened({ failure }: { failure: Failure }) {
  const { title, next } = refusalWords(failure)
  return (
    <Notice kind="failed" title={title}>
      {next}
    </Notice>
  )
}

const whoOf = (item: RoomItemView, today: Day, isHidden: boolean): string => {
  const age = item.patient.bornOn === null ? undefined : ageOn(item.patient.bornOn, today)
  const identifier = isHidden ? 'identity hidden' : item.patient.identifier
  return [shownName(item, isHidden), age, identifier].filter(Boolean).join(' · ')
}

/** The time of this case in large figures, and how the meeting stands. */
function TimeCard({ room }: { room: RoomView }) {
  const seconds = useSeconds()
  if (seconds === null) return null
  const { item } = room
  const { next, breakNow, casesLeft, minutesLeft, plannedEndSeconds, expectedEndSeconds } = paceOf(room, seconds)
  const taken = item && timeOnCase(item, seconds)
  const left = item && taken ? timeLeft(taken, item.minutes) : null
  const clock = (at: number) => showTime(new Date(at * 1000).toISOString(), room.timeZone)
  return (
    <Card title="Time">
      <dl className="presenter-time">
        <div>
          <dt>This case</dt>
          <dd>
            <b role="timer">{taken ? `${taken.shown} of ${item.minutes} min` : 'not presented yet'}</b>
          </dd>
          {left && <dd>{left.isOver ? <Severity tone="warn">{left.shown}</Severity> : left.shown}</dd>}
        </div>
        <div>
          <dt>Next case</dt>
          {breakNow !== null && (
            <dd>
              <b>Break first, {breakNow} min</b>
            </dd>
          )}
          <dd>{next ? `${next.code}, ${next.minutes} min` : 'no case waits'}</dd>
        </div>
        {room.state === 'running' && (
          <div>
            <dt>Meeting</dt>
            <dd>
              {casesLeft} {casesLeft === 1 ? 'case' : 'cases'} left, {minutesLeft} min
            </dd>
            <dd>
              ends about {clock(expectedEndSeconds)}, planned {clock(plannedEndSeconds)}
            </dd>
          </div>
        )}
      </dl>
    </Card>
  )
}

/** The own key points: kept sealed in this browser, and nowhere else. */
function Notes({ itemId, userId }: { itemId: string; userId: string }) {
  const [notes, setNotes] = useState('')
  useKeptDraft({
    ...{ userId, where: `presenter-${itemId}`, draft: notes === '' ? null : notes },
    onLeft: (left: string) => setNotes(left),
  })
  return (
    <Card title="Your key points">
      <TextAreaField
        label="What you want to say"
        hint="Only you see this, in this browser. It is no part of the record."
        value={notes}
        onChange={setNotes}
        rows={7}
      />
    </Card>
  )
}

/** What stands to be voted on. Nothing of a ballot is shown here. */
function Options({ item }: { item: RoomItemView }) {
  const options = standingOf(item.options)
  return (
    <Card title="Options" note={options.length === 0 ? 'none proposed yet' : `${options.length}`}>
      <ul className="stack-tight">
        {options.map(({ optionId, modality, letter, title }) => (
          <li key={optionId} className="presenter-option">
            <ModalityLabel modality={modality} show="code" />
            <span>
              <b>{letter}</b> {title}
            </span>
          </li>
        ))}
      </ul>
    </Card>
  )
}

/** Remarks that nobody has answered yet. */
function Asked({ item }: { item: RoomItemView }) {
  const open = threadsOf(item.remarks).filter(({ first, replies }) => first.withdrawn === null && replies.length === 0)
  if (open.length === 0) return null
  return (
    <Card title="Asked and not answered" note={`${open.length}`}>
      <ul className="stack-tight">
        {open.map(({ first: { remarkId, writer, addressedTo, text } }) => (
          <li key={remarkId}>
            <b>{writer}</b>
            {addressedTo && ` to ${specialtyWords[addressedTo].word.toLowerCase()}`}:{' '}
            <span className="user-text">{text}</span>
          </li>
        ))}
      </ul>
    </Card>
  )
}
