import { beforeEach, expect, test } from 'vitest'
import { testDatabase } from '@/db/testing'
import { makeTestBoard, must, placeTestCase, type TestBoard } from '@/db/testing-board'
import type { Actor } from '@/lib/people/model'
import { addItem } from './commands/build-agenda'
import { createMeeting, startMeeting } from './commands/manage-meeting'
import { replyToMeeting } from './commands/reply-to-meeting'
import { setMeetingRules } from './commands/set-meeting-rules'
import { createMeetingInput } from './model'
import type { MeetingReply } from './model/reply'
import { getMeeting } from './queries/get-meeting'

const database = testDatabase()
let board: TestBoard
let meetingId: string

beforeEach(async () => {
  board = await makeTestBoard(database.ownerUrl)
  const { boardId, coordinator } = board
  const planned = createMeetingInput.parse({ boardId, title: 'Tuesday', startsAt: '2026-12-01T13:00:00Z' })
  meetingId = must(await createMeeting(coordinator, planned)).meetingId
  const { caseId } = await placeTestCase(database.ownerUrl, board, 4001)
  must(await addItem(coordinator, { meetingId, caseId, minutes: 15 }))
  const quorum = [{ specialty: 'spine-surgery' as const, least: 1 }]
  must(await setMeetingRules(board.chair, { boardId, version: 0, quorum, because: 'Agreed' }))
})

const why = (result: { ok: boolean; refusal?: object }) => (result.ok ? 'ok' : result.refusal)
const says = (actor: Actor, reply: MeetingReply) => replyToMeeting(actor, { meetingId, reply })
const expectedNow = async () => must(await getMeeting(board.coordinator, { meetingId })).expected

test('the agenda predicts the quorum of each case from the answers and names whom to ask; the last answer counts', async () => {
  expect((await expectedNow())?.cases).toMatchObject([{ quorum: { state: 'short' } }])
  must(await says(board.surgeon, 'remote'))
  expect(await expectedNow()).toMatchObject({ cases: [{ quorum: { state: 'met' } }], toAsk: [] })
  must(await says(board.surgeon, 'declined'))
  expect((await expectedNow())?.toAsk).toEqual([
    {
      specialty: 'spine-surgery',
      people: [{ userId: board.surgeon.userId, name: board.surgeon.name, declined: true }],
    },
  ])
})

test('nobody answers once the meeting has started, and no stranger ever', async () => {
  const strangers = await makeTestBoard(database.ownerUrl, 'Strangers')
  expect(why(await says(strangers.surgeon, 'coming'))).toEqual({ code: 'not-found' })
  must(await startMeeting(board.chair, { meetingId }))
  expect(why(await says(board.surgeon, 'coming'))).toEqual({ code: 'closed', why: 'meeting-started' })
  expect(await expectedNow()).toBeNull()
})
