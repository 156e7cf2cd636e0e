import { and, eq } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { readAs } from '@/db/client'
import { ballots } from '@/db/schema/deliberation'
import { ledgerEntries } from '@/db/schema/ledger'
import { testDatabase } from '@/db/testing'
import { makeTestBoard, must, type TestBoard } from '@/db/testing-board'
import { ballotOn, openTestVote, type PresentedItem, vote } from '@/db/testing-vote'
import { setItemAside } from '@/lib/meetings/commands/present-item'
import type { Actor } from '@/lib/people/model'
import { castBallot } from './commands/cast-ballot'
import { callOffRound, revealBallots, voteAgain } from './commands/hold-vote'
import { saveConclusion } from './commands/write-conclusion'
import { emptyText, saveConclusionInput } from './model/conclusion'
import { getDraftRecord } from './queries/get-draft-record'
import { getRoom } from './queries/get-room'
import { listOpenVotes } from './queries/list-open-votes'

const database = testDatabase()
let board: TestBoard

beforeAll(async () => {
  board = await makeTestBoard(database.ownerUrl)
})

const why = (result: { ok: boolean; refusal?: object }) => (result.ok ? 'ok' : result.refusal)
const itemOf = async (actor: Actor, { meetingId, itemId }: PresentedItem) => {
  const { item } = must(await getRoom(actor, { meetingId, itemId }))
  if (!item) throw new Error('no item')
  return item
}
const second = 'The wound will not heal.'
const opposing = { short: { stance: 'oppose' as const, reason: second } }
const again = (actor: Actor, item: PresentedItem, changes: Parameters<typeof ballotOn>[1] = {}) =>
  castBallot(actor, { ...ballotOn(item, changes), round: 2 })

/** A vote that two members cast and the chair revealed, opened again by the chair. */
async function secondRound(): Promise<PresentedItem> {
  const item = await openTestVote(database.ownerUrl, board)
  must(await vote(board.surgeon, item))
  must(await vote(board.medicalOncologist, item))
  must(await revealBallots(board.chair, item))
  must(await voteAgain(board.chair, item))
  return item
}

const stancesOn = (
  optionId: string,
  shown: 'hidden' | readonly { optionId: string; name: string; stance: string }[],
) =>
  shown === 'hidden'
    ? shown
    : shown.filter((one) => one.optionId === optionId).map(({ name, stance }) => [name, stance])

test('the chair alone opens it, after a reveal, and nobody else', async () => {
  const item = await openTestVote(database.ownerUrl, board)
  expect(why(await voteAgain(board.chair, item))).toEqual({ code: 'closed', why: 'vote-open' })
  must(await vote(board.surgeon, item))
  must(await revealBallots(board.chair, item))
  expect(why(await voteAgain(board.coordinator, item))).toEqual({ code: 'forbidden' })
  must(await voteAgain(board.chair, item))
  expect(await itemOf(board.observer, item)).toMatchObject({ stage: 'voting', round: 2, cast: 0, notCast: [] })
})

test('what was revealed stays in view while the next round is sealed from everybody, in both locks', async () => {
  const item = await secondRound()
  must(await again(board.surgeon, item, opposing))
  for (const actor of [board.chair, board.administrator, board.medicalOncologist, board.observer]) {
    const stored = await readAs(actor, (tx) =>
      tx
        .select({ round: ballots.round, reason: ballots.reason })
        .from(ballots)
        .where(and(eq(ballots.itemId, item.itemId), eq(ballots.voterId, board.surgeon.userId))),
    )
    expect(stored.filter(({ round, reason }) => round === 2 || reason === second)).toEqual([])
    const acts = await readAs(actor, (tx) =>
      tx
        .select({ by: ledgerEntries.actorId })
        .from(ledgerEntries)
        .where(and(eq(ledgerEntries.kind, 'ballot.cast'), eq(ledgerEntries.aboutId, item.itemId))),
    )
    expect(acts.length).toBe(actor === board.administrator ? 0 : 2)
  }
  const seen = await itemOf(board.chair, item)
  expect(seen).toMatchObject({ cast: 1, ballots: 'hidden', tally: null, dissenting: [] })
  expect(JSON.stringify(seen)).not.toContain(second)
  expect(stancesOn(item.options.short, seen.earlierRounds[0]?.ballots ?? [])).toEqual([
    ['S. Cutbush', 'support'],
    ['E. Wyndlass', 'support'],
  ])
})

