import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { CaseFilters } from './case-filters'
import type { CaseFilter } from './use-case-list'

const words = (filter: CaseFilter, shown: { cases: number; hasMore: boolean } | null = { cases: 2, hasMore: false }) =>
  renderToStaticMarkup(<CaseFilters {...{ filter, shown }} onChange={() => undefined} />)

test('L1 what the case list is narrowed to stands in words, each filter with its end, and an end of all', () => {
  const html = words({ state: 'handed-in', search: ' T7 ' })
  expect(html).toContain('Only handed in')
  expect(html).toContain('Found by “T7”')
  expect(html).toMatch(/aria-label="Show all states"/)
  expect(html).toMatch(/aria-label="Clear the search"/)
  expect(html).toContain('Clear all')
  expect(words({ state: null, search: '  ' })).not.toContain('Clear all')
})

test('L1 the case list says how many cases stand there and in which order', () => {
  const all = { state: null, search: '' }
  expect(words(all)).toContain('2 cases, last changed first')
  expect(words(all, { cases: 1, hasMore: false })).toContain('1 case, last changed first')
  expect(words(all, { cases: 50, hasMore: true })).toContain('50 cases shown, more below, last changed first')
  expect(words(all, null)).not.toContain('last changed first')
})
