import { expect, test } from 'vitest'
import type { CaseFile } from '@/lib/cases/case-file'
import type { FactView } from '@/lib/cases/facts'
import { quantity } from '@/lib/cases/field'
import { fact, facts } from '@/lib/cases/testing-facts'
import { unitsOfTest } from '@/lib/clinical/laboratory'
import { answerEnding } from './ended-answers'
import { createEntryStore } from './entry-store'

const item = '3f2b8a6e-0000-4000-8000-000000000001'
const openStore = (labs: Record<string, FactView>) => {
  const opened = { caseId: 'c', version: 1, facts: { labs: { [item]: labs } }, patient: { version: 1, bornOn: null } }
  return createEntryStore(opened as unknown as CaseFile, { me: 'me', today: '2026-11-24', timeZone: 'Europe/London' })
}
const psa = () => ({
  ...facts({ test: 'psa', takenOn: '2026-11-20', reference: '0 to 4 ng/mL' }),
  value: { ...fact(1450), unit: 'ng/mL', refersOn: '2026-11-20' },
})
const shown = (store: ReturnType<typeof openStore>) =>
  Object.fromEntries(
    Object.entries(store.read().file.facts.labs?.[item] ?? {}).map(([field, { state, value, unit }]) => [
      field,
      state === 'known' ? [value, unit].filter((part) => part !== null).join(' ') : state,
    ]),
  )
const place = { section: 'labs', item, field: 'test' } as const

test('another test ends the result of the one before, and undo brings both back as they were', () => {
  const store = openStore(psa())
  const before = shown(store)
  const undo = answerEnding(store, place, { state: 'known', value: 'creatinine' })
  expect(shown(store)).toEqual({
    test: 'creatinine',
    takenOn: '2026-11-20',
    reference: 'withdrawn',
    value: 'withdrawn',
  })
  undo?.()
  expect(shown(store)).toEqual(before)
})

test('a test that is taken back ends its result too', () => {
  const store = openStore(psa())
  expect(answerEnding(store, place, { state: 'withdrawn' })).not.toBeNull()
  expect(shown(store)).toMatchObject({ test: 'withdrawn', value: 'withdrawn' })
})

test('what was typed and refused goes with its test, and undo brings it back as typed', () => {
  const store = openStore(facts({ test: 'creatinine' }))
  const value = quantity('Result', unitsOfTest('creatinine'), 1000)
  store.type({ ...place, field: 'value' }, value, '1.1 mg/dL')
  const undo = answerEnding(store, place, { state: 'known', value: 'calcium' })
  expect(store.read().typed).toEqual({})
  expect(store.hasUnsaved()).toBe(true)
  undo?.()
  expect(store.read().typed).toEqual({ [`labs.${item}.value`]: '1.1 mg/dL' })
})

test('the same test again, and the first one named for a result, end nothing', () => {
  const store = openStore(psa())
  expect(answerEnding(store, place, { state: 'known', value: 'psa' })).toBeNull()
  const { value } = psa()
  const begun = openStore({ value })
  expect(answerEnding(begun, place, { state: 'known', value: 'psa' })).toBeNull()
  expect(shown(begun)).toMatchObject({ value: '1450 ng/mL', test: 'psa' })
})
