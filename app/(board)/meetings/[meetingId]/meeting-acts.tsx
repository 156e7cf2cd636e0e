'use client'
import { useEffect, useRef, useState } from 'react'
import { Button, ButtonLink } from '@/app/_ui/button'
import { refusalWords } from '@/app/_ui/refusal-words'
import { api, type Failure } from '@/lib/api/client'
import type { May, MeetingView } from '@/lib/meetings/model/views'
import { CloseDialog, codesOf } from './close-dialog'
import type { RunAct } from './use-meeting'

/** Items that were presented and have no outcome yet. */
const openItems = ({ agenda }: MeetingView) => agenda.filter(({ stage }) => stage !== 'queued' && stage !== 'concluded')

function whyNot(may: May, who: string, open: MeetingView['agenda']): string | undefined {
  if (may.open || may.why === null) return undefined
  if (may.why === 'forbidden') return who
  if (may.why === 'not-concluded') {
    return `No outcome yet: ${open.length === 1 ? 'case' : 'cases'} ${codesOf(open)}. Conclude or set aside first.`
  }
  return refusalWords({ code: 'closed', why: may.why }).title
}

/** The ways into the room and the projector, and starting and closing the meeting with the reason when it cannot be. */
export function MeetingActs({ view, act, failure }: { view: MeetingView; act: RunAct; failure: Failure | null }) {
  const [busy, setBusy] = useState(false)
  const [closing, setClosing] = useState(false)
  const { meetingId, state, may } = view
  const actedIn = useRef<MeetingView['state'] | null>(null)
  const room = useRef<HTMLAnchorElement>(null)
  // The button of a step that is done is gone, and the focus with it. The room is where the meeting goes on and is read.
  useEffect(() => {
    if (actedIn.current === null || actedIn.current === state || closing) return
    actedIn.current = null
    if (document.activeElement === document.body) room.current?.focus()
  }, [state, closing])
  const run = async (call: () => Promise<unknown>) => {
    setBusy(true)
    actedIn.current = state
    const isDone = await act(call)
    setBusy(false)
    if (isDone) setClosing(false)
    else actedIn.current = null
  }
  return (
    <>
      {view.agenda.some(({ stage, lane }) => stage === 'concluded' || lane?.confirmed) && (
        <ButtonLink href={`/meetings/${meetingId}/minutes`}>Minutes</ButtonLink>
      )}
      <ButtonLink href={`/meetings/${meetingId}/projector`} target="_blank" icon="screen">
        Projector<span className="visually-hidden"> (opens in a new window)</span>
      </ButtonLink>
      <ButtonLink href={`/meetings/${meetingId}/presenter`} target="_blank" icon="eye">
        Presenter<span className="visually-hidden"> view (opens in a new window)</span>
      </ButtonLink>
      <ButtonLink
        ref={room}
        href={`/meetings/${meetingId}/room`}
        icon="people"
        tone={state === 'running' ? 'primary' : 'default'}
      >
        Open room
      </ButtonLink>
      {state === 'planned' && (
        <Button
          tone="primary"
          busy={busy}
          busyLabel="Starting"
          blockedBecause={whyNot(may.start, 'The coordinator or the chair starts it.', [])}
          onClick={() => void run(() => api.meetings.start({ meetingId }))}
        >
          Start the meeting
        </Button>
      )}
      {state === 'running' && (
        <Button
          blockedBecause={whyNot(may.close, 'The chair closes it.', openItems(view))}
          onClick={() => setClosing(true)}
        >
          Close the meeting
        </Button>
      )}
      {closing && (
        <CloseDialog
          {...{ view, busy, failure }}
          onCancel={() => setClosing(false)}
          onClose={(because, confirmsLane) => void run(() => api.meetings.close({ meetingId, because, confirmsLane }))}
        />
      )}
    </>
  )
}
