import { beforeEach, describe, expect, test } from 'vitest'
import { goOnDespiteStops } from '@/db/go-on'
import { signAtKeyboard } from '@/db/sign-at-keyboard'
import { testDatabase } from '@/db/testing'
import { makeTestBoard, must, placeTestCase, type TestBoard } from '@/db/testing-board'
import { callTestBoard } from '@/db/testing-call'
import { noSurgery, openTestVote, type PresentedItem, vote } from '@/db/testing-vote'
import { addItem } from '@/lib/meetings/commands/build-agenda'
import { joinMeeting, recordAttendance } from '@/lib/meetings/commands/record-attendance'
import { setMeetingRules } from '@/lib/meetings/commands/set-meeting-rules'
import type { QuorumNeed } from '@/lib/meetings/model/quorum'
import { getMeeting } from '@/lib/meetings/queries/get-meeting'
import { getMeetingRules } from '@/lib/meetings/queries/get-meeting-rules'
import type { Actor } from '@/lib/people/model'
import { castBallot } from './commands/cast-ballot'
import { openVote, revealBallots } from './commands/hold-vote'
import { proposeOption } from './commands/propose-option'
import { reviseConclusion, saveConclusion } from './commands/write-conclusion'
import { castBallotInput } from './model/ballot'
import { saveConclusionInput } from './model/conclusion'
import { signatureMeaning } from './model/signature'
import { getSignedRecord } from './queries/get-conclusions'
import { getRoom } from './queries/get-room'

const database = testDatabase()
let board: TestBoard

beforeEach(async () => {
  board = await makeTestBoard(database.ownerUrl)
})

const why = (result: { ok: boolean; refusal?: object }) => (result.ok ? 'ok' : result.refusal)
const both: QuorumNeed[] = [
  { specialty: 'spine-surgery', least: 1 },
  { specialty: 'medical-oncology', least: 1 },
]
const ask = (actor: Actor, quorum: QuorumNeed[], version = 0) =>
  setMeetingRules(actor, { boardId: board.boardId, version, quorum, because: 'Agreed in the spring' })

const quorumIn = async ({ meetingId, itemId }: Pick<PresentedItem, 'meetingId' | 'itemId'>) => {
  const { item } = must(await getRoom(board.observer, { meetingId, itemId }))
  if (!item) throw new Error('no item')
  return item.quorum
}
const leaves = ({ userId }: Actor, { meetingId }: PresentedItem) =>
  recordAttendance(board.coordinator, { meetingId, userId, remote: false, left: true })

const none = { outcome: 'none' as const, because: 'Nothing to add now.' }
const words = {
  ...{ rationale: 'The cord comes first.', goalsConsidered: 'She wants to walk.', dissent: '' },
  needs: { openBecause: 'Not discussed' },
  answers: { radiation: none, surgery: none, systemic: none, pain: none, supportive: none },
}

async function sign({ itemId, caseId }: Pick<PresentedItem, 'itemId' | 'caseId'>, draftVersion = 0) {
  const draft = must(await saveConclusion(board.chair, saveConclusionInput.parse({ itemId, draftVersion, ...words })))
  await goOnDespiteStops(board.chair, { caseId })
  return must(await signAtKeyboard(board.chair, { ...draft, patientBirthYear: '1961' }))
}

/** A vote that the surgeon and the medical oncologist cast and the chair revealed: both are there. */
async function revealed(changes: Parameters<typeof vote>[2] = {}) {
  const item = await openTestVote(database.ownerUrl, board)
  must(await vote(board.surgeon, item, changes))
  must(await vote(board.medicalOncologist, item))
  must(await revealBallots(board.chair, item))
  return item
}

describe('the rule of a board', () => {
  test('is the chair’s to set, each change with its reason as the next version', async () => {
    expect(must(await getMeetingRules(board.observer, board))).toMatchObject({ version: 0, quorum: [], maySet: false })
    for (const actor of [board.coordinator, board.surgeon, board.observer])
      expect(why(await ask(actor, both))).toEqual({ code: 'forbidden' })
    expect(why(await ask(board.chair, []))).toMatchObject({ code: 'invalid' })
    expect(must(await ask(board.chair, both))).toEqual({ version: 1 })
    expect(why(await ask(board.chair, [], 0))).toMatchObject({ code: 'stale' })
    const rules = must(await getMeetingRules(board.chair, board))
    expect(rules).toMatchObject({ version: 1, quorum: both, maySet: true })
    expect(rules.history).toMatchObject([{ version: 1, because: 'Agreed in the spring', by: board.chair.name }])
  })

  test('is hidden from another board', async () => {
    const strangers = await makeTestBoard(database.ownerUrl, 'Strangers')
    expect(why(await getMeetingRules(strangers.chair, board))).toEqual({ code: 'not-found' })
    expect(why(await ask(strangers.chair, both))).toEqual({ code: 'not-found' })
  })
})

