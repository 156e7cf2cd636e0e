import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import { testDatabase } from '@/db/testing'
import { makeTestBoard, must, placeTestCase, type TestBoard } from '@/db/testing-board'
import { withClock } from '@/lib/foundation/clock'
import type { Actor } from '@/lib/people/model'
import { settleRivals, stateRival } from './commands/contest-fact'
import { recordFactsOf } from './commands/record-facts'
import { recordFactsInput } from './facts'
import { getCase, listCases } from './queries'
import { getCaseAsKnown } from './queries/get-as-known'
import { getReadiness } from './queries/get-readiness'
import { listFactHistory } from './queries/list-fact-history'
import { listHistory } from './queries/list-history'
import { settleRivalsInput, stateRivalInput } from './rivals'

const database = testDatabase()
let board: TestBoard
let stranger: Actor
let number = 6000

beforeAll(async () => {
  board = await makeTestBoard(database.ownerUrl)
  stranger = (await makeTestBoard(database.ownerUrl, 'Others')).presenter
})

type At = { section: string; item: string; field: string }
const power: At = { section: 'neurology', item: '', field: 'powerLeftLeg' }
const lesion: At = { section: 'lesions', item: 'T7', field: 'lesion' }

const on = <T>(at: string, work: () => Promise<T>): Promise<T> => withClock(() => new Date(at), work)

const record = (caseId: string, at: At, value: unknown, { unit = null as string | null, base = 0 } = {}) =>
  on('2026-11-20T10:00:00Z', () =>
    recordFactsOf(
      board.presenter,
      recordFactsInput.parse({ caseId, changes: [{ ...at, base, fact: { state: 'known', value, unit } }] }),
    ),
  )

async function place(at: At = lesion, value: unknown = 'lytic', unit: string | null = null): Promise<string> {
  number += 1
  const { caseId } = await placeTestCase(database.ownerUrl, board, number, {}, 'none')
  must(await record(caseId, at, value, { unit }))
  return caseId
}

const source = 'CT report of the other hospital'
const state = (caseId: string, value: unknown, more: object = {}, actor: Actor = board.radiationOncologist) =>
  on('2026-11-21T10:00:00Z', () =>
    stateRival(actor, stateRivalInput.parse({ caseId, ...lesion, value, source, ...more })),
  )

const settle = (caseId: string, rivals: string[], counts: string, actor: Actor = board.surgeon, more: object = {}) =>
  on('2026-11-22T10:00:00Z', () =>
    settleRivals(
      actor,
      settleRivalsInput.parse({ caseId, ...lesion, rivals, counts, because: 'Read again together', ...more }),
    ),
  )

async function factOf(caseId: string, { section, item, field }: At = lesion) {
  const view = await getCase(board.observer, caseId)
  return view?.file.facts[section]?.[item]?.[field]
}

