import { eq } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { asActor, askIn, readAs } from '@/db/client'
import { cases } from '@/db/schema/cases'
import { agendaItems } from '@/db/schema/meetings'
import { testDatabase } from '@/db/testing'
import { asOwner, makeTestBoard, must, placeTestCase, type TestBoard } from '@/db/testing-board'
import { recordFactsOf } from '@/lib/cases/commands/record-facts'
import { recordFactsInput } from '@/lib/cases/facts'
import { getRoom } from '@/lib/deliberation/queries/get-room'
import { withClock } from '@/lib/foundation/clock'
import { ok } from '@/lib/foundation/result'
import type { Actor } from '@/lib/people/model'
import { addItem, changeMinutes, moveItem, removeItem } from './commands/build-agenda'
import { closeMeeting, createMeeting, startMeeting } from './commands/manage-meeting'
import { presentItem, setItemAside } from './commands/present-item'
import { joinMeeting, recordAttendance } from './commands/record-attendance'
import { replyToMeeting } from './commands/reply-to-meeting'
import { createMeetingInput } from './model'
import { follow } from './queries/follow'
import { askAgendaPlace } from './queries/get-agenda-place'
import { getMeeting } from './queries/get-meeting'
import { listMeetings } from './queries/list-meetings'

const database = testDatabase()
const placeOf = (actor: Actor, caseId: string) => readAs(actor, (tx) => askIn(tx, askAgendaPlace(actor, caseId)))
let board: TestBoard
let strangers: TestBoard

beforeAll(async () => {
  board = await makeTestBoard(database.ownerUrl)
  strangers = await makeTestBoard(database.ownerUrl, 'Strangers')
})

let number = 0
const place = (changes = {}) => placeTestCase(database.ownerUrl, board, ++number, changes)

async function planned(size = 0) {
  const { boardId, coordinator } = board
  const meetingInput = createMeetingInput.parse({ boardId, title: 'Tuesday', startsAt: '2026-11-24T13:00:00Z' })
  const { meetingId } = must(await createMeeting(coordinator, meetingInput))
  const items: string[] = []
  for (let each = 0; each < size; each++) {
    const { caseId } = await place()
    items.push(must(await addItem(coordinator, { meetingId, caseId, minutes: 15 })).itemId)
  }
  const item = (index: number): string => items[index] ?? ''
  return { meetingId, items, item }
}

const order = async (meetingId: string) => must(await getMeeting(board.coordinator, { meetingId })).agenda

const why = (result: { ok: boolean; refusal?: object }) => (result.ok ? 'ok' : result.refusal)

/** Leaves a required answer of a placed case open. */
async function takeBackPrimary(caseId: string) {
  const back = { section: 'tumour', field: 'primary', base: 1, fact: { state: 'withdrawn' } }
  must(await recordFactsOf(board.presenter, recordFactsInput.parse({ caseId, changes: [back] })))
}

