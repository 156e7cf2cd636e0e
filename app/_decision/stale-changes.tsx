import type { StaleChange } from '@/lib/deliberation/model/stale-decision'
import { staleLine } from './stale-words'

/** What changed since a signing, each with before and now, the day it refers to and who recorded it. */
export function StaleChanges({ changes, timeZone }: { changes: readonly StaleChange[]; timeZone: string }) {
  return (
    <ul className="stack-tight">
      {changes.map((one) => {
        const { name, change, source } = staleLine(one, timeZone)
        return (
          <li key={one.key}>
            <b>{name}</b>: <span className="user-text">{change}</span>
            {source !== '' && <span className="muted"> ({source})</span>}
          </li>
        )
      })}
    </ul>
  )
}
