import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { type Shared, shareLine } from './shared-line'

type Hint = { topic: string; said: number }
type Stream = { topics: string[]; say: (hint: Hint) => void; end: () => void }

/** The locks and channels of one browser: whoever asks first has a lock, the next one when that is gone. */
function oneBrowser(): Shared & { state: { isDeaf: boolean } } {
  const state = { isDeaf: false }
  const queues = new Map<string, Promise<unknown>>()
  const channels = new Set<BroadcastChannel>()
  const request = (name: string, { signal }: LockOptions, work: () => Promise<unknown>) => {
    const turn = (queues.get(name) ?? Promise.resolve()).then(() => (signal?.aborted ? undefined : work()))
    queues.set(name, turn)
    return turn
  }
  const open = () => {
    const channel = {
      onmessage: null,
      close: () => void channels.delete(channel),
      postMessage: (data: unknown) => {
        if (state.isDeaf) return
        for (const other of channels) {
          if (other !== channel)
            queueMicrotask(() => other.onmessage?.({ data: structuredClone(data) } as MessageEvent))
        }
      },
    } as unknown as BroadcastChannel
    channels.add(channel)
    return channel
  }
  return { locks: { request } as unknown as Shared['locks'], open, state }
}

/** A server that keeps the streams which are open now, in `open`, and every one that was ever asked for, in `asked`. */
function oneServer() {
  const open: Stream[] = []
  const asked: string[][] = []
  const state = { isDown: false }
  const answer = async (topics: readonly string[], signal: AbortSignal): Promise<AsyncIterable<Hint>> => {
    asked.push([...topics])
    if (state.isDown) throw new Error('unreachable')
    let wake = () => {}
    let isOver = false
    const said: Hint[] = []
    const stream: Stream = {
      topics: [...topics].toSorted(),
      say: (hint) => {
        said.push(hint)
        wake()
      },
      end: () => {
        isOver = true
        wake()
      },
    }
    open.push(stream)
    signal.addEventListener('abort', stream.end)
    async function* words() {
      while (!isOver) {
        yield* said.splice(0)
        if (!isOver) await new Promise<void>((resolve) => (wake = resolve))
      }
    }
    signal.addEventListener('abort', () => open.splice(open.indexOf(stream), 1))
    return words()
  }
  const beat = async (said: number) => {
    for (const { topics, say } of open) for (const topic of topics) say({ topic, said })
    await soon()
  }
  return { open, asked, state, answer, beat, topics: () => open.map(({ topics }) => topics) }
}

const soon = () => vi.advanceTimersByTimeAsync(150)

function tab(browser: Shared | null, server: ReturnType<typeof oneServer>) {
  const leaving = new AbortController()
  const heard: Record<string, number[]> = {}
  const line = shareLine<Hint>(browser, {
    name: 'live',
    open: server.answer,
    topicOf: ({ topic }) => topic,
    silentAfterMs: () => 5_000,
    signal: leaving.signal,
  })
  const follow = (topic: string) =>
    line.follow(topic, ({ said }) => {
      heard[topic] = [...(heard[topic] ?? []), said]
    })
  return { heard, follow, back: line.back, leave: () => leaving.abort() }
}

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

test('tabs that follow different things share one stream, and each hears its own', async () => {
  const [browser, server] = [oneBrowser(), oneServer()]
  const [first, second, third] = [tab(browser, server), tab(browser, server), tab(browser, server)]
  first.follow('a')
  second.follow('b')
  third.follow('calls')
  third.follow('b')
  await soon()
  expect(server.topics()).toEqual([['a', 'b', 'calls']])
  await server.beat(7)
  expect([first.heard, second.heard, third.heard]).toEqual([{ a: [7] }, { b: [7] }, { b: [7], calls: [7] }])
})

test('a tab that comes later is followed within a quarter of a second, and what is followed already opens nothing', async () => {
  const [browser, server] = [oneBrowser(), oneServer()]
  tab(browser, server).follow('a')
  await vi.advanceTimersByTimeAsync(10_000)
  await server.beat(1)
  tab(browser, server).follow('b')
  await vi.advanceTimersByTimeAsync(250)
  expect(server.topics()).toEqual([['a', 'b']])
  const before = server.asked.length
  const same = tab(browser, server)
  same.follow('a')
  await soon()
  expect(server.asked).toHaveLength(before)
  await server.beat(2)
  expect(same.heard).toEqual({ a: [2] })
})

test('tabs that come together are served together', async () => {
  const [browser, server] = [oneBrowser(), oneServer()]
  for (const topic of ['a', 'b', 'c', 'd', 'e', 'f']) tab(browser, server).follow(topic)
  await soon()
  expect(server.topics()).toEqual([['a', 'b', 'c', 'd', 'e', 'f']])
  expect(server.asked.length).toBeLessThanOrEqual(2)
})