describe('what another source says of a value', () => {
  test('is kept beside it with source, person and day, and the case is newer for it', async () => {
    const caseId = await place()
    const before = (await getCase(board.chair, caseId))?.file.version ?? 0
    must(await state(caseId, 'mixed', { refersOn: '2026-11-19' }))
    expect(await factOf(caseId)).toMatchObject({
      ...{ value: 'lytic', version: 1, by: board.presenter.name },
      rivals: [{ value: 'mixed', source, refersOn: '2026-11-19', by: board.radiationOncologist.name }],
    })
    expect((await getCase(board.chair, caseId))?.file.version).toBe(before + 1)
  })

  test('takes units and bounds of the field like the first value', async () => {
    const caseId = await place(power, 4, '/ 5')
    must(await state(caseId, 3, { ...power, unit: '/ 5' }))
    expect(await state(caseId, 7, { ...power, unit: '/ 5' })).toMatchObject({
      refusal: { code: 'invalid', fields: [{ path: 'value', message: expect.stringContaining('from 0 to 5') }] },
    })
  })

  test('is refused where it would end a treatment before its start: it could never count', async () => {
    const course = { section: 'treatments', item: randomUUID() }
    const ended = { ...course, field: 'endedOn' }
    const caseId = await place({ ...course, field: 'startedOn' }, '2026-03')
    must(await record(caseId, ended, '2026-04-02'))
    const message = expect.stringContaining('lies before “Started on”, Mar-2026')
    expect(await state(caseId, '2020-01-01', ended)).toMatchObject({
      refusal: { code: 'invalid', fields: [{ path: 'value', message }] },
    })
    expect((await factOf(caseId, ended))?.rivals).toBeUndefined()
    const { rivalId } = must(await state(caseId, '2026-04-09', ended))
    must(await settle(caseId, [rivalId], rivalId, board.surgeon, ended))
  })

  test.each([
    ['a value that stands there already', { value: 'lytic' }, 'value'],
    ['what is no answer of the field', { value: 'cystic' }, 'value'],
    ['a day in the future', { value: 'mixed', refersOn: '2027-01-01' }, 'refersOn'],
    ['a day before the patient was born', { value: 'mixed', refersOn: '1960' }, 'refersOn'],
    ['a field that takes no second source', { value: 'x', field: 'words' }, 'field'],
    ['a field that is not declared', { value: 'x', field: 'constructor' }, 'field'],
  ])('%s is refused at its place', async (_, { value, ...more }, path) => {
    const caseId = await place()
    expect(await state(caseId, value, more)).toMatchObject({ refusal: { code: 'invalid', fields: [{ path }] } })
    expect((await factOf(caseId))?.rivals).toBeUndefined()
  })

  test('needs a value to contest, and a source', async () => {
    const caseId = await place()
    expect(await state(caseId, 'normal', { field: 'alignment' })).toMatchObject({
      refusal: { code: 'closed', why: 'nothing-to-contest' },
    })
    expect(stateRivalInput.safeParse({ caseId, ...lesion, value: 'mixed', source: '  ' }).success).toBe(false)
  })

  test('keeps the recorded value from being typed over until it is settled', async () => {
    const caseId = await place()
    must(await state(caseId, 'mixed'))
    expect(await record(caseId, lesion, 'blastic', { base: 1 })).toMatchObject({
      refusal: { code: 'invalid', fields: [{ path: 'lesions.T7.lesion' }] },
    })
    expect(await factOf(caseId)).toMatchObject({ value: 'lytic', version: 1 })
  })

  test('keeps a level on the list of the case that the first source had cleared', async () => {
    const involvement = { ...lesion, field: 'involvement' }
    const caseId = await place(involvement, 'none')
    const levels = async () =>
      must(await listCases(board.chair, { boardId: board.boardId, search: String(number) })).rows.find(
        (row) => row.caseId === caseId,
      )?.levels
    expect(await levels()).toEqual([])
    must(await state(caseId, 'certain', involvement))
    expect(await levels()).toEqual(['T7'])
    const other = { ...lesion, field: 'seenOn' }
    must(await record(caseId, other, 'CT'))
    expect(await levels()).toEqual(['T7'])
  })

  test('is not for strangers and not by those who only watch', async () => {
    const caseId = await place()
    expect(await state(caseId, 'mixed', {}, stranger)).toMatchObject({ refusal: { code: 'not-found' } })
    expect(await state(caseId, 'mixed', {}, board.observer)).toMatchObject({ refusal: { code: 'forbidden' } })
    const { rivalId } = must(await state(caseId, 'mixed', {}, board.coordinator))
    expect(await settle(caseId, [rivalId], 'recorded', board.coordinator)).toMatchObject({
      refusal: { code: 'forbidden' },
    })
    expect(await settle(caseId, [rivalId], 'recorded', stranger)).toMatchObject({ refusal: { code: 'not-found' } })
  })

  test('of goals of care is kept from an observer, the reason of its settlement too', async () => {
    const wish = { section: 'goals', item: '', field: 'resuscitation' }
    const caseId = await place(wish, 'attempt')
    const secret = { ...wish, source: 'SECRET-SOURCE' }
    const { rivalId } = must(await state(caseId, 'do-not-attempt', secret))
    must(await settle(caseId, [rivalId], rivalId, board.surgeon, { ...wish, because: 'SECRET-REASON' }))
    const told = async (actor: Actor) =>
      JSON.stringify([(await getCase(actor, caseId))?.file, must(await listHistory(actor, { caseId }))])
    for (const word of ['SECRET-SOURCE', 'SECRET-REASON']) {
      expect((await told(board.surgeon)).includes(word)).toBe(true)
      expect((await told(board.observer)).includes(word)).toBe(false)
    }
  })
})

