import { beforeAll, describe, expect, test } from 'vitest'
import { ledgerEntries } from '@/db/schema/ledger'
import { testDatabase } from '@/db/testing'
import { asOwner, makeTestBoard, must, placeTestCase, type TestBoard } from '@/db/testing-board'
import { withClock } from '@/lib/foundation/clock'
import type { Actor } from '@/lib/people/model'
import { recordFactsOf } from './commands/record-facts'
import { restoreCase, withdrawCase } from './commands/withdraw-case'
import type { HistoryRow } from './history'
import { getCaseAsKnown } from './queries/get-as-known'
import { listHistory } from './queries/list-history'

const database = testDatabase()
let board: TestBoard
let stranger: Actor
let number = 8000

beforeAll(async () => {
  board = await makeTestBoard(database.ownerUrl)
  stranger = (await makeTestBoard(database.ownerUrl, 'Others')).chair
})

const place = async (): Promise<string> => {
  number += 1
  return (await placeTestCase(database.ownerUrl, board, number, {}, 'none')).caseId
}

type Told = { field: string; value: unknown; base?: number; section?: string; refersOn?: string }

const tell = (caseId: string, at: string, by: Actor, ...told: Told[]) =>
  withClock(
    () => new Date(at),
    async () =>
      must(
        await recordFactsOf(by, {
          caseId,
          changes: told.map(({ section = 'fitness', field, value, base = 0, refersOn = '2026-11-20' }) => ({
            ...{ section, item: '', field, base },
            fact: { state: 'known' as const, value, unit: null, refersOn },
          })),
        }),
      ),
  )

const valuesIn = (rows: readonly HistoryRow[]) =>
  rows.flatMap((row) => (row.kind === 'value' ? [[row.field, row.before?.value, row.after.value, row.by]] : []))

describe('the history of a case', () => {
  test('names every value with what it replaced, who and when, and the acts between them', async () => {
    const caseId = await place()
    await tell(caseId, '2026-11-21T10:00:00Z', board.presenter, { field: 'ecog', value: '1' })
    await tell(caseId, '2026-11-23T10:00:00Z', board.surgeon, { field: 'ecog', value: '3', base: 1 })
    must(await withdrawCase(board.presenter, { caseId, reason: 'Entered twice' }))
    must(await restoreCase(board.presenter, { caseId, reason: 'Two persons after all' }))
    const { rows, next } = must(await listHistory(board.observer, { caseId }))
    expect(next).toBeNull()
    expect(rows.slice(0, 2)).toMatchObject([
      { kind: 'act', act: 'case.restored', by: board.presenter.name },
      { kind: 'act', act: 'case.withdrawn', by: board.presenter.name },
    ])
    expect(valuesIn(rows)).toEqual([
      ['ecog', '1', '3', board.surgeon.name],
      ['ecog', undefined, '1', board.presenter.name],
    ])
  })

  test('keeps from an observer what the treating team keeps to itself, also of an earlier moment', async () => {
    const caseId = await place()
    const words = { section: 'goals', field: 'words', value: 'SECRET-WISH' }
    await tell(caseId, '2026-11-21T10:00:00Z', board.presenter, words, { field: 'ecog', value: '1' })
    for (const [actor, sees] of [
      [board.observer, false],
      [board.surgeon, true],
    ] as const) {
      const rows = must(await listHistory(actor, { caseId }))
      const alone = must(await listHistory(actor, { caseId, section: 'goals' }))
      const then = must(await getCaseAsKnown(actor, { caseId, at: '2026-11-22T10:00:00Z' }))
      for (const told of [rows, alone, then]) expect(JSON.stringify(told).includes('SECRET-WISH')).toBe(sees)
      expect(JSON.stringify(rows)).toContain('ecog')
    }
  })

  test('is read of one group alone', async () => {
    const caseId = await place()
    await tell(caseId, '2026-11-21T10:00:00Z', board.presenter, { field: 'ecog', value: '1' })
    await tell(caseId, '2026-11-21T11:00:00Z', board.presenter, { section: 'notes', field: 'free', value: 'x' })
    const { rows } = must(await listHistory(board.chair, { caseId, section: 'notes' }))
    expect(valuesIn(rows).map(([field]) => field)).toEqual(['free'])
    expect(rows.every(({ kind }) => kind === 'value')).toBe(true)
  })

  test('comes whole and once through its pages', async () => {
    const caseId = await place()
    for (let version = 0; version < 205; version += 1) {
      const at = new Date(Date.UTC(2026, 10, 21, 10, 0, version)).toISOString()
      await tell(caseId, at, board.presenter, { section: 'notes', field: 'free', value: `v${version}`, base: version })
    }
    const first = must(await listHistory(board.chair, { caseId }))
    expect(first.rows).toHaveLength(200)
    const second = must(await listHistory(board.chair, { caseId, after: first.next ?? '' }))
    expect(second.next).toBeNull()
    const seen = valuesIn([...first.rows, ...second.rows]).map(([, , value]) => value)
    expect(seen).toEqual(Array.from({ length: 205 }, (_, index) => `v${204 - index}`))
  })

  test('a stranger finds none, and reading leaves one ledger row for the first page', async () => {
    const caseId = await place()
    expect(await listHistory(stranger, { caseId })).toMatchObject({ ok: false, refusal: { code: 'not-found' } })
    must(await listHistory(board.observer, { caseId }))
    const rows = await asOwner(database.ownerUrl, (db) => db.select().from(ledgerEntries))
    const mine = rows.filter((row) => row.caseId === caseId && row.kind === 'case.history-opened')
    expect(mine.map(({ actorId }) => actorId)).toEqual([board.observer.userId])
  })
})