test('a tab is counted from when it has its lock, and until it gives it back', async () => {
  const [browser, server] = [oneBrowser(), oneServer()]
  tab(browser, server).follow('a')
  await soon()
  const request = (async (...asked: [string, LockOptions, () => Promise<unknown>]) => {
    await new Promise((resolve) => setTimeout(resolve, 50))
    return browser.locks.request(...asked)
  }) as Shared['locks']['request']
  tab({ ...browser, locks: { request } }, server).follow('b')
  await vi.advanceTimersByTimeAsync(1_000)
  expect(server.topics()).toEqual([['a', 'b']])
  expect(server.asked).toHaveLength(2)
})

test('a tab whose word was lost says again what it follows', async () => {
  const [browser, server] = [oneBrowser(), oneServer()]
  tab(browser, server).follow('a')
  await soon()
  browser.state.isDeaf = true
  const late = tab(browser, server)
  late.follow('b')
  await soon()
  browser.state.isDeaf = false
  expect(server.topics()).toEqual([['a']])
  for (let second = 0; second < 8; second++) {
    await vi.advanceTimersByTimeAsync(850)
    await server.beat(second)
  }
  expect(server.topics(), 'in the one stream, and in none of its own').toEqual([['a', 'b']])
  expect(late.heard.b?.at(-1)).toBe(7)
})

test('what one page stops and the next one follows in the same turn is one change', async () => {
  const server = oneServer()
  const only = tab(oneBrowser(), server)
  const stop = only.follow('a')
  only.follow('calls')
  await soon()
  stop()
  only.follow('b')
  await soon()
  expect(server.asked).toEqual([
    ['a', 'calls'],
    ['calls', 'b'],
  ])
})

test('a topic is followed as long as somebody listens to it, in any tab', async () => {
  const [browser, server] = [oneBrowser(), oneServer()]
  const [first, second] = [tab(browser, server), tab(browser, server)]
  const [stop, stopOnceMore, stopElsewhere] = [first.follow('a'), first.follow('a'), second.follow('a')]
  first.follow('calls')
  await soon()
  stop()
  await soon()
  stopOnceMore()
  await soon()
  expect(server.topics()).toEqual([['a', 'calls']])
  stopElsewhere()
  await soon()
  expect(server.topics()).toEqual([['calls']])
  expect(server.asked).toHaveLength(2)
})

test('when the leading tab goes, the next one follows for those that are left, and no longer for the one that went', async () => {
  const [browser, server] = [oneBrowser(), oneServer()]
  const [first, second, third] = [tab(browser, server), tab(browser, server), tab(browser, server)]
  first.follow('a')
  second.follow('b')
  third.follow('c')
  await soon()
  first.leave()
  await soon()
  expect(server.topics()).toEqual([['b', 'c']])
  await server.beat(8)
  expect([first.heard, second.heard, third.heard]).toEqual([{}, { b: [8] }, { c: [8] }])
})

test('a tab that goes without a word is forgotten', async () => {
  const [browser, server] = [oneBrowser(), oneServer()]
  const [first, second] = [tab(browser, server), tab(browser, server)]
  first.follow('a')
  second.follow('b')
  await soon()
  second.leave()
  await soon()
  expect(server.topics()).toEqual([['a']])
})

test('nothing is opened when nobody follows anything', async () => {
  const [browser, server] = [oneBrowser(), oneServer()]
  const [first, second] = [tab(browser, server), tab(browser, server)]
  await soon()
  const stop = second.follow('b')
  await soon()
  expect(server.topics()).toEqual([['b']])
  stop()
  first.follow('a')()
  await soon()
  expect(server.topics()).toEqual([])
  expect(server.asked).toHaveLength(1)
})

/** A leading tab that sleeps: its stream is open and says nothing. */
async function withSilentLeader() {
  const [browser, server] = [oneBrowser(), oneServer()]
  // What sleeps neither opens anything anew nor answers.
  const asleep = { ...server, answer: () => new Promise<AsyncIterable<Hint>>(() => {}) }
  const [leader, other] = [tab(browser, asleep), tab(browser, server)]
  leader.follow('a')
  other.follow('a')
  other.follow('b')
  return { server, browser, leader, other }
}

test('a tab that hears nothing for five seconds asks for itself, for what is silent', async () => {
  const { server, browser, other } = await withSilentLeader()
  await vi.advanceTimersByTimeAsync(4_900)
  expect(server.topics()).toEqual([])
  await vi.advanceTimersByTimeAsync(1_100)
  expect(server.topics()).toEqual([['a', 'b']])
  await server.beat(3)
  expect(other.heard).toEqual({ a: [3], b: [3] })
  const late = tab(browser, server)
  late.follow('a')
  await soon()
  await server.beat(4)
  expect(late.heard, 'the others hear it too, and ask for nothing').toEqual({ a: [4] })
  await vi.advanceTimersByTimeAsync(4_000)
  expect(server.open).toHaveLength(1)
})

