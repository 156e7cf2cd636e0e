import { eq } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import { readAs } from '@/db/client'
import { agendaItems } from '@/db/schema/meetings'
import { testDatabase } from '@/db/testing'
import { makeTestBoard, must, placeTestCase, type TestBoard } from '@/db/testing-board'
import { getBoardSheet } from '@/lib/deliberation/queries/get-board-sheet'
import { getRoom } from '@/lib/deliberation/queries/get-room'
import { getDocument } from '@/lib/exchange/queries/get-document'
import { withClock } from '@/lib/foundation/clock'
import type { Actor } from '@/lib/people/model'
import { addItem } from './commands/build-agenda'
import { listInLane, pullBack, standsInLane } from './commands/lane'
import { closeMeeting, createMeeting, startMeeting } from './commands/manage-meeting'
import { presentItem } from './commands/present-item'
import { signProtocol, withdrawProtocol } from './commands/protocols'
import { getMeeting } from './queries/get-meeting'
import { getProtocols } from './queries/get-protocols'
import { listMeetings } from './queries/list-meetings'
import { isInLane, readLane } from './queries/read-lane'

const database = testDatabase()
let board: TestBoard
let strangers: TestBoard
let meetingId: string
let protocolId: string
let items: { itemId: string; caseId: string }[]

const why = (result: { ok: boolean; refusal?: object }) => (result.ok ? 'ok' : result.refusal)
const words = {
  title: 'Example protocol',
  covers: 'Example cases.',
  recommendation: 'As agreed.',
  reviewOn: '2099-01-01',
}
const sign = (actor: Actor, version = 0, changes = {}) =>
  signProtocol(actor, {
    ...{ boardId: board.boardId, protocolId: version === 0 ? null : protocolId, version, ...words },
    ...changes,
  })
const item = (index: number) => items[index] ?? { itemId: '', caseId: '' }
const list = (actor: Actor, index = 0, version = 1) =>
  listInLane(actor, { itemId: item(index).itemId, protocolId, version, because: 'One painful level, as it says.' })
const row = async (index = 0, actor = board.observer) =>
  must(await getMeeting(actor, { meetingId })).agenda.find(({ itemId }) => itemId === item(index).itemId)

beforeEach(async () => {
  board = await makeTestBoard(database.ownerUrl)
  strangers = await makeTestBoard(database.ownerUrl, 'Strangers')
  const plan = { boardId: board.boardId, title: 'Tuesday', place: null, startsAt: '2026-12-08T14:00:00Z' }
  meetingId = must(await createMeeting(board.coordinator, plan)).meetingId
  items = []
  for (const number of [1, 2]) {
    const { caseId } = await placeTestCase(database.ownerUrl, board, number)
    const { itemId } = must(await addItem(board.coordinator, { meetingId, caseId, minutes: 15 }))
    items.push({ itemId, caseId })
  }
  protocolId = must(await sign(board.chair)).protocolId
})

describe('a local protocol', () => {
  test('is the chair’s to sign, each version under the one that was seen, and every act stays', async () => {
    for (const actor of [board.coordinator, board.surgeon, board.presenter, board.observer])
      expect(why(await sign(actor))).toEqual({ code: 'forbidden' })
    expect(why(await sign(strangers.chair))).toEqual({ code: 'not-found' })
    expect(why(await sign(board.chair, 5))).toMatchObject({ code: 'stale', fields: [{ yours: 5, theirs: 1 }] })
    expect(why(await sign(board.chair, 1, { reviewOn: '2020-01-01' }))).toMatchObject({
      ...{ code: 'invalid', fields: [{ path: 'reviewOn' }] },
    })
    expect(must(await sign(board.chair, 1, { recommendation: 'Otherwise.' }))).toEqual({ protocolId, version: 2 })
    must(await withdrawProtocol(board.chair, { boardId: board.boardId, protocolId, version: 2, because: 'Outdated' }))
    const again = { boardId: board.boardId, protocolId, version: 2, because: 'Outdated' }
    expect(why(await withdrawProtocol(board.chair, again))).toEqual({ code: 'closed', why: 'not-signed-off' })
    const { protocols, maySign } = must(await getProtocols(board.observer, board))
    expect(maySign).toBe(false)
    expect(protocols[0]?.acts.map(({ version, act, recommendation }) => [version, act, recommendation])).toEqual([
      [2, 'withdrawn', 'Otherwise.'],
      [2, 'signed', 'Otherwise.'],
      [1, 'signed', 'As agreed.'],
    ])
    expect(why(await getProtocols(strangers.chair, board))).toEqual({ code: 'not-found' })
  })
})

