'use client'
import { paceOf } from '@/app/_meeting/pace'
import { timeOnCase } from '@/app/_meeting/time-on-case'
import { useSeconds } from '@/app/_meeting/use-seconds'
import { Card } from '@/app/_ui/card'
import { Severity } from '@/app/_ui/severity'
import type { RoomView } from '@/lib/deliberation/model/views'
import { showTime } from '@/lib/foundation/time'

/** For whoever leads: the next case, the time of this one, and whether the meeting will end when it was to. */
export function PaceCard({ room }: { room: RoomView }) {
  const seconds = useSeconds()
  if (seconds === null || room.state !== 'running') return null
  const { next, breakNow, casesLeft, minutesLeft, plannedEndSeconds, expectedEndSeconds } = paceOf(room, seconds)
  const clock = (at: number) => showTime(new Date(at * 1000).toISOString(), room.timeZone)
  const taken = room.item && timeOnCase(room.item, seconds)
  const over = Math.round((expectedEndSeconds - plannedEndSeconds) / 60)
  return (
    <Card
      title="Next and time"
      aside={
        <a href={`/meetings/${room.meetingId}/presenter`} target="_blank" rel="noopener">
          Presenter<span className="visually-hidden"> view (opens in a new window)</span>
        </a>
      }
    >
      <ul className="stack-tight small">
        <li>
          <b>Next:</b> {breakNow !== null && `a break of ${breakNow} min, then `}
          {next ? `case ${next.code}, ${next.minutes} min` : 'no case waits'}
        </li>
        {room.item && taken && (
          <li>
            <b>This case:</b> {taken.shown} of {room.item.minutes} min
          </li>
        )}
        <li>
          <b>Left:</b> {casesLeft} {casesLeft === 1 ? 'case' : 'cases'}, {minutesLeft} min
        </li>
        <li>
          <b>Ends about</b> {clock(expectedEndSeconds)}, planned {clock(plannedEndSeconds)}{' '}
          {over >= 1 && <Severity tone="warn">{`${over} min over`}</Severity>}
        </li>
      </ul>
    </Card>
  )
}
