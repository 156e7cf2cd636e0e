import { expect, test } from 'vitest'
import type { CaseFile } from './case-file'
import { compressionOn, isBorderlineAt } from './compression'
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

test('a clinician says at the level what a borderline finding counts as, and changes no other', () => {
  const at = (compressionJudged: unknown, more: object = { escc: '1c' }) =>
    compressed({ T8: { ...facts({ ...involved, ...more }), ...facts({ compressionJudged }) } })
  expect([at('yes'), at('no')]).toEqual([true, false])
  expect(at('no', { caudaEquina: 'partial' })).toBe(false)
  expect(at('no', { escc: '2' })).toBe(true)
  expect(at('yes', { escc: '1b' })).toBe(false)
  const apart = { ...facts({ ...involved, escc: '1c' }), compressionJudged: contested('yes', 'no') }
  expect(compressed({ T8: apart })).toBe(true)
  const elsewhere = facts({ ...involved, escc: '1c' })
  expect(compressed({ T8: facts({ ...involved, escc: '1c', compressionJudged: 'no' }), T9: elsewhere })).toBe(
    'borderline',
  )
})

test('a level is borderline by either finding, by any source', () => {
  const isBorderline = (more: object) =>
    isBorderlineAt({ facts: { lesions: { T8: more } } } as unknown as CaseFile, 'T8')
  expect(isBorderline(facts({ escc: '1c' }))).toBe(true)
  expect(isBorderline({ escc: contested('1b', '1c') })).toBe(true)
  expect(isBorderline(facts({ caudaEquina: 'partial' }))).toBe(true)
  expect(isBorderline(facts({ escc: '2' }))).toBe(false)
  expect(isBorderline({})).toBe(false)
})