describe('a meeting', () => {
  test('M6 shows a lost quorum with the next look, and a found one', async () => {
    must(await ask(board.chair, both))
    const item = await openTestVote(database.ownerUrl, board)
    expect((await quorumIn(item)).state).toBe('short')
    for (const actor of [board.surgeon, board.medicalOncologist])
      must(await joinMeeting(actor, { meetingId: item.meetingId, remote: true }))
    expect((await quorumIn(item)).state).toBe('met')
    must(await leaves(board.surgeon, item))
    expect(await quorumIn(item)).toMatchObject({ state: 'short', needs: [{ there: 0 }, { there: 1 }] })
    must(await joinMeeting(board.surgeon, { meetingId: item.meetingId, remote: false }))
    expect((await quorumIn(item)).state).toBe('met')
  })

  test('concludes with a decision when its quorum is met, and without a rule', async () => {
    const free = await revealed()
    await sign(free)
    expect((await quorumIn(free)).state).toBe('none')
    must(await ask(board.chair, both))
    const item = await revealed()
    const { conclusionId } = await sign(item)
    const { snapshot } = must(await getSignedRecord(board.chair, { conclusionId }))
    expect(snapshot.quorum?.state).toBe('met')
    expect(snapshot.signature?.meaning).toBe(signatureMeaning.decision)
    const { agenda } = must(await getMeeting(board.chair, item))
    expect(agenda.map(({ ranksAs }) => ranksAs)).toEqual(['decision'])
  })

  test('short of it concludes with advice: on the agenda, in the record, and in later versions', async () => {
    must(await ask(board.chair, both))
    const item = await revealed()
    must(await leaves(board.medicalOncologist, item))
    const { conclusionId } = await sign(item)
    const { snapshot, intact } = must(await getSignedRecord(board.chair, { conclusionId }))
    expect(intact).toBe(true)
    expect(snapshot.quorum).toMatchObject({ state: 'short', needs: [{ there: 1 }, { there: 0 }] })
    expect(snapshot.signature?.meaning).toBe(signatureMeaning.advice)
    expect(must(await getMeeting(board.observer, item)).agenda.map(({ ranksAs }) => ranksAs)).toEqual(['advice'])
    // Who comes back after the conclusion was not there when it fell.
    must(await joinMeeting(board.medicalOncologist, { meetingId: item.meetingId, remote: false }))
    const next = must(await reviseConclusion(board.chair, { itemId: item.itemId, changeReason: 'A word was wrong' }))
    const later = await sign(item, next.draftVersion)
    expect(must(await getSignedRecord(board.chair, later)).snapshot.quorum?.state).toBe('short')
    expect((await quorumIn(item)).state).toBe('short')
  })

  test('counts who voted without entering on that case alone, and not on the next', async () => {
    must(await ask(board.chair, both))
    const item = await openTestVote(database.ownerUrl, board)
    const { meetingId } = item
    must(await joinMeeting(board.medicalOncologist, { meetingId }))
    must(await vote(board.surgeon, item))
    expect((await quorumIn(item)).state).toBe('short')
    must(await revealBallots(board.chair, item))
    expect((await quorumIn(item)).state).toBe('met')
    const { caseId } = await placeTestCase(database.ownerUrl, board, 801)
    const next = must(
      await addItem(board.coordinator, { meetingId, caseId, minutes: 10, lateBecause: 'Came in today' }),
    )
    expect(await quorumIn({ meetingId, ...next })).toMatchObject({
      state: 'short',
      needs: [{ there: 0 }, { there: 1 }],
    })
  })

  test('counts who left and voted from outside by that ballot, and names them as having left no more than they did', async () => {
    must(await ask(board.chair, both))
    const item = await openTestVote(database.ownerUrl, board)
    for (const actor of [board.surgeon, board.medicalOncologist])
      must(await joinMeeting(actor, { meetingId: item.meetingId }))
    must(await leaves(board.surgeon, item))
    must(await vote(board.surgeon, item))
    must(await vote(board.medicalOncologist, item))
    expect((await quorumIn(item)).state).toBe('short')
    must(await revealBallots(board.chair, item))
    expect((await quorumIn(item)).state).toBe('met')
    const { attendance } = must(await getMeeting(board.chair, item))
    const stays = attendance.filter(({ userId }) => userId === board.surgeon.userId)
    expect(stays.map(({ byBallot = false }) => byBallot)).toEqual([false, true])
  })

  test('does not count a member whose ballot takes no part in any option', async () => {
    must(await ask(board.chair, both))
    const recused = { stance: 'recused' as const, reason: 'My brother.' }
    const item = await revealed({ single: recused, short: recused, none: recused })
    expect(await quorumIn(item)).toMatchObject({ state: 'short', recused: [{ userId: board.surgeon.userId }] })
    const partly = await revealed({ single: recused })
    expect(await quorumIn(partly)).toMatchObject({ state: 'met', recused: [] })
  })
})

test('a board without a meeting needs an answer of each specialty that it called, and tells of none before the reveal', async () => {
  must(await ask(board.chair, [{ specialty: 'pathology', least: 1 }]))
  const { meetingId, itemId } = await callTestBoard(database.ownerUrl, board, {
    calls: [
      { specialty: 'spine-surgery', ladder: [board.surgeon.userId], nextAfterMinutes: 10 },
      { specialty: 'medical-oncology', ladder: [board.medicalOncologist.userId], nextAfterMinutes: 10 },
    ],
  })
  const { optionId } = must(await proposeOption(board.surgeon, { itemId, plan: noSurgery }))
  must(await openVote(board.chair, { itemId }))
  const answers = [{ optionId, stance: 'support' as const }]
  must(await castBallot(board.surgeon, castBallotInput.parse({ itemId, answers })))
  expect(await quorumIn({ meetingId, itemId })).toMatchObject({
    state: 'sealed',
    needs: [{ there: null }, { there: null }],
  })
  must(await revealBallots(board.chair, { itemId }))
  expect(await quorumIn({ meetingId, itemId })).toMatchObject({
    ...{ state: 'short', rule: 'called' },
    needs: [
      { specialty: 'spine-surgery', there: 1 },
      { specialty: 'medical-oncology', there: 0 },
    ],
  })
})
