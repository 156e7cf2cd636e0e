import { beforeAll, describe, expect, test } from 'vitest'
import { testDatabase } from '@/db/testing'
import { makeTestBoard, must, placeTestCase, type TestBoard } from '@/db/testing-board'
import { recordTestFacts } from '@/db/testing-signed-case'
import type { Actor } from '@/lib/people/model'
import { acknowledgeWarning, exceptRule } from './commands/except-rule'
import { withdrawCase } from './commands/withdraw-case'
import { exceptRuleInput } from './pathway/rule-exceptions'
import { listHistory } from './queries/list-history'
import { listStops } from './queries/read-pathway-terms'

const database = testDatabase()
let board: TestBoard
let strangers: TestBoard
let number = 40

beforeAll(async () => {
  board = await makeTestBoard(database.ownerUrl)
  strangers = await makeTestBoard(database.ownerUrl, 'Strangers')
})

const newCase = async () => {
  number += 1
  return (await placeTestCase(database.ownerUrl, board, number)).caseId
}
const tumour = { section: 'lesions', item: 'T7', field: 'involvement', value: 'certain' }
const stopsIn = async (actor: Actor, caseId: string) => must(await listStops(actor, { caseId }))
const stopIn = async (actor: Actor, caseId: string, id: string) =>
  (await stopsIn(actor, caseId)).find(({ ruleId }) => ruleId === id)
const saysOf = async (caseId: string, ruleId: string) => (await stopIn(board.chair, caseId, ruleId))?.says ?? ''
const goOn = async (actor: Actor, caseId: string, ruleId: string, because: string, says?: string) =>
  exceptRule(actor, exceptRuleInput.parse({ caseId, ruleId, because, says: says ?? (await saysOf(caseId, ruleId)) }))
const why = (result: { ok: boolean; refusal?: object }) => (result.ok ? 'ok' : result.refusal)
const told = async (actor: Actor, caseId: string) =>
  must(await listHistory(actor, { caseId })).rows.filter(({ kind }) => kind === 'exception')

describe('a reason to go on despite a stop', () => {
  test('is kept with who gave it, shown at the stop and told in the history', async () => {
    const caseId = await newCase()
    await recordTestFacts(board, caseId, [tumour], '2026-11-24')
    expect(await stopIn(board.observer, caseId, 'PW-PLN-02')).toMatchObject({ gone: null })
    must(await goOn(board.surgeon, caseId, 'PW-PLN-02', 'No CT can be had before tomorrow'))
    for (const actor of [board.observer, board.chair]) {
      expect((await stopIn(actor, caseId, 'PW-PLN-02'))?.gone).toMatchObject({
        because: 'No CT can be had before tomorrow',
        by: 'S. Cutbush',
      })
      expect(await told(actor, caseId)).toMatchObject([
        { ruleId: 'PW-PLN-02', title: 'Stability score and surgeon', by: 'S. Cutbush' },
      ])
    }
  })

  test('counts until the facts behind it are others; the reason stays in the history', async () => {
    const caseId = await newCase()
    must(await goOn(board.chair, caseId, 'PW-PLN-06', 'Emergency'))
    const spoken = { section: 'goals', item: '', field: 'spokenOn', value: '2026-01-10' }
    await recordTestFacts(board, caseId, [spoken], '2026-11-24')
    expect(await stopIn(board.chair, caseId, 'PW-PLN-06')).toMatchObject({ gone: null })
    expect((await told(board.chair, caseId)).map((row) => row.kind === 'exception' && row.because)).toEqual([
      'Emergency',
      'Emergency',
    ])
  })

  test('given again in the same words is one, in other words the latest counts and both stay', async () => {
    const caseId = await newCase()
    const first = must(await goOn(board.chair, caseId, 'PW-GOC-01', 'Unconscious'))
    expect(must(await goOn(board.presenter, caseId, 'PW-GOC-01', 'Unconscious'))).toEqual(first)
    must(await goOn(board.presenter, caseId, 'PW-GOC-01', 'Declined to talk'))
    expect((await stopIn(board.chair, caseId, 'PW-GOC-01'))?.gone).toMatchObject({ because: 'Declined to talk' })
    expect((await told(board.chair, caseId)).map((row) => row.kind === 'exception' && row.because)).toEqual([
      'Declined to talk',
      'Declined to talk',
      'Unconscious',
      'Unconscious',
    ])
  })

  test('answers both stops at missing goals of care, and each keeps its own record', async () => {
    const caseId = await newCase()
    must(await goOn(board.chair, caseId, 'PW-PLN-06', 'Unconscious'))
    for (const ruleId of ['PW-PLN-06', 'PW-GOC-01'])
      expect((await stopIn(board.chair, caseId, ruleId))?.gone).toMatchObject({
        because: 'Unconscious',
        by: 'H. Chairwood',
      })
    const rows = await told(board.chair, caseId)
    expect(rows.map((row) => row.kind === 'exception' && row.ruleId).toSorted()).toEqual(['PW-GOC-01', 'PW-PLN-06'])
    expect((await stopIn(board.chair, caseId, 'PW-PLN-02'))?.gone ?? null).toBe(null)
  })

  test('that rests on the goals of care is for the treating team alone', async () => {
    const caseId = await newCase()
    must(await goOn(board.chair, caseId, 'PW-GOC-01', 'Did not want to hear of it'))
    expect(await told(board.coordinator, caseId)).toHaveLength(2)
    expect(await told(board.observer, caseId)).toEqual([])
    expect(JSON.stringify(await stopsIn(board.observer, caseId))).not.toContain('hear of it')
  })
})

