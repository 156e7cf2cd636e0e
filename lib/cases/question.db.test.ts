import { beforeAll, expect, test } from 'vitest'
import { testDatabase } from '@/db/testing'
import { makeTestBoard, must, type TestBoard } from '@/db/testing-board'
import { withClock } from '@/lib/foundation/clock'
import { changeQuestion, createCase } from './commands/manage-case'
import { recordFactsOf } from './commands/record-facts'
import { getCaseAsKnown } from './queries/get-as-known'
import { listHistory } from './queries/list-history'

const database = testDatabase()
let board: TestBoard
let number = 0

beforeAll(async () => {
  board = await makeTestBoard(database.ownerUrl)
})

const seen = 'Operate or irradiate?'

async function open(): Promise<string> {
  number += 1
  const patient = {
    ...{ familyName: `Ardenwick${number}`, givenName: null, title: null, bornOn: null },
    ...{ sex: 'female' as const, identifier: null, identifierIssuer: null },
  }
  const input = { boardId: board.boardId, patient: { new: patient }, question: seen }
  return must(await createCase(board.presenter, input)).caseId
}

test('a question that was reworded since it was read is a conflict with both wordings, however many facts came between', async () => {
  const caseId = await open()
  must(await changeQuestion(board.presenter, { caseId, seen, question: 'Irradiate?' }))
  const fact = { state: 'known' as const, value: '2', unit: null, refersOn: null }
  const change = { section: 'fitness', item: '', field: 'ecog', base: 0, fact }
  must(await recordFactsOf(board.coordinator, { caseId, changes: [change] }))
  const who = { by: 'P. Tellwright', at: expect.stringMatching(/^\d{4}-\d\d-\d\dT/) }
  expect(await changeQuestion(board.coordinator, { caseId, seen, question: 'Operate?' })).toMatchObject({
    refusal: { code: 'stale', fields: [{ path: 'question', yours: 'Operate?', theirs: 'Irradiate?', ...who }] },
  })
  must(await changeQuestion(board.coordinator, { caseId, seen: 'Irradiate?', question: 'Operate?' }))
})

test('every wording of the question stays in the history, and stands on the sheet of its time', async () => {
  const at =
    (instant: string) =>
    <T>(act: () => Promise<T>) =>
      withClock(() => new Date(instant), act)
  const caseId = await at('2026-11-21T10:00:00Z')(open)
  await at('2026-11-23T10:00:00Z')(async () =>
    must(await changeQuestion(board.coordinator, { caseId, seen, question: 'Irradiate?' })),
  )
  const { rows } = must(await listHistory(board.presenter, { caseId }))
  const wordings = rows.flatMap((row) => (row.kind === 'value' ? [[row.before?.value, row.after.value]] : []))
  expect(wordings).toEqual([
    [seen, 'Irradiate?'],
    [undefined, seen],
  ])
  const then = must(await getCaseAsKnown(board.presenter, { caseId, at: '2026-11-22T10:00:00Z' }))
  expect(then.case).toMatchObject({ question: seen, facts: {} })
})
