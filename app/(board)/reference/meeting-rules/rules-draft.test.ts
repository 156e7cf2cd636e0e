import { expect, test } from 'vitest'
import { draftOf, readDraft } from './rules-draft'

const current = { quorum: [], agendaClosesHours: 24, breakRule: { afterMinutes: 90, afterCases: null, lasts: 10 } }
const draft = draftOf(current)

test('rules that nobody touched read as they are', () => {
  expect(readDraft(draftOf(current), current)).toEqual({ said: current, problems: [] })
})

test.each([
  ['0', 0],
  [' 48 ', 48],
])('hours typed as %j close the agenda that long before', (agendaClosesHours, hours) => {
  expect(readDraft({ ...draft, agendaClosesHours }, current).said.agendaClosesHours).toBe(hours)
})

test.each(['', 'a day', '1.5', '-1', '337'])('hours typed as %j are said to be wrong and change nothing', (typed) => {
  const { said, problems } = readDraft({ ...draft, agendaClosesHours: typed }, current)
  expect(said).toEqual(current)
  expect(problems).toMatchObject([{ path: 'agendaClosesHours', message: expect.stringMatching(/\w/) }])
})

test('a break is asked for by minutes, by cases or by both, and by neither not at all', () => {
  const ruleOf = (changes: object) => readDraft({ ...draft, ...changes }, current).said.breakRule
  expect(ruleOf({ breakCases: '6' })).toEqual({ afterMinutes: 90, afterCases: 6, lasts: 10 })
  expect(ruleOf({ breakMinutes: '', breakCases: '6' })).toEqual({ afterMinutes: null, afterCases: 6, lasts: 10 })
  expect(ruleOf({ breakMinutes: ' ' })).toBeNull()
  expect(draftOf({ ...current, breakRule: null })).toMatchObject({ breakMinutes: '', breakCases: '', breakLasts: '15' })
})

test.each([
  ['breakMinutes', '5'],
  ['breakMinutes', 'ninety'],
  ['breakCases', '0'],
  ['breakLasts', ''],
  ['breakLasts', '121'],
])('%s typed as %j is said to be wrong and changes nothing', (path, typed) => {
  const { said, problems } = readDraft({ ...draft, [path]: typed }, current)
  expect(said).toEqual(current)
  expect(problems).toMatchObject([{ path, message: expect.stringMatching(/\w/) }])
})
