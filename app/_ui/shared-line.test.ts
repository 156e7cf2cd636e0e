import { expect, test } from 'vitest'
import { type Shared, shareLine } from './shared-line'

/** The locks of one browser: whoever asks first has it, the next one when that is gone. */
function oneBrowser(): Shared {
  let queue: Promise<unknown> = Promise.resolve()
  const channels = new Set<BroadcastChannel>()
  const request = (_: string, { signal }: LockOptions, work: () => Promise<unknown>) => {
    const turn = queue.then(() => (signal?.aborted ? undefined : work()))
    queue = turn
    return turn
  }
  const open = () => {
    const channel = {
      onmessage: null,
      close: () => void channels.delete(channel),
      postMessage: (data: unknown) => {
        for (const other of channels) if (other !== channel) other.onmessage?.({ data } as MessageEvent)
      },
    } as unknown as BroadcastChannel
    channels.add(channel)
    return channel
  }
  return { locks: { request } as unknown as Shared['locks'], open }
}

function tab(browser: Shared | null) {
  const leaving = new AbortController()
  const heard: number[] = []
  const state = { leads: false }
  const line = shareLine(browser, {
    ...{ name: 'm', signal: leaving.signal },
    onHint: (hint: number) => void heard.push(hint),
    onLead: () => {
      state.leads = true
    },
  })
  return { ...line, heard, state, leave: () => leaving.abort() }
}

const turn = () => new Promise((done) => setImmediate(done))

test('one tab keeps the stream, the others hear it, and the next one takes over when it goes', async () => {
  const browser = oneBrowser()
  const [first, second] = [tab(browser), tab(browser)]
  await turn()
  expect([first.state.leads, second.state.leads]).toEqual([true, false])
  first.tell(7)
  expect([first.heard, second.heard]).toEqual([[7], [7]])
  first.leave()
  await turn()
  expect(second.state.leads).toBe(true)
  second.tell(8)
  expect([first.heard, second.heard]).toEqual([[7], [7, 8]])
})

test('a browser that shares nothing between its tabs lets each follow by itself', async () => {
  const alone = tab(null)
  await turn()
  expect(alone.state.leads).toBe(true)
  alone.tell(3)
  expect(alone.heard).toEqual([3])
})