describe('the lane', () => {
  test('takes a waiting case under a version in force, from presenter and coordinator; everybody sees it', async () => {
    for (const actor of [board.surgeon, board.chair, board.observer])
      expect(why(await list(actor))).toEqual({ code: 'forbidden' })
    expect(why(await list(strangers.coordinator))).toEqual({ code: 'not-found' })
    expect(why(await list(board.coordinator, 0, 2))).toMatchObject({
      code: 'invalid',
      fields: [{ path: 'protocolId' }],
    })
    must(await list(board.presenter))
    expect(await row()).toMatchObject({
      stage: 'queued',
      lane: { ...{ title: 'Example protocol', version: 1, signedBy: board.chair.name }, by: board.presenter.name },
    })
    expect(why(await list(board.coordinator))).toEqual({ code: 'closed', why: 'already-there' })
    const { rows } = must(await listMeetings(board.observer, board))
    expect(rows[0]).toMatchObject({ items: 1, byProtocol: 1, minutes: 15 })
    const room = must(await getRoom(board.observer, { meetingId }))
    expect(room.items.map(({ isInLane }) => isInLane)).toEqual([true, false])
  })

  test('is told alike by the last act, by all acts, and by the statement that lists count by', async () => {
    const told = async () => {
      const { itemId } = item(0)
      return readAs(board.observer, async (tx) => {
        const [counted] = await tx.select({ isInLane }).from(agendaItems).where(eq(agendaItems.id, itemId))
        const { lane = null } = (await readLane(tx, [itemId])).get(itemId) ?? {}
        return [await standsInLane(tx, itemId), lane !== null, counted?.isInLane]
      })
    }
    const alike = (is: boolean) => [is, is, is]
    expect(await told()).toEqual(alike(false))
    must(await list(board.presenter))
    expect(await told()).toEqual(alike(true))
    must(await pullBack(board.surgeon, { itemId: item(0).itemId }))
    expect(await told()).toEqual(alike(false))
    must(await list(board.coordinator))
    expect(await told()).toEqual(alike(true))
    must(await startMeeting(board.chair, { meetingId }))
    must(await closeMeeting(board.chair, { meetingId, because: 'Time ran out', confirmsLane: true }))
    expect(await told()).toEqual(alike(true))
  })

  test('takes none by a protocol that is taken back, or past its review', async () => {
    const inTime = () => new Date('2019-06-01T09:00:00Z')
    must(await withClock(inTime, () => sign(board.chair, 1, { reviewOn: '2020-01-01' })))
    expect(why(await list(board.coordinator, 0, 2))).toMatchObject({ code: 'invalid' })
    must(await withdrawProtocol(board.chair, { boardId: board.boardId, protocolId, version: 2, because: 'Old' }))
    expect(why(await list(board.coordinator, 0, 2))).toMatchObject({ code: 'invalid' })
  })

  test.each(['presenter', 'surgeon', 'chair', 'coordinator'] as const)(
    'the %s pulls a case back, with or without a reason, and it is discussed',
    async (role) => {
      must(await list(board.coordinator))
      must(await startMeeting(board.chair, { meetingId }))
      expect(why(await presentItem(board.chair, item(0)))).toEqual({ code: 'closed', why: 'in-lane' })
      const because = role === 'surgeon' ? 'Is it stable?' : undefined
      must(await pullBack(board[role], { itemId: item(0).itemId, because }))
      expect(await row()).toMatchObject({
        lane: null,
        pulledBack: { by: board[role].name, because: because ?? null },
      })
      expect(why(await pullBack(board[role], item(0)))).toMatchObject({ code: expect.any(String) })
      must(await presentItem(board.chair, item(0)))
      expect(why(await list(board.coordinator))).toEqual({ code: 'closed', why: 'item-discussed' })
    },
  )

  test('an observer and a stranger pull nothing back', async () => {
    must(await list(board.coordinator))
    const { itemId } = item(0)
    expect(why(await pullBack(board.observer, { itemId }))).toEqual({ code: 'forbidden' })
    expect(why(await pullBack(strangers.surgeon, { itemId }))).toEqual({ code: 'not-found' })
  })
})

