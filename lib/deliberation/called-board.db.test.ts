import { and, eq, sql } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { goOnDespiteStops } from '@/db/go-on'
import { ledgerEntries } from '@/db/schema/ledger'
import { signAtKeyboard } from '@/db/sign-at-keyboard'
import { testDatabase } from '@/db/testing'
import { actorOf, asOwner, makeTestBoard, must, type TestBoard } from '@/db/testing-board'
import { type CalledBoard, callTestBoard } from '@/db/testing-call'
import { noSurgery, presentTestItem, singleFraction } from '@/db/testing-vote'
import { withClock } from '@/lib/foundation/clock'
import { answerCall, noteEscalations } from '@/lib/meetings/commands/call-board'
import { setMeetingRules } from '@/lib/meetings/commands/set-meeting-rules'
import type { CallBoard } from '@/lib/meetings/model/call'
import { rankOf } from '@/lib/meetings/model/quorum'
import { getCalls } from '@/lib/meetings/queries/get-calls'
import { listMyCalls } from '@/lib/meetings/queries/list-my-calls'
import { invitePerson } from '@/lib/people/commands/manage-people'
import type { Actor } from '@/lib/people/model'
import { castBallot } from './commands/cast-ballot'
import { declareConflict, withdrawConflict } from './commands/declare-conflict'
import { endOverdueVote, openVote, revealBallots, voteAgain } from './commands/hold-vote'
import { proposeOption } from './commands/propose-option'
import { saveConclusion } from './commands/write-conclusion'
import { castBallotInput } from './model/ballot'
import { saveConclusionInput } from './model/conclusion'
import { rankInWords } from './model/rank-in-words'
import { getSignedRecord } from './queries/get-conclusions'
import { getRoom } from './queries/get-room'

const database = testDatabase()
let board: TestBoard
let second: Actor

beforeAll(async () => {
  board = await makeTestBoard(database.ownerUrl)
  const person = { name: 'T. Standby', email: `standby.${board.boardId.slice(0, 8)}@site.example` }
  const seat = { boardId: board.boardId, roles: ['core-member' as const], specialty: 'spine-surgery' as const }
  second = await actorOf(must(await invitePerson(board.administrator, { ...seat, ...person })).userId, person.name)
})

/** Two hours ago: a deadline of one hour has passed on every clock, that of the database too. */
const start = Date.now() - 2 * 3_600_000
const atMinute = <T>(minutes: number, work: () => Promise<T>) =>
  withClock(() => new Date(start + minutes * 60_000), work)

const called = (changes: Partial<CallBoard> = {}) =>
  atMinute(0, () =>
    callTestBoard(database.ownerUrl, board, {
      calls: [
        { specialty: 'spine-surgery', ladder: [board.surgeon.userId, second.userId], nextAfterMinutes: 10 },
        { specialty: 'medical-oncology', ladder: [board.medicalOncologist.userId], nextAfterMinutes: 10 },
      ],
      ...changes,
    }),
  )

async function voting(from?: CalledBoard) {
  const held = from ?? (await called())
  const { itemId, meetingId } = held
  const options: string[] = []
  for (const plan of [singleFraction, noSurgery])
    options.push(must(await proposeOption(board.medicalOncologist, { itemId, plan })).optionId)
  must(await openVote(board.presenter, { itemId }))
  const answers = options.map((optionId) => ({ optionId, stance: 'support' as const }))
  const cast = async (actor: Actor, round = 1) =>
    must(await castBallot(actor, castBallotInput.parse({ itemId, round, answers })))
  const item = async () => must(await getRoom(board.observer, { meetingId })).item
  return { ...held, cast, item }
}

const conflictIn = (itemId: string) => ({ itemId, kind: 'own-treatment' as const, words: 'I operated before' })

const ledgerOf = (meetingId: string, kind: 'call.skipped' | 'call.escalated' | 'item.ended-overdue') =>
  asOwner(database.ownerUrl, (db) =>
    db
      .select()
      .from(ledgerEntries)
      .where(and(eq(ledgerEntries.meetingId, meetingId), eq(ledgerEntries.kind, kind))),
  )

const waits = async (actor: Actor, meetingId: string) =>
  (await listMyCalls(actor, board.boardId)).some((one) => one.meetingId === meetingId)

