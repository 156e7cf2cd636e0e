import { expect, test } from 'vitest'
import { inOrder, packChanges, packsProblem } from './board-packs'

test('a board has exactly one national pack, and the labels of one region at most', () => {
  expect(packsProblem(['uk-nice', 'eu-labels', 'local'])).toBe(null)
  expect(packsProblem(['nl'])).toBe(null)
  expect(packsProblem(['local'])).toContain('exactly one national pack')
  expect(packsProblem(['uk-nice', 'nl'])).toContain('exactly one national pack')
  expect(packsProblem(['nl', 'eu-labels', 'us-labels'])).toContain('labels of one region')
})

test('a choice is kept in the order of the list, and what changes is told', () => {
  expect(inOrder(['local', 'nl', 'nl'])).toEqual(['nl', 'local'])
  expect(packChanges(['uk-nice', 'local'], ['nl', 'local'])).toEqual(['Netherlands: on', 'UK (NICE): off'])
  expect(packChanges(['nl'], ['nl'])).toEqual([])
})
