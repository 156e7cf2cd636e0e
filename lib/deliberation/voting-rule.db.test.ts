import { eq, sql } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import { asActor } from '@/db/client'
import { goOnDespiteStops } from '@/db/go-on'
import { ballots } from '@/db/schema/deliberation'
import { agendaItems } from '@/db/schema/meetings'
import { signAtKeyboard } from '@/db/sign-at-keyboard'
import { testDatabase } from '@/db/testing'
import { makeTestBoard, must, type TestBoard } from '@/db/testing-board'
import { ballotOn, openTestVote, type PresentedItem, presentTestItem, vote } from '@/db/testing-vote'
import { ok } from '@/lib/foundation/result'
import { setItemAside } from '@/lib/meetings/commands/present-item'
import { setMeetingRules } from '@/lib/meetings/commands/set-meeting-rules'
import type { SetMeetingRules } from '@/lib/meetings/model/rules'
import { getMeetingRules } from '@/lib/meetings/queries/get-meeting-rules'
import type { Actor } from '@/lib/people/model'
import { castBallot } from './commands/cast-ballot'
import { callOffRound, openVote, revealBallots, voteAgain } from './commands/hold-vote'
import { savePreBallot } from './commands/save-pre-ballot'
import { saveConclusion } from './commands/write-conclusion'
import { saveConclusionInput } from './model/conclusion'
import { savePreBallotInput } from './model/pre-ballot'
import { getSignedRecord } from './queries/get-conclusions'
import { getRoom } from './queries/get-room'

const database = testDatabase()
let board: TestBoard

beforeEach(async () => {
  board = await makeTestBoard(database.ownerUrl)
})

const why = (result: { ok: boolean; refusal?: object }) => (result.ok ? 'ok' : result.refusal)
const surgeryTwice = [{ specialty: 'spine-surgery' as const, weight: 2 }]
let version = 0
beforeEach(() => {
  version = 0
})
const sets = async (
  rules: Pick<Partial<SetMeetingRules>, 'quorum' | 'scale' | 'weights'>,
  actor: Actor = board.chair,
) => {
  const done = await setMeetingRules(actor, { boardId: board.boardId, version, because: 'Agreed', ...rules })
  if (done.ok) ({ version } = done.value)
  return done
}
const seenBy = async (actor: Actor, { meetingId, itemId }: PresentedItem) => {
  const { item } = must(await getRoom(actor, { meetingId, itemId }))
  if (!item) throw new Error('no item')
  return item
}
const rated = (single: number, short = 8, none = 5) =>
  Object.fromEntries(
    Object.entries({ single, short, none }).map(([name, rating]) => [
      name,
      {
        stance: rating > 6 ? ('support' as const) : rating > 3 ? ('acceptable' as const) : ('oppose' as const),
        rating,
        reason: rating < 4 ? 'No reserve.' : null,
      },
    ]),
  )

describe('the rule', () => {
  test('each part is set by itself, by the chair alone, and the others stay', async () => {
    for (const actor of [board.coordinator, board.surgeon, board.observer, board.administrator])
      expect(why(await sets({ scale: 'ratings' }, actor))).toMatchObject({
        code: actor === board.administrator ? 'not-found' : 'forbidden',
      })
    must(await sets({ quorum: [{ specialty: 'radiology', least: 1 }] }))
    must(await sets({ scale: 'ratings' }))
    must(await sets({ weights: [...surgeryTwice, { specialty: 'radiology', weight: 1 }] }))
    const rules = must(await getMeetingRules(board.observer, board))
    expect(rules).toMatchObject({ version: 3, scale: 'ratings', weights: surgeryTwice })
    expect(rules.quorum).toEqual([{ specialty: 'radiology', least: 1 }])
    expect(rules.history.map(({ changed }) => changed)).toEqual([
      ['Weights: spine surgery 2, others 1'],
      ['Ballot: exact ratings from 1 to 9'],
      ['Quorum: 1 of radiology'],
    ])
  })

  test('what changes nothing is refused at its field', async () => {
    expect(why(await sets({ scale: 'stances' }))).toMatchObject({ code: 'invalid', fields: [{ path: 'scale' }] })
    expect(why(await sets({ weights: [] }))).toMatchObject({ code: 'invalid', fields: [{ path: 'weights' }] })
  })
})

