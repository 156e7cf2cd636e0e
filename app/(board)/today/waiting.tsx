import Link from 'next/link'
import { Card } from '@/app/_ui/card'
import type { OpenVote } from '@/lib/deliberation/queries/list-open-votes'
import type { TodayView } from '@/lib/follow-up/queries/get-today'
import { dayAt, showDay, showTime } from '@/lib/foundation/time'
import { dueWords } from '../follow-up/_task/words'

/** What waits for the person who looks: open votes first, for a chair what is not signed, own tasks that are due or late. */
export function Waiting({ view, votes }: { view: TodayView; votes: readonly OpenVote[] }) {
  const { mine, mineAll, unsigned, today, timeZone } = view
  const all = votes.length + mineAll + unsigned.length
  const more = mineAll - mine.length
  return (
    <Card title="Waiting for you" note={all === 0 ? undefined : `${all}`}>
      {all === 0 ? (
        <p className="muted">Nothing. Tasks of yours appear here on the day they are due.</p>
      ) : (
        <ul className="pairs">
          {votes.map(({ itemId, meetingId, caseCode, votingAt }) => (
            <li key={itemId}>
              <Link href={`/meetings/${meetingId}/room`}>
                Vote, <span className="nowrap">case {caseCode}</span>
              </Link>
              <span className="due today">{votingAt ? `open since ${showTime(votingAt, timeZone)}` : 'open now'}</span>
            </li>
          ))}
          {unsigned.map(({ itemId, meetingId, caseCode, startsAt, drafted }) => (
            <li key={itemId}>
              <Link href={`/meetings/${meetingId}/room`}>
                {drafted ? 'Sign' : 'Conclude'}, <span className="nowrap">case {caseCode}</span>
              </Link>
              <span className="muted nowrap">met {showDay(dayAt(startsAt, timeZone))}</span>
            </li>
          ))}
          {mine.map((task) => (
            <li key={task.id}>
              <Link href={`/cases/${task.caseId}/follow-up`}>
                {task.title}, <span className="nowrap">case {task.caseCode}</span>
              </Link>
              <span className={task.standing === 'late' ? 'due late' : 'due today'}>{dueWords(task, today)}</span>
            </li>
          ))}
          {more > 0 && (
            <li>
              <Link href="/today?view=mine">{more} more of yours</Link>
            </li>
          )}
        </ul>
      )}
    </Card>
  )
}
