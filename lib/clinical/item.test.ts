import { expect, test } from 'vitest'
import { pointIf, yesNo } from './item'

test('a yes-or-no item keeps the help that stands beside it', () => {
  expect(yesNo('Pain', {}, 'At rest.').help).toBe('At rest.')
  expect(pointIf('Pain', 1, 'At rest.').help).toBe('At rest.')
})

test('a yes is worth its points, and none where the item carries none', () => {
  expect(pointIf('Pain').cells.map(({ points }) => points)).toEqual([1, 0])
  expect(pointIf('Pain', 3).cells.map(({ points }) => points)).toEqual([3, 0])
  expect(yesNo('Pain').cells.map(({ points }) => points)).toEqual([null, null])
})
