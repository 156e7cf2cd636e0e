import { eq, sql } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { cases } from '@/db/schema/cases'
import { ledgerEntries } from '@/db/schema/ledger'
import { agendaItems, meetings } from '@/db/schema/meetings'
import { testDatabase } from '@/db/testing'
import { asOwner, makeTestBoard, must, type TestBoard } from '@/db/testing-board'
import { openTestVote, presentTestItem, vote } from '@/db/testing-vote'
import { withdrawCase } from '@/lib/cases/commands/withdraw-case'
import { openVote, revealBallots } from '@/lib/deliberation/commands/hold-vote'
import { getRoom } from '@/lib/deliberation/queries/get-room'
import { presentItem, setItemAside } from './commands/present-item'
import { getMeeting } from './queries/get-meeting'

const database = testDatabase()
let board: TestBoard

beforeAll(async () => {
  board = await makeTestBoard(database.ownerUrl)
})

const why = (result: { ok: boolean; refusal?: object }) => (result.ok ? 'ok' : result.refusal)
const discussed = { code: 'closed', why: 'case-before-board' }
const withdraw = (caseId: string) => withdrawCase(board.presenter, { caseId, reason: 'Entered twice' })

/** Becomes true once a transaction of this database waits for another one. */
const somebodyWaits = () =>
  expect.poll(
    () =>
      asOwner(database.ownerUrl, async (db) => {
        const { rowCount } = await db.execute(
          sql`select distinct pid from pg_locks join pg_stat_activity using (pid)
            where not granted and datname = current_database()`,
        )
        return rowCount
      }),
    { interval: 20, timeout: 10_000 },
  )

describe('a case that the board discusses', () => {
  test('is not withdrawn from its presentation to its conclusion', async () => {
    const item = await presentTestItem(database.ownerUrl, board)
    expect(why(await withdraw(item.caseId))).toEqual(discussed)
    must(await openVote(board.chair, item))
    expect(why(await withdraw(item.caseId))).toEqual(discussed)
    must(await vote(board.surgeon, item))
    must(await revealBallots(board.chair, item))
    expect(why(await withdraw(item.caseId))).toEqual(discussed)
  })

  test('is withdrawn while it waits: its meeting hears of it, and it is not presented again', async () => {
    const item = await presentTestItem(database.ownerUrl, board)
    must(await setItemAside(board.chair, item))
    const before = must(await getMeeting(board.chair, item)).sequence
    must(await withdraw(item.caseId))
    const view = must(await getMeeting(board.chair, item))
    expect([view.sequence, view.agenda[0]?.caseState]).toEqual([before + 1, 'withdrawn'])
    expect(must(await getRoom(board.chair, item)).items[0]?.caseState).toBe('withdrawn')
    expect(why(await presentItem(board.chair, item))).toEqual({ code: 'closed', why: 'case-withdrawn' })
    expect(why(await withdraw(item.caseId))).toEqual({ code: 'closed', why: 'case-withdrawn' })
    const told = await asOwner(database.ownerUrl, (db) =>
      db.select().from(ledgerEntries).where(eq(ledgerEntries.caseId, item.caseId)),
    )
    expect(told.filter(({ kind }) => kind === 'case.withdrawn')).toHaveLength(1)
  })

  test('gets no vote if it was withdrawn all the same', async () => {
    const item = await presentTestItem(database.ownerUrl, board)
    await asOwner(database.ownerUrl, (db) =>
      db.update(cases).set({ state: 'withdrawn' }).where(eq(cases.id, item.caseId)),
    )
    expect(why(await openVote(board.chair, item))).toEqual({ code: 'closed', why: 'case-withdrawn' })
  })
})

describe('two transactions at once', () => {
  test('a withdrawal waits for the act that is under way in the meeting, and is then refused', async () => {
    const item = await presentTestItem(database.ownerUrl, board)
    must(await setItemAside(board.chair, item))
    const withdrawal = await asOwner(database.ownerUrl, (db) =>
      db.transaction(async (tx) => {
        await tx.select().from(meetings).where(eq(meetings.id, item.meetingId)).for('no key update')
        await tx.update(agendaItems).set({ stage: 'presenting' }).where(eq(agendaItems.id, item.itemId))
        const underWay = withdraw(item.caseId)
        await Promise.race([underWay, somebodyWaits().toBe(1)])
        return { underWay }
      }),
    )
    expect(why(await withdrawal.underWay)).toEqual(discussed)
  })

  test('presenting and withdrawing in the same moment: one of them happens', async () => {
    const item = await presentTestItem(database.ownerUrl, board)
    must(await setItemAside(board.chair, item))
    const [presented, withdrawn] = await Promise.all([presentItem(board.chair, item), withdraw(item.caseId)])
    expect([presented.ok, withdrawn.ok].filter(Boolean)).toHaveLength(1)
  })

  test('a vote that is open is not left without its case', async () => {
    const item = await openTestVote(database.ownerUrl, board)
    const [cast, withdrawn] = await Promise.all([vote(board.surgeon, item), withdraw(item.caseId)])
    expect([why(cast), why(withdrawn)]).toEqual(['ok', discussed])
  })
})
