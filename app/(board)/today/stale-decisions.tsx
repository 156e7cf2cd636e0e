import Link from 'next/link'
import { StaleChanges } from '@/app/_decision/stale-changes'
import { Card } from '@/app/_ui/card'
import type { StaleDecision } from '@/lib/deliberation/queries/stale-decisions'
import { showInstant } from '@/lib/foundation/time'

/** Signed decisions of the board that rest on facts of before and that this person sees to: as the chair, or with an open task of the case. */
export function StaleDecisions({ stale, timeZone }: { stale: readonly StaleDecision[]; timeZone: string }) {
  if (stale.length === 0) return null
  return (
    <Card title="Decisions on older facts" note={`${stale.length}`}>
      <ul className="stack">
        {stale.map(({ caseId, code, signedAt, changes }) => (
          <li key={caseId}>
            <Link href={`/cases/${caseId}`}>Case {code}</Link>{' '}
            <span className="muted">signed {showInstant(signedAt, timeZone)}</span>
            <StaleChanges {...{ changes, timeZone }} />
          </li>
        ))}
      </ul>
    </Card>
  )
}
