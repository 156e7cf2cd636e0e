import Link from 'next/link'
import { Card } from '@/app/_ui/card'
import { Severity } from '@/app/_ui/severity'
import type { Day } from '@/lib/foundation/time'
import type { MeetingRow } from '@/lib/meetings/model/views'
import { progressWords, showStart } from '../meetings/meeting-words'
import { chooseMeetings, sinceWords } from './meeting-choice'

type NextMeetingProps = { meetings: readonly MeetingRow[]; today: Day; timeZone: string }

/** Where the board meets: every meeting that runs, else the one planned next, and how far its agenda is. */
export function NextMeeting({ meetings, today, timeZone }: NextMeetingProps) {
  const chosen = chooseMeetings(meetings)
  const [first] = chosen
  if (!first) {
    return (
      <Card title="Next meeting">
        <p className="muted">No meeting is planned.</p>
      </Card>
    )
  }
  if (first.state === 'planned') {
    return (
      <Card title="Next meeting" note={showStart(first.startsAt, timeZone)}>
        <MeetingLines meeting={first} href={`/meetings/${first.meetingId}`} />
      </Card>
    )
  }
  return (
    <Card
      title={chosen.length === 1 ? 'Meeting now' : 'Meetings now'}
      note={chosen.length === 1 ? undefined : chosen.length}
    >
      {chosen.map((meeting) => (
        <div key={meeting.meetingId} className="meeting-now">
          <p>
            <Severity tone="clock">{sinceWords(meeting, today, timeZone)}</Severity>
          </p>
          <MeetingLines meeting={meeting} href={`/meetings/${meeting.meetingId}/room`} />
        </div>
      ))}
    </Card>
  )
}

function MeetingLines({ meeting, href }: { meeting: MeetingRow; href: string }) {
  const { title, place } = meeting
  return (
    <>
      <p>
        <Link href={href} className="user-text">
          {title}
        </Link>
        {place && <span className="muted user-text"> · {place}</span>}
      </p>
      <p className="muted">{progressWords(meeting)}</p>
    </>
  )
}
