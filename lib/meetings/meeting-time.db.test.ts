import { beforeEach, describe, expect, test } from 'vitest'
import { testDatabase } from '@/db/testing'
import { makeTestBoard, must, placeTestCase, type TestBoard } from '@/db/testing-board'
import { callTestBoard } from '@/db/testing-call'
import { getRoom } from '@/lib/deliberation/queries/get-room'
import { addItem } from './commands/build-agenda'
import { closeMeeting, createMeeting, startMeeting } from './commands/manage-meeting'
import { setMeetingRules } from './commands/set-meeting-rules'
import { setMeetingTime } from './commands/set-meeting-time'
import { getMeeting } from './queries/get-meeting'

const database = testDatabase()
let board: TestBoard
let meetingId: string

const why = (result: { ok: boolean; refusal?: object }) => (result.ok ? 'ok' : result.refusal)
const seen = async () => must(await getMeeting(board.observer, { meetingId }))
const rule = { afterMinutes: 30, afterCases: null, lasts: 15 }
const askForBreak = (breakRule: typeof rule | null, version = 0) =>
  setMeetingRules(board.chair, { boardId: board.boardId, version, quorum: [], breakRule, because: 'Agreed' })

beforeEach(async () => {
  board = await makeTestBoard(database.ownerUrl)
  const plan = { boardId: board.boardId, title: 'Tuesday', place: null, startsAt: '2026-12-08T14:00:00Z' }
  meetingId = must(await createMeeting(board.coordinator, plan)).meetingId
  for (const number of [1, 2, 3, 4]) {
    const { caseId } = await placeTestCase(database.ownerUrl, board, number)
    must(await addItem(board.coordinator, { meetingId, caseId, minutes: 20 }))
  }
})

describe('the break of a meeting', () => {
  test('comes where the board’s rule places it, and goes with the rule; agenda and room show the same', async () => {
    expect((await seen()).break).toBeNull()
    must(await askForBreak(rule))
    expect((await seen()).break).toEqual({ after: 2, minutes: 15, byHand: false })
    expect(must(await getRoom(board.observer, { meetingId })).break).toEqual({ after: 2, minutes: 15, byHand: false })
    must(await askForBreak(null, 1))
    expect((await seen()).break).toBeNull()
  })

  test('stays where a person put it, until they leave it to the rule again', async () => {
    must(await askForBreak(rule))
    must(await setMeetingTime(board.coordinator, { meetingId, placedBreak: { after: 3, minutes: 10 } }))
    must(await askForBreak({ ...rule, afterMinutes: 20 }, 1))
    expect(await seen()).toMatchObject({
      break: { after: 3, minutes: 10, byHand: true },
      breakByHand: { after: 3, minutes: 10 },
    })
    must(await setMeetingTime(board.chair, { meetingId, placedBreak: null }))
    expect((await seen()).break).toEqual({ after: 1, minutes: 15, byHand: false })
  })

  test('a board called without a meeting has none', async () => {
    must(await askForBreak({ ...rule, afterMinutes: 10 }))
    const { meetingId: called } = await callTestBoard(database.ownerUrl, board)
    expect(must(await getRoom(board.chair, { meetingId: called })).break).toBeNull()
  })
})

test('the budget and the break are set one without the other, by chair and coordinator, until the meeting closes', async () => {
  must(await setMeetingTime(board.coordinator, { meetingId, budgetMinutes: 60 }))
  must(await setMeetingTime(board.chair, { meetingId, placedBreak: { after: 2, minutes: 15 } }))
  expect(await seen()).toMatchObject({ budgetMinutes: 60, break: { after: 2 }, may: { time: { open: false } } })
  for (const actor of [board.observer, board.surgeon, board.presenter])
    expect(why(await setMeetingTime(actor, { meetingId, budgetMinutes: 90 }))).toEqual({ code: 'forbidden' })
  must(await startMeeting(board.chair, { meetingId }))
  must(await setMeetingTime(board.chair, { meetingId, budgetMinutes: null }))
  expect((await seen()).budgetMinutes).toBeNull()
  must(await closeMeeting(board.chair, { meetingId, because: 'Next week' }))
  const late = await setMeetingTime(board.chair, { meetingId, budgetMinutes: 90 })
  expect(why(late)).toEqual({ code: 'closed', why: 'meeting-closed' })
})
