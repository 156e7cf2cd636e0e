import { beforeAll, expect, test } from 'vitest'
import { testDatabase } from '@/db/testing'
import { makeTestBoard, must, placeTestCase, type TestBoard } from '@/db/testing-board'
import { signForTest } from '@/db/testing-signed'
import { recordTestFacts, reviseTestCase, signTestCase } from '@/db/testing-signed-case'
import { closeTask } from '@/lib/follow-up/commands/carry-task'
import { closeTaskInput } from '@/lib/follow-up/model'
import { listTasks } from '@/lib/follow-up/queries/list-tasks'
import { listTasksInput } from '@/lib/follow-up/worklist'
import { withClock } from '@/lib/foundation/clock'
import type { Actor } from '@/lib/people/model'
import { getQuality } from './queries/get-quality'

const database = testDatabase()
const today = '2026-11-24'
const clock = () => new Date(`${today}T15:00:00Z`)
let board: TestBoard
let strangers: TestBoard
let codes: { withTasks: string; withoutTasks: string; whole: string }

beforeAll(async () => {
  board = await makeTestBoard(database.ownerUrl)
  strangers = await makeTestBoard(database.ownerUrl, 'Strangers')
  const first = await placeTestCase(database.ownerUrl, board, 1)
  const second = await placeTestCase(database.ownerUrl, board, 2)
  const task = (modality: 'radiation' | 'surgery' | 'pain' | 'supportive') => ({
    ...{ modality, title: `Task of ${modality}`, ownerId: board.chair.userId, dueOn: '2026-12-01' },
  })
  const plan = ['radiation', 'surgery', 'pain', 'supportive'] as const
  const signedAt = new Date('2026-10-31T23:30:00Z')
  const { taskIds } = await signForTest(database.ownerUrl, board, first, { signedAt, tasks: plan.map(task) })
  await signForTest(database.ownerUrl, board, second, { signedAt: new Date('2026-11-02T10:00:00Z'), tasks: [] })
  const whole = await withClock(clock, () =>
    signTestCase(database.ownerUrl, board, today, (caseId) =>
      recordTestFacts(board, caseId, [{ section: 'goals', field: 'spokenOn', value: '2026-11-20' }], today),
    ),
  )
  codes = { withTasks: first.code, withoutTasks: second.code, whole: whole.code }
  const close = (index: number, given: object) => {
    const input = { taskId: taskIds[index], version: 1, on: today, ...given }
    return withClock(clock, () => closeTask(board.coordinator, closeTaskInput.parse(input)))
  }
  must(await close(0, { closing: 'done' }))
  must(await close(1, { closing: 'not-done', reason: 'patients-wish', text: 'No operation.' }))
  must(await close(2, { closing: 'partly', reason: 'not-available', text: 'No bed.' }))
})

const figures = (actor: Actor) => withClock(clock, () => getQuality(actor, { boardId: board.boardId }))

test('recommendations carried out, the patient’s wish apart; what is deferred is no recommendation', async () => {
  const { carriedOut } = must(await figures(board.observer))
  expect(carriedOut).toMatchObject({ of: 5, done: 1, partly: 1, notDone: 1, open: 2 })
  expect(carriedOut.reasons[0]).toEqual({ reason: 'patients-wish', partly: 0, notDone: 1 })
  expect(carriedOut.reasons.find(({ reason }) => reason === 'not-available')).toMatchObject({ partly: 1, notDone: 0 })
  expect(carriedOut.exceptions.map(({ caseCode, reason }) => [caseCode, reason])).toEqual([
    [codes.withTasks, 'not-available'],
    [codes.withTasks, 'patients-wish'],
  ])
})