describe('a call passes over a member with a conflict of interest', () => {
  test('at once, with a row in the ledger that says why', async () => {
    const { meetingId, itemId, callId } = await called()
    must(await atMinute(2, () => declareConflict(board.surgeon, conflictIn(itemId))))
    expect(await atMinute(2, () => waits(second, meetingId))).toBe(true)
    expect(await atMinute(2, () => waits(board.surgeon, meetingId))).toBe(false)
    expect(
      (await ledgerOf(meetingId, 'call.skipped')).map(({ details, aboutId }) => ({ ...details, aboutId })),
    ).toEqual([{ place: 1, because: 'conflict', at: new Date(start + 2 * 60_000).toISOString(), aboutId: callId }])
    expect((await ledgerOf(meetingId, 'call.escalated')).map(({ details }) => details?.place)).toEqual([2])
    const view = must(await atMinute(3, () => getCalls(board.observer, { meetingId })))
    expect(view.isBehind).toBe(false)
    expect(view.calls.find((one) => one.callId === callId)?.people.map((one) => one.isRecused)).toEqual([true, false])
    expect(await answerCall(board.surgeon, { callId, answer: 'seen' })).toMatchObject({
      refusal: { code: 'closed', why: 'recused' },
    })
  })

  test('from the first minute of a board on a case in which they declared it before', async () => {
    const { itemId, caseId } = await presentTestItem(database.ownerUrl, board)
    must(await atMinute(-5, () => declareConflict(board.surgeon, conflictIn(itemId))))
    const { meetingId } = await called({ caseId })
    expect((await ledgerOf(meetingId, 'call.skipped')).map(({ details }) => details?.place)).toEqual([1])
    expect(await ledgerOf(meetingId, 'call.escalated')).toEqual([])
    expect(await atMinute(0, () => waits(second, meetingId))).toBe(true)
  })

  test('until it is taken back', async () => {
    const { itemId, meetingId } = await called()
    const { conflictId } = must(await atMinute(12, () => declareConflict(second, conflictIn(itemId))))
    expect(await atMinute(13, () => waits(second, meetingId))).toBe(false)
    must(await atMinute(14, () => withdrawConflict(second, { itemId, conflictId, because: 'Another patient' })))
    expect(await atMinute(15, () => waits(second, meetingId))).toBe(true)
  })

  test('and their ballot is no answer of the specialty', async () => {
    const { itemId, cast, item } = await voting()
    await atMinute(1, () => cast(board.surgeon))
    must(await atMinute(2, () => declareConflict(board.surgeon, conflictIn(itemId))))
    await atMinute(3, () => cast(board.medicalOncologist))
    expect((await item())?.stage).toBe('voting')
    await atMinute(4, () => cast(second))
    expect(await item()).toMatchObject({ stage: 'revealed', quorum: { state: 'met' } })
  })

  test('and their ballot is the answer again once the conflict is taken back, which reveals when it was the last', async () => {
    const { itemId, cast, item } = await voting()
    await atMinute(1, () => cast(board.surgeon))
    const { conflictId } = must(await atMinute(2, () => declareConflict(board.surgeon, conflictIn(itemId))))
    await atMinute(3, () => cast(board.medicalOncologist))
    const because = 'Another patient'
    must(await atMinute(4, () => withdrawConflict(board.surgeon, { itemId, conflictId, because })))
    const now = await item()
    expect(now).toMatchObject({ stage: 'revealed', quorum: { state: 'met' } })
    expect(now?.ballots).toHaveLength(4)
  })

  test('and what was written for them is no answer of the specialty, also after the conflict', async () => {
    const { itemId, cast, item } = await voting()
    await atMinute(1, () => cast(board.surgeon))
    const { conflictId } = must(await atMinute(2, () => declareConflict(board.surgeon, conflictIn(itemId))))
    await asOwner(database.ownerUrl, (db) =>
      db.execute(sql`update conflicts set withdrawn_at = now(), withdrawn_because = 'b' where id = ${conflictId}`),
    )
    await atMinute(3, () => cast(board.medicalOncologist))
    expect((await item())?.stage).toBe('voting')
    await atMinute(4, () => cast(board.surgeon))
    expect((await item())?.stage).toBe('revealed')
  })
})

test('a further round calls nobody anew, however long it takes', async () => {
  const { itemId, meetingId, callId, cast } = await voting()
  await atMinute(2, () => cast(board.surgeon))
  await atMinute(3, () => cast(board.medicalOncologist))
  must(await atMinute(4, () => voteAgain(board.chair, { itemId })))
  expect(await atMinute(15, () => waits(second, meetingId))).toBe(false)
  await atMinute(16, () => cast(board.surgeon, 2))
  await atMinute(17, () => cast(board.medicalOncologist, 2))
  must(await atMinute(18, () => noteEscalations(board.presenter, { meetingId })))
  const view = must(await atMinute(18, () => getCalls(board.observer, { meetingId })))
  expect(view.endedAt).toBe(new Date(start + 3 * 60_000).toISOString())
  expect(view.calls.find((one) => one.callId === callId)?.people.map((one) => one.calledAt !== null)).toEqual([
    true,
    false,
  ])
  expect(await ledgerOf(meetingId, 'call.escalated')).toEqual([])
})

