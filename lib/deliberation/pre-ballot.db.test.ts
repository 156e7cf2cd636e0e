import { and, eq } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { readAs } from '@/db/client'
import { ledgerEntries } from '@/db/schema/ledger'
import { agendaItems, meetings } from '@/db/schema/meetings'
import { preBallots } from '@/db/schema/pre-ballots'
import { testDatabase } from '@/db/testing'
import { asOwner, makeTestBoard, must, type TestBoard } from '@/db/testing-board'
import { openTestVote, type PresentedItem, presentTestItem, shortCourse, vote } from '@/db/testing-vote'
import type { Actor } from '@/lib/people/model'
import { estimateSurvival } from './commands/estimate-survival'
import { openVote, revealBallots, voteAgain } from './commands/hold-vote'
import { proposeOption, withdrawOption } from './commands/propose-option'
import { savePreBallot } from './commands/save-pre-ballot'
import type { PreAnswer } from './model/pre-ballot'
import { getRoom } from './queries/get-room'
import { listPreBallots } from './queries/read-pre-ballots'

const database = testDatabase()
let board: TestBoard

beforeAll(async () => {
  board = await makeTestBoard(database.ownerUrl)
})

const words = 'AT-HOME-REASON-3K'
const why = (result: { ok: boolean; refusal?: object }) => (result.ok ? 'ok' : result.refusal)
const room = async (actor: Actor, { meetingId, itemId }: PresentedItem) => {
  const view = must(await getRoom(actor, { meetingId, itemId }))
  if (!view.item) throw new Error('no item')
  return { ...view, item: view.item }
}
const answer = (optionId: string, stance: PreAnswer['stance'], reason: string | null = null) => ({
  ...{ optionId, stance, reason },
})
const keep = (actor: Actor, { itemId }: PresentedItem, answers: PreAnswer[], round?: number) =>
  savePreBallot(actor, { itemId, answers, ...(round === undefined ? {} : { round }) })
const rowsSeen = (actor: Actor, { itemId }: PresentedItem) =>
  readAs(actor, async (tx) => ({
    kept: (await tx.select({ id: preBallots.id }).from(preBallots).where(eq(preBallots.itemId, itemId))).length,
    acts: (
      await tx
        .select({ id: ledgerEntries.id })
        .from(ledgerEntries)
        .where(and(eq(ledgerEntries.aboutId, itemId), eq(ledgerEntries.kind, 'ballot.prepared')))
    ).length,
  }))

/** An item that waits on the agenda of a meeting that has not begun, with its options. */
async function waitingItem(): Promise<PresentedItem> {
  const item = await presentTestItem(database.ownerUrl, board)
  await asOwner(database.ownerUrl, async (db) => {
    await db.update(agendaItems).set({ stage: 'queued', presentedAt: null }).where(eq(agendaItems.id, item.itemId))
    await db
      .update(meetings)
      .set({ state: 'planned', startedAt: null, presentingItemId: null })
      .where(eq(meetings.id, item.meetingId))
  })
  return item
}

test('a member rates at home before the meeting begins, a part at a time, and finds it in the room', async () => {
  const item = await waitingItem()
  const { single, short, none } = item.options
  must(await keep(board.surgeon, item, [answer(single, 'oppose', words), answer(short, 'support')]))
  must(await keep(board.surgeon, item, [answer(short, 'acceptable')]))
  const progress = must(await listPreBallots(board.surgeon, item))
  expect(progress).toEqual([
    { itemId: item.itemId, caseId: item.caseId, code: item.code, position: 1, options: 3, rated: 2 },
  ])
  const { item: shown } = await room(board.surgeon, item)
  const answers = new Map(shown.preBallot?.answers.map((one) => [one.optionId, one]))
  expect(answers.get(single)).toMatchObject({ stance: 'oppose', reason: words })
  expect(answers.get(short)).toMatchObject({ stance: 'acceptable', reason: null })
  expect(answers.has(none)).toBe(false)
  must(await keep(board.surgeon, item, [answer(short, null)]))
  expect(must(await listPreBallots(board.surgeon, item))[0]?.rated).toBe(1)
})

test('nobody else can tell that a ballot was filled in, before the reveal or after it', async () => {
  const item = await openTestVote(database.ownerUrl, board)
  const others = [board.chair, board.administrator, board.medicalOncologist, board.coordinator, board.observer]
  const watchers = others.filter((one) => one !== board.administrator)
  const before = await Promise.all(watchers.map((one) => room(one, item)))
  must(await keep(board.surgeon, item, [answer(item.options.single, 'oppose', words)]))
  expect(await Promise.all(watchers.map((one) => room(one, item)))).toEqual(before)
  for (const actor of others) expect(await rowsSeen(actor, item)).toEqual({ kept: 0, acts: 0 })
  expect(await rowsSeen(board.surgeon, item)).toEqual({ kept: 1, acts: 1 })
  must(await vote(board.medicalOncologist, item))
  must(await revealBallots(board.chair, item))
  for (const actor of others) expect(await rowsSeen(actor, item)).toEqual({ kept: 0, acts: 0 })
  expect(JSON.stringify(await room(board.chair, item))).not.toContain(words)
})

