import type { ReactNode } from 'react'
import { Notice } from '@/app/_ui/notice'
import type { DecisionStand, StaleChange } from '@/lib/deliberation/model/stale-decision'
import { showInstant } from '@/lib/foundation/time'
import { LetStand } from './let-stand'
import { StaleChanges } from './stale-changes'

type StaleNoticeProps = {
  conclusionId: string
  changes: readonly StaleChange[]
  timeZone: string
  /** The chair is offered what to do about it. */
  mayReopen: boolean
  more?: ReactNode
}

/** That a signed decision rests on facts of before, what changed from what to what, and for the chair what to do. */
export function StaleNotice({ conclusionId, changes, timeZone, mayReopen, more }: StaleNoticeProps) {
  return (
    <Notice
      kind="stale"
      title="This decision was made on older facts."
      actions={
        mayReopen && (
          <>
            <LetStand {...{ conclusionId, changes, timeZone }} />
            {more}
          </>
        )
      }
    >
      Changed since the signing:
      <StaleChanges {...{ changes, timeZone }} />
    </Notice>
  )
}

/** What the chair let a decision stand over, each time with the reason. */
export function Stands({ stands, timeZone }: { stands: readonly DecisionStand[]; timeZone: string }) {
  return stands.map(({ because, by, at }) => (
    <p key={at} className="small">
      <b>Stands as it is</b>, because: <span className="user-text">{because}</span>{' '}
      <span className="muted">
        ({by}, {showInstant(at, timeZone)})
      </span>
    </p>
  ))
}