describe('a round keeps the rule that it opened with', () => {
  test('of scale and weights, however the board changes them before or after the reveal', async () => {
    must(await sets({ scale: 'ratings', weights: surgeryTwice }))
    const item = await openTestVote(database.ownerUrl, board)
    must(await sets({ scale: 'stances', weights: [{ specialty: 'medical-oncology', weight: 5 }] }))
    expect(await seenBy(board.surgeon, item)).toMatchObject({
      voting: { version: 1, scale: 'ratings', weights: surgeryTwice, set: { by: board.chair.name } },
    })
    expect(why(await vote(board.surgeon, item))).toMatchObject({ code: 'invalid' })
    must(await vote(board.surgeon, item, rated(9)))
    must(await vote(board.medicalOncologist, item, rated(2)))
    must(await revealBallots(board.chair, item))
    const seen = await seenBy(board.observer, item)
    expect(seen.tally?.[item.options.single]).toMatchObject({ support: 1, oppose: 1 })
    expect(seen.weightedTally?.[item.options.single]).toMatchObject({ support: 2, oppose: 1 })
    must(await sets({ weights: [] }))
    expect((await seenBy(board.observer, item)).weightedTally).toEqual(seen.weightedTally)
  })

  test('and the next round takes the rule of its own opening', async () => {
    const item = await openTestVote(database.ownerUrl, board)
    must(await vote(board.surgeon, item))
    must(await revealBallots(board.chair, item))
    must(await sets({ scale: 'ratings', weights: surgeryTwice }))
    expect(await seenBy(board.chair, item)).toMatchObject({ voting: { version: 0 }, weightedTally: null })
    must(await voteAgain(board.chair, item))
    must(await castBallot(board.surgeon, { ...ballotOn(item, rated(7)), round: 2 }))
    must(await revealBallots(board.chair, item))
    expect(await seenBy(board.chair, item)).toMatchObject({
      voting: { version: 1, scale: 'ratings' },
      earlierRounds: [{ round: 1, voting: { version: 0, scale: 'stances' } }],
    })
  })

  test('a round that is called off or set aside opens with the rule of the later opening', async () => {
    const item = await openTestVote(database.ownerUrl, board)
    must(await setItemAside(board.chair, item))
    const other = await presentTestItem(database.ownerUrl, board)
    must(await sets({ scale: 'ratings' }))
    must(await openVote(board.chair, other))
    must(await vote(board.surgeon, other, rated(7)))
    must(await revealBallots(board.chair, other))
    must(await voteAgain(board.chair, other))
    must(await callOffRound(board.chair, other))
    expect((await seenBy(board.chair, other)).voting.version).toBe(1)
    must(await sets({ scale: 'stances' }))
    must(await voteAgain(board.chair, other))
    expect(await seenBy(board.chair, other)).toMatchObject({
      voting: { version: 2, scale: 'stances' },
      earlierRounds: [{ voting: { version: 1 } }],
    })
  })

  test('whatever anybody writes: the database keeps it', async () => {
    must(await sets({ scale: 'ratings' }))
    const item = await openTestVote(database.ownerUrl, board)
    must(await sets({ scale: 'stances' }))
    for (const actor of [board.chair, board.coordinator])
      await expect(
        asActor(actor, async (tx) => {
          await tx
            .update(agendaItems)
            .set({ rulesByRound: [2] })
            .where(eq(agendaItems.id, item.itemId))
          return ok(null)
        }),
      ).rejects.toMatchObject({ cause: { code: '42501' } })
    await expect(
      asActor(board.chair, async (tx) => {
        await tx.execute(sql`update meeting_rules set scale = 'stances'`)
        return ok(null)
      }),
    ).rejects.toMatchObject({ cause: { code: '42501' } })
    expect((await seenBy(board.chair, item)).voting).toMatchObject({ version: 1, scale: 'ratings' })
  })
})

