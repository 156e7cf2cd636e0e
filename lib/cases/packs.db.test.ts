import { beforeAll, expect, test } from 'vitest'
import { testDatabase } from '@/db/testing'
import { makeTestBoard, must, type TestBoard } from '@/db/testing-board'
import type { PackId } from '@/lib/clinical/pathway/packs'
import { setPacks } from './commands/set-packs'
import { setPacksInput } from './pathway/board-packs'
import { getPacks } from './queries/get-packs'

const database = testDatabase()
let board: TestBoard
let strangers: TestBoard

beforeAll(async () => {
  board = await makeTestBoard(database.ownerUrl)
  strangers = await makeTestBoard(database.ownerUrl, 'Strangers')
})

const choose = (actor: TestBoard['chair'], version: number, ...packs: PackId[]) =>
  setPacks(actor, setPacksInput.parse({ boardId: board.boardId, version, packs, because: 'We work in Utrecht' }))
const read = async () => must(await getPacks(board.observer, { boardId: board.boardId }))

test('a board works by the packs as shipped until its chair decides, and every change keeps its reason', async () => {
  expect(await read()).toMatchObject({
    version: 0,
    packs: ['uk-nice', 'eu-labels', 'local'],
    maySet: false,
    history: [],
  })
  expect(must(await choose(board.chair, 0, 'local', 'nl'))).toEqual({ version: 1 })
  expect(await read()).toMatchObject({ version: 1, packs: ['nl', 'local'] })
  const [last] = (await read()).history
  expect(last).toMatchObject({
    because: 'We work in Utrecht',
    changed: ['Netherlands: on', 'UK (NICE): off', 'EU drug labels: off'],
  })
})

test('a screen that was left behind overwrites nothing, and packs that contradict each other are refused', async () => {
  const { version } = await read()
  expect(await choose(board.chair, version + 5, 'uk-nice')).toMatchObject({ ok: false, refusal: { code: 'stale' } })
  expect(await choose(board.chair, version, 'uk-nice', 'nl')).toMatchObject({ ok: false, refusal: { code: 'invalid' } })
  expect(await choose(board.chair, version, ...(await read()).packs)).toMatchObject({
    ...{ ok: false, refusal: { code: 'invalid', fields: [{ path: 'packs', message: 'Nothing is changed yet.' }] } },
  })
  expect((await read()).version).toBe(version)
})

test('only the chair sets them, and a stranger learns nothing', async () => {
  expect(await choose(board.surgeon, 0, 'nl')).toMatchObject({ ok: false, refusal: { code: 'forbidden' } })
  expect(await choose(strangers.chair, 0, 'nl')).toMatchObject({ ok: false, refusal: { code: 'not-found' } })
  expect(await getPacks(strangers.chair, { boardId: board.boardId })).toMatchObject({
    ...{ ok: false, refusal: { code: 'not-found' } },
  })
})