test('after its reveal the last round counts alone, and the one before stays as it was', async () => {
  const item = await secondRound()
  must(await again(board.surgeon, item, opposing))
  must(await again(board.surgeon, item))
  must(await again(board.radiationOncologist, item, opposing))
  must(await revealBallots(board.chair, item))
  const seen = await itemOf(board.observer, item)
  expect(seen.tally?.[item.options.short]).toMatchObject({ support: 1, oppose: 1 })
  expect(stancesOn(item.options.short, seen.ballots)).toEqual([
    ['S. Cutbush', 'support'],
    ['R. Marbeck', 'oppose'],
  ])
  expect(seen.earlierRounds.map(({ round, ballots: shown }) => [round, stancesOn(item.options.short, shown)])).toEqual([
    [
      1,
      [
        ['S. Cutbush', 'support'],
        ['E. Wyndlass', 'support'],
      ],
    ],
  ])
})

test('a ballot that was filled in for the round before is not counted in the next', async () => {
  const item = await secondRound()
  expect(why(await vote(board.surgeon, item))).toEqual({ code: 'closed', why: 'vote-revealed' })
  expect((await itemOf(board.surgeon, item)).myBallot).toBeNull()
})

test('everybody with a vote is asked again', async () => {
  const item = await secondRound()
  const isAsked = async (actor: Actor) =>
    (await listOpenVotes(actor, board.boardId)).some(({ itemId }) => itemId === item.itemId)
  expect(await isAsked(board.surgeon)).toBe(true)
  must(await again(board.surgeon, item))
  expect(await isAsked(board.surgeon)).toBe(false)
})

test('a round in which nobody has cast is called off: the one before it counts again', async () => {
  const item = await secondRound()
  expect(why(await setItemAside(board.chair, item))).toEqual({ code: 'closed', why: 'vote-revealed' })
  must(await callOffRound(board.chair, item))
  const seen = await itemOf(board.chair, item)
  expect(seen).toMatchObject({ stage: 'revealed', round: 1, cast: 2, earlierRounds: [] })
  expect(seen.tally?.[item.options.short]).toMatchObject({ support: 2 })
  must(await voteAgain(board.chair, item))
  must(await again(board.surgeon, item))
  expect(why(await callOffRound(board.chair, item))).toEqual({ code: 'closed', why: 'vote-open' })
})

test('a draft of the conclusion waits for the round and then rests on it, the earlier round beside it', async () => {
  const item = await openTestVote(database.ownerUrl, board)
  must(await vote(board.surgeon, item))
  must(await revealBallots(board.chair, item))
  const words = { draftVersion: 0, ...emptyText() }
  const { conclusionId } = must(
    await saveConclusion(board.chair, saveConclusionInput.parse({ itemId: item.itemId, ...words })),
  )
  must(await voteAgain(board.chair, item))
  expect(why(await getDraftRecord(board.chair, { conclusionId }))).toEqual({ code: 'not-found' })
  must(await again(board.surgeon, item, opposing))
  must(await revealBallots(board.chair, item))
  const { snapshot } = must(await getDraftRecord(board.chair, { conclusionId }))
  expect(stancesOn(item.options.short, snapshot.ballots)).toEqual([['S. Cutbush', 'oppose']])
  expect(snapshot.earlierRounds?.map(({ ballots: shown }) => stancesOn(item.options.short, shown))).toEqual([
    [['S. Cutbush', 'support']],
  ])
})