describe('an exact ballot', () => {
  test('is sealed as any other, number and all, until its reveal', async () => {
    must(await sets({ scale: 'ratings' }))
    const item = await openTestVote(database.ownerUrl, board)
    must(await vote(board.surgeon, item, rated(9)))
    for (const actor of [board.chair, board.administrator, board.medicalOncologist, board.observer]) {
      const stored = await asActor(actor, async (tx) =>
        ok(await tx.select({ rating: ballots.rating }).from(ballots).where(eq(ballots.itemId, item.itemId))),
      )
      expect(must(stored)).toEqual([])
    }
    expect((await seenBy(board.chair, item)).ballots).toBe('hidden')
    expect((await seenBy(board.surgeon, item)).myBallot?.answers).toContainEqual(
      expect.objectContaining({ optionId: item.options.single, stance: 'support', rating: 9 }),
    )
  })

  test('is kept to its stance by the database, too', async () => {
    must(await sets({ scale: 'ratings' }))
    const { itemId, options } = await openTestVote(database.ownerUrl, board)
    await expect(
      asActor(board.surgeon, async (tx) => {
        const answer = { optionId: options.single, stance: 'support' as const, rating: 3, castAt: new Date() }
        const mine = { voterId: board.surgeon.userId, specialty: 'spine-surgery' as const, round: 1, revision: 1 }
        await tx.insert(ballots).values({ boardId: board.boardId, itemId, ...mine, ...answer })
        return ok(null)
      }),
    ).rejects.toMatchObject({ cause: { constraint: 'ballots_rating_in_stance' } })
  })

  test('that was begun at home survives a change of the scale, both ways', async () => {
    must(await sets({ scale: 'ratings' }))
    const item = await presentTestItem(database.ownerUrl, board)
    const answers = [{ optionId: item.options.single, stance: 'support', rating: 9 }]
    must(await savePreBallot(board.surgeon, savePreBallotInput.parse({ itemId: item.itemId, answers })))
    must(await sets({ scale: 'stances' }))
    const { voting, preBallot } = await seenBy(board.surgeon, item)
    expect(voting.scale).toBe('stances')
    expect(preBallot?.answers).toMatchObject([{ stance: 'support', rating: 9 }])
  })
})

test('the signed record keeps scale, weights and numbers, and its check sum holds', async () => {
  must(await sets({ scale: 'ratings', weights: surgeryTwice }))
  const item = await openTestVote(database.ownerUrl, board)
  must(await vote(board.surgeon, item, rated(9)))
  must(await vote(board.medicalOncologist, item, { ...rated(7), none: { stance: 'abstain' } }))
  must(await revealBallots(board.chair, item))
  must(await sets({ scale: 'stances', weights: [] }))
  const none = { outcome: 'none' as const, because: 'Nothing to add now.' }
  const words = {
    ...{ rationale: 'The cord comes first.', goalsConsidered: 'She wants to walk.', dissent: '' },
    needs: { openBecause: 'Not discussed' },
    answers: { radiation: none, surgery: none, systemic: none, pain: none, supportive: none },
  }
  const input = saveConclusionInput.parse({ itemId: item.itemId, draftVersion: 0, ...words })
  const draft = must(await saveConclusion(board.chair, input))
  await goOnDespiteStops(board.chair, item)
  const { conclusionId } = must(await signAtKeyboard(board.chair, { ...draft, patientBirthYear: '1961' }))
  const record = must(await getSignedRecord(board.observer, { conclusionId }))
  expect(record.snapshot.voting).toMatchObject({
    ...{ version: 1, scale: 'ratings', weights: surgeryTwice },
    set: { by: board.chair.name },
  })
  const on = record.snapshot.ballots.filter(({ optionId }) => optionId === item.options.none)
  expect(on.map(({ stance, rating }) => [stance, rating])).toEqual([
    ['acceptable', 5],
    ['abstain', undefined],
  ])
})
