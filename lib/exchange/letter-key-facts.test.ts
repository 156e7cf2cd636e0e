import { expect, test } from 'vitest'
import type { CaseFile } from '@/lib/cases/case-file'
import type { FactView } from '@/lib/cases/facts'
import { readingsOf } from '@/lib/cases/readings'
import { contested, facts } from '@/lib/cases/testing-facts'
import { letterKeyFacts } from './letter-key-facts'

const level = (field: string, value: string): Record<string, FactView> => ({
  [field]: {
    ...{ state: 'known', value, unit: null, refersOn: null, version: 1 },
    ...{ by: 'L. Osterfjell', at: '2026-11-24T09:00:00.000Z' },
  },
})

test('a level whose tumour is only suspected is not told as involved, one that was only treated before is not told', () => {
  const lesions = {
    T7: level('involvement', 'certain'),
    L2: level('involvement', 'suspected'),
    L3: level('irradiated', 'no'),
  }
  const file = { facts: { lesions } } as unknown as CaseFile
  const rows = letterKeyFacts(file, readingsOf(file), 'Europe/London')
  expect(rows).toContainEqual({ label: 'Levels involved', value: 'T7, L2 (suspected)' })
  expect(rows.filter(({ label }) => label.endsWith('L3'))).toMatchObject([
    { label: 'Treated here before, L3', value: 'Radiation: No. Operation: Not recorded' },
  ])
})

test('a dispute on the tumour of a level is told, and a treatment of the list answers for the level', () => {
  const lesions = { T7: { involvement: contested('none', 'certain') } }
  const treatments = { a: facts({ kind: 'radiation', levels: ['T7'], dose: 30, fractions: 10 }) }
  const file = { facts: { lesions, treatments } } as unknown as CaseFile
  const rows = letterKeyFacts(file, readingsOf(file), 'Europe/London')
  expect(rows).toContainEqual({ label: 'Levels involved', value: 'T7 (none or certain (sources differ))' })
  expect(rows.find(({ label }) => label === 'Treated here before, T7')?.value).toBe(
    'Radiation: Yes, see the earlier treatments. Operation: Not recorded',
  )
})

test('where sources differ on the levels of an earlier treatment, the letter leaves a level open that only some name', () => {
  const lesions = { T7: facts({ involvement: 'certain' }) }
  const operation = { ...facts({ kind: 'surgery', levels: ['T7', 'T8'] }), levelsFixed: contested(['T7'], ['T8']) }
  const file = { facts: { lesions, treatments: { a: operation } } } as unknown as CaseFile
  const rows = letterKeyFacts(file, readingsOf(file), 'Europe/London')
  expect(rows.find(({ label }) => label === 'Treated here before, T7')?.value).toBe(
    'Radiation: Not recorded. Operation: Yes or no (sources differ), see the earlier treatments',
  )
})
