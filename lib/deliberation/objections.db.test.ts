import { eq } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { readAs } from '@/db/client'
import { ledgerEntries } from '@/db/schema/ledger'
import { safetyObjections } from '@/db/schema/objections'
import { signAtKeyboard } from '@/db/sign-at-keyboard'
import { testDatabase } from '@/db/testing'
import { makeTestBoard, must, type TestBoard } from '@/db/testing-board'
import { openTestVote, type PresentedItem, vote } from '@/db/testing-vote'
import { presentItem, setItemAside } from '@/lib/meetings/commands/present-item'
import type { Actor } from '@/lib/people/model'
import { callOffRound, openVote, revealBallots, voteAgain } from './commands/hold-vote'
import { answerObjection, raiseObjection } from './commands/raise-objection'
import { saveConclusion } from './commands/write-conclusion'
import { emptyText, saveConclusionInput } from './model/conclusion'
import { getDraftRecord } from './queries/get-draft-record'
import { getRoom } from './queries/get-room'

const database = testDatabase()
let board: TestBoard

beforeAll(async () => {
  board = await makeTestBoard(database.ownerUrl)
})

const words = 'The tumour was not embolised.'
const why = (result: { ok: boolean; refusal?: object }) => (result.ok ? 'ok' : result.refusal)
const room = async (actor: Actor, { meetingId, itemId }: PresentedItem) => {
  const view = must(await getRoom(actor, { meetingId, itemId }))
  if (!view.item) throw new Error('no item')
  return { ...view, item: view.item }
}
const toldOf = (actor: Actor, itemId: string) =>
  readAs(actor, async (tx) => ({
    rows: await tx
      .select({ words: safetyObjections.words })
      .from(safetyObjections)
      .where(eq(safetyObjections.itemId, itemId)),
    acts: (
      await tx.select({ kind: ledgerEntries.kind }).from(ledgerEntries).where(eq(ledgerEntries.aboutId, itemId))
    ).filter(({ kind }) => kind === 'objection.raised'),
  }))

async function revealedItem(): Promise<PresentedItem> {
  const item = await openTestVote(database.ownerUrl, board)
  must(await vote(board.surgeon, item))
  must(await revealBallots(board.chair, item))
  return item
}

const raise = (actor: Actor, item: PresentedItem, addressedTo: string | null = null) =>
  raiseObjection(actor, { itemId: item.itemId, optionId: item.options.single, words, addressedTo })

test('raised in a sealed vote it is the objector’s alone until the reveal, and no act that others notice', async () => {
  const item = await openTestVote(database.ownerUrl, board)
  must(await vote(board.surgeon, item))
  const before = await room(board.chair, item)
  must(await raise(board.surgeon, item))
  for (const actor of [board.chair, board.administrator, board.medicalOncologist, board.observer]) {
    expect(await toldOf(actor, item.itemId)).toEqual({ rows: [], acts: [] })
  }
  expect(await room(board.chair, item)).toEqual(before)
  expect((await room(board.surgeon, item)).item.objections).toMatchObject([{ words, isSealed: true }])
  must(await revealBallots(board.chair, item))
  expect((await room(board.observer, item)).item.objections).toMatchObject([
    { by: 'S. Cutbush', specialty: 'spine-surgery', words, isSealed: false, answer: null },
  ])
})

test('once it was shown it stays so, with its answer, when the round that it was raised in is called off and voted again', async () => {
  const item = await revealedItem()
  const { itemId } = item
  must(await voteAgain(board.chair, { itemId }))
  const { objectionId } = must(await raise(board.surgeon, item))
  expect(await toldOf(board.observer, itemId)).toEqual({ rows: [], acts: [] })
  must(await callOffRound(board.chair, { itemId }))
  must(await answerObjection(board.chair, { objectionId, answer: 'It was, on Monday.' }))
  must(await voteAgain(board.chair, { itemId }))
  must(await raise(board.medicalOncologist, item))
  expect(await toldOf(board.observer, itemId)).toEqual({ rows: [{ words }], acts: [{ kind: 'objection.raised' }] })
  expect((await room(board.observer, item)).item.objections).toMatchObject([
    { objectionId, answer: 'It was, on Monday.', isSealed: false },
  ])
})

test('raised in a vote that was set aside it stays shown when the case is voted on after all', async () => {
  const item = await openTestVote(database.ownerUrl, board)
  must(await raise(board.surgeon, item))
  must(await setItemAside(board.chair, item))
  expect((await toldOf(board.observer, item.itemId)).rows).toEqual([{ words }])
  must(await presentItem(board.chair, item))
  must(await openVote(board.chair, item))
  expect((await toldOf(board.observer, item.itemId)).rows).toEqual([{ words }])
})

test('keeps the conclusion from being signed until somebody else has answered, and stands in the record', async () => {
  const item = await revealedItem()
  const { objectionId } = must(await raise(board.surgeon, item))
  const text = { ...emptyText(), draftVersion: 0, rationale: 'r', goalsConsidered: 'g' }
  const draft = must(await saveConclusion(board.chair, saveConclusionInput.parse({ itemId: item.itemId, ...text })))
  const signing = { conclusionId: draft.conclusionId, draftVersion: draft.draftVersion, patientBirthYear: null }
  const problems = async () => {
    const signed = await signAtKeyboard(board.chair, signing)
    return !signed.ok && signed.refusal.code === 'invalid' ? signed.refusal.fields.map(({ path }) => path) : []
  }
  expect(await problems()).toContain(`objections.${objectionId}`)
  const answer = 'Embolisation is booked for the day before.'
  expect(why(await answerObjection(board.surgeon, { objectionId, answer }))).toEqual({ code: 'forbidden' })
  expect(why(await answerObjection(board.medicalOncologist, { objectionId, answer }))).toEqual({ code: 'forbidden' })
  must(await answerObjection(board.chair, { objectionId, answer }))
  expect(why(await answerObjection(board.chair, { objectionId, answer }))).toEqual({
    code: 'closed',
    why: 'already-there',
  })
  expect(await problems()).not.toContain(`objections.${objectionId}`)
  const { snapshot } = must(await getDraftRecord(board.chair, { conclusionId: draft.conclusionId }))
  expect(snapshot.conclusion.objections).toMatchObject([
    { by: 'S. Cutbush', words, answer, answeredBy: 'H. Chairwood', place: expect.stringMatching(/^Radiation A, /) },
  ])
})

test('is answered by whom it is addressed to', async () => {
  const item = await revealedItem()
  const { objectionId } = must(await raise(board.surgeon, item, board.radiationOncologist.userId))
  const mayAnswer = async (actor: Actor) => (await room(actor, item)).item.objections[0]?.mayAnswer.open
  expect(await mayAnswer(board.medicalOncologist)).toBe(false)
  expect(await mayAnswer(board.radiationOncologist)).toBe(true)
  must(await answerObjection(board.radiationOncologist, { objectionId, answer: 'It is planned.' }))
  expect(why(await raise(board.observer, item))).toEqual({ code: 'forbidden' })
})
