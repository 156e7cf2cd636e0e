import { beforeAll, describe, expect, test } from 'vitest'
import { testDatabase } from '@/db/testing'
import { makeTestBoard, must, placeTestCase, type TestBoard, type TestCase } from '@/db/testing-board'
import { signForTest } from '@/db/testing-signed'
import { recordFactsOf } from '@/lib/cases/commands/record-facts'
import { restoreCase, withdrawCase } from '@/lib/cases/commands/withdraw-case'
import { recordFactsInput } from '@/lib/cases/facts'
import { getCaseFile } from '@/lib/cases/queries'
import { withClock } from '@/lib/foundation/clock'
import { withRequest } from '@/lib/foundation/request'
import type { Actor } from '@/lib/people/model'
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

beforeAll(async () => {
  board = await makeTestBoard(database.ownerUrl)
  strangers = await makeTestBoard(database.ownerUrl, 'Another board')
})

let number = 0
type Changes = Parameters<typeof placeTestCase>[3]
type Tasks = Parameters<typeof signForTest>[3]['tasks']
/** Another case with a signed conclusion, which no other test looks at. */
const placeSigned = async (changes: Changes = {}, tasks: Tasks = [], on = board): Promise<TestCase> => {
  number += 1
  const placed = await placeTestCase(database.ownerUrl, on, number, changes)
  await signForTest(database.ownerUrl, on, placed, { signedAt: new Date('2026-11-20T15:00:00Z'), tasks })
  return { ...placed, patientId: changes.patientId ?? placed.patientId }
}
const rotation = (dueOn: string, on = board) => ({
  ...{ modality: 'pain' as const, title: 'Opioid rotation', ownerId: on.chair.userId, dueOn },
})

const record = (caseId: string, findings: object, { actor = board.coordinator, on = '2026-11-24' } = {}) =>
  withClock(clock, () => recordVisit(actor, recordVisitInput.parse({ caseId, seenOn: on, findings })))
const follow = (caseId: string, actor = board.observer) => withClock(clock, () => getFollowUp(actor, caseId))

describe('a visit', () => {
  test('keeps what is known, what was not assessed, and leaves out what was not asked', async () => {
    const { caseId } = await placeSigned()
    must(await record(caseId, { pain: known(0, '/ 10'), frankel: { state: 'not-assessed' }, events: known(['none']) }))
    const visit = (await follow(caseId))?.visits[0]
    expect(visit).toMatchObject({ seenOn: '2026-11-24', by: 'C. Ordway' })
    expect(visit?.findings.pain).toMatchObject({ state: 'known', value: 0, unit: '/ 10', refersOn: '2026-11-24' })
    expect(visit?.findings.frankel).toMatchObject({ state: 'not-assessed', value: null })
    expect(Object.keys(visit?.findings ?? {})).toEqual(['pain', 'frankel', 'events'])
  })

  test('is no edit of the case: version and time of saving stay, also when it tells a death', async () => {
    const { caseId } = await placeSigned()
    const stand = async () => {
      const { version, changedAt } = must(await getCaseFile(board.observer, { caseId }))
      return { version, changedAt }
    }
    const before = await stand()
    expect(before.version).toBeGreaterThan(0)
    must(await record(caseId, { pain: known(3, '/ 10') }))
    must(await record(caseId, { diedOn: known('2026-11-23') }))
    expect(await stand()).toEqual(before)
  })

  test('refused in part is not recorded at all', async () => {
    const { caseId } = await placeSigned()
    expect(await record(caseId, { pain: known(4, '/ 10'), ecog: known('9') })).toMatchObject({
      refusal: { code: 'invalid', fields: [{ path: 'findings.ecog' }] },
    })
    expect((await follow(caseId))?.visits).toEqual([])
  })

  test('sent twice with one key is one visit', async () => {
    const { caseId } = await placeSigned()
    const idempotency = {
      key: 'once',
      operation: 'POST /cases/{caseId}/visits',
      inputHash: 'same',
      audience: ['coordinator' as const],
    }
    const send = () => withRequest({ idempotency }, () => record(caseId, { pain: known(3, '/ 10') }))
    const sent = [must(await send()), must(await send())]
    expect(sent[0]).toEqual(sent[1])
    expect((await follow(caseId))?.visits).toHaveLength(1)
  })

  test('observers and strangers record nothing; strangers see nothing', async () => {
    const { caseId } = await placeSigned()
    const say = (actor: Actor) => record(caseId, { pain: known(3, '/ 10') }, { actor })
    expect(await say(board.observer)).toMatchObject({ refusal: { code: 'forbidden' } })
    expect(await say(strangers.coordinator)).toMatchObject({ refusal: { code: 'not-found' } })
    expect(await follow(caseId, strangers.chair)).toBeNull()
    expect(await follow(caseId, board.administrator)).toBeNull()
  })
})

