import { expect, test } from 'vitest'
import { paceOf } from './pace'

const at = (instant: string) => Date.parse(instant) / 1000
const listed = (itemId: string, stage: 'queued' | 'presenting' | 'concluded', minutes: number, position: number) => ({
  ...{
    itemId,
    caseId: itemId,
    code: itemId,
    caseState: 'handed-in' as const,
    position,
    minutes,
    stage,
    isInLane: false,
  },
})
const meeting = {
  items: [listed('a', 'concluded', 10, 1), listed('b', 'presenting', 15, 2), listed('c', 'queued', 20, 3)],
  startsAt: '2026-11-24T13:00:00Z',
  break: null,
  presentingItemId: 'b',
  item: { itemId: 'b', minutes: 15, presentedAt: '2026-11-24T13:20:00Z', concludedAt: null },
}

test('what is left counts from the case under discussion, and the end moves with it', () => {
  const pace = paceOf(meeting, at('2026-11-24T13:25:00Z'))
  expect(pace).toMatchObject({ next: { code: 'c', minutes: 20 }, casesLeft: 2, minutesLeft: 30 })
  expect(pace.plannedEndSeconds).toBe(at('2026-11-24T13:45:00Z'))
  expect(pace.expectedEndSeconds).toBe(at('2026-11-24T13:55:00Z'))
})

test('a case over its time is planned for no more of it', () => {
  expect(paceOf(meeting, at('2026-11-24T14:00:00Z')).minutesLeft).toBe(20)
})

test('the last case has none after it, and a withdrawn one is not waited for', () => {
  const [a, b, c] = meeting.items
  if (!a || !b || !c) throw new Error('three items')
  const last = { ...meeting, items: [a, b, { ...c, caseState: 'withdrawn' as const }] }
  expect(paceOf(last, at('2026-11-24T13:20:00Z'))).toMatchObject({ next: null, casesLeft: 1, minutesLeft: 15 })
})

test('a break ahead is part of the time, is named before the case that it comes before, and is over once that was presented', () => {
  const pause = { after: 2, minutes: 15, byHand: false }
  const at1325 = at('2026-11-24T13:25:00Z')
  expect(paceOf({ ...meeting, break: pause }, at1325)).toMatchObject({ breakNow: 15, minutesLeft: 45 })
  expect(paceOf({ ...meeting, break: pause }, at1325).plannedEndSeconds).toBe(at('2026-11-24T14:00:00Z'))
  const [a, b, c] = meeting.items
  if (!a || !b || !c) throw new Error('three items')
  const begun = {
    ...meeting,
    break: pause,
    items: [a, { ...b, stage: 'concluded' as const }, { ...c, stage: 'presenting' as const }],
  }
  expect(paceOf({ ...begun, presentingItemId: 'c', item: null }, at1325)).toMatchObject({
    breakNow: null,
    minutesLeft: 20,
  })
})

test('a break further on is counted, not named', () => {
  const first = { ...meeting, items: meeting.items.map((item) => ({ ...item, stage: 'queued' as const })), item: null }
  const pace = paceOf(
    { ...first, presentingItemId: null, break: { after: 2, minutes: 15, byHand: true } },
    at('2026-11-24T13:00:00Z'),
  )
  expect(pace).toMatchObject({ breakNow: null, minutesLeft: 60 })
})
