import { eq } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { ledgerEntries } from '@/db/schema/ledger'
import { testDatabase } from '@/db/testing'
import { actorOf, asOwner, makeTestBoard, must, placeTestCase, type TestBoard } from '@/db/testing-board'
import { callTestBoard } from '@/db/testing-call'
import { noSurgery, singleFraction } from '@/db/testing-vote'
import { castBallot } from '@/lib/deliberation/commands/cast-ballot'
import { openVote, revealBallots } from '@/lib/deliberation/commands/hold-vote'
import { proposeOption } from '@/lib/deliberation/commands/propose-option'
import { castBallotInput } from '@/lib/deliberation/model/ballot'
import { getRoom } from '@/lib/deliberation/queries/get-room'
import { withClock } from '@/lib/foundation/clock'
import { invitePerson } from '@/lib/people/commands/manage-people'
import type { Actor } from '@/lib/people/model'
import { answerCall, callBoard, noteEscalations } from './commands/call-board'
import { callBoardInput } from './model/call'
import { getCalls } from './queries/get-calls'
import { listMyCalls } from './queries/list-my-calls'

const database = testDatabase()
let board: TestBoard
let second: Actor

beforeAll(async () => {
  board = await makeTestBoard(database.ownerUrl)
  const person = { name: 'T. Standby', email: `standby.${board.boardId.slice(0, 8)}@site.example` }
  const seat = { boardId: board.boardId, roles: ['core-member' as const], specialty: 'spine-surgery' as const }
  second = await actorOf(must(await invitePerson(board.administrator, { ...seat, ...person })).userId, person.name)
})

const start = Date.parse('2026-11-24T14:00:00Z')
/** Runs `work` so many minutes after the board was called. */
const atMinute = <T>(minutes: number, work: () => Promise<T>) =>
  withClock(() => new Date(start + minutes * 60_000), work)

/** The surgeon is called, the standby ten minutes later; with the oncologist beside them. */
const called = () =>
  atMinute(0, () =>
    callTestBoard(database.ownerUrl, board, {
      calls: [
        { specialty: 'spine-surgery', ladder: [board.surgeon.userId, second.userId], nextAfterMinutes: 10 },
        { specialty: 'medical-oncology', ladder: [board.medicalOncologist.userId], nextAfterMinutes: 10 },
      ],
    }),
  )

const ledgerOf = (meetingId: string, kind: string) =>
  asOwner(database.ownerUrl, async (db) =>
    (await db.select().from(ledgerEntries).where(eq(ledgerEntries.meetingId, meetingId))).filter(
      (row) => row.kind === kind,
    ),
  )

const waits = async (actor: Actor, meetingId: string) =>
  (await listMyCalls(actor, board.boardId)).filter((one) => one.meetingId === meetingId)

describe('calling the board', () => {
  test('presents the case at once and calls the first names only', async () => {
    const { meetingId, itemId } = await called()
    const room = must(await getRoom(board.presenter, { meetingId }))
    expect(room).toMatchObject({ kind: 'asynchronous', state: 'running', answerBy: '2026-11-24T15:00:00.000Z' })
    expect(room.item).toMatchObject({ itemId, stage: 'presenting', isShown: true })
    expect(await atMinute(9, () => waits(board.surgeon, meetingId))).toMatchObject([{ seenAt: null }])
    expect(await atMinute(9, () => waits(second, meetingId))).toEqual([])
    expect(await atMinute(9, () => waits(board.radiationOncologist, meetingId))).toEqual([])
  })

  test('is refused twice for one case, for a draft, and without a reason for a blocked case', async () => {
    const { caseId } = await called()
    const input = callBoardInput.parse({
      ...{ caseId, title: 'Again', answerWithinMinutes: 60 },
      calls: [{ specialty: 'spine-surgery', ladder: [board.surgeon.userId], nextAfterMinutes: 10 }],
    })
    expect(await callBoard(board.chair, input)).toMatchObject({ refusal: { code: 'closed', why: 'already-there' } })
    const draft = await placeTestCase(database.ownerUrl, board, 61, { state: 'draft', handedInAt: null })
    expect(await callBoard(board.chair, { ...input, caseId: draft.caseId })).toMatchObject({
      refusal: { why: 'case-not-handed-in' },
    })
    const bare = await placeTestCase(database.ownerUrl, board, 62, {}, 'none')
    const blocked = { ...input, caseId: bare.caseId }
    expect(await callBoard(board.presenter, blocked)).toMatchObject({ refusal: { code: 'invalid' } })
    const { meetingId } = must(await callBoard(board.presenter, { ...blocked, because: 'Cannot wait' }))
    const room = must(await getRoom(board.presenter, { meetingId }))
    expect(room.item?.admitted).toEqual({ because: 'Cannot wait', by: board.presenter.name })
  })
})

