import { expect, test } from 'vitest'
import { clockWords, untoldWords } from './clock-words'

const words = (state: Parameters<typeof clockWords>[0]) =>
  clockWords(state, 'Europe/London').words.replaceAll('\u00a0', ' ')
const hour = 3_600_000

test('a running clock says until when and how long that is, an overdue one by how much, with date and time of the board', () => {
  const due = '2026-11-24T20:00:00.000Z'
  expect(words({ kind: 'running', due, left: 5 * hour, isWarning: false })).toBe('Due 24-Nov-2026 20:00, 5 h left')
  expect(words({ kind: 'overdue', due, by: hour / 2 })).toBe('Overdue by 30 min, was due 24-Nov-2026 20:00')
  expect(words({ kind: 'met', took: 7 * hour })).toBe('Met in 7 h')
  expect(words({ kind: 'late', took: 25 * hour, by: hour })).toBe('Done after 25 h, 1 h late')
})

test('what cannot be told says what is missing for it', () => {
  expect(untoldWords({ kind: 'cannot-evaluate', gaps: [{ fact: 'suspectedAt', why: 'not-recorded' }] })).toBe(
    'Cannot be told. First suspected: not recorded',
  )
})