describe('a case as it was known at a moment', () => {
  test('has the values entered by then, none that came later, and counts what changed since', async () => {
    const caseId = await place()
    await tell(caseId, '2026-11-21T10:00:00Z', board.presenter, { field: 'ecog', value: '1' })
    await tell(
      caseId,
      '2026-11-23T10:00:00Z',
      board.presenter,
      { field: 'ecog', value: '3', base: 1 },
      { field: 'kps', value: 60 },
    )
    const at = async (moment: string) => must(await getCaseAsKnown(board.chair, { caseId, at: moment }))
    const between = await at('2026-11-21T10:00:00.000Z')
    expect(between.case.facts.fitness?.['']?.ecog?.value).toBe('1')
    expect(between.case.facts.fitness?.['']?.kps).toBeUndefined()
    expect(between.changedSince).toBe(2)
    expect(between.case.facts.fitness?.['']?.ecog?.since).toBeUndefined()
    expect((await at('2026-11-24T10:00:00Z')).case.facts.fitness?.['']?.ecog).toMatchObject({
      ...{ version: 2, at: '2026-11-23T10:00:00.000Z', since: '2026-11-21T10:00:00.000Z' },
    })
    expect((await at('2026-11-21T09:59:59Z')).case.facts).toEqual({})
    expect((await at('2026-11-24T09:59:59+01:00')).changedSince).toBe(0)
  })

  test('says since when what stands was said, whoever said it again or something else before', async () => {
    const caseId = await place()
    for (const [base, value] of ['1', '3', '3', '1'].entries()) {
      const ecog = { field: 'ecog', value, base, refersOn: `2026-11-1${base}` }
      await tell(caseId, `2026-11-2${base}T10:00:00Z`, board.presenter, ecog)
    }
    const stoodSince = async (moment: string) =>
      must(await getCaseAsKnown(board.chair, { caseId, at: moment })).case.facts.fitness?.['']?.ecog?.stoodSince
    expect(await stoodSince('2026-11-20T12:00:00Z')).toBeUndefined()
    expect(await stoodSince('2026-11-22T12:00:00Z')).toBe('2026-11-21T10:00:00.000Z')
    expect(await stoodSince('2026-11-23T12:00:00Z')).toBe('2026-11-23T10:00:00.000Z')
  })

  test('is not there for a stranger', async () => {
    const answer = await getCaseAsKnown(stranger, { caseId: await place(), at: '2026-11-21T10:00:00Z' })
    expect(answer).toMatchObject({ ok: false, refusal: { code: 'not-found' } })
  })
})
