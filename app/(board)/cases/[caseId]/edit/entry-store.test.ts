import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { CaseFile } from '@/lib/cases/case-file'
import { day, quantity } from '@/lib/cases/field'
import { ok, refuse } from '@/lib/foundation/result'
import { createEntryStore, type EntryCalls } from './entry-store'

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

test('F2 words that an earlier page had saved stand as the server holds them, also when this page was read before', async () => {
  const place = { section: 'notes', item: '', field: 'free' }
  const note = { state: 'known', unit: null, refersOn: null, at: '2026-11-24T13:00:00Z' } as const
  const file = (version: number, value: string, by: string) =>
    ({ ...opened, version, facts: { notes: { '': { free: { ...note, value, by, version } } } } }) as unknown as CaseFile
  const answers = { read: ok(file(2, 'MRI is booked', 'R. Okonvale')) as Awaited<ReturnType<EntryCalls['read']>> }
  const calls = {
    // The request of the page that is gone got through: the server holds this very value and records nothing anew.
    record: vi.fn(async () => ok({ version: 2, savedAt: '2026-11-24T14:00:00Z', facts: {} })),
    read: async () => answers.read,
  }
  const store = createEntryStore(file(1, 'No MRI', 'K. Davenport'), {
    ...{ me: 'me', today: '2026-11-24', timeZone: 'Europe/London', calls },
  })
  const unreachable = { ok: false, refusal: { code: 'unreachable' } } as const
  const held = answers.read
  answers.read = unreachable
  store.say(place, { state: 'known', value: 'MRI is booked' })
  await vi.advanceTimersByTimeAsync(1500)
  expect(store.read().file.facts.notes?.['']?.free?.value, 'nobody can say yet what the server holds').toBe(
    'MRI is booked',
  )
  expect(store.hasUnsaved()).toBe(true)
  answers.read = held
  await vi.advanceTimersByTimeAsync(60_000)
  expect(store.read().file.facts.notes?.['']?.free).toMatchObject({
    value: 'MRI is booked',
    by: 'R. Okonvale',
    version: 2,
  })
  expect(store.hasUnsaved()).toBe(false)
  const asked = calls.record.mock.calls.length
  store.say(place, { state: 'known', value: 'MRI is booked' })
  answers.read = unreachable
  await vi.advanceTimersByTimeAsync(1500)
  expect([calls.record.mock.calls.length, store.hasUnsaved()], 'what the page shows already needs no reading').toEqual([
    asked + 1,
    false,
  ])
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

test('a day refused for the one beside it is sent again once that one is corrected', async () => {
  const sent: string[][] = []
  const record = async (_caseId: string, changes: readonly { field: string }[]) => {
    sent.push(changes.map(({ field }) => field))
    const problem = { path: 'treatments.a.endedOn', message: '01-Jan-2020 lies before “Started on”, Mar-2026.' }
    if (sent.length === 1) return refuse('invalid', [problem])
    return ok({ version: 2, savedAt: '2026-11-24T14:00:00Z', facts: {} })
  }
  const store = createEntryStore(opened, {
    ...{ me: 'me', today: '2026-11-24', timeZone: 'Europe/London' },
    calls: { record: record as never, read: async () => ok(opened) },
  })
  const type = (field: string, text: string) =>
    store.type({ section: 'treatments', item: 'a', field }, day(field), text)
  type('endedOn', '01-Jan-2020')
  await vi.advanceTimersByTimeAsync(1500)
  expect(Object.keys(store.read().queue.refused)).toEqual(['treatments.a.endedOn'])
  type('startedOn', 'Dec-2019')
  expect(store.read().queue.refused).toEqual({})
  await vi.advanceTimersByTimeAsync(1500)
  expect(sent.map((fields) => fields.toSorted())).toEqual([['endedOn'], ['endedOn', 'startedOn']])
})

/** Freezes a value and all within it: what is changed in place then throws. */
const frozen = <T>(value: T): T => {
  if (typeof value === 'object' && value !== null) Object.values(Object.freeze(value)).forEach(frozen)
  return value
}

test('a file that was read is never changed in place: what is typed, unreadable, saved or patched gives another file', async () => {
  const standing = {
    state: 'known',
    value: 2,
    unit: null,
    refersOn: null,
    version: 1,
    by: 'K. Davenport',
    at: '2026-11-24',
  }
  const file = frozen({
    ...opened,
    facts: { fitness: { '': { ecog: standing, kps: standing } } },
  } as unknown as CaseFile)
  const calls: EntryCalls = {
    record: async () => ok({ version: 2, savedAt: '2026-11-24T14:00:00Z', facts: { 'fitness.ecog': 2 } }),
    read: async () => ok(file),
  }
  const store = createEntryStore(file, { me: 'me', today: '2026-11-24', timeZone: 'Europe/London', calls })
  const ecog = { section: 'fitness', item: '', field: 'ecog' }
  const acts = [
    () => store.say(ecog, { state: 'known', value: 3 }),
    () => store.type({ ...ecog, field: 'kps' }, quantity('KPS', ['points'], 100), 'eighty'),
    () => vi.advanceTimersByTimeAsync(1500),
    () => store.patch({ question: 'Operate?', version: 3 }),
    () => store.adopt(frozen({ ...file, version: 4 })),
  ]
  for (const act of acts) {
    const before = frozen(store.read().file)
    await Promise.resolve(act())
    expect(store.read().file).not.toBe(before)
  }
  expect(store.read().file.facts.fitness?.['']).toHaveProperty('ecog')
})

test('what another person confirmed at the same time is taken over: the field has no place to choose in, and the question is asked again', async () => {
  const place = { section: 'fitness', item: '', field: 'confirmedTogether' }
  const theirs = {
    state: 'known',
    value: 'Theirs',
    unit: null,
    refersOn: null,
    by: 'R. Okonvale',
    version: 1,
    at: '2026-11-24T13:00:00Z',
  }
  const changed = {
    ...opened,
    version: 2,
    facts: { fitness: { '': { confirmedTogether: theirs } } },
  } as unknown as CaseFile
  const conflict = {
    path: 'fitness.confirmedTogether',
    yours: 'Mine',
    theirs: 'Theirs',
    version: 1,
    by: 'R. Okonvale',
    at: theirs.at,
  }
  const calls = { record: async () => refuse('stale', [conflict]), read: async () => ok(changed) }
  const store = createEntryStore(opened, { me: 'me', today: '2026-11-24', timeZone: 'Europe/London', calls })
  store.say(place, { state: 'known', value: 'Mine' })
  await vi.advanceTimersByTimeAsync(3000)
  expect(store.hasUnsaved()).toBe(false)
  expect(store.read().file.facts.fitness?.['']?.confirmedTogether?.value).toBe('Theirs')
})
