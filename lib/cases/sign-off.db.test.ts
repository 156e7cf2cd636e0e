import { beforeAll, expect, test } from 'vitest'
import { testDatabase } from '@/db/testing'
import { makeTestBoard, must, type TestBoard } from '@/db/testing-board'
import type { Actor } from '@/lib/people/model'
import { signOff } from './commands/sign-off'
import { getSignOffs } from './queries/get-sign-offs'
import { signOffInput } from './sign-off/sign-off'

const database = testDatabase()
let board: TestBoard
let strangers: TestBoard

beforeAll(async () => {
  board = await makeTestBoard(database.ownerUrl)
  strangers = await makeTestBoard(database.ownerUrl, 'Strangers')
})

const act = (actor: Actor, more: object = {}) => {
  const sins = { kind: 'instrument', subjectId: 'sins', version: 1, act: 'signed', words: 'Fisher 2010, table 1' }
  return signOff(actor, signOffInput.parse({ boardId: board.boardId, ...sins, ...more }))
}
const signedIn = async (actor: Actor) => must(await getSignOffs(actor, { boardId: board.boardId }))
const why = (result: { ok: boolean; refusal?: object }) => (result.ok ? 'ok' : result.refusal)

test('the chair signs a version off by name and takes it back; everybody who sees patients reads it', async () => {
  must(await act(board.chair))
  expect(await signedIn(board.observer)).toMatchObject({
    maySign: false,
    signed: [{ kind: 'instrument', subjectId: 'sins', version: 1, words: 'Fisher 2010, table 1', by: 'H. Chairwood' }],
  })
  expect(why(await act(board.chair))).toEqual({ code: 'closed', why: 'already-there' })
  must(await act(board.chair, { act: 'withdrawn', words: 'Another edition was read' }))
  expect(await signedIn(board.chair)).toEqual({ maySign: true, signed: [] })
  expect(why(await act(board.chair, { act: 'withdrawn' }))).toEqual({ code: 'closed', why: 'not-signed-off' })
  must(await act(board.chair, { words: 'Read again' }))
  expect((await signedIn(board.chair)).signed.map(({ words }) => words)).toEqual(['Read again'])
})

test('what is not in force in that version cannot be signed', async () => {
  const gone = { code: 'invalid', fields: [{ path: 'version' }] }
  expect(why(await act(board.chair, { version: 2 }))).toMatchObject(gone)
  expect(why(await act(board.chair, { subjectId: '__proto__' }))).toMatchObject(gone)
  expect(why(await act(board.chair, { kind: 'option' }))).toMatchObject(gone)
  must(await act(board.chair, { subjectId: 'bollen', words: 'Thesis, pages 53 to 64' }))
})

test('nobody else signs, and a stranger learns nothing', async () => {
  for (const actor of [board.surgeon, board.presenter, board.coordinator, board.observer])
    expect(why(await act(actor))).toEqual({ code: 'forbidden' })
  expect(why(await act(strangers.chair))).toEqual({ code: 'not-found' })
  expect(why(await getSignOffs(strangers.chair, { boardId: board.boardId }))).toEqual({ code: 'not-found' })
})
