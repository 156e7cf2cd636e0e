import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { repeatKeys } from '@/app/_ui/repeat-keys'
import { api, ask } from './client'

const itemId = crypto.randomUUID()
const said = { itemId, optionId: null, words: 'The cord is at risk.', addressedTo: null }

/** The keys that reached the door, in order. */
let keys: (string | null)[]

beforeEach(() => {
  keys = []
  vi.stubGlobal('window', { location: { origin: 'https://board.example.org' } })
  vi.stubGlobal('fetch', async (request: Request) => {
    keys.push(request.headers.get('idempotency-key'))
    throw new TypeError('The answer was lost')
  })
})
afterEach(() => void vi.unstubAllGlobals())

test('every call carries a key, each another one', async () => {
  await ask(api.deliberation.reveal({ itemId }))
  await ask(api.deliberation.reveal({ itemId }))
  expect(keys).toEqual([expect.any(String), expect.any(String)])
  expect(new Set(keys).size).toBe(2)
})

test('a caller that repeats keeps its own key', async () => {
  const context = { idempotencyKey: 'mine' }
  await ask(api.deliberation.reveal({ itemId }, { context }))
  await ask(api.deliberation.reveal({ itemId }, { context }))
  expect(keys).toEqual(['mine', 'mine'])
})

test('what a dialog sends again after a lost answer has the same key, anything else another one', async () => {
  const context = { repeats: repeatKeys() }
  await ask(api.deliberation.raiseObjection(said, { context }))
  await ask(api.deliberation.raiseObjection({ ...said }, { context }))
  await ask(api.deliberation.raiseObjection({ ...said, words: 'The cord is not at risk.' }, { context }))
  await ask(api.deliberation.reveal({ itemId }, { context }))
  await ask(api.deliberation.openVote({ itemId }, { context }))
  expect(keys[1]).toBe(keys[0])
  expect(new Set(keys).size).toBe(4)
})
