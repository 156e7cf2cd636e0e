import { beforeAll, expect, test } from 'vitest'
import { testDatabase } from '@/db/testing'
import { makeTestBoard, must, placeTestCase, type TestBoard } from '@/db/testing-board'
import { recordFactsOf } from './commands/record-facts'
import { getCase } from './queries'

const database = testDatabase()
let board: TestBoard

beforeAll(async () => {
  board = await makeTestBoard(database.ownerUrl)
})

const item = '3f2b8a6e-0000-4000-8000-000000000001'

test('a result in a unit that is none of its test is refused with a sentence, whoever sends it', async () => {
  const { caseId } = await placeTestCase(database.ownerUrl, board, 1)
  const write = (value: number | string, unit: string, test: string, base = 0) =>
    recordFactsOf(board.presenter, {
      caseId,
      changes: [['test', test, null] as const, ['value', value, unit] as const].map(([field, said, of]) => ({
        ...{ section: 'labs', item, field, base },
        fact: { state: 'known' as const, value: said, unit: of, refersOn: null },
      })),
    })
  const refusedAt = (path: string) => ({
    refusal: {
      code: 'invalid',
      fields: [{ path, message: expect.stringContaining('CRP is reported in mg/L or mg/dL.') }],
    },
  })
  expect(await write(3, 'g/L', 'crp')).toMatchObject(refusedAt(`labs.${item}.value`))
  expect((await getCase(board.presenter, caseId))?.file.facts.labs).toBeUndefined()
  must(await write('<5', 'mg/L', 'crp'))
  const labs = (await getCase(board.presenter, caseId))?.file.facts.labs
  expect(labs?.[item]?.value).toMatchObject({ state: 'known', value: '<5', unit: 'mg/L' })
  expect(await write('<about 5', 'mg/L', 'crp', 1)).toMatchObject({ refusal: { code: 'invalid' } })
})
