import { Notice } from '@/app/_ui/notice'
import type { Withdrawal } from '@/lib/cases/queries'
import { showInstant } from '@/lib/foundation/time'

/** That a case was taken back, why, by whom and when. */
export function WithdrawnNotice({ withdrawal, timeZone }: { withdrawal: Withdrawal; timeZone: string }) {
  const { because, by, at } = withdrawal
  const who = [by, at && showInstant(at, timeZone)].filter(Boolean).join(', ')
  return (
    <Notice kind="stale" title="This case was withdrawn.">
      <span className="user-text">{because === '' ? 'No reason recorded.' : `“${because}”`}</span> {who && `${who}. `}
      It can be read, not changed.
    </Notice>
  )
}
