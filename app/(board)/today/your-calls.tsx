import Link from 'next/link'
import { Card } from '@/app/_ui/card'
import { showInstant, showTime } from '@/lib/foundation/time'
import type { MyCall } from '@/lib/meetings/queries/list-my-calls'

/** The asynchronous boards to which the person is called; absent while there is none. */
export function YourCalls({ calls, timeZone }: { calls: readonly MyCall[]; timeZone: string }) {
  if (calls.length === 0) return null
  return (
    <Card title="You are called" note={`${calls.length}`} tone="alarm">
      <ul className="pairs">
        {calls.map(({ callId, meetingId, caseCode, calledAt, seenAt, answerBy }) => (
          <li key={callId}>
            <Link href={`/meetings/${meetingId}/room`}>
              Answer, <span className="nowrap">case {caseCode}</span>
            </Link>
            <span className={seenAt === null ? 'due late' : 'due today'}>
              {seenAt === null ? `called ${showTime(calledAt, timeZone)}` : `seen ${showTime(seenAt, timeZone)}`},
              answer by {showInstant(answerBy, timeZone)}
            </span>
          </li>
        ))}
      </ul>
    </Card>
  )
}
