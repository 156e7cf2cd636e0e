import { beforeAll, describe, expect, test } from 'vitest'
import { testDatabase } from '@/db/testing'
import { makeTestBoard, must, type TestBoard } from '@/db/testing-board'
import { recordTestFacts, signTestCase } from '@/db/testing-signed-case'
import type { Actor } from '@/lib/people/model'
import { letStand } from './commands/let-stand'
import { getBoardSheet } from './queries/get-board-sheet'
import { getStale, listStale } from './queries/stale-decisions'

const database = testDatabase()
const day = new Date().toISOString().slice(0, 10)
let board: TestBoard

beforeAll(async () => {
  board = await makeTestBoard(database.ownerUrl)
})

const ecog = (value: string, base: number) => [{ section: 'fitness', field: 'ecog', value, base }]
const spokenOf = (intensity: string, base: number) => [{ section: 'goals', field: 'intensity', value: intensity, base }]
const kindsFor = async (actor: Actor, conclusionId: string) =>
  (await getStale(actor, conclusionId))?.changes.map(({ kind }) => kind) ?? null

describe('a signed decision on older facts', () => {
  test('is marked once a fact changed, for the chair and the owner of an open task to see to', async () => {
    const { caseId, conclusionId } = await signTestCase(database.ownerUrl, board, day)
    expect(await getStale(board.chair, conclusionId)).toBeNull()
    await recordTestFacts(board, caseId, ecog('3', 1), day)
    const seen = async (actor: Actor) => must(await listStale(actor, board)).find((one) => one.caseId === caseId)
    expect(await seen(board.chair)).toMatchObject({
      isMine: true,
      changes: [{ kind: 'ecog', before: expect.stringMatching(/^1/), after: expect.stringMatching(/^3/), on: day }],
    })
    expect(await seen(board.radiationOncologist)).toMatchObject({ isMine: true })
    expect(await seen(board.surgeon)).toMatchObject({ isMine: false })
    const stranger = (await makeTestBoard(database.ownerUrl, 'Others')).chair
    expect(await listStale(stranger, board)).toMatchObject({ refusal: { code: 'not-found' } })
    expect(await getStale(stranger, conclusionId)).toBeNull()
  })

  test('an observer learns nothing of changed goals, nor of a reason that was given for them', async () => {
    const { caseId, conclusionId } = await signTestCase(database.ownerUrl, board, day, (id) =>
      recordTestFacts(board, id, spokenOf('full', 0), day),
    )
    await recordTestFacts(board, caseId, spokenOf('comfort', 1), day)
    expect(await kindsFor(board.chair, conclusionId)).toEqual(['goals'])
    expect(await kindsFor(board.observer, conclusionId)).toBeNull()
    const keys = (await getStale(board.chair, conclusionId))?.changes.map(({ key }) => key) ?? []
    must(
      await letStand(board.chair, {
        conclusionId,
        onGoals: true,
        keys,
        because: 'She wants the irradiation all the same',
      }),
    )
    expect(await kindsFor(board.chair, conclusionId)).toBeNull()
    expect((await getBoardSheet(board.chair, caseId))?.stands).toMatchObject([
      { because: expect.stringContaining('wants') },
    ])
    expect((await getBoardSheet(board.observer, caseId))?.stands).toEqual([])
  })

  test('stands by a word of the chair until something changes once more', async () => {
    const { caseId, conclusionId } = await signTestCase(database.ownerUrl, board, day)
    await recordTestFacts(board, caseId, ecog('2', 1), day)
    const keys = (await getStale(board.chair, conclusionId))?.changes.map(({ key }) => key) ?? []
    const input = { conclusionId, onGoals: false, keys, because: 'The plan fits ECOG 2 as well' }
    expect(await letStand(board.surgeon, input)).toMatchObject({ refusal: { code: 'forbidden' } })
    must(await letStand(board.chair, input))
    expect(await kindsFor(board.surgeon, conclusionId)).toBeNull()
    expect(await letStand(board.chair, input)).toMatchObject({ refusal: { code: 'closed', why: 'facts-changed' } })
    await recordTestFacts(board, caseId, ecog('3', 2), day)
    expect(await kindsFor(board.surgeon, conclusionId)).toEqual(['ecog'])
  })
})
