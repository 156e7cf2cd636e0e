import { expect, test } from 'vitest'
import type { CaseFile } from '@/lib/cases/case-file'
import type { FactChange, FactView } from '@/lib/cases/facts'
import { sections } from '@/lib/cases/sections/sections'
import { fact, facts } from '@/lib/cases/testing-facts'
import { createEntryStore, type EntryCalls } from '../entry-store'
import { answerTest } from './answer-test'

const item = '3f2b8a6e-0000-4000-8000-000000000001'
const place = { section: 'labs', item, field: 'test' } as const
const path = `labs.${item}.value`

const sent: FactChange[][] = []
const calls: EntryCalls = {
  record: (_, changes) => {
    sent.push(changes)
    return new Promise(() => {})
  },
  read: () => new Promise(() => {}),
}

const openStore = (labs: Record<string, FactView>) => {
  const opened = { caseId: 'c', version: 1, facts: { labs: { [item]: labs } }, patient: { version: 1, bornOn: null } }
  const clock = { today: '2026-11-24', timeZone: 'Europe/London' }
  return createEntryStore(opened as unknown as CaseFile, { me: 'me', ...clock, calls })
}

const choose = (store: ReturnType<typeof openStore>, value: string) => {
  let ended = false
  answerTest(store, place, (back) => {
    ended = back !== null
  })({ state: 'known', value })
  const { file, typed, unreadable } = store.read()
  return { ended, result: file.facts.labs?.[item]?.value, typed: typed[path], isUnreadable: unreadable.includes(path) }
}

test('a result that was typed before its test is read in the units of the test', () => {
  const store = openStore({})
  store.type({ ...place, field: 'value' }, sections.labs.fields.value, '1.2')
  expect(store.read().unreadable).toEqual([path])
  expect(choose(store, 'inr')).toMatchObject({
    result: { state: 'known', value: 1.2, unit: 'ratio' },
    isUnreadable: false,
  })
})

test('a result in a unit that the test has not is not saved, stays as typed, and is taken back where it was', () => {
  const store = openStore({ value: { ...fact(12), unit: 'g/L' } })
  expect(choose(store, 'crp')).toMatchObject({ ended: false, typed: '12 g/L', isUnreadable: true })
  expect(sent.at(-1)?.map(({ field, fact: said }) => [field, said.state])).toEqual([
    ['test', 'known'],
    ['value', 'withdrawn'],
  ])
  expect(store.hasUnsaved()).toBe(true)
})

test('it is taken back also while something else is on its way', () => {
  const store = openStore({ value: { ...fact(12), unit: 'g/L' } })
  store.say({ section: 'notes', item: '', field: 'free' }, { state: 'known', value: 'Seen today' })
  store.flush()
  expect(store.read().queue.isSending).toBe(true)
  expect(choose(store, 'crp')).toMatchObject({ typed: '12 g/L', isUnreadable: true })
  expect(store.read().queue.waiting[path]?.fact.state).toBe('withdrawn')
})

test('a result that fits its first test stands, and one of another test ends with it', () => {
  const store = openStore({ value: { ...fact(12), unit: 'mg/L' } })
  expect(choose(store, 'crp')).toMatchObject({ ended: false, result: { value: 12, unit: 'mg/L' }, isUnreadable: false })
  const another = openStore({ ...facts({ test: 'crp' }), value: { ...fact(12), unit: 'mg/L' } })
  expect(choose(another, 'albumin')).toMatchObject({ ended: true, result: { state: 'withdrawn' } })
})
