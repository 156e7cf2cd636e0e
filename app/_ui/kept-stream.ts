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

/** How many further tries may hang beside the first one: a browser has six lines to a server. */
const mostBeside = 2

/** How long after the last word further tries begin. A server that answers nothing for longer is not to be overrun. */
const besideForMs = 60_000

/**
 * Keeps one stream open for the topics that were wanted last, and none for none: opened anew when they change, when the stream
 * ends, when it breaks, and (by `checkAlive`, which a clock calls) when it says nothing for too long. A try that was sent into a cut
 * may hear of the return late, as its packets are sent again with longer and longer pauses: so while all is silent another one
 * begins beside it with each step of the clock, and the first that speaks is the stream. `again` gives up a try that hangs, and
 * begins the next one at once.
 */
export function keepStream<Hint>({ open, silentAfterMs, onHint, signal }: Stream<Hint>) {
  let wanted: ReadonlySet<string> = new Set()
  let failures = 0
  let timer: ReturnType<typeof setTimeout> | undefined
  let attempt = { topics: wanted, at: 0, spokeAt: 0, hangs: false, line: new AbortController() }
  let beside: (typeof attempt)[] = []
  let heardAt = 0

  /** The first that speaks is the stream; the others are given up. */
  const hear = (own: typeof attempt) => {
    if (own !== attempt && isSame(own.topics, wanted)) clearTimeout(timer)
    for (const other of [attempt, ...beside]) if (other !== own) other.line.abort()
    attempt = own
    beside = []
    failures = 0
    own.hangs = false
    heardAt = own.spokeAt = Date.now()
  }
  const run = async (own: typeof attempt) => {
    const { signal: given } = own.line
    try {
      for await (const hint of await open([...own.topics], given)) {
        if (given.aborted) return
        hear(own)
        onHint(hint)
      }
    } catch {
      if (!given.aborted && own === attempt) failures += 1
    }
    own.hangs = false
    if (!given.aborted && own === attempt) timer = setTimeout(reopen, waitMs(failures))
  }
  const begin = (): typeof attempt => {
    const at = Date.now()
    return { topics: wanted, at, spokeAt: at, hangs: true, line: new AbortController() }
  }
  const giveUp = () => {
    for (const { line } of [attempt, ...beside]) line.abort()
    beside = []
  }
  const reopen = () => {
    clearTimeout(timer)
    giveUp()
    attempt = begin()
    if (wanted.size > 0 && !signal.aborted) void run(attempt)
  }
  const tryBeside = () => {
    const own = begin()
    beside.push(own)
    if (beside.length > mostBeside) beside.shift()?.line.abort()
    void run(own)
  }
  signal.addEventListener('abort', () => {
    clearTimeout(timer)
    giveUp()
  })
  return {
    /** At once, but for what follows on the heels of another change. */
    want: (topics: Iterable<string>) => {
      wanted = new Set(topics)
      if (signal.aborted || isSame(wanted, attempt.topics)) return
      if (attempt.topics.size === 0) heardAt = Date.now()
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
      const at = Date.now()
      const silentMs = at - heardAt
      if (at - attempt.spokeAt >= mostMs) reopen()
      else if (attempt.hangs && silentMs >= mostMs && silentMs < besideForMs) tryBeside()
    },
  }
}

const isSame = (a: ReadonlySet<string>, b: ReadonlySet<string>) =>
  a.size === b.size && [...a].every((one) => b.has(one))