describe('the ladder', () => {
  test('goes on by time alone, and the ledger says so once', async () => {
    const { meetingId } = await called()
    expect(await atMinute(11, () => waits(second, meetingId))).toMatchObject([{ calledAt: '2026-11-24T14:10:00.000Z' }])
    expect(must(await atMinute(11, () => getCalls(board.observer, { meetingId }))).isBehind).toBe(true)
    await atMinute(11, async () => {
      must(await noteEscalations(board.presenter, { meetingId }))
      must(await noteEscalations(board.coordinator, { meetingId }))
    })
    const rows = await ledgerOf(meetingId, 'call.escalated')
    expect(rows.map(({ details }) => details)).toEqual([{ place: 2, calledAt: '2026-11-24T14:10:00.000Z' }])
    expect(must(await atMinute(12, () => getCalls(board.observer, { meetingId }))).isBehind).toBe(false)
  })

  test('rests once somebody takes the call, and goes on at once when they cannot after all', async () => {
    const { meetingId, callId } = await called()
    must(await atMinute(4, () => answerCall(board.surgeon, { callId, answer: 'seen' })))
    must(await atMinute(5, () => answerCall(board.surgeon, { callId, answer: 'seen' })))
    expect(await ledgerOf(meetingId, 'call.seen')).toHaveLength(1)
    expect(await atMinute(40, () => waits(second, meetingId))).toEqual([])
    must(await atMinute(41, () => answerCall(board.surgeon, { callId, answer: 'cannot' })))
    expect(await atMinute(41, () => waits(board.surgeon, meetingId))).toEqual([])
    expect(await atMinute(41, () => waits(second, meetingId))).toHaveLength(1)
    const rows = await ledgerOf(meetingId, 'call.escalated')
    expect(rows.map(({ details }) => details)).toEqual([{ place: 2, calledAt: '2026-11-24T14:41:00.000Z' }])
  })

  test('is answered by nobody who is not named in it', async () => {
    const { callId } = await called()
    for (const actor of [board.medicalOncologist, board.chair, board.observer]) {
      expect(await answerCall(actor, { callId, answer: 'seen' })).toMatchObject({ refusal: { code: 'forbidden' } })
    }
  })
})

describe('the vote of an asynchronous board', () => {
  const answers = (options: string[]) => options.map((optionId) => ({ optionId, stance: 'support' as const }))

  async function voting() {
    const board_ = await called()
    const { itemId } = board_
    const options: string[] = []
    for (const plan of [singleFraction, noSurgery])
      options.push(must(await proposeOption(board.surgeon, { itemId, plan })).optionId)
    must(await openVote(board.presenter, { itemId }))
    const cast = async (actor: Actor) =>
      must(await castBallot(actor, castBallotInput.parse({ itemId, answers: answers(options) })))
    const stage = async () => must(await getRoom(board.observer, { meetingId: board_.meetingId })).item?.stage
    return { ...board_, cast, stage }
  }

  test('is opened by whoever called it, not by another presenter’s colleague', async () => {
    const { itemId } = await called()
    must(await proposeOption(board.surgeon, { itemId, plan: singleFraction }))
    expect(await openVote(board.surgeon, { itemId })).toMatchObject({ refusal: { code: 'forbidden' } })
    must(await openVote(board.presenter, { itemId }))
    expect(await revealBallots(board.presenter, { itemId })).toMatchObject({ refusal: { code: 'forbidden' } })
  })

  test('stays sealed until every specialty that was called has cast, and is revealed by the last of them', async () => {
    const { meetingId, cast, stage } = await voting()
    await cast(board.surgeon)
    await cast(second)
    await cast(board.radiationOncologist)
    expect(await stage()).toBe('voting')
    const sealed = must(await getRoom(board.chair, { meetingId }))
    expect(sealed.item).toMatchObject({ ballots: 'hidden', cast: 3 })
    expect(sealed.votersPresent).toBe(2)
    expect(JSON.stringify(must(await getCalls(board.chair, { meetingId })))).not.toContain('cast')
    await cast(board.medicalOncologist)
    expect(await stage()).toBe('revealed')
    const room = must(await getRoom(board.chair, { meetingId }))
    expect(room.attendance.map(({ name }) => name).sort()).toEqual(
      [board.surgeon, second, board.radiationOncologist, board.medicalOncologist].map(({ name }) => name).sort(),
    )
    expect(await ledgerOf(meetingId, 'item.all-answered')).toHaveLength(1)
  })

  test('ends the calls: nobody is called after the reveal', async () => {
    const { meetingId, callId, cast } = await voting()
    await atMinute(1, () => cast(board.surgeon))
    await atMinute(2, () => cast(board.medicalOncologist))
    const view = must(await atMinute(300, () => getCalls(board.observer, { meetingId })))
    expect(view.endedAt).toBe('2026-11-24T14:02:00.000Z')
    expect(view.calls.find((one) => one.callId === callId)?.people[1]?.calledAt).toBeNull()
    expect(await atMinute(300, () => answerCall(second, { callId, answer: 'seen' }))).toMatchObject({
      refusal: { code: 'closed', why: 'vote-revealed' },
    })
  })
})
