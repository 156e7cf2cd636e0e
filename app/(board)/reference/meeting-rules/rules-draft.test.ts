import { expect, test } from 'vitest'
import { draftOf, readDraft } from './rules-draft'

const current = { quorum: [], agendaClosesHours: 24 }

test('rules that nobody touched read as they are', () => {
  expect(readDraft(draftOf(current), current)).toEqual({ said: current, problems: [] })
})

test.each([
  ['0', 0],
  [' 48 ', 48],
])('hours typed as %j close the agenda that long before', (agendaClosesHours, hours) => {
  expect(readDraft({ quorum: [], agendaClosesHours }, current).said.agendaClosesHours).toBe(hours)
})

test.each(['', 'a day', '1.5', '-1', '337'])('hours typed as %j are said to be wrong and change nothing', (typed) => {
  const { said, problems } = readDraft({ quorum: [], agendaClosesHours: typed }, current)
  expect(said).toEqual(current)
  expect(problems).toMatchObject([{ path: 'agendaClosesHours', message: /\w/ }])
})