describe('a meeting that closes over the lane', () => {
  const later = {
    'was taken back': () =>
      withdrawProtocol(board.chair, { boardId: board.boardId, protocolId, version: 1, because: 'Outdated' }),
    'has another version': () => sign(board.chair, 1, { recommendation: 'Otherwise.' }),
  }
  test.each(Object.keys(later) as (keyof typeof later)[])(
    'confirms no case by a protocol that %s since it was listed, and names the case',
    async (change) => {
      must(await list(board.coordinator))
      must(await list(board.presenter, 1))
      must(await startMeeting(board.chair, { meetingId }))
      must(await pullBack(board.surgeon, item(1)))
      must(await later[change]())
      const close = () => closeMeeting(board.chair, { meetingId, confirmsLane: true, because: 'No time left' })
      expect(why(await close())).toMatchObject({
        code: 'invalid',
        fields: [{ path: 'confirmsLane', message: expect.stringMatching(/^Case \d{4}-\d+ is listed by/) }],
      })
      expect(await row()).toMatchObject({ lane: { confirmed: null } })
      must(await pullBack(board.surgeon, item(0)))
      must(await close())
    },
  )

  test('needs the chair’s word for it; the case has an outcome that is no decision, on sheet and in the minutes', async () => {
    must(await list(board.coordinator))
    must(await list(board.presenter, 1))
    must(await startMeeting(board.chair, { meetingId }))
    expect(why(await closeMeeting(board.chair, { meetingId }))).toMatchObject({
      ...{ code: 'invalid', fields: [{ path: 'confirmsLane' }] },
    })
    must(await closeMeeting(board.chair, { meetingId, confirmsLane: true }))
    expect(await row()).toMatchObject({ lane: { confirmed: { by: board.chair.name } } })
    const { itemId, caseId } = item(0)
    expect(why(await pullBack(board.surgeon, { itemId }))).toEqual({ code: 'closed', why: 'meeting-closed' })
    const sheet = await getBoardSheet(board.observer, caseId)
    expect(sheet).toMatchObject({
      decision: null,
      lane: { meetingTitle: 'Tuesday', lane: { title: 'Example protocol', confirmed: { by: board.chair.name } } },
    })
    const next = { boardId: board.boardId, title: 'Next', place: null, startsAt: '2026-12-15T14:00:00Z' }
    const { meetingId: later } = must(await createMeeting(board.coordinator, next))
    const { waiting } = must(await getMeeting(board.coordinator, { meetingId: later }))
    expect(waiting.find((one) => one.caseId === caseId)).toMatchObject({ signed: false, byProtocol: true })
    const minutes = must(await getDocument(board.observer, { kind: 'minutes', subjectId: meetingId }))
    expect(JSON.stringify(minutes)).toContain('no decision of the board')
  })

  test('asks for a reason over a case that waits, and confirms no case that was pulled back', async () => {
    must(await list(board.coordinator))
    must(await list(board.coordinator, 1))
    must(await startMeeting(board.chair, { meetingId }))
    must(await pullBack(board.surgeon, { itemId: item(1).itemId }))
    expect(why(await closeMeeting(board.chair, { meetingId, confirmsLane: true }))).toMatchObject({
      ...{ code: 'invalid', fields: [{ path: 'because' }] },
    })
    must(await closeMeeting(board.chair, { meetingId, confirmsLane: true, because: 'No time left' }))
    expect((await row())?.lane?.confirmed).not.toBeNull()
    expect((await row(1))?.lane).toBeNull()
  })
})
