import { renderToStaticMarkup } from 'react-dom/server'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { CaseFile } from '@/lib/cases/case-file'
import { sections } from '@/lib/cases/sections/sections'
import { facts } from '@/lib/cases/testing-facts'
import { ok } from '@/lib/foundation/result'
import { AnswersThatDiffer, DifferingList } from './answers-that-differ'
import { EntryContext } from './entry-context'
import { createEntryStore } from './entry-store'

const kps = { section: 'fitness', item: '', field: 'kps' } as const
const ecog = { ...kps, field: 'ecog' } as const

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

function openForm(answers: Record<string, unknown>) {
  const file = {
    ...{ caseId: 'c', version: 1, patient: { version: 1, bornOn: null }, timeZone: 'Europe/London' },
    facts: { fitness: { '': facts(answers) } },
  } as unknown as CaseFile
  const receipt = { version: 2, savedAt: '2026-11-24T14:00:00Z', facts: { 'fitness.kps': 2 } }
  const calls = { record: async () => ok(receipt), read: async () => ok(file) }
  const store = createEntryStore(file, { me: 'me', today: '2026-11-24', timeZone: 'Europe/London', calls })
  const entry = { store, today: '2026-11-24', timeZone: 'Europe/London' } as unknown as Parameters<
    typeof EntryContext
  >[0]['value']
  const at = (place: typeof kps | typeof ecog) =>
    renderToStaticMarkup(
      <EntryContext value={entry}>
        <AnswersThatDiffer place={place} />
      </EntryContext>,
    )
  const list = () =>
    renderToStaticMarkup(
      <EntryContext value={entry}>
        <DifferingList onGoTo={() => undefined} />
      </EntryContext>,
    )
  return { store, at, list }
}

test('answers that do not fit are asked in full at the first, shortly at the other, and named in the list', () => {
  const { at, list } = openForm({ ecog: '3', kps: 100 })
  expect(at(ecog)).toContain('Does not fit KPS “100”.')
  expect(at(ecog)).toMatch(/<button[^>]*>.*Both are right/)
  expect(at(kps)).toContain('Does not fit ECOG “3”.')
  expect(at(kps)).not.toContain('<button')
  expect(list()).toContain('ECOG “3” does not fit KPS “100”.')
})

test('nothing is asked of what fits, nor while somebody types', async () => {
  const { store, at, list } = openForm({ ecog: '3', kps: 40 })
  expect([at(ecog), at(kps), list()]).toEqual(['', '', ''])
  store.type(kps, sections.fitness.fields.kps, '100')
  expect([at(ecog), at(kps)]).toEqual(['', ''])
  await vi.advanceTimersByTimeAsync(1500)
  expect(at(kps)).toContain('Does not fit ECOG “3”.')
})

test('it goes away when one of both is changed', () => {
  const { store, at } = openForm({ ecog: '3', kps: 100 })
  store.say(ecog, { state: 'known', value: '0' })
  expect([at(ecog), at(kps)]).toEqual(['', ''])
})
