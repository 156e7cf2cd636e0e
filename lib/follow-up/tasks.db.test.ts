import { beforeAll, describe, expect, test } from 'vitest'
import { testDatabase } from '@/db/testing'
import { makeTestBoard, must, placeTestCase, type TestBoard, type TestCase } from '@/db/testing-board'
import { signForTest } from '@/db/testing-signed'
import { withClock } from '@/lib/foundation/clock'
import { addDays } from '@/lib/foundation/time'
import { assignTask, closeTask, reopenTask } from './commands/carry-task'
import { closeTaskInput } from './model'
import { mayCarryTask } from './policy'
import { countTasks, listTasks } from './queries/list-tasks'
import { countTasksInput, isInView, type ListTasks, listTasksInput, type TaskView, worklistViews } from './worklist'

const database = testDatabase()
const today = '2026-11-24'
const clock = () => new Date(`${today}T10:00:00Z`)
const signedAt = new Date('2026-11-20T15:00:00Z')

let board: TestBoard
let strangers: TestBoard
let cases: TestCase[]
let taskIds: string[]

beforeAll(async () => {
  board = await makeTestBoard(database.ownerUrl)
  strangers = await makeTestBoard(database.ownerUrl, 'Another board')
  cases = [await placeTestCase(database.ownerUrl, board, 1), await placeTestCase(database.ownerUrl, board, 2)]
  const due = (days: number) => addDays(today, days)
  const { radiationOncologist, surgeon, coordinator } = board
  const plans = [
    [
      {
        modality: 'radiation',
        title: 'SBRT 24 Gy in 2 fractions, T7',
        ownerId: radiationOncologist.userId,
        dueOn: due(-2),
      },
      { modality: 'surgery', title: 'Fixation T6–T8', ownerId: surgeon.userId, dueOn: due(0) },
    ],
    [
      { modality: 'pain', title: 'Opioid rotation', ownerId: coordinator.userId, dueOn: due(7) },
      { modality: 'supportive', title: 'Brace', ownerId: coordinator.userId, dueOn: due(8) },
    ],
  ] as const
  taskIds = []
  for (const [index, tasks] of plans.entries()) {
    const placed = cases[index]
    if (placed) taskIds.push(...(await signForTest(database.ownerUrl, board, placed, { signedAt, tasks })).taskIds)
  }
})

const list = async (given: Partial<ListTasks> = {}, actor = board.coordinator) =>
  must(await withClock(clock, () => listTasks(actor, listTasksInput.parse({ boardId: board.boardId, ...given }))))
const titles = (rows: readonly TaskView[]) => rows.map(({ title }) => title)
const taskAt = (index: number) => taskIds[index] ?? ''
const close = (index: number, given: object, actor = board.coordinator) =>
  withClock(clock, () =>
    closeTask(actor, closeTaskInput.parse({ taskId: taskAt(index), version: 1, closing: 'done', on: today, ...given })),
  )

describe('the worklist', () => {
  test('the week holds what is late and what is due in seven days, each row with the patient’s identity', async () => {
    const { rows, next } = await list()
    expect(titles(rows)).toEqual(['SBRT 24 Gy in 2 fractions, T7', 'Fixation T6–T8', 'Opioid rotation'])
    expect(rows.map(({ standing }) => standing)).toEqual(['late', 'today', 'on-time'])
    expect(rows[0]).toMatchObject({
      patient: 'ARDENWICK1, Maren',
      born: '1961-03-14',
      caseCode: '2026-0001',
      ownerSpecialty: 'radiation-oncology',
      signedOn: '2026-11-20',
    })
    expect(next).toBeNull()
  })

  test('views, search by name and code, modality', async () => {
    expect(titles((await list({ view: 'late' })).rows)).toEqual(['SBRT 24 Gy in 2 fractions, T7'])
    expect(titles((await list({ view: 'mine' })).rows)).toEqual(['Opioid rotation', 'Brace'])
    expect((await list({ view: 'open', q: 'maren ardenwick2' })).rows).toHaveLength(2)
    expect((await list({ view: 'open', q: '2026-0001' })).rows).toHaveLength(2)
    expect((await list({ view: 'open', q: '998%_' })).rows).toHaveLength(0)
    expect(titles((await list({ view: 'open', modality: 'pain' })).rows)).toEqual(['Opioid rotation'])
  })

  test('every order can be turned round and shows each task once', async () => {
    for (const sort of ['due', 'patient', 'owner', 'state'] as const) {
      const up = (await list({ view: 'open', sort })).rows.map(({ id }) => id)
      const down = (await list({ view: 'open', sort, descending: true })).rows.map(({ id }) => id)
      expect(up).toEqual([...down].reverse())
      expect(new Set(up).size).toBe(4)
    }
  })

  test('counts are those of the views', async () => {
    const counted = await withClock(clock, () =>
      countTasks(board.coordinator, countTasksInput.parse({ boardId: board.boardId })),
    )
    expect(must(counted)).toEqual({ week: 3, late: 1, mine: 2, open: 4, closed: 0 })
  })

  test('a task belongs to a view on the screen as it does in the database', async () => {
    const everything = [...(await list({ view: 'open' })).rows, ...(await list({ view: 'closed' })).rows]
    for (const view of worklistViews) {
      const here = everything.filter((task) => isInView(view, task, { userId: board.coordinator.userId, today }))
      expect(titles(here).sort(), view).toEqual(titles((await list({ view })).rows).sort())
    }
  })

  test('strangers and administrators meet nothing; a page key made up is refused', async () => {
    const input = listTasksInput.parse({ boardId: board.boardId })
    expect(await listTasks(strangers.coordinator, input)).toMatchObject({ refusal: { code: 'not-found' } })
    expect(await listTasks(board.administrator, input)).toMatchObject({ refusal: { code: 'not-found' } })
    expect(await listTasks(board.chair, { ...input, after: 'nonsense' })).toMatchObject({
      refusal: { code: 'invalid' },
    })
  })
})