test('it counts for nothing until it is cast', async () => {
  const item = await openTestVote(database.ownerUrl, board)
  const { single, short, none } = item.options
  const all = [single, short, none].map((optionId) => answer(optionId, 'support'))
  must(await keep(board.surgeon, item, all))
  const { item: sealed } = await room(board.surgeon, item)
  expect(sealed).toMatchObject({ cast: 0, myBallot: null })
  expect(why(await revealBallots(board.chair, item))).toEqual({ code: 'closed', why: 'no-ballots' })
  must(await vote(board.medicalOncologist, item, { single: { stance: 'acceptable' } }))
  must(await revealBallots(board.chair, item))
  const { item: revealed } = await room(board.surgeon, item)
  expect(revealed.tally?.[single]).toMatchObject({ support: 0, acceptable: 1 })
  expect(revealed.preBallot?.answers).toHaveLength(3)
})

test('an option that comes later is not rated, and one that was taken back is no longer counted as rated', async () => {
  const item = await presentTestItem(database.ownerUrl, board)
  must(await keep(board.surgeon, item, [answer(item.options.single, 'support')]))
  must(await withdrawOption(board.radiationOncologist, { optionId: item.options.single, because: 'Too short' }))
  must(await proposeOption(board.radiationOncologist, { itemId: item.itemId, plan: shortCourse }))
  expect(must(await listPreBallots(board.surgeon, item))).toMatchObject([{ options: 3, rated: 0 }])
  // A screen that has not heard of the withdrawal yet keeps what it has.
  must(await keep(board.surgeon, item, [answer(item.options.single, 'acceptable')]))
})

test('is refused to those without a vote, after the reveal, for another round and for an option of another case', async () => {
  const item = await openTestVote(database.ownerUrl, board)
  const other = await presentTestItem(database.ownerUrl, board)
  const mine = [answer(item.options.single, 'support')]
  for (const actor of [board.presenter, board.coordinator, board.observer]) {
    expect(why(await keep(actor, item, mine))).toEqual({ code: 'forbidden' })
    expect(why(await listPreBallots(actor, item))).toEqual({ code: 'forbidden' })
  }
  const stranger = (await makeTestBoard(database.ownerUrl, 'Strangers')).surgeon
  expect(why(await keep(stranger, item, mine))).toEqual({ code: 'not-found' })
  expect(await keep(board.surgeon, item, [answer(other.options.single, 'support')])).toMatchObject({
    refusal: { code: 'invalid', fields: [{ path: 'answers.0.optionId' }] },
  })
  expect(await keep(board.surgeon, item, [...mine, ...mine])).toMatchObject({
    refusal: { code: 'invalid', fields: [{ path: 'answers.1.optionId' }] },
  })
  expect(why(await keep(board.surgeon, item, mine, 2))).toEqual({ code: 'closed', why: 'vote-revealed' })
  must(await vote(board.surgeon, item))
  must(await revealBallots(board.chair, item))
  expect(why(await keep(board.surgeon, item, mine))).toEqual({ code: 'closed', why: 'vote-revealed' })
})

test('each round is filled in by itself', async () => {
  const item = await presentTestItem(database.ownerUrl, board)
  must(await keep(board.surgeon, item, [answer(item.options.single, 'oppose', words)]))
  must(await openVote(board.chair, item))
  must(await vote(board.surgeon, item))
  must(await revealBallots(board.chair, item))
  must(await voteAgain(board.chair, item))
  expect((await room(board.surgeon, item)).item.preBallot).toBeNull()
  must(await keep(board.surgeon, item, [answer(item.options.single, 'support')], 2))
  expect((await room(board.surgeon, item)).item.preBallot?.answers).toMatchObject([{ stance: 'support' }])
})

test('the survival is estimated once, sealed until the reveal, and then shown to everybody by specialty', async () => {
  const item = await openTestVote(database.ownerUrl, board)
  const watchers = [board.chair, board.medicalOncologist, board.observer]
  const before = await Promise.all(watchers.map((one) => room(one, item)))
  must(await estimateSurvival(board.surgeon, { itemId: item.itemId, band: '3-to-6' }))
  expect(await Promise.all(watchers.map((one) => room(one, item)))).toEqual(before)
  expect((await room(board.surgeon, item)).item).toMatchObject({ mySurvival: { band: '3-to-6' }, survival: 'hidden' })
  expect(why(await estimateSurvival(board.surgeon, { itemId: item.itemId, band: 'over-12' }))).toEqual({
    ...{ code: 'closed', why: 'already-there' },
  })
  must(await vote(board.medicalOncologist, item))
  must(await revealBallots(board.chair, item))
  expect((await room(board.observer, item)).item.survival).toEqual([
    { memberId: board.surgeon.userId, name: board.surgeon.name, specialty: 'spine-surgery', band: '3-to-6' },
  ])
  expect(why(await estimateSurvival(board.medicalOncologist, { itemId: item.itemId, band: 'over-12' }))).toEqual({
    ...{ code: 'closed', why: 'vote-revealed' },
  })
  expect(why(await estimateSurvival(board.chair, { itemId: item.itemId, band: 'over-12' }))).toEqual({
    ...{ code: 'forbidden' },
  })
})
