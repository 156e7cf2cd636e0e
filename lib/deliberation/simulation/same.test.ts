import { expect, test } from 'vitest'
import { isSame } from './same'

const view = () => ({ room: { cast: 2, at: new Date(7), items: [{ id: 'a', shown: null }] } })

test('views are the same that show the same', () => {
  expect(isSame(view(), view())).toBe(true)
})

test.each([
  ['a number', { ...view().room, cast: 3 }],
  ['an instant', { ...view().room, at: new Date(8) }],
  ['an instant that is a text', { ...view().room, at: new Date(7).toISOString() }],
  ['one more in a list', { ...view().room, items: [...view().room.items, { id: 'b', shown: null }] }],
  ['a list that is none', { ...view().room, items: { 0: { id: 'a', shown: null } } }],
  ['something in place of nothing', { ...view().room, items: [{ id: 'a', shown: 'x' }] }],
  ['a field that is not there', { cast: 2, at: new Date(7) }],
  ['a field of another name', { cast: 2, at: new Date(7), rows: [{ id: 'a', shown: null }] }],
])('views differ by %s', (_, room) => {
  expect(isSame(view(), { room })).toBe(false)
  expect(isSame({ room }, view())).toBe(false)
})
