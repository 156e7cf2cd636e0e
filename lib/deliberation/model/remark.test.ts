import { expect, test } from 'vitest'
import { type RemarkView, threadsOf, writeRemarkInput } from './remark'

const remark = (remarkId: string, replyToId: string | null): RemarkView => ({
  ...{ remarkId, replyToId, addressedTo: null, text: remarkId, writerId: 'w', writer: 'W', specialty: null },
  ...{ writtenAt: '2026-11-24T14:00:00Z', withdrawn: null },
})

test('replies stand under the remark that they answer, in the order they were written', () => {
  const threads = threadsOf([
    remark('a', null),
    remark('b', null),
    remark('a1', 'a'),
    remark('b1', 'b'),
    remark('a2', 'a'),
  ])
  expect(threads.map(({ first, replies }) => [first.text, ...replies.map(({ text }) => text)])).toEqual([
    ['a', 'a1', 'a2'],
    ['b', 'b1'],
  ])
})

test('a remark has words, an id of its own and at most 4,000 characters', () => {
  const id = '0b0e8a52-5f3e-4a53-9a38-333333333333'
  const given = { remarkId: id, itemId: id, text: ' Which levels? ' }
  expect(writeRemarkInput.parse(given)).toMatchObject({ text: 'Which levels?', addressedTo: null, replyToId: null })
  expect(writeRemarkInput.safeParse({ ...given, text: '  ' }).success).toBe(false)
  expect(writeRemarkInput.safeParse({ ...given, text: 'x'.repeat(4001) }).success).toBe(false)
  expect(writeRemarkInput.safeParse({ ...given, addressedTo: '__proto__' }).success).toBe(false)
})
