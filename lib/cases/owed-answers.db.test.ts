import { beforeAll, expect, test } from 'vitest'
import { testDatabase } from '@/db/testing'
import { makeTestBoard, must, placeTestCase, type TestBoard } from '@/db/testing-board'
import { withClock } from '@/lib/foundation/clock'
import { addItem } from '@/lib/meetings/commands/build-agenda'
import { createMeeting } from '@/lib/meetings/commands/manage-meeting'
import { createMeetingInput } from '@/lib/meetings/model'
import type { Actor } from '@/lib/people/model'
import { askForAnswer } from './commands/ask-for-answer'
import { recordFactsOf } from './commands/record-facts'
import { recordFactsInput } from './facts'
import { listOwed } from './queries/list-owed'

const database = testDatabase()
let board: TestBoard
let caseId: string

const at = <T>(instant: string, work: () => Promise<T>): Promise<T> => withClock(() => new Date(instant), work)
const owedBy = async (actor: Actor, instant: string, { boardId } = board) =>
  must(await at(instant, () => listOwed(actor, { boardId })))
const allergiesOf = async (actor: Actor, instant: string) =>
  (await owedBy(actor, instant)).filter(({ field }) => field === 'allergies')

beforeAll(async () => {
  board = await makeTestBoard(database.ownerUrl)
  const { boardId, coordinator } = board
  caseId = (await placeTestCase(database.ownerUrl, board, 1)).caseId
  const plan = createMeetingInput.parse({ boardId, title: 'Tuesday', startsAt: '2026-11-26T13:00:00Z' })
  const { meetingId } = must(await createMeeting(coordinator, plan))
  must(await at('2026-11-23T09:00:00Z', () => addItem(coordinator, { meetingId, caseId, minutes: 15 })))
})

test('falls to the role of the dataset with the lead before the meeting, new only on the day it came', async () => {
  const onTheDay = await allergiesOf(board.presenter, '2026-11-23T10:00:00Z')
  expect(onTheDay).toMatchObject([
    { code: '2026-0001', until: '2026-11-24', isNew: true, askedBy: null, state: 'open' },
  ])
  expect(await allergiesOf(board.presenter, '2026-11-24T10:00:00Z')).toMatchObject([{ isNew: false }])
  expect(await allergiesOf(board.surgeon, '2026-11-24T10:00:00Z')).toEqual([])
  expect(await owedBy(board.observer, '2026-11-24T10:00:00Z')).toEqual([])
})

test('is not owed before the case came onto the agenda: the lead cannot have passed by then', async () => {
  const late = await makeTestBoard(database.ownerUrl, 'Late')
  const { boardId, coordinator } = late
  const placed = await placeTestCase(database.ownerUrl, late, 1)
  const plan = createMeetingInput.parse({ boardId, title: 'Tuesday', startsAt: '2026-11-26T13:00:00Z' })
  const { meetingId } = must(await createMeeting(coordinator, plan))
  must(await at('2026-11-25T09:00:00Z', () => addItem(coordinator, { meetingId, caseId: placed.caseId, minutes: 15 })))
  const [first] = await owedBy(late.presenter, '2026-11-25T10:00:00Z', late)
  expect(first).toMatchObject({ until: '2026-11-25', isNew: true, patient: expect.stringMatching(/, /) })
})

test('asked by name it moves to that person, and is answered for the rest of the day, then gone', async () => {
  const place = { section: 'safety', item: '', field: 'allergies' }
  const request = { caseId, ...place, ownerId: board.surgeon.userId, dueOn: '2026-11-25' }
  must(await at('2026-11-24T11:00:00Z', () => askForAnswer(board.coordinator, request)))
  expect(await allergiesOf(board.presenter, '2026-11-24T12:00:00Z')).toEqual([])
  const asked = { until: '2026-11-25', isNew: true, askedBy: 'C. Ordway', state: 'open' }
  expect(await allergiesOf(board.surgeon, '2026-11-24T12:00:00Z')).toMatchObject([asked])
  const change = { ...place, base: 0, fact: { state: 'known', value: 'none' } }
  const told = recordFactsInput.parse({ caseId, changes: [change] })
  must(await at('2026-11-25T09:00:00Z', () => recordFactsOf(board.presenter, told)))
  expect(await allergiesOf(board.surgeon, '2026-11-25T12:00:00Z')).toMatchObject([{ state: 'answered' }])
  expect(await allergiesOf(board.presenter, '2026-11-25T12:00:00Z')).toEqual([])
  expect(await allergiesOf(board.surgeon, '2026-11-26T09:00:00Z')).toEqual([])
})

test('is in the order of the days, and nobody of another board reads it', async () => {
  const owed = await owedBy(board.presenter, '2026-11-24T10:00:00Z')
  const days = owed.filter(({ state }) => state === 'open').map(({ until }) => until ?? '9999')
  expect(days.length).toBeGreaterThan(3)
  expect(days).toEqual([...days].sort())
  const strangers = await makeTestBoard(database.ownerUrl, 'Strangers')
  expect(await listOwed(strangers.presenter, { boardId: board.boardId })).toMatchObject({
    refusal: { code: 'not-found' },
  })
})
