import { beforeAll, expect, test } from 'vitest'
import { testDatabase } from '@/db/testing'
import { makeTestBoard, must, type TestBoard } from '@/db/testing-board'
import { revealTestRevote, signTestRevote } from '@/db/testing-revote'
import { reviseTestCase, signTestCase } from '@/db/testing-signed-case'
import { withRequest } from '@/lib/foundation/request'
import type { Actor } from '@/lib/people/model'
import { checkCode } from './commands/check-code'
import { codeOf, signatureMeaning } from './model/signature'
import { getConclusions } from './queries/get-conclusions'

const database = testDatabase()
let board: TestBoard
const nobody: Actor = { userId: '', name: '', sessionId: '', seats: [] }
const today = new Date().toISOString().slice(0, 10)

beforeAll(async () => {
  board = await makeTestBoard(database.ownerUrl)
})

test('the signature says what it means and how its person proved who they are, for everybody who may read it', async () => {
  const item = await signTestCase(database.ownerUrl, board, today)
  const { signed } = must(await getConclusions(board.observer, item))
  expect(signed?.signature).toEqual({ meaning: signatureMeaning.decision, provedBy: 'password' })
})

test('a printed code tells anybody day and version and whether it is in force, its board also where it is, and nothing of a patient', async () => {
  const item = await signTestCase(database.ownerUrl, board, today)
  const first = must(await getConclusions(board.chair, item)).signed
  const code = codeOf(first?.snapshotSha256 ?? '')
  expect(code).toMatch(/^([0-9a-f]{4}-){4}[0-9a-f]{4}$/)
  const known = { signedOn: expect.any(String), version: 1, state: 'signed', newer: null }
  expect(must(await checkCode(nobody, { code }))).toEqual({ ...known, record: null })
  expect(must(await checkCode(board.observer, { code: ` ${code.toUpperCase().replaceAll('-', ' ')}` }))).toEqual({
    ...known,
    record: { caseId: item.caseId, conclusionId: item.conclusionId },
  })
  expect(must(await checkCode(board.administrator, { code })).record).toBeNull()
  const strangers = await makeTestBoard(database.ownerUrl, 'Strangers')
  expect(must(await checkCode(strangers.chair, { code })).record).toBeNull()

  await reviseTestCase(board, item, { because: 'New MRI' })
  expect(must(await checkCode(nobody, { code }))).toMatchObject({ version: 1, state: 'superseded', newer: 2 })
})

test('a printed code names the version of the case that took its place also where that was signed on another item', async () => {
  const item = await signTestCase(database.ownerUrl, board, today)
  const code = codeOf(must(await getConclusions(board.chair, item)).signed?.snapshotSha256 ?? '')
  await signTestRevote(board, await revealTestRevote(board, item), today)
  expect(must(await checkCode(nobody, { code }))).toMatchObject({ version: 1, state: 'superseded', newer: 2 })
})

test('a code that belongs to nothing is said to, one that cannot be a code at its place, and trying many ends soon', async () => {
  expect(await checkCode(nobody, { code: '3f9a-01bc-77de-4410-9c2e' })).toMatchObject({
    refusal: { code: 'not-found' },
  })
  expect(await checkCode(nobody, { code: '3f9a' })).toMatchObject({ refusal: { fields: [{ path: 'code' }] } })
  const guess = (address: string) =>
    withRequest({ address }, () => checkCode(nobody, { code: '0000-0000-0000-0000-0000' }))
  for (const _ of Array(60).keys()) await guess('203.0.113.7')
  expect(await guess('203.0.113.7')).toMatchObject({ refusal: { code: 'invalid', fields: [{ path: 'code' }] } })
  expect(await guess('203.0.113.8')).toMatchObject({ refusal: { code: 'not-found' } })
})
