import { expect, test } from 'vitest'
import { repeatKeys } from './repeat-keys'

const draft = { draftVersion: 0, rationale: 'Unstable' }

test('the same input without an answer keeps its key, so that it is done once', () => {
  const { keyFor } = repeatKeys()
  expect(keyFor(draft)).toBe(keyFor({ ...draft }))
})

test('any other part of the input is another request', () => {
  const { keyFor } = repeatKeys()
  expect(keyFor({ ...draft, draftVersion: 1 })).not.toBe(keyFor(draft))
})

test('the same input after it was done is a new act', () => {
  const { keyFor, forget } = repeatKeys()
  const first = keyFor(draft)
  forget()
  expect(keyFor(draft)).not.toBe(first)
})