describe('carrying a task', () => {
  test('an observer carries not even a task that stands in the own name', () => {
    const task = { boardId: board.boardId, ownerId: board.observer.userId }
    expect(mayCarryTask(board.observer, task)).toBe(false)
    expect(mayCarryTask(board.surgeon, { ...task, ownerId: board.surgeon.userId })).toBe(true)
  })

  test('observers and members who do not own it are refused, strangers find nothing', async () => {
    expect(await close(0, {}, board.observer)).toMatchObject({ refusal: { code: 'forbidden' } })
    expect(await close(0, {}, board.surgeon)).toMatchObject({ refusal: { code: 'forbidden' } })
    expect(await close(0, {}, strangers.chair)).toMatchObject({ refusal: { code: 'not-found' } })
  })

  test('its owner closes it with the patient’s wish; a second answer to the old version is stale and names who', async () => {
    const told = { closing: 'not-done', reason: 'patients-wish', text: 'Wants no further radiation.' }
    expect(must(await close(0, told, board.radiationOncologist))).toMatchObject({
      state: 'not-done',
      reason: 'patients-wish',
      version: 2,
      openInCase: 1,
    })
    const late = await close(0, {})
    expect(late).toMatchObject({ refusal: { code: 'stale' } })
    const fields = !late.ok && late.refusal.code === 'stale' ? late.refusal.fields : []
    expect(fields.map(({ path }) => path)).toEqual(['state', 'shortfallReason', 'shortfallText'])
    expect(fields[0]).toMatchObject({ yours: 'done', theirs: 'not-done', by: 'R. Marbeck' })
  })

  test('a closed task is closed until it is opened again', async () => {
    expect(await close(0, { version: 2 })).toMatchObject({ refusal: { code: 'closed', why: 'task-closed' } })
    const reopened = await withClock(clock, () => reopenTask(board.chair, { taskId: taskAt(0), version: 2 }))
    expect(must(reopened)).toMatchObject({ state: 'open', reason: null, text: null, closedOn: null, version: 3 })
  })

  test('two people who close it at once: one is done, the other stale', async () => {
    const both = await Promise.all([close(1, {}), close(1, {}, board.surgeon)])
    expect(both.filter(({ ok }) => ok)).toHaveLength(1)
    expect(both.find(({ ok }) => !ok)).toMatchObject({ refusal: { code: 'stale' } })
  })

  test('its owner hands it over, with a new due date, to a person of the board only', async () => {
    const give = (ownerId: string) =>
      withClock(clock, () =>
        assignTask(board.radiationOncologist, { taskId: taskAt(0), version: 3, ownerId, dueOn: addDays(today, 3) }),
      )
    expect(await give(strangers.surgeon.userId)).toMatchObject({ refusal: { fields: [{ path: 'ownerId' }] } })
    expect(await give(board.observer.userId)).toMatchObject({ refusal: { fields: [{ path: 'ownerId' }] } })
    expect(must(await give(board.surgeon.userId))).toMatchObject({ owner: 'S. Cutbush', version: 4, mayCarry: false })
  })
})
