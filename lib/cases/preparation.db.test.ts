import { beforeAll, expect, test } from 'vitest'
import { testDatabase } from '@/db/testing'
import { makeTestBoard, must, placeTestCase, type TestBoard } from '@/db/testing-board'
import { getBoardSheet } from '@/lib/deliberation/queries/get-board-sheet'
import { withClock } from '@/lib/foundation/clock'
import type { Actor } from '@/lib/people/model'
import { countPreparation } from './commands/count-preparation'
import { withdrawCase } from './commands/withdraw-case'

const database = testDatabase()
let board: TestBoard
let strangers: TestBoard
let number = 0

beforeAll(async () => {
  board = await makeTestBoard(database.ownerUrl)
  strangers = await makeTestBoard(database.ownerUrl, 'Strangers')
})

const place = async () => {
  number += 1
  return (await placeTestCase(database.ownerUrl, board, number, { state: 'draft', handedInAt: null })).caseId
}
const count = (actor: Actor, caseId: string, seconds: number, at = '09:00:00') =>
  withClock(
    () => new Date(`2026-11-24T${at}Z`),
    () => countPreparation(actor, { caseId, seconds }),
  )
const prepared = async (caseId: string) => (await getBoardSheet(board.observer, caseId))?.preparation

test('sittings and people add up, the longest first', async () => {
  const caseId = await place()
  expect(await prepared(caseId)).toEqual([])
  must(await count(board.presenter, caseId, 50))
  must(await count(board.surgeon, caseId, 130, '09:00:10'))
  must(await count(board.presenter, caseId, 60, '09:01:05'))
  must(await count(board.presenter, caseId, 60, '15:00:00'))
  const by = (actor: Actor) => actor.name
  expect(await prepared(caseId)).toEqual([
    { by: by(board.presenter), seconds: 170 },
    { by: by(board.surgeon), seconds: 130 },
  ])
})

test('two screens of one person are not two people: no more counts than has passed', async () => {
  const caseId = await place()
  must(await count(board.presenter, caseId, 60))
  must(await count(board.presenter, caseId, 60, '09:00:20'))
  must(await count(board.presenter, caseId, 60, '09:00:20'))
  expect(await prepared(caseId)).toMatchObject([{ seconds: 80 }])
})

test('at the same instant, one of two counts', async () => {
  const caseId = await place()
  const both = await Promise.all([count(board.presenter, caseId, 60), count(board.presenter, caseId, 60)])
  expect(both.map(({ ok }) => ok)).toEqual([true, true])
  expect(await prepared(caseId)).toMatchObject([{ seconds: 60 }])
})

test('who may not write the case adds nothing, and the case is not changed by counting', async () => {
  const caseId = await place()
  const before = await getBoardSheet(board.observer, caseId)
  expect(await count(board.observer, caseId, 60)).toMatchObject({ refusal: { code: 'forbidden' } })
  expect(await count(strangers.presenter, caseId, 60)).toMatchObject({ refusal: { code: 'not-found' } })
  must(await count(board.presenter, caseId, 60))
  const { version, changedAt } = before?.view.file ?? {}
  expect((await getBoardSheet(board.observer, caseId))?.view.file).toMatchObject({ version, changedAt })
  must(await withdrawCase(board.presenter, { caseId, reason: 'Entered twice' }))
  expect(await count(board.presenter, caseId, 60, '10:00:00')).toMatchObject({ refusal: { code: 'closed' } })
  expect(await prepared(caseId)).toMatchObject([{ seconds: 60 }])
})
