/** A stream of hints about topics that come and go. */
export type Stream<Hint> = {
  /** Opens one stream for all these topics. */
  open: (topics: readonly string[], signal: AbortSignal) => Promise<AsyncIterable<Hint>>
  /** Silence after which a stream that tells of this topic counts as dead, in milliseconds. */
  silentAfterMs: (topic: string) => number
  onHint: (hint: Hint) => void
  /** Ends the stream for good. */
  signal: AbortSignal
}

/** How often the stream may be opened anew because the topics changed: tabs that come together are served together. */
const settleMs = 100

/** How long to wait before the next try: at once after an ordinary end, then longer with every failure, and never so long that a return is late. */
const waitMs = (failures: number) => Math.min(250 * 2 ** failures, 1_500)

/**
 * Keeps one stream open for the topics that were wanted last, and none for none: opened anew when they change, when the stream
 * ends, when it breaks, and (by `checkAlive`, which a clock calls) when it says nothing for too long. `again` gives up a try
 * that hangs, and begins the next one at once.
 */
export function keepStream<Hint>({ open, silentAfterMs, onHint, signal }: Stream<Hint>) {
  let wanted: ReadonlySet<string> = new Set()
  let failures = 0
  let timer: ReturnType<typeof setTimeout> | undefined
  let attempt = { topics: wanted, at: 0, spokeAt: 0, line: new AbortController() }

  const run = async (own: typeof attempt) => {
    const { signal: given } = own.line
    try {
      for await (const hint of await open([...own.topics], given)) {
        if (given.aborted) return
        failures = 0
        own.spokeAt = Date.now()
        onHint(hint)
      }
    } catch {
      if (!given.aborted) failures += 1
    }
    if (!given.aborted) timer = setTimeout(reopen, waitMs(failures))
  }
  const reopen = () => {
    clearTimeout(timer)
    attempt.line.abort()
    const at = Date.now()
    attempt = { topics: wanted, at, spokeAt: at, line: new AbortController() }
    if (wanted.size > 0 && !signal.aborted) void run(attempt)
  }
  signal.addEventListener('abort', () => {
    clearTimeout(timer)
    attempt.line.abort()
  })
  return {
    /** At once, but for what follows on the heels of another change. */
    want: (topics: Iterable<string>) => {
      wanted = new Set(topics)
      if (signal.aborted || isSame(wanted, attempt.topics)) return
      const wait = attempt.at + settleMs - Date.now()
      clearTimeout(timer)
      if (wait <= 0) reopen()
      else timer = setTimeout(reopen, wait)
    },
    hasFailed: () => failures > 0,
    again: () => {
      failures = 0
      reopen()
    },
    /** A stream that died without a word (another network, a sleeping laptop) never ends by itself. */
    checkAlive: () => {
      const mostMs = Math.min(...[...attempt.topics].map(silentAfterMs))
      if (Date.now() - attempt.spokeAt >= mostMs) reopen()
    },
  }
}

const isSame = (a: ReadonlySet<string>, b: ReadonlySet<string>) =>
  a.size === b.size && [...a].every((one) => b.has(one))
