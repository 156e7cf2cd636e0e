import { beforeAll, describe, expect, test } from 'vitest'
import { testDatabase } from '@/db/testing'
import { makeTestBoard, must, placeTestCase, type TestBoard, type TestCase } from '@/db/testing-board'
import { signForTest } from '@/db/testing-signed'
import { recordFactsOf } from '@/lib/cases/commands/record-facts'
import { recordFactsInput } from '@/lib/cases/facts'
import { withClock } from '@/lib/foundation/clock'
import { withRequest } from '@/lib/foundation/request'
import { recordVisit } from './commands/record-visit'
import { getFollowUp } from './queries/get-follow-up'
import { listFollowUps } from './queries/list-follow-ups'
import { recordVisitInput } from './visit-model'
import { listFollowUpsInput } from './worklist'

const database = testDatabase()
const clock = () => new Date('2026-11-24T10:00:00Z')
const known = (value: unknown, unit: string | null = null) => ({ state: 'known', value, unit })

let board: TestBoard
let strangers: TestBoard
let first: TestCase
let second: TestCase

beforeAll(async () => {
  board = await makeTestBoard(database.ownerUrl)
  strangers = await makeTestBoard(database.ownerUrl, 'Another board')
  first = await placeTestCase(database.ownerUrl, board, 1)
  second = await placeTestCase(database.ownerUrl, board, 2)
  await placeTestCase(database.ownerUrl, board, 3)
  const signedAt = new Date('2026-11-20T15:00:00Z')
  const task = (dueOn: string) => ({
    modality: 'pain' as const,
    title: 'Opioid rotation',
    ownerId: board.chair.userId,
    dueOn,
  })
  await signForTest(database.ownerUrl, board, first, { signedAt, tasks: [task('2026-12-01'), task('2026-11-23')] })
  await signForTest(database.ownerUrl, board, second, { signedAt, tasks: [] })
})

const record = (findings: object, { actor = board.coordinator, on = '2026-11-24', caseId = first.caseId } = {}) =>
  withClock(clock, () => recordVisit(actor, recordVisitInput.parse({ caseId, seenOn: on, findings })))
const follow = (actor = board.observer, caseId = first.caseId) => withClock(clock, () => getFollowUp(actor, caseId))

describe('a visit', () => {
  test('keeps what is known, what was not assessed, and leaves out what was not asked', async () => {
    must(await record({ pain: known(0, '/ 10'), frankel: { state: 'not-assessed' }, events: known(['none']) }))
    const visit = (await follow())?.visits[0]
    expect(visit).toMatchObject({ seenOn: '2026-11-24', by: 'C. Ordway' })
    expect(visit?.findings.pain).toMatchObject({ state: 'known', value: 0, unit: '/ 10', refersOn: '2026-11-24' })
    expect(visit?.findings.frankel).toMatchObject({ state: 'not-assessed', value: null })
    expect(Object.keys(visit?.findings ?? {})).toEqual(['pain', 'frankel', 'events'])
  })

  test('refused in part is not recorded at all', async () => {
    const before = (await follow())?.visits.length
    expect(await record({ pain: known(4, '/ 10'), ecog: known('9') })).toMatchObject({
      refusal: { code: 'invalid', fields: [{ path: 'findings.ecog' }] },
    })
    expect((await follow())?.visits).toHaveLength(before ?? 0)
  })

  test('sent twice with one key is one visit', async () => {
    const before = (await follow())?.visits.length ?? 0
    const idempotency = {
      key: 'once',
      operation: 'POST /cases/{caseId}/visits',
      inputHash: 'same',
      audience: ['coordinator' as const],
    }
    const send = () => withRequest({ idempotency }, () => record({ pain: known(3, '/ 10') }))
    const sent = [must(await send()), must(await send())]
    expect(sent[0]).toEqual(sent[1])
    expect((await follow())?.visits).toHaveLength(before + 1)
  })

  test('observers and strangers record nothing; strangers see nothing', async () => {
    const findings = { pain: known(3, '/ 10') }
    expect(await record(findings, { actor: board.observer })).toMatchObject({ refusal: { code: 'forbidden' } })
    expect(await record(findings, { actor: strangers.coordinator })).toMatchObject({ refusal: { code: 'not-found' } })
    expect(await follow(strangers.chair)).toBeNull()
    expect(await follow(board.administrator)).toBeNull()
  })
})

describe('cases in follow-up', () => {
  const list = async (given: object = {}) =>
    must(
      await withClock(clock, () =>
        listFollowUps(board.observer, listFollowUpsInput.parse({ boardId: board.boardId, ...given })),
      ),
    )

  test('only signed ones, the nearest due date first, with the last visit', async () => {
    const { rows, next } = await list()
    expect(rows.map(({ caseCode }) => caseCode)).toEqual([first.code, second.code])
    expect(rows[0]).toMatchObject({
      openTasks: 2,
      allTasks: 2,
      lastVisitOn: '2026-11-24',
      next: { dueOn: '2026-11-23', standing: 'late' },
    })
    expect(rows[1]).toMatchObject({ openTasks: 0, next: null, lastVisitOn: null })
    expect(next).toBeNull()
  })

  test('a death told at a visit marks the patient in every list', async () => {
    must(await record({ diedOn: known('2026-11-22') }, { caseId: second.caseId }))
    expect((await list({ q: 'Ardenwick2' })).rows).toMatchObject([{ died: true, age: '65\u00a0y' }])
  })

  test('a wrong death is taken back; a visit of another case holds no finding of this one', async () => {
    const visitId = (await follow(board.observer, second.caseId))?.visits[0]?.id ?? ''
    const withdraw = (caseId: string) => {
      const change = { section: 'visit', item: visitId, field: 'diedOn', base: 1, fact: { state: 'withdrawn' } }
      return withClock(clock, () =>
        recordFactsOf(board.coordinator, recordFactsInput.parse({ caseId, changes: [change] })),
      )
    }
    expect(await withdraw(first.caseId)).toMatchObject({ refusal: { code: 'invalid' } })
    must(await withdraw(second.caseId))
    expect((await list({ q: 'Ardenwick2' })).rows).toMatchObject([{ died: false }])
  })
})

test('what was recommended stands with the task that carries it', async () => {
  const signed = (await follow())?.signed
  expect(signed).toHaveLength(1)
  expect(signed?.[0]?.recommendations.map(({ task }) => task?.dueOn)).toEqual(['2026-11-23', '2026-12-01'])
})
