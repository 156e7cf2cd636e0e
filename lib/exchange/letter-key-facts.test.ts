import { expect, test } from 'vitest'
import type { CaseFile } from '@/lib/cases/case-file'
import type { FactView } from '@/lib/cases/facts'
import { readingsOf } from '@/lib/cases/readings'
import { letterKeyFacts } from './letter-key-facts'

const involvement = (value: string): Record<string, FactView> => ({
  involvement: {
    ...{ state: 'known', value, unit: null, refersOn: null, version: 1 },
    ...{ by: 'L. Osterfjell', at: '2026-11-24T09:00:00.000Z' },
  },
})

test('a level whose tumour is only suspected is not told as involved', () => {
  const lesions = { T7: involvement('certain'), L2: involvement('suspected') }
  const file = { facts: { lesions } } as unknown as CaseFile
  expect(letterKeyFacts(file, readingsOf(file), 'Europe/London')).toContainEqual({
    label: 'Levels involved',
    value: 'T7, L2 (suspected)',
  })
})