describe('the agenda', () => {
  test('takes handed-in cases once, in the order they are put in', async () => {
    const { meetingId } = await planned()
    const { coordinator } = board
    const { caseId, code, familyName } = await place()
    const draft = await place({ state: 'draft' })
    const withdrawn = await place({ state: 'withdrawn' })
    const add = (id: string) => addItem(coordinator, { meetingId, caseId: id, minutes: 20 })
    expect(why(await add(caseId))).toBe('ok')
    expect(why(await add(caseId))).toEqual({ code: 'closed', why: 'already-there' })
    expect(why(await add(draft.caseId))).toEqual({ code: 'closed', why: 'case-not-handed-in' })
    expect(why(await add(withdrawn.caseId))).toEqual({ code: 'closed', why: 'case-withdrawn' })
    const foreign = await placeTestCase(database.ownerUrl, strangers, 900)
    expect(why(await add(foreign.caseId))).toEqual({ code: 'not-found' })
    expect(await order(meetingId)).toMatchObject([
      { code, minutes: 20, stage: 'queued', patient: { familyName, bornOn: '1961-03-14' } },
    ])
  })

  test('takes a blocked case with the chair’s reason alone, which everybody reads with the item', async () => {
    const { meetingId } = await planned()
    const { coordinator, chair, observer } = board
    const { caseId } = await place()
    await takeBackPrimary(caseId)
    const add = (actor: Actor, because?: string) => addItem(actor, { meetingId, caseId, minutes: 20, because })
    expect(why(await add(coordinator, 'Urgent'))).toEqual({ code: 'closed', why: 'case-blocked' })
    expect(why(await add(observer, 'Urgent'))).toEqual({ code: 'forbidden' })
    expect(why(await add(chair))).toMatchObject({ code: 'invalid', fields: [{ path: 'because' }] })
    expect(must(await getMeeting(coordinator, { meetingId }))).toMatchObject({
      chairs: ['H. Chairwood'],
      may: { plan: { open: true }, admit: { open: false } },
    })
    const { itemId } = must(await add(chair, 'Cord compression tonight'))
    const admitted = { because: 'Cord compression tonight', by: 'H. Chairwood' }
    expect(await order(meetingId)).toMatchObject([{ itemId, admitted }])
    must(await startMeeting(chair, { meetingId }))
    must(await presentItem(chair, { itemId }))
    expect(must(await getRoom(observer, { meetingId })).item).toMatchObject({ admitted })
  })

  test('keeps a case that becomes blocked after it was added', async () => {
    const { meetingId } = await planned()
    const { caseId } = await place()
    must(await addItem(board.coordinator, { meetingId, caseId, minutes: 20 }))
    await takeBackPrimary(caseId)
    expect(await order(meetingId)).toMatchObject([{ caseId, admitted: null }])
  })

  test('offers what waits for a meeting first, and last what another open meeting has to discuss, with its date', async () => {
    const elsewhere = await makeTestBoard(database.ownerUrl, 'Two agendas')
    const { boardId, coordinator, chair } = elsewhere
    const meeting = async (startsAt: string) =>
      must(await createMeeting(coordinator, createMeetingInput.parse({ boardId, title: 'Tuesday', startsAt })))
    const first = await placeTestCase(database.ownerUrl, elsewhere, 1)
    const second = await placeTestCase(database.ownerUrl, elsewhere, 2)
    const { meetingId: other } = await meeting('2026-12-01T13:00:00Z')
    const { itemId } = must(await addItem(coordinator, { meetingId: other, caseId: first.caseId, minutes: 15 }))
    const { meetingId } = await meeting('2026-11-24T13:00:00Z')
    const offered = async () =>
      must(await getMeeting(coordinator, { meetingId })).waiting.map((row) => [row.caseId, row.elsewhere])
    expect(await offered()).toEqual([
      [second.caseId, null],
      [first.caseId, '2026-12-01T13:00:00.000Z'],
    ])
    must(await removeItem(coordinator, { itemId }))
    const free = [
      [first.caseId, null],
      [second.caseId, null],
    ]
    expect(await offered()).toEqual(free)
    must(await addItem(coordinator, { meetingId: other, caseId: first.caseId, minutes: 15 }))
    must(await startMeeting(chair, { meetingId: other }))
    must(await closeMeeting(chair, { meetingId: other, because: 'No time left' }))
    expect(await offered()).toEqual(free)
  })

  test('is put in order, timed and shortened; nothing is deleted', async () => {
    const { meetingId, item } = await planned(3)
    const { coordinator } = board
    must(await moveItem(coordinator, { itemId: item(2), to: 1 }))
    must(await moveItem(coordinator, { itemId: item(0), to: 'down' }))
    must(await changeMinutes(coordinator, { itemId: item(1), minutes: 5 }))
    const ids = async () => (await order(meetingId)).map(({ itemId }) => itemId)
    expect(await ids()).toEqual([item(2), item(1), item(0)])
    must(await removeItem(coordinator, { itemId: item(1) }))
    expect(await ids()).toEqual([item(2), item(0)])
    const kept = await asOwner(database.ownerUrl, (db) =>
      db
        .select()
        .from(agendaItems)
        .where(eq(agendaItems.id, item(1))),
    )
    expect(kept).toMatchObject([{ minutes: 5 }])
    expect(kept[0]?.removedAt).not.toBeNull()
    const view = must(await getMeeting(coordinator, { meetingId }))
    expect(view.waiting.map(({ caseId }) => caseId)).toContain(kept[0]?.caseId)
  })

  test('is the coordinator’s: others are refused, strangers find nothing', async () => {
    const { meetingId, item } = await planned(1)
    for (const actor of [board.chair, board.surgeon, board.presenter, board.observer]) {
      expect(why(await moveItem(actor, { itemId: item(0), to: 'up' }))).toEqual({ code: 'forbidden' })
      expect(must(await getMeeting(actor, { meetingId })).may.plan).toEqual({ open: false, why: 'forbidden' })
    }
    expect(why(await moveItem(strangers.coordinator, { itemId: item(0), to: 'up' }))).toEqual({ code: 'not-found' })
    expect(why(await getMeeting(strangers.coordinator, { meetingId }))).toEqual({ code: 'not-found' })
    expect(why(await getMeeting(board.administrator, { meetingId }))).toEqual({ code: 'not-found' })
    expect(why(await listMeetings(strangers.chair, { boardId: board.boardId }))).toEqual({ code: 'not-found' })
  })
})