test('it gives up its own stream when it leads itself, and opens one for all', async () => {
  const { server, browser, leader } = await withSilentLeader()
  await vi.advanceTimersByTimeAsync(6_000)
  tab(browser, server).follow('c')
  leader.leave()
  await soon()
  expect(server.topics()).toEqual([['a', 'b', 'c']])
})

test('it gives up its own stream when the leading tab speaks again', async () => {
  const [browser, server] = [oneBrowser(), oneServer()]
  const [leader, other] = [tab(browser, server), tab(browser, server)]
  leader.follow('a')
  other.follow('b')
  await soon()
  // The server speaks to neither, so both ask anew: the leading one for all, the other for itself.
  await vi.advanceTimersByTimeAsync(6_000)
  expect(server.topics()).toEqual(expect.arrayContaining([['a', 'b'], ['b']]))
  await server.beat(5)
  await server.beat(6)
  expect(server.topics()).toEqual([['a', 'b']])
  expect(other.heard.b?.at(-1)).toBe(6)
  expect(leader.heard).toEqual({ a: [5, 6] })
})

test('a stream that ended is opened again at once, one that fails after a little longer each time', async () => {
  const server = oneServer()
  const only = tab(oneBrowser(), server)
  only.follow('a')
  await soon()
  server.state.isDown = true
  server.open[0]?.end()
  const triesWithin = async (ms: number) => {
    const before = server.asked.length
    await vi.advanceTimersByTimeAsync(ms)
    return server.asked.length - before
  }
  expect(await triesWithin(260)).toBe(1)
  expect(await triesWithin(510)).toBe(1)
  expect(await triesWithin(1_010)).toBe(1)
  expect(await triesWithin(15_000)).toBe(10)
})

test('the next try begins at once when the network or the page is back, and never without a reason', async () => {
  const server = oneServer()
  const only = tab(oneBrowser(), server)
  only.follow('a')
  await soon()
  only.back()
  expect(server.asked).toHaveLength(1)
  server.state.isDown = true
  server.open[0]?.end()
  await vi.advanceTimersByTimeAsync(300)
  server.state.isDown = false
  const before = server.asked.length
  only.back()
  expect(server.asked).toHaveLength(before + 1)
})

test('a stream that speaks is kept, however long', async () => {
  const server = oneServer()
  tab(oneBrowser(), server).follow('a')
  for (let beat = 0; beat < 10; beat++) {
    await vi.advanceTimersByTimeAsync(1_850)
    await server.beat(beat)
  }
  expect(server.asked).toHaveLength(1)
})

test('a stream that died without a word is given up after five seconds', async () => {
  const server = oneServer()
  const only = tab(oneBrowser(), server)
  only.follow('a')
  await soon()
  const [dead] = server.open
  await vi.advanceTimersByTimeAsync(6_000)
  expect(server.open.length).toBeGreaterThan(0)
  expect(server.open).not.toContain(dead)
})

test('beside a try that hangs another one begins every half second, and the first that speaks is the stream', async () => {
  const server = oneServer()
  const only = tab(oneBrowser(), server)
  only.follow('a')
  await soon()
  await server.beat(1)
  const [dead] = server.open
  await vi.advanceTimersByTimeAsync(7_000)
  const before = server.asked.length
  await vi.advanceTimersByTimeAsync(2_000)
  expect(server.asked.length - before).toBe(4)
  expect(server.open, 'a browser has few lines').toHaveLength(3)
  expect(server.open).not.toContain(dead)
  server.open.at(-1)?.say({ topic: 'a', said: 2 })
  await soon()
  expect(server.open).toHaveLength(1)
  await server.beat(3)
  expect(only.heard.a).toEqual([1, 2, 3])
  await vi.advanceTimersByTimeAsync(4_000)
  expect(server.asked.length - before).toBe(4)
})

test('after a minute of silence it asks every five seconds alone, so that a server that is overrun gets its breath', async () => {
  const server = oneServer()
  tab(oneBrowser(), server).follow('a')
  await vi.advanceTimersByTimeAsync(66_000)
  const before = server.asked.length
  await vi.advanceTimersByTimeAsync(30_000)
  expect(server.asked.length - before).toBe(6)
  expect(server.open).toHaveLength(1)
})

test('a browser that shares nothing between its tabs lets each keep one stream for itself', async () => {
  const server = oneServer()
  const [one, other] = [tab(null, server), tab(null, server)]
  one.follow('a')
  one.follow('calls')
  other.follow('b')
  await soon()
  expect(server.topics()).toEqual([['a', 'calls'], ['b']])
  await server.beat(3)
  expect([one.heard, other.heard]).toEqual([{ a: [3], calls: [3] }, { b: [3] }])
})
