/** What makes one tab of a browser the one that follows: the locks and the channel that all tabs of it share. */
export type Shared = { locks: Pick<LockManager, 'request'>; open: (name: string) => BroadcastChannel }

/** The browser's own; null where it has none (a page that is not served securely): then every tab follows by itself. */
export const sharedByTabs = (): Shared | null =>
  typeof navigator !== 'undefined' && 'locks' in navigator && typeof BroadcastChannel !== 'undefined'
    ? { locks: navigator.locks, open: (name) => new BroadcastChannel(name) }
    : null

type SharedLine<Hint> = {
  /** What is followed: the same in all tabs that share it. */
  name: string
  /** Hears each hint, from the own stream of this tab or from that of another. */
  onHint: (hint: Hint) => void
  /** Called when this tab becomes the one that keeps the stream; never before `shareLine` has returned. */
  onLead: () => void
  signal: AbortSignal
}

/**
 * Shares one stream among the tabs of a browser: the first keeps it, the others hear from it, and when it goes the
 * next one takes over. `tell` passes on what the own stream said.
 */
export function shareLine<Hint>(shared: Shared | null, { name, onHint, onLead, signal }: SharedLine<Hint>) {
  if (shared === null) {
    queueMicrotask(onLead)
    return { tell: onHint }
  }
  const channel = shared.open(name)
  channel.onmessage = ({ data }: MessageEvent<Hint>) => onHint(data)
  const untilGone = new Promise<void>((done) => signal.addEventListener('abort', () => done(), { once: true }))
  shared.locks
    .request(name, { signal }, () => {
      onLead()
      return untilGone
    })
    // The tab went before its turn came.
    .catch(() => undefined)
  signal.addEventListener('abort', () => channel.close(), { once: true })
  return {
    tell: (hint: Hint) => {
      onHint(hint)
      if (!signal.aborted) channel.postMessage(hint)
    },
  }
}