describe('a meeting runs', () => {
  test('once started, the chair presents, and it closes when nothing is left open', async () => {
    const { meetingId, item } = await planned(2)
    const { chair, coordinator } = board
    expect(why(await presentItem(chair, { itemId: item(0) }))).toEqual({ code: 'closed', why: 'meeting-not-running' })
    expect(why(await startMeeting(board.surgeon, { meetingId }))).toEqual({ code: 'forbidden' })
    must(await startMeeting(coordinator, { meetingId }))
    expect(why(await startMeeting(chair, { meetingId }))).toEqual({ code: 'closed', why: 'meeting-started' })
    expect(why(await presentItem(coordinator, { itemId: item(0) }))).toEqual({ code: 'forbidden' })
    must(await presentItem(chair, { itemId: item(0) }))
    const shown = must(await getMeeting(board.observer, { meetingId }))
    expect(shown).toMatchObject({ presentingItemId: item(0), agenda: [{ stage: 'presenting' }, { stage: 'queued' }] })
    expect(why(await removeItem(coordinator, { itemId: item(0) }))).toEqual({ code: 'closed', why: 'item-discussed' })
    expect(why(await closeMeeting(chair, { meetingId }))).toEqual({ code: 'closed', why: 'not-concluded' })
    must(await setItemAside(chair, { itemId: item(0) }))
    expect(why(await closeMeeting(chair, { meetingId }))).toMatchObject({
      ...{ code: 'invalid', fields: [{ path: 'because' }] },
    })
    must(await closeMeeting(chair, { meetingId, because: 'First on the list next week' }))
    const closed = must(await getMeeting(board.observer, { meetingId }))
    expect(closed.untouchedBecause).toBe('First on the list next week')
    const { caseId } = await place()
    const late = await addItem(coordinator, { meetingId, caseId, minutes: 5 })
    expect(why(late)).toEqual({ code: 'closed', why: 'meeting-closed' })
  })

  test('a case that was withdrawn after the agenda was made is not presented', async () => {
    const { meetingId } = await planned()
    const { caseId } = await place()
    const { itemId } = must(await addItem(board.coordinator, { meetingId, caseId, minutes: 15 }))
    must(await startMeeting(board.chair, { meetingId }))
    await asOwner(database.ownerUrl, (db) => db.update(cases).set({ state: 'withdrawn' }).where(eq(cases.id, caseId)))
    expect(why(await presentItem(board.chair, { itemId }))).toEqual({ code: 'closed', why: 'case-withdrawn' })
  })
})

