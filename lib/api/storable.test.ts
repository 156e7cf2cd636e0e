import { expect, test } from 'vitest'
import { unstorableTexts } from './storable'

test('emoji, Arabic and combining marks can be stored; a null character and half an emoji are named at their place', () => {
  expect(unstorableTexts({ name: 'سلمى 🌻 é', list: ['ok', { deep: 1, nothing: null }] })).toEqual([])
  const bad = unstorableTexts({ note: 'a\u0000b', list: ['ok', { deep: '\ud83c' }] })
  expect(bad.map(({ path }) => path)).toEqual(['note', 'list.1.deep'])
})
