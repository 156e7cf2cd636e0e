import { Icon } from './icon'
import { Notice } from './notice'

/** Whether the screen follows the meeting. `silentSeconds` counts whole seconds since the last sign of life. */
export type Liveness = { state: 'live' } | { state: 'silent'; silentSeconds: number }

/** Live, or for how long not. The words change once when the connection is lost, so that screen readers hear it once. */
export function LiveState({ liveness }: { liveness: Liveness }) {
  const isLive = liveness.state === 'live'
  return (
    <span className={isLive ? 'live' : 'live off'}>
      <Icon name={isLive ? 'live' : 'off'} />
      <span role="status">{isLive ? 'Live' : 'Not live'}</span>
      {liveness.state === 'silent' && <span> for {liveness.silentSeconds} s</span>}
    </span>
  )
}

/** The long form for a lost connection: what happens to what is typed. */
export function NotLiveNotice({ silentSeconds }: { silentSeconds: number }) {
  return (
    <Notice kind="offline" title={`Not live for ${silentSeconds} s.`}>
      What you type is kept here and sent on return.
    </Notice>
  )
}
