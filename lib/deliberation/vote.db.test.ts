import { and, eq } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { asActor, readAs } from '@/db/client'
import { ballots, planOptions } from '@/db/schema/deliberation'
import { ledgerEntries } from '@/db/schema/ledger'
import { agendaItems, attendances, meetings } from '@/db/schema/meetings'
import { testDatabase } from '@/db/testing'
import { asOwner, makeTestBoard, must, type TestBoard } from '@/db/testing-board'
import { ballotOn, openTestVote, type PresentedItem, presentTestItem, shortCourse, vote } from '@/db/testing-vote'
import { withRequest } from '@/lib/foundation/request'
import { ok } from '@/lib/foundation/result'
import { presentItem, setItemAside } from '@/lib/meetings/commands/present-item'
import { joinMeeting, recordAttendance } from '@/lib/meetings/commands/record-attendance'
import { getMeeting } from '@/lib/meetings/queries/get-meeting'
import type { Actor } from '@/lib/people/model'
import { castBallot } from './commands/cast-ballot'
import { openVote, revealBallots } from './commands/hold-vote'
import { proposeOption, withdrawOption } from './commands/propose-option'
import { getRoom } from './queries/get-room'
import { listOpenVotes } from './queries/list-open-votes'

const database = testDatabase()
let board: TestBoard
let strangers: TestBoard

beforeAll(async () => {
  board = await makeTestBoard(database.ownerUrl)
  strangers = await makeTestBoard(database.ownerUrl, 'Strangers')
})

const why = (result: { ok: boolean; refusal?: object }) => (result.ok ? 'ok' : result.refusal)
const room = async (actor: Actor, { meetingId, itemId }: PresentedItem) => {
  const view = must(await getRoom(actor, { meetingId, itemId }))
  if (!view.item) throw new Error('no item')
  return { ...view, item: view.item }
}
/** PostgreSQL's own refusal: a missing grant or a policy of row-level security. */
const notPermitted = { cause: { code: '42501' } }
const secret = 'No reserve if the wound fails.'
const opposing = { short: { stance: 'oppose' as const, reason: secret } }

describe('options', () => {
  test('get letters by modality and words from the catalogue; withdrawn ones keep theirs', async () => {
    const item = await presentTestItem(database.ownerUrl, board)
    const { radiationOncologist, surgeon, chair, observer, coordinator } = board
    const withdrawn = { optionId: item.options.short, because: 'Two short courses are alike' }
    expect(why(await withdrawOption(surgeon, withdrawn))).toEqual({ code: 'forbidden' })
    expect(why(await withdrawOption(strangers.chair, withdrawn))).toEqual({ code: 'not-found' })
    must(await withdrawOption(radiationOncologist, withdrawn))
    expect(why(await withdrawOption(chair, withdrawn))).toEqual({ code: 'closed', why: 'option-withdrawn' })
    must(await proposeOption(chair, { itemId: item.itemId, plan: shortCourse }))
    for (const actor of [observer, coordinator]) {
      expect(why(await proposeOption(actor, { itemId: item.itemId, plan: shortCourse }))).toEqual({ code: 'forbidden' })
    }
    const { options } = (await room(surgeon, item)).item
    expect(options.map(({ modality, letter, withdrawnBecause }) => [modality, letter, withdrawnBecause])).toEqual([
      ['radiation', 'A', null],
      ['radiation', 'B', 'Two short courses are alike'],
      ['radiation', 'C', null],
      ['surgery', 'A', null],
    ])
    expect(options[0]?.title).toContain('8\u00a0Gy in 1')
  })

  test('are fixed once the vote is open, in both locks', async () => {
    const item = await openTestVote(database.ownerUrl, board)
    const { chair, radiationOncologist } = board
    const late = await proposeOption(radiationOncologist, { itemId: item.itemId, plan: shortCourse })
    expect(why(late)).toEqual({ code: 'closed', why: 'vote-open' })
    const optionId = item.options.single
    expect(why(await withdrawOption(chair, { optionId, because: 'x' }))).toEqual({ code: 'closed', why: 'vote-open' })
    const gone = await asActor(chair, async (tx) => {
      const rows = await tx
        .update(planOptions)
        .set({ withdrawnAt: new Date(), withdrawnBecause: 'x' })
        .where(eq(planOptions.id, optionId))
        .returning({ id: planOptions.id })
      return ok(rows.length)
    })
    expect(gone).toEqual({ ok: true, value: 0 })
    const rewrite = asActor(chair, async (tx) => {
      await tx.update(planOptions).set({ title: 'Another' }).where(eq(planOptions.id, optionId))
      return ok(null)
    })
    await expect(rewrite).rejects.toMatchObject(notPermitted)
  })

  test('a vote opens with an option, by the chair', async () => {
    const item = await presentTestItem(database.ownerUrl, board)
    expect(why(await openVote(board.coordinator, item))).toEqual({ code: 'forbidden' })
    expect(why(await openVote(strangers.chair, item))).toEqual({ code: 'not-found' })
    for (const optionId of Object.values(item.options)) {
      must(await withdrawOption(board.chair, { optionId, because: 'Tabled' }))
    }
    expect((await room(board.chair, item)).item.may.openVote).toEqual({ open: false, why: 'no-options' })
    expect(why(await openVote(board.chair, item))).toEqual({ code: 'closed', why: 'no-options' })
  })
})

