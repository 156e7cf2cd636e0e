import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { CaseFile } from '@/lib/cases/case-file'
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
