import { expect, test } from 'vitest'
import { draftKeyFrom, seal, unseal } from './sealed'

const keyOf = (byte: number) => draftKeyFrom(Buffer.alloc(32, byte).toString('base64'))
const draft = { typed: { 'notes.free': 'Pain since spring. ألم 🦴' }, refersOn: null }

test('a draft opens with its key at its place, and nowhere else', async () => {
  const key = await keyOf(7)
  const sealed = await seal(key, 'person case-1', draft)
  expect(await unseal(key, 'person case-1', sealed)).toEqual(draft)
  expect(await unseal(key, 'person case-2', sealed)).toBeUndefined()
  expect(await unseal(await keyOf(8), 'person case-1', sealed)).toBeUndefined()
})

test('what lies in the browser shows no word, is sealed anew each time, and does not open once it was changed', async () => {
  const key = await keyOf(7)
  const [one, other] = [await seal(key, 'here', draft), await seal(key, 'here', draft)]
  expect(Buffer.from(one.bytes).includes('Pain')).toBe(false)
  expect(Buffer.from(one.bytes).equals(Buffer.from(other.bytes))).toBe(false)
  const changed = new Uint8Array(one.bytes.slice(0))
  changed[3] = (changed[3] ?? 0) ^ 1
  expect(await unseal(key, 'here', { ...one, bytes: changed.buffer })).toBeUndefined()
})

test('a key is neither shorter than it must be nor to be read out again', async () => {
  expect(() => draftKeyFrom('c2hvcnQ=')).toThrow('32 bytes')
  const key = await keyOf(7)
  await expect(crypto.subtle.exportKey('raw', key)).rejects.toThrow()
})
