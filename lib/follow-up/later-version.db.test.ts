import { beforeAll, describe, expect, test } from 'vitest'
import { testDatabase } from '@/db/testing'
import { makeTestBoard, must, type TestBoard } from '@/db/testing-board'
import { reviseTestCase, signTestCase } from '@/db/testing-signed-case'
import { getConclusions } from '@/lib/deliberation/queries/get-conclusions'
import { withClock } from '@/lib/foundation/clock'
import { addDays } from '@/lib/foundation/time'
import { assignTask, closeTask, reopenTask } from './commands/carry-task'
import { closeTaskInput } from './model'
import { getFollowUp } from './queries/get-follow-up'
import { listFollowUps } from './queries/list-follow-ups'
import type { TaskView } from './worklist'

const database = testDatabase()
const today = '2026-11-24'
const due = addDays(today, 3)
const later = addDays(today, 10)
let board: TestBoard

beforeAll(async () => {
  board = await makeTestBoard(database.ownerUrl)
})

const on = <T>(day: string, work: () => Promise<T>) => withClock(() => new Date(`${day}T15:00:00Z`), work)
const signed = () => on(today, () => signTestCase(database.ownerUrl, board, today))
type Item = Awaited<ReturnType<typeof signed>>
type Revision = Omit<Parameters<typeof reviseTestCase>[2], 'because'>

const revise = (item: Item, changes: Revision = {}, day = today) =>
  on(day, () => reviseTestCase(board, item, { because: 'It went otherwise', ...changes }))

/** What each version says on radiation, the latest first. */
async function radiationOf({ caseId }: Item) {
  const followUp = await on(today, () => getFollowUp(board.coordinator, caseId))
  return (followUp?.signed ?? []).map(({ version, supersededBy, recommendations }) => {
    const said = recommendations.find(({ modality }) => modality === 'radiation')
    if (!said?.task) throw new Error('Radiation has no task')
    const { task, sinceVersion, goesOnIn } = said
    return { version, supersededBy, sinceVersion, goesOnIn, task }
  })
}
const firstTask = async (item: Item): Promise<TaskView> => {
  const [latest] = await radiationOf(item)
  if (!latest) throw new Error('Nothing is signed')
  return latest.task
}
const close = async (item: Item, ended: object) => {
  const { id: taskId, version } = await firstTask(item)
  const input = closeTaskInput.parse({ taskId, version, on: today, ...ended })
  const { openInCase: _, ...task } = must(await on(today, () => closeTask(board.coordinator, input)))
  return task
}
const noSlot = { closing: 'not-done', reason: 'not-available', text: 'No slot.' }

describe('a later version', () => {
  test('that repeats what is done keeps the task; both versions show it, one as superseded', async () => {
    const item = await signed()
    const done = await close(item, { closing: 'done' })
    await revise(item, {}, later)
    const [second, first, ...rest] = await radiationOf(item)
    expect(rest).toEqual([])
    expect(second).toMatchObject({ version: 2, supersededBy: null, sinceVersion: 1, goesOnIn: null, task: done })
    expect(first).toMatchObject({ version: 1, supersededBy: 2, sinceVersion: null, goesOnIn: 2, task: done })
  })

  test('that says something else opens a task and closes the open one as replaced', async () => {
    const item = await signed()
    const { id } = await firstTask(item)
    await revise(item, { radiation: item.options.short })
    const [second, first] = await radiationOf(item)
    expect(second).toMatchObject({ sinceVersion: null, task: { state: 'open' } })
    expect(first).toMatchObject({
      supersededBy: 2,
      goesOnIn: null,
      task: { id, state: 'replaced', replacedByVersion: 2 },
    })
    const [row] = must(
      await on(today, () => listFollowUps(board.observer, { boardId: board.boardId, q: item.code })),
    ).rows
    expect(row).toMatchObject({ openTasks: 2, allTasks: 2 })
  })

  test('that drops what is done leaves it on record under its own version', async () => {
    const item = await signed()
    await close(item, { closing: 'done' })
    await revise(item, { radiation: item.options.short })
    expect(await radiationOf(item)).toMatchObject([
      { version: 2, task: { state: 'open' } },
      { version: 1, task: { state: 'done', replacedByVersion: null } },
    ])
    const [row] = must(
      await on(today, () => listFollowUps(board.observer, { boardId: board.boardId, q: item.code })),
    ).rows
    expect(row).toMatchObject({ openTasks: 2, allTasks: 3 })
  })

  test('asks again for what was not done when it names another day; the first outcome stays', async () => {
    const item = await signed()
    const missed = await close(item, noSlot)
    await revise(item, { dueOn: later })
    expect(await radiationOf(item)).toMatchObject([
      { version: 2, sinceVersion: null, task: { state: 'open', dueOn: later } },
      { version: 1, goesOnIn: null, task: { id: missed.id, state: 'not-done', reason: 'not-available' } },
    ])
  })

  test('asks for nothing again that was not done and is left as it is', async () => {
    const item = await signed()
    const missed = await close(item, noSlot)
    await revise(item, {}, later)
    expect(await radiationOf(item)).toMatchObject([
      { sinceVersion: 1, task: missed },
      { goesOnIn: 2, task: missed },
    ])
  })
})

