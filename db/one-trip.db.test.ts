import { connect, createServer, type Server } from 'node:net'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { getCase } from '@/lib/cases/queries'
import { getBoardSheet } from '@/lib/deliberation/queries/get-board-sheet'
import { getCaseEntry } from '@/lib/deliberation/queries/get-case-entry'
import { closeDatabase, inOneTrip } from './client'
import { testDatabase } from './testing'
import { makeTestBoard, placeTestCase, type TestBoard } from './testing-board'

const database = testDatabase()
let board: TestBoard
let caseId: string
let slow: Server
/** Whether answers are kept back. Arranging waits for answers as it pleases. */
let isStrict = false
let trips = 0

/**
 * Stands between the application and the database and keeps every answer back from `begin` on until the commit was asked:
 * whoever waits for an answer in between waits for ever.
 */
const keepBack = (target: URL): Server =>
  createServer((application) => {
    const server = connect(Number(target.port), target.hostname)
    let isKept = false
    let kept: Buffer[] = []
    application.on('data', (asked) => {
      const text = asked.toString('latin1')
      if (isStrict && text.includes('begin')) isKept = true
      server.write(asked)
      if (!isKept || !text.includes('commit')) return
      trips += 1
      isKept = false
      for (const answer of kept) application.write(answer)
      kept = []
    })
    server.on('data', (answer) => (isKept ? kept.push(answer) : application.write(answer)))
    for (const [one, other] of [
      [application, server],
      [server, application],
    ] as const) {
      one.on('close', () => other.destroy())
      one.on('error', () => other.destroy())
    }
  })

beforeAll(async () => {
  const url = new URL(database.appUrl)
  slow = keepBack(new URL(database.appUrl))
  await new Promise<void>((resolve) => slow.listen(0, '127.0.0.1', resolve))
  const address = slow.address()
  url.hostname = '127.0.0.1'
  url.port = String(address && typeof address === 'object' ? address.port : 0)
  process.env.APP_DATABASE_URL = url.href
  board = await makeTestBoard(database.ownerUrl)
  caseId = (await placeTestCase(database.ownerUrl, board, 8600)).caseId
  isStrict = true
})

afterAll(async () => {
  await closeDatabase()
  slow.close()
})

test('opening a case waits for the database once, and so do its board sheet and its entry, with all that they show', async () => {
  const before = trips
  expect((await getCase(board.chair, caseId))?.file.caseId).toBe(caseId)
  expect(trips).toBe(before + 1)
  expect((await getBoardSheet(board.chair, caseId))?.view.file.caseId).toBe(caseId)
  expect(trips).toBe(before + 2)
  expect((await getCaseEntry(board.presenter, caseId))?.view.file.caseId).toBe(caseId)
  expect(trips).toBe(before + 3)
})

test('one statement that fails undoes the others and leaves a connection that works', async () => {
  const broken = { statement: sql`select 1 / 0`, read: () => null }
  await expect(inOneTrip(board.chair, [broken])).rejects.toThrow()
  expect((await getCase(board.chair, caseId))?.file.caseId).toBe(caseId)
})
