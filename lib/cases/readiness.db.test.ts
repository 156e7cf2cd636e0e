import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import { testDatabase } from '@/db/testing'
import { makeTestBoard, must, placeTestCase, type TestBoard } from '@/db/testing-board'
import { withClock } from '@/lib/foundation/clock'
import type { Actor } from '@/lib/people/model'
import { askForAnswer } from './commands/ask-for-answer'
import { recordFactsOf } from './commands/record-facts'
import { setDataset } from './commands/set-dataset'
import { recordFactsInput } from './facts'
import { type DatasetEntry, datasetAsShipped, entryKey } from './minimum-dataset'
import { getDataset } from './queries/get-dataset'
import { getReadiness, listReadiness } from './queries/get-readiness'
import { askForAnswerInput } from './readiness-views'

const database = testDatabase()
let board: TestBoard
let strangers: TestBoard
let number = 0

beforeAll(async () => {
  board = await makeTestBoard(database.ownerUrl)
  strangers = await makeTestBoard(database.ownerUrl, 'Strangers')
})

const onTheDay = <T>(work: () => Promise<T>): Promise<T> => withClock(() => new Date('2026-11-24T09:00:00Z'), work)

const place = () => {
  number += 1
  return placeTestCase(database.ownerUrl, board, number, { state: 'draft', handedInAt: null })
}

const primary = { section: 'tumour', item: '', field: 'primary' }
const readinessOf = async (caseId: string, actor: Actor = board.observer) =>
  must(await onTheDay(() => getReadiness(actor, { caseId })))
const gapOf = async (caseId: string) => (await readinessOf(caseId)).gaps.find(({ field }) => field === 'primary')
const askFor = (actor: Actor, caseId: string, ownerId: string | null, dueOn: string | null) =>
  onTheDay(() => askForAnswer(actor, askForAnswerInput.parse({ caseId, ...primary, ownerId, dueOn })))
const record = (caseId: string, value: string) =>
  recordFactsOf(
    board.presenter,
    recordFactsInput.parse({ caseId, changes: [{ ...primary, base: 0, fact: { state: 'known', value } }] }),
  )

describe('a request for an answer', () => {
  test('names a person and a day, the latest counts, and it can be given back', async () => {
    const { caseId } = await place()
    must(await askFor(board.coordinator, caseId, board.surgeon.userId, '2026-11-26'))
    must(await askFor(board.chair, caseId, board.presenter.userId, '2026-11-25'))
    expect(await gapOf(caseId)).toMatchObject({
      until: '2026-11-25',
      blocks: false,
      request: { owner: 'P. Tellwright', askedBy: 'H. Chairwood' },
    })
    must(await askFor(board.coordinator, caseId, null, null))
    expect(await gapOf(caseId)).toMatchObject({ until: null, request: null, blocks: true })
  })

  test('ends by itself once the answer is there; what is not open is not asked for', async () => {
    const { caseId } = await place()
    must(await askFor(board.coordinator, caseId, board.surgeon.userId, '2026-11-26'))
    must(await record(caseId, 'breast'))
    expect(await gapOf(caseId)).toBeUndefined()
    expect(await askFor(board.coordinator, caseId, board.surgeon.userId, '2026-11-26')).toMatchObject({
      refusal: { code: 'closed', why: 'answer-not-owed' },
    })
  })

  test('says at its place who cannot be asked and which day cannot be kept', async () => {
    const { caseId } = await place()
    const toObserver = await askFor(board.coordinator, caseId, board.observer.userId, '2026-11-23')
    expect(toObserver).toMatchObject({ refusal: { fields: [{ path: 'ownerId' }, { path: 'dueOn' }] } })
    const toStranger = await askFor(board.coordinator, caseId, strangers.surgeon.userId, '2026-11-26')
    expect(toStranger).toMatchObject({ refusal: { fields: [{ path: 'ownerId' }] } })
    expect(await askFor(board.observer, caseId, board.surgeon.userId, '2026-11-26')).toMatchObject({
      refusal: { code: 'forbidden' },
    })
    expect(await askFor(strangers.chair, caseId, board.surgeon.userId, '2026-11-26')).toMatchObject({
      refusal: { code: 'not-found' },
    })
  })
})

test('a list tells how ready its cases are and leaves out those of another board', async () => {
  const [open, told, foreign] = [await place(), await place(), await placeTestCase(database.ownerUrl, strangers, 1)]
  must(await record(told.caseId, 'breast'))
  const caseIds = [open.caseId, told.caseId, foreign.caseId, randomUUID()]
  const rows = must(await onTheDay(() => listReadiness(board.observer, { boardId: board.boardId, caseIds })))
  expect(rows).toHaveLength(2)
  const figures = new Set<number>()
  for (const { caseId } of [open, told]) {
    const { gaps } = await readinessOf(caseId)
    const blocking = gaps.filter(({ blocks }) => blocks).length
    expect(rows).toContainEqual({ caseId, state: 'blocked', blocking, open: gaps.length })
    figures.add(gaps.length)
  }
  expect(figures.size).toBe(2)
  expect(await listReadiness(board.administrator, { boardId: board.boardId, caseIds })).toMatchObject({
    refusal: { code: 'not-found' },
  })
})

describe('the minimum dataset of a board', () => {
  const withNeed = (key: string, need: DatasetEntry['need']) =>
    datasetAsShipped.entries.map((entry) => (entryKey(entry) === key ? { ...entry, need } : entry))
  const input = (
    version: number,
    entries = withNeed('tumour.primary', 'off'),
    because = 'Known from the referral',
  ) => ({
    ...{ boardId: board.boardId, version, leadDays: 2, entries, because },
  })

  test('is changed by the chair alone, as a version with its reason, and counts at once', async () => {
    const { caseId } = await place()
    for (const actor of [board.coordinator, board.presenter, board.observer]) {
      expect(await setDataset(actor, input(0))).toMatchObject({ refusal: { code: 'forbidden' } })
    }
    expect(await setDataset(strangers.chair, input(0))).toMatchObject({ refusal: { code: 'not-found' } })
    must(await setDataset(board.chair, input(0)))
    expect(await gapOf(caseId)).toBeUndefined()
    const view = must(await getDataset(board.observer, { boardId: board.boardId }))
    expect(view).toMatchObject({ version: 1, maySet: false })
    expect(view.history).toMatchObject([
      {
        version: 1,
        because: 'Known from the referral',
        by: 'H. Chairwood',
        changed: [expect.stringMatching(/not asked$/)],
      },
    ])
    expect(must(await getDataset(strangers.chair, { boardId: strangers.boardId })).version).toBe(0)
  })

  test('is refused when somebody changed it meanwhile, when nothing changes, and when a field is unknown', async () => {
    const { version, entries } = must(await getDataset(board.chair, { boardId: board.boardId }))
    expect(await setDataset(board.chair, input(version - 1))).toMatchObject({
      refusal: { code: 'stale', fields: [{ theirs: version, by: 'H. Chairwood' }] },
    })
    expect(await setDataset(board.chair, input(version, [...entries]))).toMatchObject({
      refusal: { code: 'invalid', fields: [{ path: 'entries' }] },
    })
    const [first] = entries
    if (!first) throw new Error('The dataset is empty')
    const odd = [...entries, { ...first, section: '__proto__' }, first]
    expect(await setDataset(board.chair, input(version, odd))).toMatchObject({
      refusal: {
        code: 'invalid',
        fields: [{ path: `entries.${entries.length}` }, { path: `entries.${entries.length + 1}` }],
      },
    })
  })
})
