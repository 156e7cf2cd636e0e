import { eq } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { ledgerEntries } from '@/db/schema/ledger'
import { testDatabase } from '@/db/testing'
import { asOwner, makeTestBoard, must, type TestBoard } from '@/db/testing-board'
import { callTestBoard } from '@/db/testing-call'
import { answerCall } from './commands/call-board'
import { enterDuty, removeDuty } from './commands/keep-duties'
import { tellCalled } from './commands/tell-called'
import { enterDutyInput } from './model/duty'
import { getCalls } from './queries/get-calls'
import { listDuties } from './queries/list-duties'

const database = testDatabase()
const telephone = '01632 960001'
let board: TestBoard

beforeAll(async () => {
  board = await makeTestBoard(database.ownerUrl)
})

const hours = (from: number) => new Date(Date.now() + from * 3_600_000).toISOString()
const duty = (changes: object = {}) =>
  enterDutyInput.parse({
    ...{ boardId: board.boardId, specialty: 'spine-surgery', userId: board.surgeon.userId, telephone },
    ...{ startsAt: hours(-1), endsAt: hours(8) },
    ...changes,
  })
const listed = async (dutyId: string) =>
  must(await listDuties(board.observer, { boardId: board.boardId })).duties.find((one) => one.dutyId === dutyId)
const ledgerOf = (aboutId: string) =>
  asOwner(database.ownerUrl, (db) => db.select().from(ledgerEntries).where(eq(ledgerEntries.aboutId, aboutId)))

describe('the duty list', () => {
  test('is kept by the coordinator and the chair, and read by who sees patients', async () => {
    const { dutyId } = must(await enterDuty(board.coordinator, duty()))
    expect(await listed(dutyId)).toMatchObject({
      telephone,
      name: board.surgeon.name,
      enteredBy: board.coordinator.name,
    })
    must(await removeDuty(board.chair, { dutyId }))
    expect(await listed(dutyId)).toBeUndefined()
    for (const actor of [board.presenter, board.surgeon, board.observer])
      expect(await enterDuty(actor, duty())).toMatchObject({ refusal: { code: 'forbidden' } })
    const { boardId } = board
    expect(must(await listDuties(board.presenter, { boardId })).mayKeep).toBe(false)
    expect(await listDuties(board.administrator, { boardId })).toMatchObject({ refusal: { code: 'not-found' } })
    expect(await enterDuty(board.administrator, duty())).toMatchObject({ refusal: { code: 'not-found' } })
  })

  test('keeps an entry that was changed, and says to the second who changes it that it is gone', async () => {
    const { dutyId } = must(await enterDuty(board.coordinator, duty()))
    const changed = must(await enterDuty(board.chair, duty({ replaces: dutyId, telephone: '01632 960002' })))
    expect(await listed(dutyId)).toBeUndefined()
    expect(await listed(changed.dutyId)).toMatchObject({ telephone: '01632 960002' })
    const late = await enterDuty(board.coordinator, duty({ replaces: dutyId }))
    expect(late).toMatchObject({ refusal: { code: 'stale', fields: [{ by: board.chair.name }] } })
    expect(await removeDuty(board.coordinator, { dutyId })).toMatchObject({ refusal: { code: 'stale' } })
  })

  test('leaves no number in the ledger', async () => {
    const { dutyId } = must(await enterDuty(board.coordinator, duty()))
    must(await removeDuty(board.coordinator, { dutyId }))
    const rows = await ledgerOf(dutyId)
    expect(rows.map(({ kind }) => kind)).toEqual(['duty.entered', 'duty.removed'])
    expect(JSON.stringify(rows)).not.toContain('960001')
  })

  test('is of one board: an entry of another is neither changed nor replaced', async () => {
    const others = await makeTestBoard(database.ownerUrl, 'Others')
    const { dutyId } = must(await enterDuty(board.coordinator, duty()))
    expect(await removeDuty(others.coordinator, { dutyId })).toMatchObject({ refusal: { code: 'not-found' } })
    const theirs = duty({ boardId: others.boardId, userId: others.surgeon.userId, replaces: dutyId })
    expect(await enterDuty(others.coordinator, theirs)).toMatchObject({ refusal: { code: 'not-found' } })
  })
})

describe('whom to telephone', () => {
  test('is shown beside who is on duty for the specialty that is called, and beside nobody else', async () => {
    const of = { specialty: 'medical-oncology', userId: board.medicalOncologist.userId, telephone: '01632 960003' }
    must(await enterDuty(board.coordinator, duty(of)))
    must(
      await enterDuty(board.coordinator, duty({ startsAt: hours(20), endsAt: hours(30), telephone: '01632 960004' })),
    )
    const later = must(await listDuties(board.chair, { boardId: board.boardId })).duties
    for (const { dutyId, specialty, startsAt } of later)
      if (specialty === 'spine-surgery' && startsAt < hours(0)) must(await removeDuty(board.chair, { dutyId }))
    const { meetingId, callId, oncologistsCallId } = await callTestBoard(database.ownerUrl, board)
    const { calls } = must(await getCalls(board.presenter, { meetingId }))
    const numbers = (id: string) => calls.find((one) => one.callId === id)?.people.map((one) => one.telephone)
    expect(numbers(oncologistsCallId)).toEqual(['01632 960003'])
    expect(numbers(callId)).toEqual([null])
  })

  test('and that they were told is recorded, and answers nothing for them', async () => {
    const { meetingId, callId } = await callTestBoard(database.ownerUrl, board)
    const userId = board.surgeon.userId
    must(await tellCalled(board.coordinator, { callId, userId }))
    const told = must(await getCalls(board.observer, { meetingId })).calls.find((one) => one.callId === callId)
    expect(told).toMatchObject({ taken: null, people: [{ told: { by: board.coordinator.name }, answer: null }] })
    expect(await tellCalled(board.observer, { callId, userId })).toMatchObject({ refusal: { code: 'forbidden' } })
    const stranger = { callId, userId: board.chair.userId }
    expect(await tellCalled(board.presenter, stranger)).toMatchObject({ refusal: { code: 'invalid' } })
    must(await answerCall(board.surgeon, { callId, answer: 'seen' }))
    expect((await ledgerOf(callId)).map(({ kind }) => kind)).toEqual(['call.told', 'call.seen'])
  })
})