describe('attendance', () => {
  test('comes from entering the room, with the specialty of the seat, and from the coordinator', async () => {
    const { meetingId } = await planned()
    const { surgeon, coordinator, medicalOncologist, observer } = board
    const early = await joinMeeting(surgeon, { meetingId, remote: false })
    expect(why(early)).toEqual({ code: 'closed', why: 'meeting-not-running' })
    must(await startMeeting(coordinator, { meetingId }))
    must(await joinMeeting(surgeon, { meetingId, remote: false }))
    const { userId } = medicalOncologist
    must(await recordAttendance(coordinator, { meetingId, userId, remote: true, left: false }))
    const forOthers = await recordAttendance(observer, { meetingId, userId, remote: true, left: true })
    expect(why(forOthers)).toEqual({ code: 'forbidden' })
    must(await recordAttendance(surgeon, { meetingId, userId: surgeon.userId, remote: false, left: true }))
    const stranger = { meetingId, userId: strangers.surgeon.userId, remote: false, left: false }
    expect(why(await recordAttendance(coordinator, stranger))).toMatchObject({ code: 'invalid' })
    const view = must(await getMeeting(observer, { meetingId }))
    expect(view.attendance).toMatchObject([
      { name: 'E. Wyndlass', specialty: 'medical-oncology', remote: true, leftAt: null },
      { name: 'S. Cutbush', specialty: 'spine-surgery', remote: false },
    ])
    expect(view.attendance[1]?.leftAt).not.toBeNull()
    expect(view.absent.map(({ name }) => name)).not.toContain('S. Cutbush')
    must(await joinMeeting(surgeon, { meetingId, remote: false }))
    const again = must(await getMeeting(observer, { meetingId }))
    // Who comes back has another stay: the absence between them does not vanish.
    expect(again.attendance.slice(1)).toMatchObject([
      { name: 'S. Cutbush', leftAt: view.attendance[1]?.leftAt },
      { name: 'S. Cutbush', leftAt: null, roles: ['core-member'] },
    ])
    must(await joinMeeting(surgeon, { meetingId, remote: false }))
    expect(must(await getMeeting(observer, { meetingId })).sequence).toBe(again.sequence)
  })
})

describe('a stay', () => {
  test('is remote as the member replied, not known where nobody said it, and both can be said later', async () => {
    const { meetingId } = await planned()
    const { surgeon, coordinator, medicalOncologist } = board
    must(await replyToMeeting(surgeon, { meetingId, reply: 'remote' }))
    must(await startMeeting(coordinator, { meetingId }))
    const placeOf = async ({ userId }: Actor) =>
      must(await getMeeting(coordinator, { meetingId })).attendance.find((one) => one.userId === userId)?.remote
    for (const actor of [surgeon, medicalOncologist]) must(await joinMeeting(actor, { meetingId }))
    expect([await placeOf(surgeon), await placeOf(medicalOncologist)]).toEqual([true, null])
    must(await joinMeeting(surgeon, { meetingId, remote: false }))
    must(await joinMeeting(surgeon, { meetingId }))
    const { userId } = medicalOncologist
    must(await recordAttendance(coordinator, { meetingId, userId, remote: true, left: false }))
    expect([await placeOf(surgeon), await placeOf(medicalOncologist)]).toEqual([false, true])
    expect(must(await getMeeting(coordinator, { meetingId })).attendance).toHaveLength(2)
  })

  test('ends once, and nobody leaves who never came', async () => {
    const { meetingId } = await planned()
    const { surgeon, coordinator, medicalOncologist } = board
    must(await startMeeting(coordinator, { meetingId }))
    must(await joinMeeting(surgeon, { meetingId }))
    const leaves = async ({ userId }: Actor) =>
      must(await recordAttendance(coordinator, { meetingId, userId, remote: null, left: true }))
    for (const actor of [surgeon, surgeon, medicalOncologist]) await leaves(actor)
    const { attendance, sequence } = must(await getMeeting(coordinator, { meetingId }))
    expect(attendance.map(({ name }) => name)).toEqual([surgeon.name])
    await leaves(surgeon)
    expect(must(await getMeeting(coordinator, { meetingId })).sequence).toBe(sequence)
  })
})

