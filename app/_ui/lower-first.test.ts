import { expect, it } from 'vitest'
import { lowerFirst } from './lower-first'

it.each([
  ['Pain', 'pain'],
  ['Frankel grade', 'Frankel grade'],
  ['Tokuhashi, revised', 'Tokuhashi, revised'],
  ['ECOG', 'ECOG'],
  ['T7', 'T7'],
  ['', ''],
])('%j stands in a sentence as %j', (label, words) => {
  expect(lowerFirst(label)).toBe(words)
})
