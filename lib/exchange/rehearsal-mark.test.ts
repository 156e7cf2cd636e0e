import { expect, test } from 'vitest'
import { draftWords } from './letter'
import { rehearsalMark } from './rehearsal-mark'

test('every paper of a demo says that it is a rehearsal, beside whatever else it says; no other paper does', () => {
  expect(rehearsalMark(null, true)).toBe('REHEARSAL, no decision')
  expect(rehearsalMark(draftWords, true)).toBe(`REHEARSAL, no decision · ${draftWords}`)
  expect(rehearsalMark(null, false)).toBeNull()
  expect(rehearsalMark(draftWords, false)).toBe(draftWords)
})
