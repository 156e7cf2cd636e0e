import { expect, test } from 'vitest'
import { readTimeDraft, timeDraftOf } from './time-draft'

const rule = { afterMinutes: 90, afterCases: null, lasts: 10 }
const untouched = { budgetMinutes: 60, break: null, breakRule: null, breakByHand: null }

test('a time that nobody touched reads as it is', () => {
  expect(readTimeDraft(timeDraftOf(untouched), false)).toEqual({
    said: { budgetMinutes: 60, placedBreak: null },
    problems: [],
  })
  expect(timeDraftOf({ ...untouched, breakRule: rule })).toMatchObject({ place: 'rule', lasts: '10' })
  const moved = timeDraftOf({ ...untouched, breakRule: rule, breakByHand: { after: 3, minutes: 20 } })
  expect(readTimeDraft(moved, true).said.placedBreak).toEqual({ after: 3, minutes: 20 })
})

test('no break is said only against a rule that would place one', () => {
  const none = { budget: '', place: '', lasts: '' }
  expect(readTimeDraft(none, false).said).toEqual({ budgetMinutes: null, placedBreak: null })
  expect(readTimeDraft(none, true).said.placedBreak).toMatchObject({ after: 0 })
})

test.each([
  ['budgetMinutes', { budget: 'an hour', place: '', lasts: '' }],
  ['placedBreak.minutes', { budget: '60', place: '2', lasts: '0' }],
])('what cannot be taken at %s is said there', (path, draft) => {
  expect(readTimeDraft(draft, false).problems).toMatchObject([{ path, message: expect.stringMatching(/\w/) }])
})
