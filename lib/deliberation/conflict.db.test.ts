import { sql } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import { asActor } from '@/db/client'
import { testDatabase } from '@/db/testing'
import { makeTestBoard, must, type TestBoard } from '@/db/testing-board'
import { revealTestRevote } from '@/db/testing-revote'
import { signTestCase } from '@/db/testing-signed-case'
import { ballotOn, noSurgery, openTestVote, type PresentedItem, presentTestItem, vote } from '@/db/testing-vote'
import { ok } from '@/lib/foundation/result'
import { addItem } from '@/lib/meetings/commands/build-agenda'
import { createMeeting } from '@/lib/meetings/commands/manage-meeting'
import { joinMeeting } from '@/lib/meetings/commands/record-attendance'
import { setMeetingRules } from '@/lib/meetings/commands/set-meeting-rules'
import { createMeetingInput } from '@/lib/meetings/model'
import type { Actor } from '@/lib/people/model'
import { castBallot } from './commands/cast-ballot'
import { declareConflict, withdrawConflict } from './commands/declare-conflict'
import { estimateSurvival } from './commands/estimate-survival'
import { openVote, revealBallots, voteAgain } from './commands/hold-vote'
import { proposeOption } from './commands/propose-option'
import { savePreBallot } from './commands/save-pre-ballot'
import { survivalBands } from './model/survival-estimate'
import { getSignedRecord } from './queries/get-conclusions'
import { getRoom } from './queries/get-room'
import { listOpenVotes } from './queries/list-open-votes'

const database = testDatabase()
let board: TestBoard

beforeEach(async () => {
  board = await makeTestBoard(database.ownerUrl)
})

const why = (result: { ok: boolean; refusal?: object }) => (result.ok ? 'ok' : result.refusal)
const recused = { code: 'closed', why: 'recused' }
const declare = (actor: Actor, { itemId }: { itemId: string }) =>
  declareConflict(actor, { itemId, kind: 'personal', words: 'The patient is my brother-in-law.' })
const takeBack = (actor: Actor, { itemId }: PresentedItem, conflictId: string) =>
  withdrawConflict(actor, { itemId, conflictId, because: 'It was another patient of that name.' })

async function roomOf(actor: Actor, { meetingId, itemId }: PresentedItem) {
  const { item, votersPresent } = must(await getRoom(actor, { meetingId, itemId }))
  if (!item) throw new Error('no item')
  return { ...item, votersPresent }
}

