import { beforeAll, expect, test } from 'vitest'
import { testDatabase } from '@/db/testing'
import { makeTestBoard, must, placeTestCase, type TestBoard } from '@/db/testing-board'
import { recordFactsOf } from './commands/record-facts'

const database = testDatabase()
let board: TestBoard

beforeAll(async () => {
  board = await makeTestBoard(database.ownerUrl)
})

test('an end before its start is refused at the end and nothing is recorded, whoever sends it', async () => {
  const { caseId } = await placeTestCase(database.ownerUrl, board, 1)
  const item = '3f2b8a6e-0000-4000-8000-000000000001'
  const write = (field: string, value: string) =>
    recordFactsOf(board.presenter, {
      caseId,
      changes: [
        {
          ...{ section: 'treatments', item, field, base: 0 },
          fact: { state: 'known', value, unit: null, refersOn: null },
        },
      ],
    })
  must(await write('startedOn', '2026-03'))
  const [path, message] = [`treatments.${item}.endedOn`, expect.stringContaining('lies before “Started on”, Mar-2026')]
  expect(await write('endedOn', '2020-01-01')).toMatchObject({
    refusal: { code: 'invalid', fields: [{ path, message }] },
  })
  must(await write('endedOn', '2026-03-01'))
})
