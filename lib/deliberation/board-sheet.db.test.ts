import { beforeAll, describe, expect, test } from 'vitest'
import { testDatabase } from '@/db/testing'
import { makeTestBoard, must, placeTestCase, type TestBoard } from '@/db/testing-board'
import { recordTestFacts, reviseTestCase, signTestCase } from '@/db/testing-signed-case'
import { knownText } from '@/lib/cases/case-file'
import { changeQuestion } from '@/lib/cases/commands/manage-case'
import { getBoardSheet, getSheetAsKnown } from './queries/get-board-sheet'

const database = testDatabase()
const day = new Date().toISOString().slice(0, 10)
let board: TestBoard

beforeAll(async () => {
  board = await makeTestBoard(database.ownerUrl)
})

const sheetOf = async (caseId: string) => {
  const sheet = await getBoardSheet(board.observer, caseId)
  if (!sheet) throw new Error('The sheet was not found')
  return sheet
}

const lesion = (collapse: string, base: number) => [
  { section: 'lesions', item: 'T7', field: 'collapse', value: collapse, base },
]

describe('the board sheet', () => {
  test('says nothing of changes before any board', async () => {
    const { caseId } = await placeTestCase(database.ownerUrl, board, 8500)
    const sheet = await sheetOf(caseId)
    expect(sheet.since).toBeNull()
    expect(sheet.decision).toBeNull()
  })

  test('names values and scores that changed since the signature, and nothing that was known at it', async () => {
    const { caseId } = await signTestCase(database.ownerUrl, board, day, (id) =>
      recordTestFacts(board, id, lesion('none', 0), day),
    )
    expect((await sheetOf(caseId)).since).toMatchObject({ question: null, values: [], readings: [] })
    await recordTestFacts(board, caseId, lesion('gt50', 1), day)
    const { since, decision } = await sheetOf(caseId)
    expect(decision?.intact).toBe(true)
    expect(since?.values.map(({ field, before, after }) => [field, before?.value, after?.value])).toEqual([
      ['collapse', 'none', 'gt50'],
    ])
    expect(since?.readings.map(({ title, where }) => [title, where])).toContainEqual(['SINS', 'T7'])
  })

  test('names a question to the board that is another one than the board was asked', async () => {
    const [before, after] = ['Operate at T7?', 'Irradiate before the operation?']
    const reword = async (caseId: string, question: string) => {
      const seen = (await sheetOf(caseId)).view.file.question
      must(await changeQuestion(board.presenter, { caseId, seen, question }))
    }
    const { caseId } = await signTestCase(database.ownerUrl, board, day, (id) => reword(id, before))
    expect((await sheetOf(caseId)).since).toMatchObject({ question: null })
    await reword(caseId, after)
    expect((await sheetOf(caseId)).since).toMatchObject({ question: { before, after }, values: [] })
  })

  test('goes back to what was known and signed at a moment', async () => {
    const signed = await signTestCase(database.ownerUrl, board, day)
    const first = (await sheetOf(signed.caseId)).decision
    await recordTestFacts(board, signed.caseId, [{ section: 'fitness', field: 'ecog', value: '4', base: 1 }], day)
    await reviseTestCase(board, signed, { because: 'Weaker' })
    const at = first?.snapshot.signedAt ?? ''
    const then = await getSheetAsKnown(board.observer, { caseId: signed.caseId, at })
    expect(then?.decision).toMatchObject({ version: 1, intact: true })
    expect(then && knownText(then.view.file, 'fitness', 'ecog')).toBe('1')
    expect(then?.view.mayWrite).toBe(false)
    expect(then?.changes.map(({ field }) => field)).toEqual(['ecog'])
    const before = await getSheetAsKnown(board.observer, { caseId: signed.caseId, at: '2026-01-01T00:00:00Z' })
    expect(before?.decision).toBeNull()
  })

  test('is not there for a stranger', async () => {
    const { caseId } = await placeTestCase(database.ownerUrl, board, 8501)
    const stranger = (await makeTestBoard(database.ownerUrl, 'Others')).chair
    expect(await getBoardSheet(stranger, caseId)).toBeNull()
    expect(await getSheetAsKnown(stranger, { caseId, at: '2026-11-24T10:00:00Z' })).toBeNull()
  })
})