describe('whoever declares a conflict of interest in a case', () => {
  test('neither proposes nor votes on it, by both locks, and is asked for no ballot', async () => {
    const item = await presentTestItem(database.ownerUrl, board)
    must(await declare(board.surgeon, item))
    expect(why(await proposeOption(board.surgeon, { itemId: item.itemId, plan: noSurgery }))).toEqual(recused)
    must(await openVote(board.chair, item))
    expect(why(await vote(board.surgeon, item))).toEqual(recused)
    const { itemId } = item
    expect(why(await savePreBallot(board.surgeon, { itemId, round: 1, answers: [] }))).toEqual(recused)
    expect(why(await estimateSurvival(board.surgeon, { itemId, band: survivalBands[0] }))).toEqual(recused)
    expect(await listOpenVotes(board.surgeon, board.boardId)).toEqual([])
    const { may } = await roomOf(board.surgeon, item)
    expect([may.vote, may.propose]).toEqual([
      { open: false, why: 'recused' },
      { open: false, why: 'recused' },
    ])
    const by = board.surgeon.userId
    const past = [
      sql`ballots (board_id, item_id, option_id, voter_id, specialty, round, revision, stance, cast_at)
        values (${board.boardId}, ${itemId}, ${item.options.single}, ${by}, 'spine-surgery', 1, 1, 'support', now())`,
      sql`pre_ballots (board_id, item_id, option_id, voter_id, round, stance, saved_at)
        values (${board.boardId}, ${itemId}, ${item.options.single}, ${by}, 1, 'support', now())`,
      sql`survival_estimates (board_id, item_id, member_id, specialty, band, estimated_at)
        values (${board.boardId}, ${itemId}, ${by}, 'spine-surgery', ${survivalBands[0]}, now())`,
    ]
    for (const row of past) {
      const attempt = asActor(board.surgeon, async (tx) => ok(await tx.execute(sql`insert into ${row}`)))
      await expect(attempt).rejects.toMatchObject({ cause: { code: '42501' } })
    }
    must(await vote(board.medicalOncologist, item))
  })

  test('is named with kind and words to everybody in the room, and cannot declare it twice', async () => {
    const item = await presentTestItem(database.ownerUrl, board)
    must(await declare(board.surgeon, item))
    expect(why(await declare(board.surgeon, item))).toEqual({ code: 'closed', why: 'already-there' })
    expect((await roomOf(board.observer, item)).conflicts).toMatchObject([
      {
        ...{ userId: board.surgeon.userId, specialty: 'spine-surgery', kind: 'personal', withdrawn: null },
        words: 'The patient is my brother-in-law.',
      },
    ])
    for (const actor of [board.observer, board.coordinator])
      expect(why(await declare(actor, item))).toEqual({ code: 'forbidden' })
  })

  test('does not count for the quorum, at once', async () => {
    const quorum = [{ specialty: 'spine-surgery' as const, least: 1 }]
    must(await setMeetingRules(board.chair, { boardId: board.boardId, version: 0, quorum, because: 'Agreed' }))
    const item = await presentTestItem(database.ownerUrl, board)
    must(await joinMeeting(board.surgeon, { meetingId: item.meetingId, remote: false }))
    expect((await roomOf(board.observer, item)).quorum.state).toBe('met')
    const { conflictId } = must(await declare(board.surgeon, item))
    expect((await roomOf(board.observer, item)).quorum).toMatchObject({
      ...{ state: 'short', recused: [{ userId: board.surgeon.userId }] },
    })
    must(await takeBack(board.surgeon, item, conflictId))
    expect((await roomOf(board.observer, item)).quorum.state).toBe('met')
  })

  test('is not waited for when the vote opens', async () => {
    const item = await presentTestItem(database.ownerUrl, board)
    for (const actor of [board.surgeon, board.medicalOncologist])
      must(await joinMeeting(actor, { meetingId: item.meetingId, remote: false }))
    must(await declare(board.surgeon, item))
    must(await openVote(board.chair, item))
    expect((await roomOf(board.chair, item)).votersPresent).toBe(1)
  })
})

describe('in a vote that runs', () => {
  test('no number tells whether the member had cast', async () => {
    const look = async (hasCast: boolean) => {
      const item = await openTestVote(database.ownerUrl, board)
      for (const actor of [board.surgeon, board.medicalOncologist])
        must(await joinMeeting(actor, { meetingId: item.meetingId, remote: false }))
      must(await vote(board.medicalOncologist, item))
      if (hasCast) must(await vote(board.surgeon, item))
      const before = await roomOf(board.chair, item)
      must(await declare(board.surgeon, item))
      const after = await roomOf(board.chair, item)
      expect([after.cast, after.votersPresent]).toEqual([before.cast, before.votersPresent])
      must(await revealBallots(board.chair, item))
      return { item, revealed: await roomOf(board.chair, item) }
    }
    const { item, revealed } = await look(true)
    expect(revealed.tally?.[item.options.single]).toMatchObject({ support: 1, recused: 1 })
    const other = await look(false)
    expect(other.revealed.tally?.[other.item.options.single]).toMatchObject({ support: 1, recused: 0 })
    expect(other.revealed.notCast).toEqual([])
  })

  test('the count stands still from then on, whoever casts, until the reveal', async () => {
    const look = async (hasCast: boolean) => {
      const item = await openTestVote(database.ownerUrl, board)
      const room = async () => must(await getRoom(board.chair, { meetingId: item.meetingId, itemId: item.itemId }))
      for (const actor of [board.surgeon, board.medicalOncologist, board.radiationOncologist])
        must(await joinMeeting(actor, { meetingId: item.meetingId, remote: false }))
      must(await vote(hasCast ? board.surgeon : board.medicalOncologist, item))
      must(await declare(board.surgeon, item))
      const { sequence } = await room()
      for (const actor of [board.medicalOncologist, board.radiationOncologist]) must(await vote(actor, item))
      const seen = await room()
      expect(seen.sequence).toBe(sequence)
      const { cast, isCastHeld, may } = seen.item ?? {}
      expect([cast, isCastHeld, may?.reveal.open, seen.votersPresent]).toEqual([1, true, true, 3])
      must(await revealBallots(board.chair, item))
      return (await room()).item
    }
    expect(await look(true)).toMatchObject({ cast: 3, isCastHeld: false })
    expect(await look(false)).toMatchObject({ cast: 2, isCastHeld: false })
  })

  test('the count goes on where nobody had cast, and in the next round', async () => {
    const item = await openTestVote(database.ownerUrl, board)
    must(await declare(board.surgeon, item))
    must(await vote(board.medicalOncologist, item))
    expect(await roomOf(board.chair, item)).toMatchObject({ cast: 1, isCastHeld: false })
    must(await declare(board.radiationOncologist, item))
    expect(await roomOf(board.chair, item)).toMatchObject({ cast: 1, isCastHeld: true })
    must(await revealBallots(board.chair, item))
    must(await voteAgain(board.chair, item))
    must(await castBallot(board.medicalOncologist, { ...ballotOn(item), round: 2 }))
    expect(await roomOf(board.chair, item)).toMatchObject({ cast: 1, isCastHeld: false })
  })
})

