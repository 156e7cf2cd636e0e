import { beforeAll, expect, test } from 'vitest'
import { askIn, readAs } from '@/db/client'
import { testDatabase } from '@/db/testing'
import { makeTestBoard, must, placeTestCase, type TestBoard } from '@/db/testing-board'
import type { Actor } from '@/lib/people/model'
import { addItem, removeItem } from '../commands/build-agenda'
import { createMeeting, startMeeting } from '../commands/manage-meeting'
import { createMeetingInput } from '../model'
import { askAgendaPlace } from './get-agenda-place'

const database = testDatabase()
const placeOf = (actor: Actor, caseId: string) => readAs(actor, (tx) => askIn(tx, askAgendaPlace(actor, caseId)))
let board: TestBoard

beforeAll(async () => {
  board = await makeTestBoard(database.ownerUrl)
})

let number = 0
const newCase = async () => (await placeTestCase(database.ownerUrl, board, ++number, {})).caseId

const plan = async (title: string, startsAt: string): Promise<string> => {
  const input = createMeetingInput.parse({ boardId: board.boardId, title, startsAt })
  return must(await createMeeting(board.coordinator, input)).meetingId
}

test('a case is found on the planned meeting that starts first, and on the running one before any other', async () => {
  const { coordinator } = board
  const [first, second] = [await newCase(), await newCase()]
  expect(await placeOf(coordinator, second)).toBeNull()
  const later = await plan('Later', '2026-12-08T13:00:00Z')
  const sooner = await plan('Sooner', '2026-12-01T13:00:00Z')
  must(await addItem(coordinator, { meetingId: later, caseId: second, minutes: 15 }))
  must(await addItem(coordinator, { meetingId: sooner, caseId: first, minutes: 15 }))
  must(await addItem(coordinator, { meetingId: sooner, caseId: second, minutes: 15 }))
  expect(await placeOf(coordinator, second)).toMatchObject({
    ...{ meetingId: sooner, title: 'Sooner', isRunning: false, position: 2, of: 2 },
  })
  must(await startMeeting(coordinator, { meetingId: later }))
  expect(await placeOf(coordinator, second)).toMatchObject({ meetingId: later, isRunning: true, position: 1 })
})

test('an item taken off the agenda has no place, and a stranger finds none', async () => {
  const { coordinator } = board
  const caseId = await newCase()
  const meetingId = await plan('Third', '2026-12-15T13:00:00Z')
  const { itemId } = must(await addItem(coordinator, { meetingId, caseId, minutes: 15 }))
  const strangers = await makeTestBoard(database.ownerUrl, 'Strangers')
  expect(await placeOf(strangers.coordinator, caseId)).toBeNull()
  must(await removeItem(coordinator, { itemId }))
  expect(await placeOf(coordinator, caseId)).toBeNull()
})
