import { expect, test } from 'vitest'
import type { CaseFile } from './case-file'
import { compressionOn } from './compression'
import type { FactsView } from './facts'
import { contested, facts } from './testing-facts'

const compressed = (lesions: FactsView[string]) => compressionOn({ facts: { lesions } } as unknown as CaseFile)
const involved = { involvement: 'certain' }

test.each([
  ['0', false],
  ['1a', false],
  ['1b', false],
  ['1c', 'borderline'],
  ['2', true],
  ['3', true],
])('ESCC %s at T8: %s', (escc, gives) => expect(compressed({ T8: facts({ ...involved, escc }) })).toBe(gives))

test.each([
  ['none', false],
  ['partial', 'borderline'],
  ['complete-effacement', true],
])('cauda equina %s at L3: %s', (caudaEquina, gives) =>
  expect(compressed({ L3: facts({ ...involved, caudaEquina }) })).toBe(gives),
)

test('is excluded only where every source excludes it at every level', () => {
  const free = facts({ ...involved, escc: '1b' })
  expect(compressed({ T8: free, L3: facts({ ...involved, caudaEquina: 'none' }) })).toBe(false)
  expect(compressed({ T8: free, L3: facts({ ...involved, caudaEquina: 'partial' }) })).toBe('borderline')
  expect(compressed({ T8: free, L3: facts(involved) })).toBe(null)
  expect(compressed({ T8: free, T9: facts({ ...involved, escc: '2' }), L3: facts(involved) })).toBe(true)
  expect(compressed({ T8: { ...free, escc: contested('1b', '1c') } })).toBe('borderline')
  expect(compressed({ T8: { ...free, escc: contested('1b', '2') } })).toBe(true)
  expect(compressed({})).toBe(null)
})

test('a grade that the list does not know excludes nothing', () => {
  expect(compressed({ T8: facts({ ...involved, escc: '9' }) })).toBe(null)
})