test('cases in follow-up: only signed ones, the nearest due date first, with the last visit', async () => {
  const own = await makeTestBoard(database.ownerUrl, 'A board with two signed cases')
  const settled = await placeSigned({}, [], own)
  const open = await placeSigned({}, [rotation('2026-12-01', own), rotation('2026-11-23', own)], own)
  number += 1
  await placeTestCase(database.ownerUrl, own, number)
  must(await record(open.caseId, { pain: known(3, '/ 10') }, { actor: own.coordinator, on: '2026-11-21' }))
  must(await record(open.caseId, { pain: known(2, '/ 10') }, { actor: own.coordinator, on: '2026-11-22' }))
  const input = listFollowUpsInput.parse({ boardId: own.boardId })
  const { rows, next } = must(await withClock(clock, () => listFollowUps(own.observer, input)))
  expect(rows.map(({ caseCode }) => caseCode)).toEqual([open.code, settled.code])
  expect(rows).toMatchObject([
    {
      ...{ openTasks: 2, allTasks: 2, lastVisitOn: '2026-11-22' },
      next: { dueOn: '2026-11-23', standing: 'late' },
    },
    { openTasks: 0, next: null, lastVisitOn: null },
  ])
  expect(next).toBeNull()
})

describe('a death', () => {
  const marked = async (of: TestCase) =>
    must(
      await withClock(clock, () =>
        listFollowUps(board.observer, listFollowUpsInput.parse({ boardId: board.boardId, q: of.code })),
      ),
    ).rows.map(({ died, age }) => ({ died, age }))
  const alive = [{ died: false, age: '65\u00a0y' }]
  const dead = [{ died: true, age: '65\u00a0y' }]
  const tell = async (of: TestCase, day: string) => must(await record(of.caseId, { diedOn: known(day) })).visitId
  const takeBack = (of: TestCase, item: string) => {
    const change = { section: 'visit', item, field: 'diedOn', base: 1, fact: { state: 'withdrawn' } }
    const input = recordFactsInput.parse({ caseId: of.caseId, changes: [change] })
    return withClock(clock, () => recordFactsOf(board.coordinator, input))
  }

  test('told at a visit marks the patient in every list', async () => {
    const told = await placeSigned()
    expect(await marked(told)).toEqual(alive)
    await tell(told, '2026-11-22')
    expect(await marked(told)).toEqual(dead)
  })

  test('that was wrong is taken back; a visit of another case holds no finding of this one', async () => {
    const told = await placeSigned()
    const visitId = await tell(told, '2026-11-22')
    expect(await takeBack(await placeSigned(), visitId)).toMatchObject({ refusal: { code: 'invalid' } })
    expect(await marked(told)).toEqual(dead)
    must(await takeBack(told, visitId))
    expect(await marked(told)).toEqual(alive)
  })

  test('told in one case of a patient stands in all of them, until the last one that tells it is taken back', async () => {
    const one = await placeSigned()
    const other = await placeSigned({ patientId: one.patientId })
    const [here, there] = [await tell(one, '2026-11-22'), await tell(other, '2026-11-22')]
    expect([await marked(one), await marked(other)]).toEqual([dead, dead])
    must(await takeBack(one, here))
    expect([await marked(one), await marked(other)]).toEqual([dead, dead])
    must(await takeBack(other, there))
    expect([await marked(one), await marked(other)]).toEqual([alive, alive])
  })

  test('told in two cases at the same moment stands as the one that was stored last', async () => {
    const one = await placeSigned()
    const other = await placeSigned({ patientId: one.patientId })
    const told = await Promise.all([tell(one, '2026-11-22'), tell(other, '2026-11-21')])
    must(await takeBack(one, told[0]))
    expect(await marked(one)).toEqual(dead)
    must(await takeBack(other, told[1]))
    expect(await marked(one)).toEqual(alive)
  })
})