describe('a warning', () => {
  const ruleId = 'PW-PLN-03'
  const says = 'No prognosis with its method.'

  test('is acknowledged once by whoever may give a reason, without one, and told in the history', async () => {
    const caseId = await newCase()
    const first = must(await acknowledgeWarning(board.surgeon, { caseId, ruleId, says }))
    expect(must(await acknowledgeWarning(board.chair, { caseId, ruleId, says }))).toEqual(first)
    expect(await told(board.observer, caseId)).toMatchObject([{ ruleId, says, because: '', by: 'S. Cutbush' }])
    expect(why(await acknowledgeWarning(board.observer, { caseId, ruleId, says }))).toEqual({ code: 'forbidden' })
    expect(why(await acknowledgeWarning(strangers.chair, { caseId, ruleId, says }))).toEqual({ code: 'not-found' })
  })

  test('takes no reason, and a stop is not acknowledged', async () => {
    const caseId = await newCase()
    const closed = { code: 'closed', why: 'rule-says-otherwise' }
    expect(why(await goOn(board.chair, caseId, ruleId, 'R', says))).toEqual(closed)
    const stop = { caseId, ruleId: 'PW-GOC-01', says: await saysOf(caseId, 'PW-GOC-01') }
    expect(why(await acknowledgeWarning(board.chair, stop))).toEqual(closed)
    expect(why(await acknowledgeWarning(board.chair, { caseId, ruleId, says: 'Something else' }))).toEqual(closed)
  })
})

describe('no reason is taken', () => {
  test('from who only organises or watches, nor from a stranger', async () => {
    const caseId = await newCase()
    for (const actor of [board.coordinator, board.observer])
      expect(why(await goOn(actor, caseId, 'PW-GOC-01', 'R'))).toEqual({ code: 'forbidden' })
    for (const actor of [strangers.chair, board.administrator]) {
      expect(why(await goOn(actor, caseId, 'PW-GOC-01', 'R', 'S'))).toEqual({ code: 'not-found' })
      expect(why(await listStops(actor, { caseId }))).toEqual({ code: 'not-found' })
    }
  })

  test('for what the rule does not say now, for a rule that asks none, for a case that was withdrawn', async () => {
    const caseId = await newCase()
    const closed = { code: 'closed', why: 'rule-says-otherwise' }
    expect(why(await goOn(board.chair, caseId, 'PW-GOC-01', 'R', 'Something else'))).toEqual(closed)
    for (const ruleId of ['PW-PLN-11', 'PW-XXX-99', '__proto__'])
      expect(why(await goOn(board.chair, caseId, ruleId, 'R', 'S'))).toEqual(closed)
    const says = await saysOf(caseId, 'PW-GOC-01')
    must(await withdrawCase(board.presenter, { caseId, reason: 'Entered twice' }))
    expect(why(await goOn(board.chair, caseId, 'PW-GOC-01', 'R', says))).toEqual({
      ...{ code: 'closed', why: 'case-withdrawn' },
    })
  })

  test('without words', () => {
    const empty = exceptRuleInput.safeParse({
      caseId: crypto.randomUUID(),
      ruleId: 'PW-GOC-01',
      says: 'S',
      because: ' ',
    })
    expect(empty.error?.issues[0]?.message).toBe('Write the reason.')
  })
})
