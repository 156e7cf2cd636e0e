'use client'
import Link from 'next/link'
import { useState } from 'react'
import type { RunAct } from '@/app/_meeting/use-room'
import { Button } from '@/app/_ui/button'
import { Card } from '@/app/_ui/card'
import { Empty, Notice } from '@/app/_ui/notice'
import { refusalWords } from '@/app/_ui/refusal-words'
import { api, type Failure } from '@/lib/api/client'
import type { RoomView } from '@/lib/deliberation/model/views'
import { listWords } from '@/lib/foundation/words'
import { stageWords } from '../../meeting-words'
import { blockedWords } from './blocked-words'
import { chairActsId, useChairKey } from './chair-focus'

const titles = {
  planned: 'The meeting has not started.',
  running: 'No case is being presented.',
  closed: 'The meeting is closed.',
} as const

type NothingShownProps = { room: RoomView; act: RunAct; onLook: (itemId: string) => void }

/** Between cases: what comes next, and for the chair the way to present it. */
export function NothingShown({ room, act, onLook }: NothingShownProps) {
  const [failure, setFailure] = useState<Failure | null>(null)
  const { meetingId, state, items, may } = room
  const discussed = items.filter(({ isInLane }) => !isInLane)
  const listed = items.filter(({ isInLane }) => isInLane)
  const next = discussed.find(({ stage, caseState }) => stage === 'queued' && caseState === 'handed-in')
  useChairKey(may.present.open || may.start.open)
  const run = async (call: () => Promise<unknown>) => setFailure(await act(call))
  return (
    <Card title="Agenda" note={room.title}>
      <section id={chairActsId} aria-label="What comes next" tabIndex={-1}>
        <Empty
          title={titles[state]}
          action={
            state === 'planned' && (
              <Button
                tone="primary"
                blockedBecause={blockedWords(may.start, 'The coordinator or the chair starts it.')}
                onClick={() => void run(() => api.meetings.start({ meetingId }))}
              >
                Start the meeting
              </Button>
            )
          }
        >
          {state === 'running' && 'This screen follows by itself as soon as the chair presents one.'}
          {state === 'closed' && 'Its record can be read, not changed.'}
        </Empty>
        {failure && (
          <Notice kind="refused" title={refusalWords(failure).title} announce="alert">
            {refusalWords(failure).next}
          </Notice>
        )}
        <ol className="room-agenda">
          {discussed.map(({ itemId, code, minutes, stage }, index) => (
            <li key={itemId}>
              <span>
                {index === room.break?.after && <span className="room-break">Break, {room.break.minutes} min</span>}
                Case {code} <span className="muted">{minutes} min</span>
              </span>
              <span className="quiet">{stageWords[stage].word}</span>
              {may.present.open ? (
                <Button
                  size="small"
                  data-next={itemId === next?.itemId || undefined}
                  onClick={() => void run(() => api.meetings.present({ itemId }))}
                >
                  Present<span className="visually-hidden"> case {code}</span>
                </Button>
              ) : (
                <Button size="small" onClick={() => onLook(itemId)}>
                  Look<span className="visually-hidden"> at case {code}</span>
                </Button>
              )}
            </li>
          ))}
        </ol>
        {listed.length > 0 && (
          <p className="small quiet">
            Standard of care, not discussed: {listed.length === 1 ? 'case' : 'cases'}{' '}
            {listWords(listed.map(({ code }) => code))}. Anybody of the team can pull one back{' '}
            <Link href={`/meetings/${meetingId}`}>on the agenda</Link>.
          </p>
        )}
      </section>
    </Card>
  )
}
