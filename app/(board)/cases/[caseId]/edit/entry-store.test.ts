import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { CaseFile } from '@/lib/cases/case-file'
import { quantity } from '@/lib/cases/field'
import { ok } from '@/lib/foundation/result'
import { createEntryStore } from './entry-store'

const opened = { caseId: 'c', version: 1, facts: {}, patient: { version: 1 } } as unknown as CaseFile

/** A store over a server that answers at once, and what it was sent. */
const openStore = () => {
  const sent: unknown[] = []
  const calls = {
    record: async (_caseId: string, changes: readonly { fact: { value?: unknown } }[]) => {
      sent.push(...changes.map(({ fact }) => fact.value))
      return ok({ version: 2, savedAt: '2026-11-24T14:00:00Z', facts: { 'referral.hospital': 1 } })
    },
    read: async () => ok(opened),
  }
  return { sent, store: createEntryStore(opened, { me: 'me', today: '2026-11-24', timeZone: 'Europe/London', calls }) }
}

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

test('F1 what was typed is sent within two seconds of the last key', async () => {
  const { sent, store } = openStore()
  for (const value of ['N', 'Nor', 'Northbridge']) {
    store.say({ section: 'referral', item: '', field: 'hospital' }, { state: 'known', value })
    await vi.advanceTimersByTimeAsync(500)
    expect(sent, 'while somebody types').toEqual([])
  }
  await vi.advanceTimersByTimeAsync(1500)
  expect(sent).toEqual(['Northbridge'])
  expect(store.hasUnsaved()).toBe(false)
})

test('text that is no value takes the place of the earlier one: the form shows that one as known nowhere', () => {
  const value = { state: 'known', value: 12, unit: 'mg/L', refersOn: null, version: 1, by: 'me', at: '2026-11-24' }
  const named = { ...value, value: 'crp', unit: null }
  const facts = { labs: { a: { test: named, value }, b: { value } } }
  const calls = { record: vi.fn(), read: vi.fn() }
  const store = createEntryStore({ ...opened, facts } as unknown as CaseFile, {
    ...{ me: 'me', today: '2026-11-24', timeZone: 'Europe/London', calls },
  })
  const type = (item: string, text: string) =>
    store.type({ section: 'labs', item, field: 'value' }, quantity('Result', ['mg/L'], 100), text)
  type('a', '1.1 g/L')
  expect(store.read().file.facts.labs?.a).toEqual({ test: named })
  expect(store.read().queue.facts.labs?.a).toEqual({ test: named, value })
  type('a', '11 mg/L')
  expect(store.read().file.facts.labs?.a?.value).toMatchObject({ value: 11 })
  type('b', '1.1 g/L')
  expect(store.read().file.facts.labs?.b, 'an entry does not go with its only answer').toEqual({ value })
})