describe('settling', () => {
  test('the recorded value counts: the rival ends, the reason stays with the value', async () => {
    const caseId = await place()
    const { rivalId } = must(await state(caseId, 'mixed'))
    must(await settle(caseId, [rivalId], 'recorded'))
    const fact = await factOf(caseId)
    expect(fact).toMatchObject({
      ...{ value: 'lytic', version: 1 },
      settled: { because: 'Read again together', by: board.surgeon.name, at: '2026-11-22T10:00:00.000Z' },
    })
    expect(fact?.rivals).toBeUndefined()
  })

  test('the rival counts: it is the next version, with its own day, by who settled it', async () => {
    const caseId = await place()
    const { rivalId } = must(await state(caseId, 'mixed', { refersOn: '2026-11-19' }))
    must(await settle(caseId, [rivalId], rivalId))
    expect(await factOf(caseId)).toMatchObject({
      ...{ value: 'mixed', version: 2, refersOn: '2026-11-19', by: board.surgeon.name },
      settled: { because: 'Read again together' },
    })
  })

  test('the reason stays with the value, however long the command takes', async () => {
    const caseId = await place()
    const { rivalId } = must(await state(caseId, 'mixed'))
    let next = Date.parse('2026-11-22T10:00:00Z')
    const ticking = () => {
      next += 10
      return new Date(next)
    }
    const settled = settleRivalsInput.parse({ caseId, ...lesion, rivals: [rivalId], counts: rivalId, because: 'Seen' })
    must(await withClock(ticking, () => settleRivals(board.surgeon, settled)))
    expect(await factOf(caseId)).toMatchObject({ value: 'mixed', settled: { because: 'Seen' } })
  })

  test('needs a reason and one of the values', async () => {
    const caseId = await place()
    const { rivalId } = must(await state(caseId, 'mixed'))
    const input = { caseId, ...lesion, rivals: [rivalId], counts: 'recorded' }
    expect(settleRivalsInput.safeParse({ ...input, because: '   ' }).success).toBe(false)
    expect(settleRivalsInput.safeParse({ ...input, counts: 'mixed', because: 'x' }).success).toBe(false)
    expect(await settle(caseId, [rivalId], randomUUID())).toMatchObject({
      refusal: { code: 'invalid', fields: [{ path: 'counts' }] },
    })
    expect((await factOf(caseId))?.rivals).toHaveLength(1)
  })

  test('of two people at once one settles, the other sees that it is done', async () => {
    const caseId = await place()
    const { rivalId } = must(await state(caseId, 'mixed'))
    const answers = await Promise.all([
      settle(caseId, [rivalId], rivalId, board.surgeon),
      settle(caseId, [rivalId], 'recorded', board.radiationOncologist),
    ])
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
    expect(answers.find(({ ok }) => !ok)).toMatchObject({ refusal: { code: 'closed', why: 'sources-changed' } })
    const { rows } = must(await listHistory(board.chair, { caseId }))
    expect(rows.filter(({ kind }) => kind === 'settled')).toHaveLength(1)
  })

  test('is refused when a third source came that the person had not seen', async () => {
    const caseId = await place()
    const first = must(await state(caseId, 'mixed'))
    const second = must(await state(caseId, 'blastic'))
    expect(await settle(caseId, [first.rivalId], 'recorded')).toMatchObject({ refusal: { why: 'sources-changed' } })
    must(await settle(caseId, [first.rivalId, second.rivalId], second.rivalId))
    expect(await factOf(caseId)).toMatchObject({ value: 'blastic', version: 2 })
    expect((await factOf(caseId))?.rivals).toBeUndefined()
  })

  test('can be taken up again: the value that did not count is stated once more', async () => {
    const caseId = await place()
    const { rivalId } = must(await state(caseId, 'mixed'))
    must(await settle(caseId, [rivalId], rivalId))
    const again = must(await state(caseId, 'lytic', { source: 'Second look' }))
    expect(await factOf(caseId)).toMatchObject({ value: 'mixed', rivals: [{ value: 'lytic', source: 'Second look' }] })
    must(await settle(caseId, [again.rivalId], again.rivalId))
    expect(await factOf(caseId)).toMatchObject({ value: 'lytic', version: 3 })
  })

  test('a rival waits while its value is taken back, and stands again with it', async () => {
    const caseId = await place()
    const { rivalId } = must(await state(caseId, 'mixed'))
    const withdraw = { ...lesion, base: 1, fact: { state: 'withdrawn' } }
    must(await recordFactsOf(board.presenter, recordFactsInput.parse({ caseId, changes: [withdraw] })))
    expect((await factOf(caseId))?.rivals).toBeUndefined()
    expect(await settle(caseId, [rivalId], 'recorded')).toMatchObject({ refusal: { why: 'sources-changed' } })
    must(await record(caseId, lesion, 'lytic', { base: 2 }))
    expect((await factOf(caseId))?.rivals).toHaveLength(1)
  })
})