const none = { outcome: 'none' as const, because: 'Nothing to add now.' }
const words = {
  ...{ rationale: 'The cord comes first.', goalsConsidered: 'She wants to walk.', dissent: '' },
  needs: { openBecause: 'Not discussed' },
  answers: { radiation: none, surgery: none, systemic: none, pain: none, supportive: none },
}

async function sign({ itemId, caseId }: { itemId: string; caseId: string }) {
  const text = saveConclusionInput.parse({ itemId, draftVersion: 0, ...words })
  const draft = must(await saveConclusion(board.chair, text))
  await goOnDespiteStops(board.chair, { caseId })
  const { conclusionId } = must(await signAtKeyboard(board.chair, { ...draft, patientBirthYear: '1961' }))
  return must(await getSignedRecord(board.chair, { conclusionId })).snapshot
}

describe('after the deadline', () => {
  test('the chair ends the vote of a board in which nobody has cast, and only then', async () => {
    const { itemId, meetingId, item } = await voting()
    expect(await revealBallots(board.chair, { itemId })).toMatchObject({ refusal: { why: 'no-ballots' } })
    const early = await atMinute(59, () => endOverdueVote(board.chair, { itemId }))
    expect(early).toMatchObject({ refusal: { code: 'closed', why: 'deadline-not-passed' } })
    expect(await atMinute(61, () => endOverdueVote(board.presenter, { itemId }))).toMatchObject({
      refusal: { code: 'forbidden' },
    })
    expect(must(await atMinute(61, () => getCalls(board.chair, { meetingId }))).mayEnd.open).toBe(true)
    must(await atMinute(61, () => endOverdueVote(board.chair, { itemId })))
    expect(await item()).toMatchObject({ stage: 'revealed', ballots: [], quorum: { state: 'short', rule: 'called' } })
    expect(await ledgerOf(meetingId, 'item.ended-overdue')).toHaveLength(1)
  })

  test('also before anybody opened the vote, under the voting rule of the board at that moment', async () => {
    const { itemId, meetingId } = await called()
    const vote = async (scale: 'ratings' | 'stances', version: number) =>
      must(await setMeetingRules(board.chair, { boardId: board.boardId, version, scale, because: 'Agreed' }))
    await vote('ratings', 0)
    must(await atMinute(61, () => endOverdueVote(board.chair, { itemId })))
    await vote('stances', 1)
    expect(must(await getRoom(board.chair, { meetingId })).item).toMatchObject({
      stage: 'revealed',
      voting: { scale: 'ratings' },
      may: { conclude: { open: true } },
    })
  })

  test('what is signed says that it ended late, and ranks by who has cast', async () => {
    const { itemId, caseId, cast, item } = await voting()
    for (const actor of [board.surgeon, board.medicalOncologist]) await atMinute(5, () => cast(actor))
    expect((await item())?.stage).toBe('revealed')
    const late = await voting()
    await atMinute(5, () => late.cast(board.surgeon))
    must(await atMinute(61, () => endOverdueVote(board.chair, late)))
    const signed = await sign({ itemId, caseId })
    const signedLate = await sign(late)
    expect([rankInWords(signed), rankOf(signed.quorum)]).toEqual([null, 'decision'])
    expect(signedLate.meeting.answerBy).toBe(new Date(start + 3_600_000).toISOString())
    expect(rankInWords(signedLate)).toMatch(/medical oncology \(0 of 1\).*ended after its deadline/)
    expect(rankOf(signedLate.quorum)).toBe('advice')
  })

  test('who has cast is opened and counts: with a specialty missing it is advice', async () => {
    const { itemId, cast, item } = await voting()
    await atMinute(5, () => cast(board.surgeon))
    must(await atMinute(61, () => endOverdueVote(board.chair, { itemId })))
    const ended = await item()
    expect(ended?.quorum).toMatchObject({
      state: 'short',
      needs: [
        { specialty: 'spine-surgery', there: 1 },
        { specialty: 'medical-oncology', there: 0 },
      ],
    })
    expect(ended?.ballots).toHaveLength(2)
  })
})
