import { call } from '@orpc/server'
import { beforeAll, describe, expect, test } from 'vitest'
import { atKeyboard } from '@/db/sign-at-keyboard'
import { testDatabase } from '@/db/testing'
import { makeTestBoard, placeTestCase, signedIn, type TestBoard } from '@/db/testing-board'
import { noSurgery, openTestVote, singleFraction, vote } from '@/db/testing-vote'
import { addDays } from '@/lib/foundation/time'
import type { Actor } from '@/lib/people/model'
import type { RequestDoor } from './pipeline'
import { router } from './router'

const database = testDatabase()
let board: TestBoard

beforeAll(async () => {
  board = await makeTestBoard(database.ownerUrl)
})

const as = (actor: Actor): { context: RequestDoor } => ({
  context: { actor: async () => actor, idempotencyKey: null, address: 'test' },
})

const { cases, meetings, deliberation } = router

describe('a day of the board through the one door', () => {
  test('from the agenda to the signed conclusion, every answer in its declared shape', async () => {
    const { boardId, coordinator, chair, surgeon, radiationOncologist, presenter } = board
    const observer = await signedIn(database.ownerUrl, board.observer)
    const { caseId, code } = await placeTestCase(database.ownerUrl, board, 7)
    const plan = { boardId, title: 'Tuesday', startsAt: '2026-11-24T13:00:00+01:00' }
    const { meetingId } = await call(meetings.create, plan, as(coordinator))
    const { itemId } = await call(meetings.addItem, { meetingId, caseId, minutes: 15 }, as(coordinator))
    await call(meetings.start, { meetingId }, as(chair))
    await call(meetings.join, { meetingId, remote: true }, as(surgeon))
    const stream = await call(meetings.follow, { meetings: [meetingId] }, as(observer))
    const about = { about: 'meeting', meetingId }
    const { sequence } = await call(meetings.get, { meetingId }, as(observer))
    expect((await stream.next()).value).toEqual({ ...about, sequence, roomSequence: sequence })
    await call(meetings.present, { itemId }, as(chair))
    const next = { sequence: sequence + 1, roomSequence: sequence + 1 }
    expect((await stream.next()).value).toEqual({ ...about, ...next })
    await stream.return?.()

    const radiation = await call(deliberation.propose, { itemId, plan: singleFraction }, as(presenter))
    const surgery = await call(deliberation.propose, { itemId, plan: noSurgery }, as(surgeon))
    await call(deliberation.openVote, { itemId }, as(chair))
    const answers = [
      { optionId: radiation.optionId, stance: 'support' as const },
      { optionId: surgery.optionId, stance: 'oppose' as const, reason: 'She can bear an operation.' },
    ]
    await call(deliberation.castBallot, { itemId, answers }, as(surgeon))
    await call(deliberation.castBallot, { itemId, answers: answers.slice(0, 2) }, as(radiationOncologist))
    await call(deliberation.reveal, { itemId }, as(chair))
    const room = await call(deliberation.getRoom, { meetingId }, as(observer))
    expect(room.item).toMatchObject({ code, stage: 'revealed', cast: 2 })
    expect(room.item?.tally?.[surgery.optionId]).toMatchObject({ oppose: 2 })

    const none = { outcome: 'none' as const, because: 'Nothing to add.' }
    const chosen = { optionId: radiation.optionId, ownerId: presenter.userId }
    const dueOn = addDays(new Date().toISOString().slice(0, 10), 7)
    const draft = {
      ...{ itemId, draftVersion: 0, rationale: 'Pain first.', goalsConsidered: 'Home soon.', dissent: '' },
      needs: { openBecause: 'Not discussed' },
      answers: {
        radiation: { outcome: 'recommended' as const, options: [{ ...chosen, dueOn }] },
        ...{ surgery: none, systemic: none, pain: none, supportive: none },
      },
    }
    const saved = await call(deliberation.saveConclusion, draft, as(chair))
    const { conclusionId, draftVersion } = saved
    const stops = await call(cases.listStops, { caseId }, as(chair))
    for (const { ruleId, option, says } of stops) {
      const reason = { caseId, ruleId, optionId: option?.optionId, says, because: 'Emergency' }
      await call(cases.exceptRule, reason, as(chair))
    }
    const signature = { conclusionId, draftVersion, patientBirthYear: '1961' }
    await expect(call(deliberation.signConclusion, signature, as(chair))).rejects.toMatchObject({
      data: { code: 'invalid', fields: [{ path: 'password' }] },
    })
    const { actor, proof } = await atKeyboard(chair)
    await call(deliberation.signConclusion, { ...signature, proof }, as(actor))
    const signed = await call(deliberation.getSignedRecord, { conclusionId }, as(observer))
    expect(signed).toMatchObject({ version: 1, intact: true })
    const conclusions = await call(deliberation.getConclusions, { itemId }, as(observer))
    expect(conclusions).toMatchObject({ draft: null, signed: { version: 1 } })
    await call(meetings.close, { meetingId }, as(chair))
    const list = await call(meetings.list, { boardId }, as(observer))
    expect(list.rows.find((row) => row.meetingId === meetingId)).toMatchObject({ items: 1, concluded: 1, minutes: 15 })
    const after = await call(meetings.get, { meetingId }, as(observer))
    expect(after).toMatchObject({ state: 'closed', agenda: [{ code, stage: 'concluded' }] })
  })

  test('a bad ballot is answered with a sentence for each place', async () => {
    const item = await openTestVote(database.ownerUrl, board)
    const optionId = item.options.single
    const cast = (answers: object[]) =>
      call(deliberation.castBallot, { itemId: item.itemId, answers } as never, as(board.surgeon))
    const refusal = (fields: object[]) => ({ code: 'INVALID', status: 422, data: { code: 'invalid', fields } })
    await expect(cast([{ optionId, stance: 'oppose' }])).rejects.toMatchObject(
      refusal([{ path: 'answers.0.reason', message: 'Write why you oppose this.' }]),
    )
    await expect(cast([{ optionId, stance: 'maybe' }])).rejects.toMatchObject(
      refusal([{ path: 'answers.0.stance', message: 'Choose an answer.' }]),
    )
    await expect(cast([{ optionId, stance: 'support', weight: 2 }])).rejects.toMatchObject(
      refusal([{ path: 'answers.0.weight' }]),
    )
    await expect(cast([{ optionId, stance: 'oppose', reason: 'x'.repeat(100_000) }])).rejects.toMatchObject(
      refusal([{ path: 'answers.0.reason', message: 'The reason can have at most 2,000 characters.' }]),
    )
  })

  test('no answer of meetings or deliberation holds a sealed word, whoever asks', async () => {
    const item = await openTestVote(database.ownerUrl, board)
    const { meetingId, itemId } = item
    const secret = 'Nobody may read this yet'
    await vote(board.surgeon, item, { short: { stance: 'need-information', reason: secret } })
    const { administrator, surgeon: _voter, boardId, ...others } = board
    for (const actor of Object.values(others)) {
      const answers = await Promise.all([
        call(deliberation.getRoom, { meetingId, itemId }, as(actor)),
        call(deliberation.getConclusions, { itemId }, as(actor)),
        call(meetings.get, { meetingId }, as(actor)),
        call(meetings.list, { boardId }, as(actor)),
      ])
      const text = JSON.stringify(answers)
      expect(text).not.toContain(secret)
      expect(text).not.toContain('need-information')
      expect(text).not.toContain('"voterId"')
    }
    await expect(call(deliberation.getRoom, { meetingId }, as(administrator))).rejects.toMatchObject({ status: 404 })
  })
})