describe('a closed task', () => {
  const reopen = ({ id: taskId, version }: TaskView) =>
    on(today, () => reopenTask(board.coordinator, { taskId, version }))
  const refused = { ok: false, refusal: { code: 'closed', why: 'task-dropped' } }

  test('that the version in force asks for again can be opened again, one of an earlier version cannot', async () => {
    const item = await signed()
    const missed = await close(item, noSlot)
    expect(missed.isAskedFor).toBe(true)
    await revise(item, { dueOn: later })
    const [second, first] = await radiationOf(item)
    expect([second?.task.isAskedFor, first?.task.isAskedFor]).toEqual([true, false])
    expect(await reopen(missed)).toMatchObject(refused)
    expect((await radiationOf(item))[1]?.task).toMatchObject({ state: 'not-done', version: missed.version })
  })

  test('of an option that a later version dropped stays closed', async () => {
    const item = await signed()
    const done = await close(item, { closing: 'done' })
    await revise(item, { radiation: item.options.short })
    expect(await reopen(done)).toMatchObject(refused)
  })

  test('that the later version repeats is opened again as before', async () => {
    const item = await signed()
    const missed = await close(item, noSlot)
    await revise(item, {}, later)
    expect(must(await reopen(missed))).toMatchObject({ id: missed.id, state: 'open', isAskedFor: true })
  })

  test('opened again while a later version drops it: never open without a version that asks for it', async () => {
    const item = await signed()
    const done = await close(item, { closing: 'done' })
    await Promise.all([revise(item, { radiation: item.options.short }), reopen(done)])
    const [, first] = await radiationOf(item)
    expect(['done', 'replaced']).toContain(first?.task.state)
  })
})

describe('an open task that a later version repeats', () => {
  test('takes the owner and day that the version names', async () => {
    const item = await signed()
    const { id } = await firstTask(item)
    await revise(item, { ownerId: board.surgeon.userId, dueOn: later })
    const given = { id, state: 'open', ownerId: board.surgeon.userId, dueOn: later, version: 2 }
    expect(await firstTask(item)).toMatchObject(given)
  })

  test('is drafted with the owner and day it has now, and a day that has passed is no obstacle', async () => {
    const item = await signed()
    const { id: taskId, version } = await firstTask(item)
    const handed = { ownerId: board.surgeon.userId, dueOn: addDays(due, 1) }
    must(await on(today, () => assignTask(board.chair, { taskId, version, ...handed })))
    await revise(item, {}, later)
    expect(must(await getConclusions(board.chair, item)).signed?.answers.radiation.options).toEqual([
      { optionId: item.options.single, ...handed, condition: '' },
    ])
    expect(await firstTask(item)).toMatchObject({ id: taskId, state: 'open', version: 2, ...handed })
  })

  test('cannot be moved to another day that is past', async () => {
    const item = await signed()
    await expect(revise(item, { dueOn: addDays(due, 1) }, later)).rejects.toThrow('This day is past')
    expect(await firstTask(item)).toMatchObject({ state: 'open', dueOn: due })
  })

  test('and is closed at the same moment ends done, without a twin', async () => {
    const item = await signed()
    await Promise.allSettled([revise(item), close(item, { closing: 'done' })])
    const versions = await radiationOf(item)
    expect(versions.map(({ task }) => [task.id, task.state])).toEqual(
      versions.map(() => [versions[0]?.task.id, 'done']),
    )
    expect(versions).toHaveLength(2)
  })
})
