import { expect, test } from 'vitest'
import type { CaseFile } from '@/lib/cases/case-file'
import { readingsOf } from '@/lib/cases/readings'
import { facts } from '@/lib/cases/testing-facts'
import { letterReadings } from '@/lib/exchange/letter-facts'
import { illnessMeaning } from './illness-words'

const fileOf = (illness: Record<string, unknown>, primary = 'kidney') =>
  ({
    patient: { bornOn: '1959-03-02' },
    timeZone: 'Europe/London',
    facts: {
      comorbidity: { '': facts(illness) },
      tumour: { '': facts({ primary }) },
      lesions: { T7: facts({ involvement: 'certain' }) },
    },
  }) as unknown as CaseFile

test('a few missing items are named, many are counted, and a source without bands says no band', () => {
  const file = fileOf({ charlson: ['none'], frailty: ['dependent', 'coronary', 'rest'], surgicalFrailty: ['none'] })
  const { charlson, mfi5, mfi11, mstfi } = readingsOf(file).illness
  expect(illnessMeaning(charlson)).toBe('')
  expect(illnessMeaning(mfi5)).toBe('Not frail.')
  expect(illnessMeaning(mfi11)).toBe('Below the cut-off.')
  expect(illnessMeaning(mstfi)).toBe('Still needed: Emergency or urgent admission, Anterior or combined approach.')
  expect(illnessMeaning(readingsOf(fileOf({})).illness.charlson)).toBe('15 of 16 items not known.')
})

test('what goes with a reading of this case stands beneath it: myeloma, the index, the approach', () => {
  const remarks = (file: CaseFile, score: 'charlson' | 'mfi11' | 'mstfi') =>
    readingsOf(file).illness[score].caveats.map(({ id }) => id)
  expect(remarks(fileOf({}, 'myeloma'), 'charlson')).toContain('myeloma_not_named')
  expect(remarks(fileOf({}), 'charlson')).not.toContain('myeloma_not_named')
  expect(remarks(fileOf({}), 'mstfi')).toContain('approach_unplanned')
  expect(remarks(fileOf({}), 'mfi11')).not.toContain('index')
})

test('the letter has the scores of other illness once a list of it is recorded, and none before', () => {
  const rowsOf = (file: CaseFile) =>
    letterReadings(file, readingsOf(file), 'Europe/London').map(({ label, value }) => `${label}: ${value}`)
  expect(rowsOf(fileOf({ charlson: ['renal', 'rest'] }))).toEqual(
    expect.arrayContaining([
      'Charlson: 8 of 33',
      'Charlson without the metastasis: 2 of 29',
      'Charlson with age: 10 of 37',
    ]),
  )
  expect(rowsOf(fileOf({ charlson: ['none'], frailty: ['dependent', 'coronary', 'rest'] }))).toContain(
    'mFI-11: 2 of 11, below the cut-off. Index 0.18.',
  )
  expect(rowsOf(fileOf({})).filter((row) => row.startsWith('Charlson'))).toEqual([])
})