test('conclusions that recommend, and goals on record at the signing, with the cases that are missing', async () => {
  const { recommending, goalsKnown } = must(await figures(board.chair))
  expect(recommending).toMatchObject({ n: 2, of: 3, allDeferred: 0, exceptions: [{ caseCode: codes.withoutTasks }] })
  expect([goalsKnown.n, goalsKnown.of]).toEqual([1, 3])
  expect(goalsKnown.exceptions.map(({ caseCode }) => caseCode)).toEqual([codes.withTasks, codes.withoutTasks])
})

test('a month is the board’s own, by its time zone', async () => {
  const { months } = must(await figures(board.coordinator))
  expect(months).toEqual([
    { month: '2026-11', meetings: 2, cases: 2 },
    { month: '2026-10', meetings: 1, cases: 1 },
  ])
})

test('what was done stays counted once, whether a later version repeats or drops it; what was replaced open is left out', async () => {
  const at = (work: () => Promise<unknown>) => withClock(clock, work)
  const item = await withClock(clock, () => signTestCase(database.ownerUrl, board, today))
  const asked = must(await figures(board.chair)).carriedOut
  await at(() => reviseTestCase(board, item, { because: 'Reworded' }))
  expect(must(await figures(board.chair)).carriedOut).toEqual(asked)
  await at(() => reviseTestCase(board, item, { radiation: item.options.short, because: 'Two levels' }))
  expect(must(await figures(board.chair)).carriedOut).toEqual(asked)
  const page = must(await listTasks(board.chair, listTasksInput.parse({ boardId: board.boardId, view: 'open' })))
  const task = page.rows.find(({ caseCode, modality }) => caseCode === item.code && modality === 'radiation')
  const done = { taskId: task?.id, version: task?.version, closing: 'done', on: today }
  await at(async () => must(await closeTask(board.coordinator, closeTaskInput.parse(done))))
  await at(() => reviseTestCase(board, item, { radiation: item.options.single, because: 'One level more' }))
  const { of, done: carried, open } = must(await figures(board.chair)).carriedOut
  expect([of, carried, open]).toEqual([asked.of + 1, asked.done + 1, asked.open])
})

test('two raters of a level: the class of SINS, the epidural grade and each component, where both answered', async () => {
  const rating = {
    pain: 'mechanical',
    lesion: 'lytic',
    alignment: 'normal',
    collapse: 'lt50',
    posterolateral: 'none',
    escc: '1a',
  }
  const { caseId } = await placeTestCase(database.ownerUrl, board, 3)
  const told = (section: string, item: string, values: Record<string, string>) =>
    Object.entries(values).map(([field, value]) => ({ section, item, field, value }))
  const before = must(await figures(board.chair)).raterAgreement
  expect(before).toMatchObject({ levels: 0, sins: { ratings: 0, kappa: null } })
  await withClock(clock, () =>
    recordTestFacts(
      board,
      caseId,
      [
        ...told('lesions', 'T7', { involvement: 'certain', operated: 'no', ...rating }),
        ...told('secondRating', 'T7', { ...rating, lesion: 'mixed', escc: '1b' }),
        ...told('lesions', 'L2', { involvement: 'certain', operated: 'no', ...rating }),
        ...told('secondRating', 'L2', { lesion: 'lytic' }),
      ],
      today,
    ),
  )
  const { levels, sins, escc, components } = must(await figures(board.observer)).raterAgreement
  expect(levels).toBe(2)
  expect(sins).toEqual({ ratings: 1, alike: 1, kappa: null })
  expect(escc).toMatchObject({ ratings: 1, alike: 0 })
  const lesion = components.find(({ label }) => label === 'Bone lesion')
  expect(lesion).toEqual({ label: 'Bone lesion', ratings: 2, alike: 1, published: 0.24 })
  expect(components.find(({ label }) => label === 'Pain')).toMatchObject({ ratings: 1, alike: 1 })
})

test('strangers and administrators get nothing', async () => {
  expect(await figures(strangers.chair)).toMatchObject({ refusal: { code: 'not-found' } })
  expect(await figures(board.administrator)).toMatchObject({ refusal: { code: 'not-found' } })
})