describe('a vote in which nobody has cast', () => {
  test('is not revealed; set aside, it waits with its options and is opened again', async () => {
    const item = await openTestVote(database.ownerUrl, board)
    const { chair } = board
    expect((await room(chair, item)).item.may.reveal).toEqual({ open: false, why: 'no-ballots' })
    expect(why(await revealBallots(chair, item))).toEqual({ code: 'closed', why: 'no-ballots' })
    must(await setItemAside(chair, item))
    expect((await room(chair, item)).item).toMatchObject({ stage: 'queued', presentedAt: null, votingAt: null })
    must(await presentItem(chair, item))
    must(await openVote(chair, item))
    expect((await room(chair, item)).item.options).toHaveLength(3)
  })

  test('is no longer set aside once a ballot is in, also not by a click in the same moment', async () => {
    const item = await openTestVote(database.ownerUrl, board)
    const [cast, aside] = await Promise.all([vote(board.surgeon, item), setItemAside(board.chair, item)])
    expect([cast.ok, aside.ok].filter(Boolean)).toHaveLength(1)
    const { stage, cast: count } = (await room(board.chair, item)).item
    expect([stage, count]).toEqual(cast.ok ? ['voting', 1] : ['queued', 0])
    if (cast.ok) expect(why(aside)).toEqual({ code: 'closed', why: 'vote-open' })
  })
})

