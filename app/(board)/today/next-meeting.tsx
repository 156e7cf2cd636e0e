import Link from 'next/link'
import { Card } from '@/app/_ui/card'
import { Severity } from '@/app/_ui/severity'
import { showInstant, showTime } from '@/lib/foundation/time'
import type { MeetingList } from '@/lib/meetings/model/views'

type Row = MeetingList['rows'][number]

/** The meeting that runs, else the planned one that starts first. */
export const chooseMeeting = (rows: readonly Row[]): Row | undefined =>
  rows.find(({ state }) => state === 'running') ??
  rows.filter(({ state }) => state === 'planned').toSorted((a, b) => a.startsAt.localeCompare(b.startsAt))[0]

const casesWords = (items: number) => `${items} ${items === 1 ? 'case' : 'cases'}`

/** Where the board meets next, and how far its agenda is. */
export function NextMeeting({ meetings, timeZone }: { meetings: readonly Row[]; timeZone: string }) {
  const meeting = chooseMeeting(meetings)
  if (!meeting) {
    return (
      <Card title="Next meeting">
        <p className="muted">No meeting is planned.</p>
      </Card>
    )
  }
  const { meetingId, title, place, startsAt, state, items, concluded, minutes } = meeting
  return (
    <Card title="Next meeting" note={state === 'running' ? undefined : showInstant(startsAt, timeZone)}>
      {state === 'running' && (
        <p>
          <Severity tone="clock">Running since {showTime(startsAt, timeZone)}</Severity>
        </p>
      )}
      <p>
        <Link href={state === 'running' ? `/meetings/${meetingId}/room` : `/meetings/${meetingId}`}>{title}</Link>
        {place && <span className="muted"> · {place}</span>}
      </p>
      <p className="muted">
        {state === 'running'
          ? `${concluded} of ${casesWords(items)} concluded`
          : `${casesWords(items)}, ${minutes} min`}
      </p>
    </Card>
  )
}
