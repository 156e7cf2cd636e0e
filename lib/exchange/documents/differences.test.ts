import { expect, test } from 'vitest'
import { differenceOf, type Stretch } from './differences'

const without = (kind: Stretch['kind'], stretches: readonly Stretch[]) =>
  stretches
    .filter((one) => one.kind !== kind)
    .map(({ words }) => words)
    .join('')

test('says what was put in and what was taken out, word by word', () => {
  expect(differenceOf('We give one dose today.', 'We give two small doses today.')).toEqual([
    { kind: 'same', words: 'We give ' },
    { kind: 'removed', words: 'one dose ' },
    { kind: 'added', words: 'two small doses ' },
    { kind: 'same', words: 'today.' },
  ])
})

test.each([
  ['', 'All of it is new.\nTwo lines.'],
  ['All of it goes.', ''],
  ['a b c d', 'd c b a'],
  ['Same.', 'Same.'],
  ['One  two\n\nthree', 'One two\nthree four'],
])('keeps both texts whole: %j to %j', (before, after) => {
  const found = differenceOf(before, after)
  expect(without('added', found)).toBe(before)
  expect(without('removed', found)).toBe(after)
})

test('texts too long to compare are told one after the other', () => {
  const before = 'a '.repeat(3_000)
  const found = differenceOf(before, 'b '.repeat(3_000))
  expect(found.map(({ kind }) => kind)).toEqual(['removed', 'added'])
  expect(without('added', found)).toBe(before)
})
