import { beforeAll, expect, test } from 'vitest'
import { testDatabase } from '@/db/testing'
import { makeTestBoard, must, placeTestCase, type TestBoard } from '@/db/testing-board'
import { restoreCase, withdrawCase } from './commands/withdraw-case'
import { getCase } from './queries'

const database = testDatabase()
let board: TestBoard

beforeAll(async () => {
  board = await makeTestBoard(database.ownerUrl)
})

const placed = [
  ['draft', 1, { state: 'draft', handedInAt: null }],
  ['handed-in', 2, {}],
] as const

test.each(placed)(
  'a withdrawn %s case is restored to what it was, every reason kept',
  async (state, number, changes) => {
    const { caseId } = await placeTestCase(database.ownerUrl, board, number, changes)
    const restore = (actor = board.coordinator) => restoreCase(actor, { caseId, reason: 'Two persons after all' })
    expect(await restore()).toMatchObject({ refusal: { code: 'closed', why: 'case-not-withdrawn' } })
    must(await withdrawCase(board.presenter, { caseId, reason: 'Entered twice' }))
    expect(await restore(board.observer)).toMatchObject({ refusal: { code: 'forbidden' } })
    must(await restore())
    const view = await getCase(board.observer, caseId)
    expect(view?.file.state).toBe(state)
    expect(view?.standings.map(({ act, because, by }) => [act, because, by])).toEqual([
      ['restored', 'Two persons after all', 'C. Ordway'],
      ['withdrawn', 'Entered twice', 'P. Tellwright'],
    ])
  },
)