describe('the list of meetings', () => {
  test('is paged by key, the latest first', async () => {
    const elsewhere = await makeTestBoard(database.ownerUrl, 'Many meetings')
    const { boardId } = elsewhere
    for (let day = 1; day <= 31; day++) {
      const startsAt = `2026-10-${String(Math.ceil(day / 2)).padStart(2, '0')}T13:00:00Z`
      must(await createMeeting(elsewhere.coordinator, createMeetingInput.parse({ boardId, title: `${day}`, startsAt })))
    }
    const first = must(await listMeetings(elsewhere.observer, { boardId }))
    const second = must(await listMeetings(elsewhere.observer, { boardId, after: first.next ?? undefined }))
    const all = [...first.rows, ...second.rows]
    expect([first.rows.length, second.rows.length, second.next]).toEqual([30, 1, null])
    expect(new Set(all.map(({ meetingId }) => meetingId)).size).toBe(31)
    const starts = all.map(({ startsAt }) => startsAt)
    expect(starts).toEqual([...starts].sort().reverse())
    const madeUp = await listMeetings(elsewhere.observer, { boardId, after: 'nonsense' })
    expect(madeUp).toMatchObject({ refusal: { code: 'invalid' } })
  })
})

test('the first lock: reads ask the policy, not the database alone', async () => {
  const { meetingId } = await planned(1)
  const unseated = { ...board.observer, seats: [] }
  expect(why(await getMeeting(unseated, { meetingId }))).toEqual({ code: 'not-found' })
  expect(why(await follow(unseated, { meetings: [meetingId], boards: [], cases: [] }, undefined))).toEqual({
    code: 'not-found',
  })
  const [row] = await order(meetingId)
  expect(await placeOf(board.observer, row?.caseId ?? '')).toMatchObject({ meetingId })
  expect(await placeOf(unseated, row?.caseId ?? '')).toBeNull()
})

test('the second lock: whatever the application asks, the database keeps agendas and meetings to their people', async () => {
  const { meetingId, item } = await planned(1)
  const seen = await readAs(strangers.chair, (tx) => tx.select().from(agendaItems))
  expect(seen.filter((row) => row.meetingId === meetingId)).toEqual([])
  const touched = await asActor(board.surgeon, async (tx) => {
    const changed = await tx
      .update(agendaItems)
      .set({ minutes: 1 })
      .where(eq(agendaItems.id, item(0)))
      .returning()
    return ok(changed.length)
  })
  expect(touched).toEqual({ ok: true, value: 0 })
})

test('times come from the clock that is set', async () => {
  const at = new Date('2026-11-24T13:05:00Z')
  const { meetingId } = await planned()
  await withClock(
    () => at,
    async () => {
      must(await startMeeting(board.chair, { meetingId }))
      must(await joinMeeting(board.presenter, { meetingId, remote: true }))
    },
  )
  const { rows } = must(await listMeetings(board.presenter, { boardId: board.boardId }))
  const listed = rows.find((row) => row.meetingId === meetingId)
  expect(listed).toMatchObject({ startsAt: '2026-11-24T13:00:00.000Z', startedAt: at.toISOString() })
  const view = must(await getMeeting(board.presenter, { meetingId }))
  expect(view.attendance).toMatchObject([{ cameAt: at.toISOString(), specialty: null }])
})