describe('a ballot', () => {
  test('is cast whole, revised until the reveal, and only the last one counts', async () => {
    const item = await openTestVote(database.ownerUrl, board)
    const { surgeon, medicalOncologist, chair } = board
    expect(must(await vote(surgeon, item, opposing)).revision).toBe(1)
    expect(must(await vote(surgeon, item)).revision).toBe(2)
    must(await vote(medicalOncologist, item, opposing))
    const partial = { ...ballotOn(item), answers: ballotOn(item).answers.slice(1) }
    expect(why(await castBallot(surgeon, partial))).toMatchObject({
      code: 'invalid',
      fields: [{ path: `answers.${item.options.single}` }],
    })
    must(await revealBallots(chair, item))
    const { ballots: shown, tally } = (await room(board.observer, item)).item
    expect(tally?.[item.options.short]).toMatchObject({ support: 1, oppose: 1 })
    if (shown === 'hidden') throw new Error('hidden after the reveal')
    expect(shown.map(({ specialty }) => specialty)).toEqual([
      ...Array.from({ length: 3 }, () => 'spine-surgery'),
      ...Array.from({ length: 3 }, () => 'medical-oncology'),
    ])
    expect(shown.find(({ stance }) => stance === 'oppose')).toMatchObject({ name: 'E. Wyndlass', reason: secret })
  })

  test('that is missing at the reveal is named: who was in the room then, whoever came or went later', async () => {
    const item = await openTestVote(database.ownerUrl, board)
    const { surgeon, medicalOncologist, radiationOncologist, chair, coordinator, observer, meetingId } = {
      ...board,
      ...item,
    }
    const seat = (userId: string, left: boolean) =>
      recordAttendance(coordinator, { meetingId, userId, remote: false, left })
    must(await joinMeeting(observer, { meetingId, remote: false }))
    must(await joinMeeting(radiationOncologist, { meetingId, remote: false }))
    must(await joinMeeting(medicalOncologist, { meetingId, remote: false }))
    must(await seat(medicalOncologist.userId, true))
    must(await vote(surgeon, item))
    expect((await room(observer, item)).item.notCast).toEqual([])
    must(await revealBallots(chair, item))
    must(await seat(medicalOncologist.userId, false))
    must(await seat(radiationOncologist.userId, true))
    const { notCast, cast } = (await room(observer, item)).item
    expect(cast).toBe(1)
    expect(notCast).toEqual([
      { voterId: radiationOncologist.userId, name: radiationOncologist.name, specialty: 'radiation-oncology' },
    ])
  })

  test('is refused from whoever has no vote, and outside the vote', async () => {
    const item = await presentTestItem(database.ownerUrl, board)
    const { surgeon, chair, observer, presenter, coordinator } = board
    expect(why(await vote(surgeon, item))).toEqual({ code: 'closed', why: 'vote-not-open' })
    must(await openVote(chair, item))
    for (const actor of [observer, presenter, chair, coordinator]) {
      expect(why(await vote(actor, item))).toEqual({ code: 'forbidden' })
      expect((await room(actor, item)).item.may.vote).toEqual({ open: false, why: 'forbidden' })
    }
    must(await vote(board.medicalOncologist, item))
    expect(why(await vote(strangers.surgeon, item))).toEqual({ code: 'not-found' })
    expect(why(await vote(board.administrator, item))).toEqual({ code: 'not-found' })
    must(await revealBallots(chair, item))
    expect(why(await vote(surgeon, item))).toEqual({ code: 'closed', why: 'vote-revealed' })
    expect((await room(surgeon, item)).item.may.vote).toEqual({ open: false, why: 'vote-revealed' })
  })

  test('is refused once the meeting has closed, whatever the stage of its case', async () => {
    const item = await openTestVote(database.ownerUrl, board)
    await asOwner(database.ownerUrl, (db) =>
      db.update(meetings).set({ state: 'closed' }).where(eq(meetings.id, item.meetingId)),
    )
    expect(why(await vote(board.surgeon, item))).toEqual({ code: 'closed', why: 'meeting-closed' })
    const { cast, may } = (await room(board.surgeon, item)).item
    expect([cast, may.vote]).toEqual([0, { open: false, why: 'meeting-closed' }])
  })

  test('sent twice with the same key counts once', async () => {
    const item = await openTestVote(database.ownerUrl, board)
    const idempotency = {
      key: 'one-click',
      operation: 'POST /agenda-items/{itemId}/ballots',
      inputHash: 'same',
      audience: ['core-member' as const],
    }
    const cast = () => withRequest({ idempotency }, () => vote(board.surgeon, item))
    const [first, second] = await Promise.all([cast(), cast()])
    expect(second).toEqual(first)
    const rows = await asOwner(database.ownerUrl, (db) =>
      db.select().from(ballots).where(eq(ballots.itemId, item.itemId)),
    )
    expect(rows).toHaveLength(3)
  })

  test('from two devices at once: one after the other, never half of each', async () => {
    const item = await openTestVote(database.ownerUrl, board)
    const both = await Promise.all([vote(board.surgeon, item), vote(board.surgeon, item, opposing)])
    expect(both.map((result) => must(result).revision).sort()).toEqual([1, 2])
    const mine = (await room(board.surgeon, item)).item.myBallot
    const later = both.findIndex((result) => must(result).revision === 2)
    const stance = later === 1 ? 'oppose' : 'support'
    expect(mine?.answers.find(({ optionId }) => optionId === item.options.short)?.stance).toBe(stance)
  })

  test('in the moment of the reveal counts whole or not at all', async () => {
    const item = await openTestVote(database.ownerUrl, board)
    must(await vote(board.medicalOncologist, item))
    const [cast] = await Promise.all([vote(board.surgeon, item), revealBallots(board.chair, item)])
    const shown = (await room(board.chair, item)).item.ballots
    expect(shown).toHaveLength(cast.ok ? 6 : 3)
    if (!cast.ok) expect(cast.refusal).toEqual({ code: 'closed', why: 'vote-revealed' })
  })
})

