import { expect, test } from 'vitest'
import type { CallsView } from '@/lib/meetings/model/call'
import { deadlineWords, isToTell, personWords } from './call-words'

const now = '2026-11-24T14:08:00Z'
const person = {
  userId: 'a',
  name: 'Ash',
  calledAt: '2026-11-24T14:01:00Z',
  isRecused: false,
  answer: null,
  telephone: null,
  told: null,
}
const call: CallsView['calls'][number] = {
  ...{ callId: 'c', specialty: 'radiology', nextAfterMinutes: 15, taken: null, runOutAt: null },
  people: [person],
  next: { userId: 'b', at: '2026-11-24T14:16:00Z' },
}
const board = (changes: Partial<CallsView>): CallsView => ({
  ...{ meetingId: 'm', caseId: 'k', openedAt: '2026-11-24T14:01:00Z', openedBy: 'Elm' },
  ...{ answerBy: '2026-11-24T15:01:00Z', endedAt: null, calls: [call], isBehind: false, mayNote: true },
  mayEnd: { open: false, why: 'deadline-not-passed' },
  ...changes,
})

test('says of each name what is known of it', () => {
  const words = (changes: object) => personWords({ ...person, ...changes }, call, now, 'UTC')
  expect(words({})).toEqual({ tone: 'clock', words: 'called 14:01, call not confirmed' })
  expect(words({ answer: { word: 'seen', at: '2026-11-24T14:05:00Z' } })).toEqual({ tone: 'ok', words: 'seen 14:05' })
  expect(words({ answer: { word: 'cannot', at: '2026-11-24T14:05:00Z' } }).words).toBe('cannot, 14:05')
  expect(words({ told: { by: 'Elm', at: '2026-11-24T14:06:00Z' } }).words).toBe('told 14:06 by Elm, call not confirmed')
  expect(words({ isRecused: true }).words).toBe('recused from this case, passed over')
  expect(words({ userId: 'b', calledAt: null }).words).toBe('called in 8\u00a0min')
  expect(words({ userId: 'z', calledAt: null }).words).toBe('not called')
})

test('who is called, takes part and has said nothing is to be told', () => {
  const open = { endedAt: null }
  expect(isToTell(open, person)).toBe(true)
  expect(isToTell(open, { ...person, calledAt: null })).toBe(false)
  expect(isToTell(open, { ...person, isRecused: true })).toBe(false)
  expect(isToTell(open, { ...person, answer: { word: 'seen', at: now } })).toBe(false)
  expect(isToTell({ endedAt: now }, person)).toBe(false)
})

test.each([
  ['2026-11-24T15:01:00Z', 'clock', '53\u00a0min left, due 15:01'],
  ['2026-11-24T14:38:00Z', 'warn', '30\u00a0min left, due 14:38'],
  ['2026-11-24T14:08:00Z', 'crit', 'under 1\u00a0min late, was due 14:08'],
])('an answer by %s is told in the tone %s', (answerBy, tone, words) => {
  expect(deadlineWords(board({ answerBy }), now, 'UTC')).toEqual({ tone, words })
})

test('nothing is late once the calls have ended', () => {
  const ended = board({ answerBy: '2026-11-24T14:02:00Z', endedAt: '2026-11-24T14:07:00Z' })
  expect(deadlineWords(ended, now, 'UTC')).toEqual({ tone: 'ok', words: 'Calls ended 14:07' })
})
