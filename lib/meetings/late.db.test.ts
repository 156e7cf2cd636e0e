import { sql } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import { asActor } from '@/db/client'
import { testDatabase } from '@/db/testing'
import { makeTestBoard, must, placeTestCase, type TestBoard } from '@/db/testing-board'
import { listHistory } from '@/lib/cases/queries/list-history'
import { withClock } from '@/lib/foundation/clock'
import { ok } from '@/lib/foundation/result'
import type { Actor } from '@/lib/people/model'
import { addItem } from './commands/build-agenda'
import { createMeeting, startMeeting } from './commands/manage-meeting'
import { setMeetingRules } from './commands/set-meeting-rules'
import { noReasonForLate } from './model/late'
import { getMeeting } from './queries/get-meeting'
import { getMeetingRules } from './queries/get-meeting-rules'

const database = testDatabase()
let board: TestBoard
let meetingId: string

const startsAt = '2026-12-08T14:00:00Z'
const at = <T>(instant: string, act: () => Promise<T>) => withClock(() => new Date(instant), act)
const why = (result: { ok: boolean; refusal?: object }) => (result.ok ? 'ok' : result.refusal)
const missing = { code: 'invalid', fields: [{ path: 'lateBecause', message: noReasonForLate }] }

beforeEach(async () => {
  board = await makeTestBoard(database.ownerUrl)
  const plan = { boardId: board.boardId, title: 'Tuesday', place: null, startsAt }
  meetingId = must(await createMeeting(board.coordinator, plan)).meetingId
})

let number = 0
async function add(actor: Actor, instant: string, lateBecause?: string) {
  number += 1
  const { caseId } = await placeTestCase(database.ownerUrl, board, number)
  return { caseId, done: await at(instant, () => addItem(actor, { meetingId, caseId, minutes: 10, lateBecause })) }
}
const closesADayBefore = () =>
  setMeetingRules(board.chair, {
    ...{ boardId: board.boardId, version: 0, quorum: [], agendaClosesHours: 24, because: 'Agreed' },
  })

describe('an agenda that has closed', () => {
  test('takes a case with a reason alone, which everybody reads with the item and in the history of the case', async () => {
    must(await closesADayBefore())
    expect(why((await add(board.coordinator, '2026-12-07T13:59:00Z')).done)).toBe('ok')
    expect(why((await add(board.coordinator, '2026-12-07T14:00:00Z')).done)).toEqual(missing)
    const { caseId, done } = await add(board.coordinator, '2026-12-07T14:00:00Z', 'New weakness since noon')
    must(done)
    const view = must(await at('2026-12-07T15:00:00Z', () => getMeeting(board.observer, { meetingId })))
    expect(view.agendaCloses).toEqual({ at: '2026-12-07T14:00:00.000Z', isPast: true })
    expect(view.agenda.map(({ late }) => late)).toEqual([
      null,
      { because: 'New weakness since noon', by: board.coordinator.name, at: '2026-12-07T14:00:00.000Z' },
    ])
    const told = JSON.stringify(must(await listHistory(board.observer, { caseId })))
    expect(told).toContain('item.came-late')
    expect(told).not.toContain('New weakness')
  })

  test('closes with the start where the board has set no hours', async () => {
    expect(why((await add(board.coordinator, '2026-12-08T15:00:00Z')).done)).toBe('ok')
    must(await startMeeting(board.chair, { meetingId }))
    expect(why((await add(board.coordinator, startsAt)).done)).toEqual(missing)
    expect(why((await add(board.coordinator, startsAt, 'Cannot wait a week')).done)).toBe('ok')
    expect(must(await getMeeting(board.observer, { meetingId })).agendaCloses).toEqual({ at: null, isPast: true })
  })

  test('takes no case without a reason past the application, and none of its reasons is changed', async () => {
    const { caseId, done } = await add(board.coordinator, startsAt)
    must(done)
    must(await startMeeting(board.chair, { meetingId }))
    const other = await placeTestCase(database.ownerUrl, board, 99)
    const past = (statement: ReturnType<typeof sql>) =>
      asActor(board.coordinator, async (tx) => ok(await tx.execute(statement)))
    const row = sql`(board_id, meeting_id, case_id, position, minutes, added_by, added_at) values
      (${board.boardId}, ${meetingId}, ${other.caseId}, 9, 10, ${board.coordinator.userId}, now())`
    await expect(past(sql`insert into agenda_items ${row}`)).rejects.toThrow()
    await expect(past(sql`update agenda_items set late_because = 'b' where case_id = ${caseId}`)).rejects.toThrow()
  })
})

test('the hour at which an agenda closes is the chair’s to set; a change of the quorum alone leaves it', async () => {
  const { boardId, chair, coordinator } = board
  const rules = { boardId, version: 0, quorum: [], agendaClosesHours: 48, because: 'Agreed' }
  expect(why(await setMeetingRules(coordinator, rules))).toEqual({ code: 'forbidden' })
  must(await setMeetingRules(chair, rules))
  const quorum = [{ specialty: 'radiology' as const, least: 1 }]
  must(await setMeetingRules(chair, { boardId, version: 1, quorum, because: 'Agreed' }))
  const view = must(await getMeetingRules(board.observer, { boardId }))
  expect(view).toMatchObject({ version: 2, agendaClosesHours: 48 })
  expect(view.history.map(({ changed }) => changed)).toEqual([
    ['Quorum: 1 of radiology'],
    ['Agenda: closes 48 hours before the planned start'],
  ])
})