test('a vote waits for each member until the own ballot is in or the vote is over; for nobody else', async () => {
  const here = await makeTestBoard(database.ownerUrl, 'Waiting votes')
  const { boardId, surgeon, medicalOncologist, chair, observer } = here
  const item = await openTestVote(database.ownerUrl, here)
  const waits = async (actor: Actor, on = boardId) => (await listOpenVotes(actor, on)).map(({ itemId }) => itemId)
  expect(await listOpenVotes(surgeon, boardId)).toMatchObject([
    { itemId: item.itemId, meetingId: item.meetingId, caseCode: item.code },
  ])
  must(await vote(surgeon, item))
  expect([await waits(surgeon), await waits(medicalOncologist)]).toEqual([[], [item.itemId]])
  for (const actor of [chair, observer, board.surgeon]) expect(await waits(actor)).toEqual([])
  expect(await waits(surgeon, board.boardId)).toEqual([])
  must(await revealBallots(chair, item))
  expect(await waits(medicalOncologist)).toEqual([])
})

describe('under seal', () => {
  test('the room shows the count and the own ballot, and nothing that depends on anybody else’s', async () => {
    const item = await openTestVote(database.ownerUrl, board)
    must(await vote(board.surgeon, item, opposing))
    const others = [board.chair, board.coordinator, board.presenter, board.observer, board.radiationOncologist]
    for (const actor of others) {
      const view = await room(actor, item)
      expect(view.item).toMatchObject({ cast: 1, ballots: 'hidden', tally: null, myBallot: null, dissenting: [] })
      expect(JSON.stringify(view)).not.toContain(secret)
    }
    const mine = await room(board.surgeon, item)
    const answer = { optionId: item.options.short, stance: 'oppose', reason: secret }
    expect(mine.item.myBallot?.answers).toContainEqual(answer)
    expect(mine.item.ballots).toBe('hidden')
    const before = (await room(board.chair, item)).sequence
    must(await vote(board.surgeon, item))
    const after = await room(board.chair, item)
    expect([after.sequence, after.item.cast]).toEqual([before, 1])
  })

  test('the database itself gives nobody another’s ballot, nor the ledger’s word of it', async () => {
    const item = await openTestVote(database.ownerUrl, board)
    must(await vote(board.surgeon, item, opposing))
    const look = (actor: Actor) =>
      readAs(actor, async (tx) => ({
        rows: (await tx.select().from(ballots).where(eq(ballots.itemId, item.itemId))).length,
        told: (await tx.select().from(ledgerEntries).where(eq(ledgerEntries.aboutId, item.itemId))).filter(
          ({ kind }) => kind === 'ballot.cast',
        ).length,
      }))
    const everybody = [board.chair, board.coordinator, board.administrator, board.medicalOncologist, strangers.chair]
    for (const actor of everybody) expect(await look(actor)).toEqual({ rows: 0, told: 0 })
    expect(await look(board.surgeon)).toEqual({ rows: 3, told: 1 })
    must(await revealBallots(board.chair, item))
    expect(await look(board.medicalOncologist)).toEqual({ rows: 3, told: 1 })
    expect(await look(strangers.chair)).toEqual({ rows: 0, told: 0 })
  })

  test('nobody can write a ballot in another’s name, beside the vote or over an old one', async () => {
    const item = await openTestVote(database.ownerUrl, board)
    must(await vote(board.surgeon, item))
    const { boardId, surgeon, medicalOncologist, chair } = board
    const row = { boardId, itemId: item.itemId, optionId: item.options.single, specialty: 'spine-surgery' as const }
    const write = (actor: Actor, voterId: string, revision: number) =>
      asActor(actor, async (tx) => {
        const cast = { voterId, revision, stance: 'support' as const, castAt: new Date() }
        await tx.insert(ballots).values({ ...row, ...cast })
        return ok(null)
      })
    await expect(write(medicalOncologist, surgeon.userId, 2)).rejects.toMatchObject(notPermitted)
    await expect(write(chair, chair.userId, 1)).rejects.toMatchObject(notPermitted)
    const rewrite = asActor(surgeon, async (tx) => {
      await tx.update(ballots).set({ stance: 'oppose', reason: 'x' }).where(eq(ballots.itemId, item.itemId))
      return ok(null)
    })
    await expect(rewrite).rejects.toMatchObject(notPermitted)
    must(await revealBallots(chair, item))
    await expect(write(surgeon, surgeon.userId, 2)).rejects.toMatchObject(notPermitted)
  })

  test('the database takes no ballot and no reveal in a meeting that is closed', async () => {
    const item = await openTestVote(database.ownerUrl, board)
    const { surgeon, medicalOncologist, chair } = board
    must(await vote(surgeon, item))
    await asOwner(database.ownerUrl, (db) =>
      db.update(meetings).set({ state: 'closed' }).where(eq(meetings.id, item.meetingId)),
    )
    const answer = { boardId: board.boardId, itemId: item.itemId, optionId: item.options.single, revision: 1 }
    const voter = { voterId: medicalOncologist.userId, specialty: 'medical-oncology' as const }
    const cast = asActor(medicalOncologist, async (tx) => {
      await tx.insert(ballots).values({ ...answer, ...voter, stance: 'support', castAt: new Date() })
      return ok(null)
    })
    await expect(cast).rejects.toMatchObject(notPermitted)
    const reveal = asActor(chair, async (tx) => {
      await tx.update(agendaItems).set({ stage: 'revealed' }).where(eq(agendaItems.id, item.itemId))
      return ok(null)
    })
    await expect(reveal).rejects.toMatchObject(notPermitted)
  })

  test('a voter who had not entered the room appears in the attendance at the reveal, not at the ballot', async () => {
    const item = await openTestVote(database.ownerUrl, board)
    const { surgeon, radiationOncologist, chair } = board
    must(await joinMeeting(radiationOncologist, { meetingId: item.meetingId, remote: false }))
    must(await vote(surgeon, item))
    must(await vote(radiationOncologist, item))
    const names = async () => must(await getMeeting(chair, item)).attendance.map(({ name, remote }) => [name, remote])
    expect(await names()).toEqual([['R. Marbeck', false]])
    expect((await room(chair, item)).votersPresent).toBe(1)
    must(await revealBallots(chair, item))
    expect(await names()).toEqual([
      ['R. Marbeck', false],
      ['S. Cutbush', null],
    ])
    const [joined] = await asOwner(database.ownerUrl, (db) =>
      db
        .select()
        .from(attendances)
        .where(and(eq(attendances.userId, surgeon.userId), eq(attendances.meetingId, item.meetingId))),
    )
    const [stored] = await asOwner(database.ownerUrl, (db) =>
      db.select().from(agendaItems).where(eq(agendaItems.id, item.itemId)),
    )
    expect(joined?.cameAt.getTime()).toBeLessThanOrEqual(stored?.revealedAt?.getTime() ?? 0)
    expect(joined).toMatchObject({ leftAt: joined?.cameAt, byBallot: true, roles: ['core-member'] })
    expect((await room(chair, item)).votersPresent).toBe(1)
    const told = await readAs(chair, (tx) =>
      tx
        .select({ details: ledgerEntries.details })
        .from(ledgerEntries)
        .where(and(eq(ledgerEntries.aboutId, surgeon.userId), eq(ledgerEntries.meetingId, item.meetingId))),
    )
    expect(told).toEqual([{ details: { left: true, byBallot: true } }])
  })
})