describe('in a case that is on two agendas', () => {
  /** A vote that runs, in which two have cast, and the same case on the agenda of a meeting to come. */
  async function onTwo() {
    const running = await openTestVote(database.ownerUrl, board)
    for (const actor of [board.surgeon, board.medicalOncologist]) must(await vote(actor, running))
    const { boardId, coordinator } = board
    const planned = createMeetingInput.parse({ boardId, title: 'Thursday', startsAt: '2026-11-26T13:00:00Z' })
    const { meetingId } = must(await createMeeting(coordinator, planned))
    const { itemId } = must(await addItem(coordinator, { meetingId, caseId: running.caseId, minutes: 15 }))
    return { running, planned: { ...running, meetingId, itemId } }
  }

  test('a conflict declared at one item takes the ballot out of the vote at the other, and its count stands still', async () => {
    const { running, planned } = await onTwo()
    const before = must(await getRoom(board.chair, running)).sequence
    must(await declare(board.surgeon, planned))
    expect(must(await getRoom(board.chair, running)).sequence, 'their room hears of it').toBe(before + 1)
    must(await vote(board.radiationOncologist, running))
    expect(await roomOf(board.chair, running)).toMatchObject({ cast: 2, isCastHeld: true })
    must(await revealBallots(board.chair, running))
    const { tally, cast } = await roomOf(board.chair, running)
    expect(tally?.[running.options.single]).toMatchObject({ support: 2, recused: 1 })
    expect(cast).toBe(3)
  })

  test('taken back at one item it brings the ballot at the other back', async () => {
    const { running, planned } = await onTwo()
    const { conflictId } = must(await declare(board.surgeon, planned))
    must(await takeBack(board.surgeon, planned, conflictId))
    expect(await roomOf(board.chair, running)).toMatchObject({ cast: 2, isCastHeld: false })
    must(await revealBallots(board.chair, running))
    const { tally } = await roomOf(board.chair, running)
    expect(tally?.[running.options.single]).toMatchObject({ support: 2, recused: 0 })
  })

  test('it is not taken back at one item once the vote at the other was revealed, by both locks', async () => {
    const { running, planned } = await onTwo()
    const { conflictId } = must(await declare(board.surgeon, planned))
    must(await revealBallots(board.chair, running))
    const late = { code: 'closed', why: 'vote-revealed' }
    expect(why(await takeBack(board.surgeon, planned, conflictId))).toEqual(late)
    const touched = await asActor(board.surgeon, async (tx) =>
      ok(
        await tx.execute(
          sql`update conflicts set withdrawn_at = now(), withdrawn_because = 'b' where id = ${conflictId}`,
        ),
      ),
    )
    expect(must(touched).rowCount).toBe(0)
    const { conflicts } = await roomOf(board.surgeon, planned)
    expect(conflicts.map(({ mayWithdraw }) => mayWithdraw)).toEqual([{ open: false, why: 'vote-revealed' }])
  })
})

