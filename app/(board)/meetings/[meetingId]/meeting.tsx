'use client'
import { useRef, useSyncExternalStore } from 'react'
import { IdentitySign } from '@/app/_identity/identity-sign'
import { LiveState, NotLiveNotice } from '@/app/_ui/live-state'
import { Notice } from '@/app/_ui/notice'
import { PageHead } from '@/app/_ui/page-head'
import { refusalWords } from '@/app/_ui/refusal-words'
import { Severity } from '@/app/_ui/severity'
import type { PreBallotProgress } from '@/lib/deliberation/model/pre-ballot'
import type { Day } from '@/lib/foundation/time'
import type { MeetingView } from '@/lib/meetings/model/views'
import { showStart, stateOf } from '../meeting-words'
import { Agenda } from './agenda'
import { Attendance } from './attendance'
import { Expected } from './expected'
import { MeetingActs } from './meeting-acts'
import { ToRate } from './prepare/to-rate'
import { useMeeting } from './use-meeting'

const noChanges = () => () => undefined
const ownZone = () => Intl.DateTimeFormat().resolvedOptions().timeZone

type MeetingProps = {
  initial: MeetingView
  today: Day
  userId: string
  /** The cases that this person can rate before their vote. */
  toRate: readonly PreBallotProgress[]
  recordsAll: boolean
}

/** A meeting before, while and after it runs: its state, its agenda and who is there. Stays live. */
export function Meeting({ initial, today, userId, toRate, recordsAll }: MeetingProps) {
  const region = useRef<HTMLElement>(null)
  const { view, shown, failure, liveness, act, changedElsewhere, showChanges } = useMeeting(initial, region)
  const { title, place, startsAt, timeZone } = view
  // The zone is named when the clock on the reader’s own wall shows another time (DESIGN D3).
  const zone = useSyncExternalStore(noChanges, ownZone, () => timeZone) === timeZone ? '' : ` (${timeZone})`
  const state = stateOf(view, today, timeZone)
  return (
    <>
      <PageHead
        title={title}
        note={
          <>
            <time dateTime={startsAt}>{showStart(startsAt, timeZone)}</time>
            {zone}
            {place && <span className="user-text"> · {place}</span>}
          </>
        }
        state={
          <>
            <Severity tone={state.tone}>{state.word}</Severity>
            <LiveState liveness={liveness} />
          </>
        }
        actions={<MeetingActs {...{ view, act, failure }} />}
      />
      <IdentitySign />
      <div className="page stack">
        {liveness.state === 'silent' && <NotLiveNotice silentSeconds={liveness.silentSeconds} />}
        {failure && (
          <Notice kind="refused" title={refusalWords(failure).title} announce="alert">
            {refusalWords(failure).next}
          </Notice>
        )}
        {view.untouchedBecause !== null && (
          <Notice kind="info" title="Not every case was discussed.">
            <span className="user-text">{view.untouchedBecause}</span>
          </Notice>
        )}
        <ToRate cases={toRate} meetingId={view.meetingId} />
        <div className="columns-2">
          <Agenda {...{ view, shown, act, region, changedElsewhere }} onShowChanges={showChanges} />
          <div className="stack">
            {view.expected && <Expected {...{ view, userId, act }} expected={view.expected} />}
            <Attendance {...{ view, act, userId, recordsAll }} />
          </div>
        </div>
      </div>
    </>
  )
}
