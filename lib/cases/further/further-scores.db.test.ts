import { sql } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { asActor } from '@/db/client'
import { testDatabase } from '@/db/testing'
import { makeTestBoard, must, type TestBoard } from '@/db/testing-board'
import { ok } from '@/lib/foundation/result'
import type { Actor } from '@/lib/people/model'
import { createCase } from '../commands/manage-case'
import { recordFactsOf } from '../commands/record-facts'
import type { FactChange } from '../facts'
import { getCase } from '../queries'
import { listFactHistory } from '../queries/list-fact-history'
import { listHistory } from '../queries/list-history'
import { scoreToAnswer } from './further-scores'

const database = testDatabase()
let board: TestBoard
let strangers: TestBoard

beforeAll(async () => {
  board = await makeTestBoard(database.ownerUrl)
  strangers = await makeTestBoard(database.ownerUrl, 'Another board')
})

const open = async (): Promise<string> => {
  const patient = { familyName: 'Score', givenName: null, title: null, bornOn: '1961-03-14', sex: 'female' as const }
  const input = { boardId: board.boardId, patient: { new: { ...patient, identifier: null, identifierIssuer: null } } }
  return must(await createCase(board.presenter, { ...input, question: 'Operate or irradiate?' })).caseId
}

const answer = (
  field: string,
  value: unknown,
  more: { base?: number; on?: string; level?: string } = {},
): FactChange => ({
  section: more.level === undefined ? 'scores' : 'scoresByLevel',
  item: more.level ?? '',
  field,
  base: more.base ?? 0,
  fact: { state: 'known', value, unit: null, refersOn: more.on ?? '2026-11-20' },
})

const give = (actor: Actor, caseId: string, ...changes: FactChange[]) => recordFactsOf(actor, { caseId, changes })

const scoreOf = async (caseId: string, id: string, level: string | null = null) => {
  const view = await getCase(board.observer, caseId)
  const found = view && scoreToAnswer(view.file, view.today, id, level)
  if (!found) throw new Error('No such score of this case')
  return found
}

describe('an answer to a further score', () => {
  test('is kept with its person and day, one for each item, and read by everybody who sees the case', async () => {
    const caseId = await open()
    must(await give(board.presenter, caseId, answer('mizumoto-1-tumour', 'favourable')))
    must(await give(board.surgeon, caseId, answer('mizumoto-1-ecog', 3, { on: '2026-11-22' })))
    must(await give(board.presenter, caseId, answer('genant-1-height', { measured: 41, unit: '%' }, { level: 'L3' })))
    const { reading, given } = await scoreOf(caseId, 'mizumoto')
    expect(Object.keys(given)).toEqual(['tumour', 'ecog'])
    expect(reading.lines.flatMap(({ item, from }) => (given[item] ? [[item, from?.by, from?.refersOn]] : []))).toEqual([
      ['tumour', board.presenter.name, '2026-11-20'],
      ['ecog', board.surgeon.name, '2026-11-22'],
    ])
    expect((await scoreOf(caseId, 'genant', 'L3')).reading).toMatchObject({ kind: 'complete', grade: '3' })
  })

  test('an entered total is looked up', async () => {
    const caseId = await open()
    must(await give(board.presenter, caseId, answer('rades-2008-1-total', 33)))
    must(await give(board.presenter, caseId, answer('lei-2016-1-total', 6)))
    expect((await scoreOf(caseId, 'rades-2008')).reading).toMatchObject({ kind: 'complete', grade: '31–35' })
    expect((await scoreOf(caseId, 'lei-2016')).reading).toMatchObject({ kind: 'complete', grade: '6–10' })
  })

  test('is corrected by a next version, and the earlier one stays in the history', async () => {
    const caseId = await open()
    const field = 'nurick-1-grade'
    must(await give(board.presenter, caseId, answer(field, '3')))
    must(await give(board.presenter, caseId, answer(field, '4', { base: 1, on: '2026-11-24' })))
    const versions = must(await listFactHistory(board.observer, { caseId, section: 'scores', item: '', field }))
    expect(versions.map(({ value }) => value)).toEqual(['4', '3'])
    const { rows } = must(await listHistory(board.observer, { caseId }))
    expect(rows.slice(0, 2)).toMatchObject([
      { kind: 'value', section: 'scores', field, before: { value: '3' }, after: { value: '4' } },
      { kind: 'value', section: 'scores', field, before: null, after: { value: '3' } },
    ])
  })

  test('two people at one item: the second sees both answers, and nothing is lost', async () => {
    const caseId = await open()
    must(await give(board.presenter, caseId, answer('somas-1-levels', 'other')))
    const second = await give(board.surgeon, caseId, answer('somas-1-levels', 'multilevel'))
    expect(second).toMatchObject({
      refusal: {
        code: 'stale',
        fields: [{ path: 'scores.somas-1-levels', yours: 'multilevel', theirs: 'other', version: 1 }],
      },
    })
  })

  test.each([
    ['a value that the item does not take', 'mizumoto-1-tumour', 'lovely'],
    ['a total outside of the published range', 'rades-2008-1-total', 46],
    ['a measurement without its unit', 'somas-1-albumin', { measured: 34 }],
    ['a set of answers', 'mizumoto-1-tumour', { oneOf: ['favourable', 'unfavourable'] }],
    ['an item that no score has', 'mizumoto-1-mood', 'good'],
    ['a score that is held back', 'rades-2008-items-1-primary', 'breast'],
    ['a field of another version', 'mizumoto-2-tumour', 'favourable'],
  ])('refuses %s, and keeps nothing of what was sent with it', async (_, field, value) => {
    const caseId = await open()
    const refused = await give(board.presenter, caseId, answer('nurick-1-grade', '3'), answer(field, value))
    expect(refused).toMatchObject({ refusal: { code: 'invalid', fields: [{ path: `scores.${field}` }] } })
    expect((await scoreOf(caseId, 'nurick')).given).toEqual({})
  })

  test('is given by whom the case may be written by: both locks', async () => {
    const caseId = await open()
    const one = answer('nurick-1-grade', '3')
    expect(await give(strangers.presenter, caseId, one)).toMatchObject({ refusal: { code: 'not-found' } })
    expect(await give(board.administrator, caseId, one)).toMatchObject({ refusal: { code: 'not-found' } })
    for (const actor of [board.observer, board.chair])
      expect(await give(actor, caseId, one)).toMatchObject({ refusal: { code: 'forbidden' } })
    const past = (actor: Actor) =>
      asActor(actor, async (tx) => {
        await tx.execute(sql`insert into facts (board_id, case_id, section, field, version, state, value, entered_by, entered_at)
          values (${board.boardId}, ${caseId}, 'scores', 'nurick-1-grade', 1, 'known', '"3"', ${actor.userId}, now())`)
        return ok(true)
      })
    for (const actor of [board.observer, board.chair, board.administrator, strangers.presenter])
      await expect(past(actor)).rejects.toMatchObject({ cause: { code: '42501' } })
    expect((await scoreOf(caseId, 'nurick')).given).toEqual({})
  })
})