describe('a death told in a case that is withdrawn', () => {
  const unsigned = async (patientId: string) => {
    number += 1
    return placeTestCase(database.ownerUrl, board, number, { patientId })
  }
  const isDead = async (of: TestCase) =>
    must(await getCaseFile(board.observer, { caseId: of.caseId })).patient.diedOn !== null

  test('goes with it where nothing was signed, and comes back with it', async () => {
    const here = await placeSigned()
    const wrong = await unsigned(here.patientId)
    must(await record(wrong.caseId, { diedOn: known('2026-11-22') }))
    expect(await isDead(here)).toBe(true)
    must(await withdrawCase(board.coordinator, { caseId: wrong.caseId, reason: 'Wrong patient' }))
    expect(await isDead(here)).toBe(false)
    must(await restoreCase(board.coordinator, { caseId: wrong.caseId, reason: 'The right one after all' }))
    expect(await isDead(here)).toBe(true)
  })

  test('does not go with a case that was signed: its follow-up goes on', async () => {
    const here = await placeSigned()
    must(await record(here.caseId, { diedOn: known('2026-11-23') }))
    must(await withdrawCase(board.coordinator, { caseId: here.caseId, reason: 'Entered twice' }))
    expect(await isDead(here)).toBe(true)
  })
})

describe('a withdrawn case', () => {
  const withdrawn = { state: 'withdrawn' } as const

  test('takes visits and a death of what was recommended, and nothing else', async () => {
    const { caseId } = await placeSigned(withdrawn)
    expect((await follow(caseId, board.coordinator))?.mayRecordVisit).toBe(true)
    const { visitId } = must(await record(caseId, { pain: known(2, '/ 10'), diedOn: known('2026-11-24') }))
    const correct = { section: 'visit', item: visitId, field: 'diedOn', base: 1, fact: { state: 'withdrawn' } }
    const note = { section: 'notes', field: 'free', base: 0, fact: { state: 'known', value: 'A note' } }
    const say = (change: object) =>
      withClock(clock, () => recordFactsOf(board.coordinator, recordFactsInput.parse({ caseId, changes: [change] })))
    must(await say(correct))
    expect(await say(note)).toMatchObject({ refusal: { code: 'closed', why: 'case-withdrawn' } })
  })

  test('of which nothing was signed takes no visit', async () => {
    number += 1
    const { caseId } = await placeTestCase(database.ownerUrl, board, number, withdrawn)
    expect((await follow(caseId, board.coordinator))?.mayRecordVisit).toBe(false)
    const refused = await record(caseId, { pain: known(2, '/ 10') })
    expect(refused).toMatchObject({ refusal: { code: 'closed', why: 'case-withdrawn' } })
  })
})

test('what was recommended stands with the task that carries it', async () => {
  const { caseId } = await placeSigned({}, [rotation('2026-12-01'), rotation('2026-11-23')])
  const signed = (await follow(caseId))?.signed
  expect(signed).toHaveLength(1)
  expect(signed?.[0]?.recommendations.map(({ task }) => task?.dueOn)).toEqual(['2026-11-23', '2026-12-01'])
})