describe('what remains of it', () => {
  test('the history tells both values, the settlement and its reason, of the value and of the case', async () => {
    const caseId = await place()
    const { rivalId } = must(await state(caseId, 'mixed'))
    must(await settle(caseId, [rivalId], rivalId))
    const { rows } = must(await listHistory(board.observer, { caseId, section: 'lesions' }))
    expect(rows.map(({ kind }) => kind).sort()).toEqual(['rival', 'settled', 'value', 'value'])
    expect(rows.find(({ kind }) => kind === 'settled')).toMatchObject({
      ...{ by: board.surgeon.name, outcome: 'counts', because: 'Read again together', source },
      said: { value: 'mixed' },
    })
    const ofValue = must(await listFactHistory(board.observer, { caseId, ...lesion }))
    expect(ofValue.map(({ value, source: told, settled }) => [value, told, settled?.outcome])).toEqual([
      ['mixed', undefined, undefined],
      ['mixed', source, 'counts'],
      ['lytic', undefined, undefined],
    ])
  })

  test('time travel shows the value as it was contested then', async () => {
    const caseId = await place()
    const { rivalId } = must(await state(caseId, 'mixed'))
    must(await settle(caseId, [rivalId], rivalId))
    const then = async (at: string) =>
      must(await getCaseAsKnown(board.chair, { caseId, at })).case.facts.lesions?.T7?.lesion
    expect(await then('2026-11-20T12:00:00Z')).toMatchObject({ value: 'lytic', version: 1 })
    expect((await then('2026-11-20T12:00:00Z'))?.rivals).toBeUndefined()
    expect(await then('2026-11-21T12:00:00Z')).toMatchObject({ value: 'lytic', rivals: [{ value: 'mixed' }] })
    expect(await then('2026-11-22T12:00:00Z')).toMatchObject({ value: 'mixed', version: 2 })
  })

  test('readiness has a gap of its own, which is neither missing nor blocks the case, until it is settled', async () => {
    const caseId = await place()
    const gap = async () =>
      must(await getReadiness(board.chair, { caseId })).gaps.find(({ field }) => field === 'lesion')
    expect(await gap()).toBeUndefined()
    const { rivalId } = must(await state(caseId, 'mixed'))
    expect(await gap()).toMatchObject({
      ...{
        kind: 'contested',
        need: 'conditional',
        blocks: false,
        words: ['Lytic', 'Mixed lytic and blastic'],
        item: 'T7',
      },
    })
    must(await settle(caseId, [rivalId], 'recorded'))
    expect(await gap()).toBeUndefined()
  })
})

test('the case list says of a primary tumour that sources differ, until it is settled', async () => {
  const primary: At = { section: 'tumour', item: '', field: 'primary' }
  const caseId = await place(primary, 'kidney')
  const row = async () => {
    const { rows } = must(await listCases(board.observer, { boardId: board.boardId }))
    return rows.find((one) => one.caseId === caseId)
  }
  expect(await row()).toMatchObject({ primaryTumour: 'kidney', isPrimaryContested: false })
  const { rivalId } = must(await state(caseId, 'thyroid', primary))
  expect(await row()).toMatchObject({ primaryTumour: 'kidney', isPrimaryContested: true })
  must(await settle(caseId, [rivalId], rivalId, board.surgeon, primary))
  expect(await row()).toMatchObject({ primaryTumour: 'thyroid', isPrimaryContested: false })
})
