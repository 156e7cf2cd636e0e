import { beforeAll, describe, expect, test } from 'vitest'
import { testDatabase } from '@/db/testing'
import { makeTestBoard, must, placeTestCase, type TestBoard } from '@/db/testing-board'
import { withClock } from '@/lib/foundation/clock'
import type { Actor } from '@/lib/people/model'
import { settleRivals, stateRival, withdrawRival } from './commands/contest-fact'
import { recordFactsOf } from './commands/record-facts'
import { recordFactsInput } from './facts'
import { getCase, listCases } from './queries'
import { getCaseAsKnown } from './queries/get-as-known'
import { listFactHistory } from './queries/list-fact-history'
import { settleRivalsInput, stateRivalInput, withdrawRivalInput } from './rivals'

const database = testDatabase()
let board: TestBoard
let stranger: Actor
let number = 6500

beforeAll(async () => {
  board = await makeTestBoard(database.ownerUrl)
  stranger = (await makeTestBoard(database.ownerUrl, 'Others')).presenter
})

const lesion = { section: 'lesions', item: 'T7', field: 'lesion' }
const source = 'CT report of the other hospital'

const on = <T>(at: string, work: () => Promise<T>): Promise<T> => withClock(() => new Date(at), work)

const record = (caseId: string, at: typeof lesion, value: unknown, base = 0) =>
  on('2026-11-20T10:00:00Z', () =>
    recordFactsOf(
      board.presenter,
      recordFactsInput.parse({ caseId, changes: [{ ...at, base, fact: { state: 'known', value } }] }),
    ),
  )

async function place(at = lesion, value = 'lytic'): Promise<string> {
  number += 1
  const { caseId } = await placeTestCase(database.ownerUrl, board, number, {}, 'none')
  must(await record(caseId, at, value))
  return caseId
}

const state = (caseId: string, value: unknown, actor: Actor = board.radiationOncologist, at = lesion) =>
  on('2026-11-21T10:00:00Z', () => stateRival(actor, stateRivalInput.parse({ caseId, ...at, value, source })))

const settle = (caseId: string, rivals: string[], counts: string) =>
  on('2026-11-22T10:00:00Z', () =>
    settleRivals(
      board.surgeon,
      settleRivalsInput.parse({ caseId, ...lesion, rivals, counts, because: 'Read again together' }),
    ),
  )

const takeBack = (caseId: string, rivalId: string, actor: Actor) =>
  on('2026-11-22T09:00:00Z', () =>
    withdrawRival(actor, withdrawRivalInput.parse({ caseId, rivalId, because: 'Typed at the wrong level' })),
  )

async function factOf(caseId: string) {
  const view = await getCase(board.observer, caseId)
  return view?.file.facts.lesions?.T7?.lesion
}

describe('what another source says is taken back', () => {
  test('by the person who said it, who need not be one who settles: the recorded value stands alone and can be changed', async () => {
    const caseId = await place()
    const { rivalId } = must(await state(caseId, 'mixed', board.coordinator))
    expect(await factOf(caseId)).toMatchObject({ rivals: [{ id: rivalId, enteredBy: board.coordinator.userId }] })
    must(await takeBack(caseId, rivalId, board.coordinator))
    const fact = await factOf(caseId)
    expect(fact).toMatchObject({ value: 'lytic', version: 1 })
    expect(fact?.rivalTakenBack).toEqual({ by: board.coordinator.name, at: '2026-11-22T09:00:00.000Z' })
    expect([fact?.rivals, fact?.settled]).toEqual([undefined, undefined])
    must(await record(caseId, lesion, 'blastic', 1))
  })

  test('by one who settles, also of another; not by another person, a stranger or one who watches', async () => {
    const caseId = await place()
    const { rivalId } = must(await state(caseId, 'mixed', board.radiationOncologist))
    for (const actor of [board.coordinator, board.observer]) {
      expect(await takeBack(caseId, rivalId, actor)).toMatchObject({ refusal: { code: 'forbidden' } })
    }
    expect(await takeBack(caseId, rivalId, stranger)).toMatchObject({ refusal: { code: 'not-found' } })
    must(await takeBack(caseId, rivalId, board.surgeon))
    expect((await factOf(caseId))?.rivals).toBeUndefined()
  })

  test('once: what was settled or taken back meanwhile is not ended a second time, nor a rival of another case', async () => {
    const caseId = await place()
    const { rivalId } = must(await state(caseId, 'mixed'))
    const closed = { refusal: { code: 'closed', why: 'sources-changed' } }
    expect(await takeBack(await place(), rivalId, board.surgeon)).toMatchObject(closed)
    must(await settle(caseId, [rivalId], 'recorded'))
    expect(await takeBack(caseId, rivalId, board.radiationOncologist)).toMatchObject(closed)
    expect((await factOf(caseId))?.settled?.because).toBe('Read again together')
  })

  test('and leaves the others: only what is still open is to be settled', async () => {
    const caseId = await place()
    const mine = must(await state(caseId, 'mixed', board.coordinator)).rivalId
    const other = must(await state(caseId, 'blastic')).rivalId
    must(await takeBack(caseId, mine, board.coordinator))
    expect((await factOf(caseId))?.rivals?.map(({ id }) => id)).toEqual([other])
    must(await settle(caseId, [other], other))
    expect(await factOf(caseId)).toMatchObject({ value: 'blastic', version: 2 })
  })

  test('the history keeps it with its source and the reason, and the sheet of before shows it', async () => {
    const caseId = await place()
    const { rivalId } = must(await state(caseId, 'mixed'))
    must(await takeBack(caseId, rivalId, board.radiationOncologist))
    const rows = must(await listFactHistory(board.presenter, { caseId, ...lesion }))
    expect(rows.find((row) => row.source === source)).toMatchObject({
      value: 'mixed',
      settled: { outcome: 'withdrawn', because: 'Typed at the wrong level', by: board.radiationOncologist.name },
    })
    const before = must(await getCaseAsKnown(board.presenter, { caseId, at: '2026-11-21T12:00:00Z' })).case
    expect(before.facts.lesions?.T7?.lesion?.rivals).toHaveLength(1)
  })

  test('makes the levels of the case follow its map again', async () => {
    const involvement = { ...lesion, field: 'involvement' }
    const caseId = await place(involvement, 'none')
    const levels = async () =>
      must(await listCases(board.chair, { boardId: board.boardId, search: String(number) })).rows.find(
        (row) => row.caseId === caseId,
      )?.levels
    const { rivalId } = must(await state(caseId, 'certain', board.radiationOncologist, involvement))
    expect(await levels()).toEqual(['T7'])
    must(await takeBack(caseId, rivalId, board.radiationOncologist))
    expect(await levels()).toEqual([])
  })
})
