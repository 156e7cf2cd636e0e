import { describe, expect, test } from 'vitest'
import { afterDeadlineWords, type Deadline, decideEndOverdue, isAfterDeadline } from './overdue'

const answerBy = '2026-11-24T15:00:00.000Z'
const board: Deadline = { answerBy, meetingState: 'running', stage: 'voting', round: 1, ballotsCast: 0 }
const late = '2026-11-24T15:00:01.000Z'
const why = (changes: Partial<Deadline>, at = late) => {
  const decided = decideEndOverdue({ ...board, ...changes }, at)
  return decided.ok ? decided.value : decided.refusal.code === 'closed' && decided.refusal.why
}

describe('a board without a meeting can be ended', () => {
  test('from its deadline on, with ballots, without, and before the vote', () => {
    expect(why({}, answerBy)).toBe('revealed')
    expect(why({ stage: 'presenting' })).toBe('revealed')
    expect(why({ ballotsCast: 2, round: 2 })).toBe('revealed')
  })

  test.each([
    ['deadline-not-passed', {}, '2026-11-24T14:59:59.999Z'],
    ['deadline-not-passed', { answerBy: null }, late],
    ['vote-revealed', { stage: 'revealed' }, late],
    ['already-concluded', { stage: 'concluded' }, late],
    ['not-presented', { stage: 'queued' }, late],
    ['meeting-closed', { meetingState: 'closed' }, late],
    ['no-ballots', { round: 2 }, late],
  ] as const)('else it says %s (%o)', (expected, changes, at) => {
    expect(why(changes, at)).toBe(expected)
  })
})

test('a record says that it ended late, and only then', () => {
  expect(isAfterDeadline({ answerBy, revealedAt: answerBy })).toBe(true)
  expect(afterDeadlineWords({ answerBy, revealedAt: late }, 'advice', 'UTC')).toBe(
    'Board without a meeting, ended after its deadline of 24-Nov-2026 15:00.',
  )
  expect(afterDeadlineWords({ answerBy, revealedAt: late }, 'decision', 'UTC')).toContain('so that it is a decision')
  expect(afterDeadlineWords({ answerBy, revealedAt: '2026-11-24T14:00:00.000Z' }, 'advice', 'UTC')).toBeNull()
  expect(afterDeadlineWords({ answerBy: null, revealedAt: late }, 'advice', 'UTC')).toBeNull()
  expect(afterDeadlineWords({ answerBy, revealedAt: null }, 'advice', 'UTC')).toBeNull()
})
