import { expect, test } from 'vitest'
import { callBoardInput } from '@/lib/meetings/model/call'
import { callFirst, callOf, type Person, startCall } from './call-draft'

const member = (specialty: Person['specialty'], name: string): Person => ({
  ...{ userId: crypto.randomUUID(), name, roles: ['core-member'], specialty },
})
const surgeon = member('spine-surgery', 'Ash')
const standby = member('spine-surgery', 'Birch')
const radiologist = member('radiology', 'Cedar')
const chair: Person = { ...member('medical-oncology', 'Elm'), roles: ['chair'] }
const caseId = crypto.randomUUID()

test('an emergency is ready to be sent: who operates or irradiates is called, and a blocked case has its reason', () => {
  const draft = startCall([surgeon, standby, radiologist, chair], [], true, true)
  const sent = callOf(draft, caseId, true)
  expect(callBoardInput.safeParse(sent).success).toBe(true)
  expect(sent.calls).toEqual([
    { specialty: 'spine-surgery', ladder: [surgeon.userId, standby.userId], nextAfterMinutes: 15 },
  ])
  expect(sent).toMatchObject({ answerWithinMinutes: 240, because: expect.stringContaining('Emergency') })
})

test('without a clock every specialty with a vote is called, and nobody without one', () => {
  const { rungs } = startCall([surgeon, radiologist, chair], [], false, false)
  expect(rungs.map(({ specialty, isCalled }) => [specialty, isCalled])).toEqual([
    ['spine-surgery', true],
    ['radiology', true],
  ])
  expect(callOf(startCall([surgeon], [], false, false), caseId, false)).not.toHaveProperty('because')
})

test('an emergency of a board without either still calls those who are there', () => {
  const { rungs } = startCall([radiologist], [], true, false)
  expect(rungs.map(({ isCalled }) => isCalled)).toEqual([true])
})

test('one person is put first, the others keep their order', () => {
  const oak = member('spine-surgery', 'Oak')
  const rung = { specialty: 'spine-surgery' as const, isCalled: true, people: [surgeon, standby, oak] }
  expect(callFirst(rung, oak.userId).people.map(({ name }) => name)).toEqual(['Oak', 'Ash', 'Birch'])
})

test('a ladder begins with who is on duty for its specialty', () => {
  const duty = { telephone: '01632 960001', endsAt: '2099-01-01T00:00:00Z' }
  const onDuty = [
    { ...duty, userId: standby.userId, specialty: 'spine-surgery' as const },
    { ...duty, userId: surgeon.userId, specialty: 'radiology' as const },
  ]
  const { rungs } = startCall([surgeon, standby, radiologist], onDuty, true, false)
  expect(rungs[0]?.people).toEqual([standby, surgeon])
})
