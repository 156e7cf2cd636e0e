import { expect, test } from 'vitest'
import type { QuorumMember, QuorumNeed } from './quorum'
import { expectedOf, type MeetingReply } from './reply'

const member = (userId: string, specialty: QuorumMember['specialty']): QuorumMember => ({
  ...{ userId, name: `Name of ${userId}`, specialty },
})
const members = [member('s1', 'spine-surgery'), member('s2', 'spine-surgery'), member('r1', 'radiology')]
const needs: QuorumNeed[] = [
  { specialty: 'spine-surgery', least: 1 },
  { specialty: 'radiology', least: 1 },
]
const two = [
  { itemId: 'a', code: 'A', recused: new Set<string>() },
  { itemId: 'b', code: 'B', recused: new Set(['s1']) },
]
const predict = (replies: [string, MeetingReply][], agenda = two, rule = needs) =>
  expectedOf(rule, members, new Map(replies), agenda)

test('no answer is not a yes: nobody is expected until they say so', () => {
  const { cases, toAsk } = predict([])
  expect(cases.map(({ quorum }) => quorum.state)).toEqual(['short', 'short'])
  expect(toAsk.map(({ specialty }) => specialty)).toEqual(['spine-surgery', 'radiology'])
})

test('each case is predicted by itself: who is recused from one counts for the other, and a colleague is asked', () => {
  const { cases, toAsk } = predict([
    ['s1', 'coming'],
    ['r1', 'remote'],
  ])
  expect(cases.map(({ quorum }) => quorum.state)).toEqual(['met', 'short'])
  expect(toAsk).toEqual([
    { specialty: 'spine-surgery', people: [{ userId: 's2', name: 'Name of s2', declined: false }] },
  ])
})

test('who has declined is named last', () => {
  const { toAsk } = predict([
    ['s1', 'declined'],
    ['r1', 'coming'],
  ])
  expect(toAsk[0]?.people.map(({ userId, declined }) => [userId, declined])).toEqual([
    ['s2', false],
    ['s1', true],
  ])
})

test('without a rule nobody has to be asked', () => {
  expect(predict([], two, []).toAsk).toEqual([])
})
