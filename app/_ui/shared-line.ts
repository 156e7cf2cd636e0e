import { keepStream, type Stream } from './kept-stream'

/** Step of the clock that looks for silence, and in it tries again. */
const stepMs = 500

/** What makes one tab of a browser the one that keeps the stream: the locks and the channel that all tabs of it share. */
export type Shared = { locks: Pick<LockManager, 'request'>; open: (name: string) => BroadcastChannel }

/** The browser's own; null where it has none (a page that is not served securely): then every tab keeps a stream of its own. */
export const sharedByTabs = (): Shared | null =>
  typeof navigator !== 'undefined' && 'locks' in navigator && typeof BroadcastChannel !== 'undefined'
    ? { locks: navigator.locks, open: (name) => new BroadcastChannel(name) }
    : null

type Line<Hint> = Omit<Stream<Hint>, 'onHint'> & {
  /** The same in all tabs that share the line. */
  name: string
  topicOf: (hint: Hint) => string
}

/** What the tabs say to each other. `from` is the tab; `leads`: it is the one that keeps the stream for all. */
type Word<Hint> =
  | { say: 'hint'; hint: Hint; leads: boolean }
  | { say: 'follow'; from: string; topics: readonly string[] }

type Tabs<Hint> = {
  /** What this tab follows. */
  own: () => readonly string[]
  onHint: (hint: Hint, fromLeader: boolean) => void
  /** This tab leads now, or what the others follow has changed while it does. */
  onChange: () => void
}

/** The other tabs of this browser: what they follow, and which one leads. Without locks and channel a tab is alone and leads. */
function joinTabs<Hint>(shared: Shared | null, { name, signal }: Line<Hint>, tabs: Tabs<Hint>) {
  if (!shared) return { leads: () => true, ofOthers: (): string[] => [], tell: () => {}, pass: () => {} }
  const self = crypto.randomUUID()
  const others = new Map<string, readonly string[]>()
  let isThere = false
  let leads = false
  const channel = shared.open(name)
  const post = (word: Word<Hint>) => {
    if (isThere && !signal.aborted) channel.postMessage(word)
  }
  const tell = () => post({ say: 'follow', from: self, topics: tabs.own() })
  /** A request for a lock. One that the tab did not live to see granted is no failure. */
  const lock = (of: string, granted: () => Promise<void> | void) =>
    void shared.locks.request(of, { signal }, granted).catch(() => undefined)
  const untilGone = new Promise<void>((done) => signal.addEventListener('abort', () => done(), { once: true }))

  /** Forgets a tab when it is closed or has crashed: it holds a lock of its own as long as it lives. */
  const watch = (tab: string) =>
    lock(`${name} ${tab}`, () => {
      others.delete(tab)
      tabs.onChange()
    })
  channel.onmessage = ({ data: word }: MessageEvent<Word<Hint>>) => {
    if (word.say === 'hint') return tabs.onHint(word.hint, word.leads)
    const isNew = !others.has(word.from)
    others.set(word.from, word.topics)
    if (!leads) return
    if (isNew) watch(word.from)
    tabs.onChange()
  }
  // A tab without its lock counts as gone, so it speaks when it has it.
  lock(`${name} ${self}`, () => {
    isThere = true
    tell()
    lock(name, () => {
      leads = true
      for (const tab of others.keys()) watch(tab)
      tabs.onChange()
      return untilGone
    })
    return untilGone
  })
  signal.addEventListener('abort', () => channel.close(), { once: true })
  return {
    leads: () => leads,
    ofOthers: () => [...others.values()].flat(),
    tell,
    pass: (hint: Hint) => post({ say: 'hint', hint, leads }),
  }
}

/**
 * One stream for all tabs of a browser and for all that they follow. One tab leads: it keeps the stream, opens it anew when what
 * all tabs follow together changes, and passes on what it says; when it goes, the next one takes over. A tab that hears
 * nothing on a topic for too long asks for itself, until the leading one speaks of it again. `follow` hears each word on one
 * topic until the function that it gives is called; `back` is for the moment when network or page return.
 */
export function shareLine<Hint>(shared: Shared | null, line: Line<Hint>) {
  const { topicOf, silentAfterMs, signal } = line
  const ears = new Map<string, { listening: Set<(hint: Hint) => void>; heardAt: number }>()
  /** Topics that this tab asks for itself although another one leads. */
  const alone = new Set<string>()
  let isChanging = false

  const hear = (hint: Hint) => {
    const ear = ears.get(topicOf(hint))
    if (!ear) return
    ear.heardAt = Date.now()
    for (const listener of ear.listening) listener(hint)
  }
  const onHint = (hint: Hint) => {
    tabs.pass(hint)
    hear(hint)
  }
  const stream = keepStream({ open: line.open, silentAfterMs, onHint, signal })
  const settle = () => {
    if (tabs.leads()) alone.clear()
    stream.want(tabs.leads() ? [...ears.keys(), ...tabs.ofOthers()] : alone)
  }
  const tabs = joinTabs<Hint>(shared, line, {
    own: () => [...ears.keys()],
    onHint: (hint, fromLeader) => {
      hear(hint)
      if (fromLeader && alone.delete(topicOf(hint))) settle()
    },
    onChange: settle,
  })
  /** What a page stops and begins to follow in one turn is one change. */
  const change = () => {
    if (isChanging) return
    isChanging = true
    queueMicrotask(() => {
      isChanging = false
      tabs.tell()
      settle()
    })
  }
  const silentTopics = () =>
    [...ears].filter(([topic, { heardAt }]) => Date.now() - heardAt >= silentAfterMs(topic)).map(([topic]) => topic)
  const askForItself = () => {
    const silent = tabs.leads() ? [] : silentTopics()
    for (const topic of silent) alone.add(topic)
    // The leading tab may never have heard what this one follows.
    if (silent.length > 0) tabs.tell()
    settle()
  }
  const clock = setInterval(() => {
    stream.checkAlive()
    askForItself()
  }, stepMs)
  signal.addEventListener('abort', () => clearInterval(clock), { once: true })

  return {
    follow: (topic: string, listener: (hint: Hint) => void): (() => void) => {
      const ear = ears.get(topic) ?? { listening: new Set(), heardAt: Date.now() }
      ear.listening.add(listener)
      ears.set(topic, ear)
      change()
      return () => {
        ear.listening.delete(listener)
        if (ear.listening.size > 0) return
        ears.delete(topic)
        alone.delete(topic)
        change()
      }
    },
    back: () => {
      if (silentTopics().length === 0 && !stream.hasFailed()) return
      askForItself()
      stream.again()
    },
  }
}
