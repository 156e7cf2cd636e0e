import { expect, test } from 'vitest'
import { loadOf, setMeetingTimeInput } from './meeting-time'

const cases = [{ minutes: 20 }, { minutes: 25 }]
const pause = { after: 1, minutes: 15, byHand: false }

test('the load of an agenda is its cases and its break', () => {
  expect(loadOf(cases, null, null)).toEqual({ discussion: 45, whole: 45, over: null })
  expect(loadOf(cases, pause, 60)).toEqual({ discussion: 45, whole: 60, over: 0 })
  expect(loadOf(cases, pause, 50)).toMatchObject({ over: 10 })
  expect(loadOf([], null, 60)).toEqual({ discussion: 0, whole: 0, over: 0 })
})

test.each([0, 1441, 1.5, '60'])('a budget of %j minutes is none', (budgetMinutes) => {
  const meetingId = '0e7d7b6e-0d0f-4a53-8d4f-1d6b8f5ce0aa'
  expect(setMeetingTimeInput.safeParse({ meetingId, budgetMinutes }).success).toBe(false)
})
