import type { ReactNode } from 'react'
import { Icon } from '@/app/_ui/icon'
import { Notice } from '@/app/_ui/notice'
import type { StandingView } from '@/lib/cases/queries'
import { showInstant } from '@/lib/foundation/time'

type WithdrawnNoticeProps = { withdrawal: StandingView | undefined; timeZone: string; actions?: ReactNode }

/** That a case was taken back, why, by whom and when. */
export function WithdrawnNotice({ withdrawal, timeZone, actions }: WithdrawnNoticeProps) {
  return (
    <Notice kind="stale" title="This case was withdrawn." actions={actions}>
      {withdrawal ? <StandingWords standing={withdrawal} timeZone={timeZone} /> : 'No reason recorded.'} It can be read,
      not changed.
    </Notice>
  )
}

function StandingWords({ standing: { because, by, at }, timeZone }: { standing: StandingView; timeZone: string }) {
  return (
    <>
      <span className="user-text">“{because}”</span> {by}, {showInstant(at, timeZone)}.
    </>
  )
}

const actWords = { withdrawn: 'Withdrawn', restored: 'Restored' } as const

/** Earlier withdrawals and restorations: nothing that was ever said about them is lost. */
export function EarlierStandings({ standings, timeZone }: { standings: readonly StandingView[]; timeZone: string }) {
  if (standings.length === 0) return null
  return (
    <details className="fold earlier-standings">
      <summary>
        <Icon name="down" />
        Withdrawn and restored before
      </summary>
      <ul>
        {standings.map((standing) => (
          <li key={standing.at}>
            {actWords[standing.act]}: <StandingWords {...{ standing, timeZone }} />
          </li>
        ))}
      </ul>
    </details>
  )
}
