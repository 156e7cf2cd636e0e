import Link from 'next/link'
import { StaleNotice } from '@/app/_decision/stale-notice'
import { Notice } from '@/app/_ui/notice'
import type { StaleDecision } from '@/lib/deliberation/queries/stale-decisions'
import type { LetterView } from '@/lib/exchange/queries/get-letter'
import { dayAt, showDay } from '@/lib/foundation/time'

type NoticesProps = {
  view: LetterView
  /** The version rests on facts of before; null where it stands. */
  stale: StaleDecision | null
  mayRecord: boolean
  timeZone: string
}

/** What to know before this letter is printed: whether it is in force, and whether it has somebody to go to. */
export function LetterNotices({ view, stale, mayRecord, timeZone }: NoticesProps) {
  const { caseId, hasDoctor, state, versions, itemId } = view
  const ofItem = versions.filter((one) => one.itemId === itemId)
  const inForce = ofItem.find((one) => one.state === 'signed')
  const draft = ofItem.find((one) => one.state === 'draft')
  const to = (conclusionId: string) => `/cases/${caseId}/letter?version=${conclusionId}`
  return (
    <div className="letter-notices">
      {state === 'draft' && (
        <Notice kind="stale" title="This is a draft. Nobody has signed it.">
          Do not send it.
        </Notice>
      )}
      {state === 'superseded' && (
        <Notice kind="stale" title="This version was replaced.">
          {inForce?.signedAt ? (
            <Link href={to(inForce.conclusionId)}>
              Version {inForce.version}, signed {showDay(dayAt(inForce.signedAt, timeZone))}, is in force
            </Link>
          ) : (
            'A later version took its place.'
          )}
        </Notice>
      )}
      {stale && <StaleNotice {...stale} timeZone={timeZone} mayReopen={false} />}
      {!hasDoctor && (
        <Notice kind="stale" title="The referring doctor is not recorded.">
          {mayRecord ? (
            <Link href={`/cases/${caseId}/edit/referral`}>Record the doctor before you print</Link>
          ) : (
            'Ask the presenter to record the doctor before you print.'
          )}
        </Notice>
      )}
      {state !== 'draft' && draft && (
        <Notice kind="info" title={`Version ${draft.version} is being written.`}>
          <Link href={to(draft.conclusionId)}>Preview its letter</Link>
        </Notice>
      )}
      {versions.length > 1 && (
        <nav className="row-wrap" aria-label="Versions of the letter">
          {versions
            .filter((one) => one.state !== 'draft')
            .map(({ conclusionId, version, state: is, signedAt }) => (
              <Link
                key={conclusionId}
                href={to(conclusionId)}
                aria-current={conclusionId === view.conclusionId ? 'page' : undefined}
              >
                Version {version}
                {signedAt !== null && `, signed ${showDay(dayAt(signedAt, timeZone))}`}
                {is === 'superseded' && ', replaced'}
              </Link>
            ))}
        </nav>
      )}
    </div>
  )
}
