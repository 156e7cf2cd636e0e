import { expect, test } from 'vitest'
import { carriedWords } from './carried-words'

const people = [{ userId: 'k', name: 'K. Davenport' }]

test('who sees to it and the day on which it is due; what is not said yet is told as that', () => {
  expect(carriedWords({ ownerId: 'k', dueOn: '2026-11-29' }, people)).toBe('K. Davenport, due 29-Nov-2026')
  expect(carriedWords({ ownerId: null, dueOn: null }, people)).toBe('nobody yet, no due day yet')
})

test('no name is said before the people are there, and nobody is named who is not among them', () => {
  expect(carriedWords({ ownerId: 'k', dueOn: '2026-11-29' }, [])).toBe('due 29-Nov-2026')
  expect(carriedWords({ ownerId: 'gone', dueOn: '2026-11-29' }, people)).toBe(
    'somebody who owns no tasks here now, due 29-Nov-2026',
  )
})
