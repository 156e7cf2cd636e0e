import Link from 'next/link'
import { Card } from '@/app/_ui/card'
import { Icon } from '@/app/_ui/icon'
import type { PreBallotProgress } from '@/lib/deliberation/model/pre-ballot'

type CasesToRateProps = { cases: readonly PreBallotProgress[]; meetingId: string; itemId: string }

/** The address at which a case is rated before the meeting. */
export const rateHref = (meetingId: string, itemId: string): string => `/meetings/${meetingId}/prepare?item=${itemId}`

/** The cases of the meeting that can be rated before their vote, by code, with how far each is. */
export function CasesToRate({ cases, meetingId, itemId }: CasesToRateProps) {
  const done = cases.filter(({ options, rated }) => rated === options).length
  return (
    <Card className="cases-to-rate" title="Cases to rate" note={`${done} of ${cases.length} done`} flush>
      <nav aria-label="Cases to rate">
        <ul className="to-rate">
          {cases.map((one) => (
            <li key={one.itemId}>
              <Link
                href={rateHref(meetingId, one.itemId)}
                aria-current={one.itemId === itemId ? 'page' : undefined}
                prefetch={false}
              >
                <b>{one.code}</b>
                <span className="spacer" />
                {one.rated === one.options && <Icon name="ok" />}
                {`${one.rated} of ${one.options} rated`}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
    </Card>
  )
}
