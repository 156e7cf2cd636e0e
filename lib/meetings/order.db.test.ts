import { beforeEach, describe, expect, test } from 'vitest'
import { testDatabase } from '@/db/testing'
import { makeTestBoard, must, placeTestCase, type TestBoard } from '@/db/testing-board'
import { shortCourse, singleFraction } from '@/db/testing-vote'
import { proposeOption } from '@/lib/deliberation/commands/propose-option'
import { addItem, moveItem } from './commands/build-agenda'
import { createMeeting, startMeeting } from './commands/manage-meeting'
import { orderAgenda } from './commands/order-agenda'
import { presentItem } from './commands/present-item'
import { getMeeting } from './queries/get-meeting'
import { getOrderProposal } from './queries/get-order-proposal'

const database = testDatabase()
let board: TestBoard
let meetingId: string
let items: string[]

const why = (result: { ok: boolean; refusal?: object }) => (result.ok ? 'ok' : result.refusal)
const standing = async () => must(await getMeeting(board.observer, { meetingId })).agenda.map(({ itemId }) => itemId)
const propose = async () => must(await getOrderProposal(board.coordinator, { meetingId }))
const item = (index: number) => items[index] ?? ''

beforeEach(async () => {
  board = await makeTestBoard(database.ownerUrl)
  const plan = { boardId: board.boardId, title: 'Tuesday', place: null, startsAt: '2026-12-08T14:00:00Z' }
  meetingId = must(await createMeeting(board.coordinator, plan)).meetingId
  items = []
  for (const number of [1, 2, 3]) {
    const { caseId } = await placeTestCase(database.ownerUrl, board, number)
    items.push(must(await addItem(board.coordinator, { meetingId, caseId, minutes: 15 })).itemId)
  }
  const soon = { ...shortCourse, urgency: 'soon' as const }
  const emergency = { ...singleFraction, urgency: 'emergency' as const }
  must(await proposeOption(board.radiationOncologist, { itemId: item(1), plan: soon }))
  must(await proposeOption(board.radiationOncologist, { itemId: item(2), plan: emergency }))
})

describe('a proposed order', () => {
  test('names each place with its reasons and moves nothing by itself', async () => {
    const { rows, seen, byHand } = await propose()
    expect(seen).toEqual(items)
    expect(byHand).toBeNull()
    expect(rows.map(({ itemId, from }) => [itemId, from])).toEqual([
      [item(2), 3],
      [item(1), 2],
      [item(0), 1],
    ])
    expect(rows[0]?.reasons).toContain('proposed as emergency')
    expect(rows[2]?.reasons).toContain('no urgency proposed')
    expect(await standing()).toEqual(items)
  })

  test('is taken as a whole, once: what was moved by hand since is not overwritten', async () => {
    const { seen, rows } = await propose()
    const order = rows.map(({ itemId }) => itemId)
    must(await moveItem(board.coordinator, { itemId: item(1), to: 1 }))
    const late = await orderAgenda(board.coordinator, { meetingId, seen, order })
    expect(why(late)).toEqual({ code: 'closed', why: 'agenda-changed' })
    expect(await standing()).toEqual([item(1), item(0), item(2)])
    const again = await propose()
    expect(again.byHand).toMatchObject({ by: board.coordinator.name })
    must(await orderAgenda(board.coordinator, { meetingId, seen: again.seen, order }))
    expect(await standing()).toEqual(order)
    expect((await propose()).byHand).toBeNull()
  })

  test('leaves a presented case in its place, and is the coordinator’s alone', async () => {
    must(await startMeeting(board.chair, { meetingId }))
    must(await presentItem(board.chair, { itemId: item(0) }))
    expect((await propose()).rows.map(({ itemId }) => itemId)).toEqual([item(0), item(2), item(1)])
    const moved = [item(2), item(0), item(1)]
    const input = { meetingId, seen: items, order: moved }
    expect(why(await orderAgenda(board.coordinator, input))).toMatchObject({ code: 'invalid' })
    for (const actor of [board.chair, board.surgeon, board.observer]) {
      expect(why(await getOrderProposal(actor, { meetingId }))).toEqual({ code: 'forbidden' })
      expect(why(await orderAgenda(actor, input))).toEqual({ code: 'forbidden' })
    }
  })
})