describe('taking it back', () => {
  test('is the member’s own, with a reason, before the reveal only, and it stays on record', async () => {
    const item = await openTestVote(database.ownerUrl, board)
    const { conflictId } = must(await declare(board.surgeon, item))
    for (const actor of [board.chair, board.medicalOncologist])
      expect(why(await takeBack(actor, item, conflictId))).toEqual({ code: 'forbidden' })
    must(await takeBack(board.surgeon, item, conflictId))
    expect(why(await takeBack(board.surgeon, item, conflictId))).toEqual({ code: 'closed', why: 'already-there' })
    must(await vote(board.surgeon, item))
    const again = must(await declare(board.surgeon, item))
    must(await revealBallots(board.chair, item))
    const late = { code: 'closed', why: 'vote-revealed' }
    expect(why(await takeBack(board.surgeon, item, again.conflictId))).toEqual(late)
    must(await voteAgain(board.chair, item))
    expect(why(await takeBack(board.surgeon, item, again.conflictId))).toEqual(late)
    const { conflicts } = await roomOf(board.observer, item)
    expect(conflicts.map(({ withdrawn }) => withdrawn?.because ?? null)).toEqual([
      'It was another patient of that name.',
      null,
    ])
  })

  test('in a vote that runs brings back the ballot that stood before, as the member cast it', async () => {
    const item = await openTestVote(database.ownerUrl, board)
    must(await vote(board.surgeon, item, { single: { stance: 'oppose', reason: 'Too near the cord.' } }))
    const cast = (await roomOf(board.surgeon, item)).myBallot
    const { conflictId } = must(await declare(board.surgeon, item))
    must(await vote(board.medicalOncologist, item))
    expect((await roomOf(board.surgeon, item)).cast).toBe(1)
    expect((await roomOf(board.surgeon, item)).myBallot?.answers.map(({ stance }) => stance)).toContain('recused')
    must(await takeBack(board.surgeon, item, conflictId))
    const standing = await roomOf(board.surgeon, item)
    expect(standing.myBallot).toMatchObject({ revision: 3, answers: cast?.answers })
    expect([standing.cast, standing.isCastHeld]).toEqual([2, false])
    must(await revealBallots(board.chair, item))
    const { tally } = await roomOf(board.chair, item)
    expect(tally?.[item.options.single]).toMatchObject({ oppose: 1, recused: 0 })
  })

  test('brings back no ballot of a vote in which none was cast', async () => {
    const item = await openTestVote(database.ownerUrl, board)
    const { conflictId } = must(await declare(board.surgeon, item))
    must(await takeBack(board.surgeon, item, conflictId))
    const { myBallot, cast } = await roomOf(board.surgeon, item)
    expect([myBallot, cast]).toEqual([null, 0])
  })
})

describe('what a past vote shows stays as it was', () => {
  test('who had not cast is named also where they declare a conflict after the reveal', async () => {
    const item = await openTestVote(database.ownerUrl, board)
    const { meetingId } = item
    must(await joinMeeting(board.radiationOncologist, { meetingId, remote: false }))
    must(await vote(board.surgeon, item))
    must(await revealBallots(board.chair, item))
    must(await declare(board.radiationOncologist, item))
    const { notCast, conflicts } = await roomOf(board.observer, item)
    expect(notCast.map(({ voterId }) => voterId)).toEqual([board.radiationOncologist.userId])
    expect(conflicts.map(({ userId }) => userId)).toEqual([board.radiationOncologist.userId])
  })

  test('a conflict declared in a re-vote is none of the discussion before it', async () => {
    const past = await signTestCase(database.ownerUrl, board, new Date().toISOString().slice(0, 10))
    const revote = await revealTestRevote(board, past)
    must(await declare(board.medicalOncologist, revote))
    const conflictsOf = async (item: { meetingId: string; itemId: string }) =>
      must(await getRoom(board.observer, item)).item?.conflicts.length
    expect([await conflictsOf(past), await conflictsOf(revote)]).toEqual([0, 1])
  })
})

test('the signed record keeps who was recused, and nobody declares after the conclusion', async () => {
  const today = new Date().toISOString().slice(0, 10)
  const { conclusionId, itemId } = await signTestCase(database.ownerUrl, board, today, async (caseId) => {
    const { rows } = await asActor(board.radiationOncologist, async (tx) => ({
      ...{
        ok: true as const,
        value: await tx.execute<{ id: string }>(sql`select id from agenda_items where case_id = ${caseId}`),
      },
    })).then(must)
    must(await declare(board.radiationOncologist, { itemId: rows[0]?.id ?? '' }))
  })
  const { snapshot, intact } = must(await getSignedRecord(board.chair, { conclusionId }))
  expect(intact).toBe(true)
  expect(snapshot.conflicts).toMatchObject([{ userId: board.radiationOncologist.userId, kind: 'personal' }])
  expect(why(await declare(board.surgeon, { itemId }))).toMatchObject({ code: 'closed' })
})
