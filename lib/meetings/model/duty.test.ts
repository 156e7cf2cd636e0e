import { describe, expect, test } from 'vitest'
import { decideDuty, dutyFirst, type EnterDuty, enterDutyInput, isOnDuty } from './duty'

const surgeon = { userId: crypto.randomUUID(), roles: ['core-member'], specialty: 'spine-surgery' } as const
const presenter = { userId: crypto.randomUUID(), roles: ['presenter'], specialty: 'spine-surgery' } as const
const duty: EnterDuty = {
  ...{ boardId: crypto.randomUUID(), specialty: 'spine-surgery', userId: surgeon.userId, telephone: '01632 960001' },
  ...{ startsAt: '2026-11-24T08:00:00Z', endsAt: '2026-11-25T08:00:00Z', replaces: null },
}
const at = '2026-11-24T07:00:00Z'
const problems = (changes: Partial<EnterDuty>, when = at) => {
  const decided = decideDuty({ ...duty, ...changes }, [surgeon, presenter], when)
  return !decided.ok && decided.refusal.code === 'invalid' ? decided.refusal.fields.map(({ path }) => path) : []
}

test('a duty is of somebody who votes for the specialty, and has an end that is to come', () => {
  expect(problems({})).toEqual([])
  expect(problems({ userId: presenter.userId })).toEqual(['userId'])
  expect(problems({ specialty: 'radiology' })).toEqual(['userId'])
  expect(problems({ endsAt: duty.startsAt })).toEqual(['endsAt'])
  expect(problems({}, '2026-11-25T08:00:00Z')).toEqual(['endsAt'])
  expect(problems({}, '2026-11-25T07:59:00Z')).toEqual([])
})

test('times with another distance from UTC are compared as instants', () => {
  expect(
    problems({ startsAt: '2026-11-24T08:00:00+02:00', endsAt: '2026-11-24T06:30:00Z' }, '2026-11-24T06:00:00Z'),
  ).toEqual([])
})

describe('a telephone number', () => {
  test.each(['01632 960001', '+44 (0)1632 960-001', '4711', '01632/960001 x42', '01632 960001 ext 42'])(
    '%s is taken',
    (telephone) => {
      expect(enterDutyInput.safeParse({ ...duty, telephone }).success).toBe(true)
    },
  )
  test.each(['', '12', 'ask the ward', '<b>1632</b>', '01632 960001 Smith', '1'.repeat(41)])(
    '%s is not',
    (telephone) => {
      expect(enterDutyInput.safeParse({ ...duty, telephone }).success).toBe(false)
    },
  )
})

test('somebody is on duty from the first minute until the last, and not with it', () => {
  expect(isOnDuty(duty, duty.startsAt)).toBe(true)
  expect(isOnDuty(duty, '2026-11-24T07:59:59Z')).toBe(false)
  expect(isOnDuty(duty, duty.endsAt)).toBe(false)
})

test('who is on duty is called first, in the order of the list, and the others keep theirs', () => {
  const people = ['a', 'b', 'c', 'd'].map((userId) => ({ userId }))
  const called = (...onDuty: string[]) =>
    dutyFirst(
      people,
      onDuty.map((userId) => ({ userId })),
    ).map(({ userId }) => userId)
  expect(called()).toEqual(['a', 'b', 'c', 'd'])
  expect(called('c')).toEqual(['c', 'a', 'b', 'd'])
  expect(called('d', 'b')).toEqual(['d', 'b', 'a', 'c'])
})
