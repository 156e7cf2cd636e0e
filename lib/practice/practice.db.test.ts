import { sql } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { testDatabase } from '@/db/testing'
import { asOwner, makeTestBoard, must, type TestBoard } from '@/db/testing-board'
import { recordTestFacts, signTestCase } from '@/db/testing-signed-case'
import { recordVisit } from '@/lib/follow-up/commands/record-visit'
import { recordVisitInput } from '@/lib/follow-up/visit-model'
import type { Day } from '@/lib/foundation/time'
import { closeMeeting } from '@/lib/meetings/commands/manage-meeting'
import type { Actor } from '@/lib/people/model'
import { getQuality } from '@/lib/quality/queries/get-quality'
import { ratePastCase } from './commands/rate-past-case'
import { shareShadowVote } from './commands/share-shadow-vote'
import type { ShadowStance } from './model/shadow-vote'
import { getPastCase, getSharedCase } from './queries/get-past-case'
import { listPastCases } from './queries/list-past-cases'

const database = testDatabase()
const today: Day = new Date().toISOString().slice(0, 10)

type Past = Awaited<ReturnType<typeof signTestCase>>

let board: TestBoard
let past: Past

/** A case that is concluded and whose meeting is closed, with words in it that tell who the patient is. */
async function concludedCase(of: TestBoard): Promise<Past> {
  const facts = [
    { section: 'tumour', field: 'primary', value: 'breast', base: 1 },
    { section: 'goals', field: 'words', value: 'SECRETGOAL at home.' },
    { section: 'notes', field: 'free', value: 'SECRETNOTE of the ward' },
  ]
  const signed = await signTestCase(database.ownerUrl, of, today, (caseId) => recordTestFacts(of, caseId, facts, today))
  must(await closeMeeting(of.chair, signed))
  return signed
}

const ratingsOf = ({ options }: Past, stance: ShadowStance = 'support') =>
  Object.values(options).map((optionId) => ({ optionId, stance }))

const rate = (actor: Actor, of: Past) =>
  ratePastCase(actor, { conclusionId: of.conclusionId, ratings: ratingsOf(of), reasons: 'No weakness yet.' })

beforeAll(async () => {
  board = await makeTestBoard(database.ownerUrl)
  past = await concludedCase(board)
})

describe('a past case', () => {
  test('is listed for those who had no part in the decision, and closed to all others', async () => {
    const listed = async (actor: Actor) => must(await listPastCases(actor, board)).cases.map((one) => one.conclusionId)
    for (const actor of [board.observer, board.presenter, board.coordinator]) {
      expect(await listed(actor)).toEqual([past.conclusionId])
    }
    for (const actor of [board.surgeon, board.medicalOncologist, board.radiationOncologist, board.chair]) {
      expect(await listed(actor)).toEqual([])
      expect(await getPastCase(actor, past)).toMatchObject({ refusal: { code: 'forbidden' } })
      expect(await rate(actor, past)).toMatchObject({ refusal: { code: 'forbidden' } })
    }
    expect(await listPastCases(board.administrator, board)).toMatchObject({ refusal: { code: 'not-found' } })
  })

  test('tells nothing of who the patient is, when it was, and what the board answered', async () => {
    const view = must(await getPastCase(board.presenter, past))
    expect(view).toMatchObject({ age: '60–69 y', vote: null, answer: null })
    expect(view.options).toHaveLength(3)
    const told = JSON.stringify([view, must(await listPastCases(board.presenter, board))])
    const year = today.slice(0, 4)
    for (const secret of ['Ardenwick', past.code, past.caseId, 'Tellwright', 'SECRETNOTE', `${year}-`, '1961']) {
      expect(told, secret).not.toContain(secret)
    }
    expect(told).not.toMatch(/Instability needs|Pain relief within|"oppose"/)
    expect(view.file.facts.tumour?.['']?.primary).toMatchObject({ state: 'known', value: 'breast', by: '' })
  })

  test('keeps the goals of care to the treating team', async () => {
    const seen = must(await getPastCase(board.observer, past))
    expect(seen.file.withheld).toEqual(['goals'])
    expect(seen.file.facts.goals).toBeUndefined()
  })

  test('is none before its meeting is closed', async () => {
    const open = await signTestCase(database.ownerUrl, board, today)
    expect(must(await listPastCases(board.observer, board)).cases).toHaveLength(1)
    const refused = { refusal: { code: 'closed', why: 'meeting-not-closed' } }
    expect(await getPastCase(board.observer, open)).toMatchObject(refused)
    expect(await rate(board.observer, open)).toMatchObject(refused)
  })
})

describe('a shadow vote', () => {
  test('brings the answer of the board and what came of it, and is given once', async () => {
    const trainee = board.observer
    const visit = { caseId: past.caseId, seenOn: today, findings: { ecog: { state: 'known', value: '2' } } }
    must(await recordVisit(board.presenter, recordVisitInput.parse(visit)))
    must(await rate(trainee, past))
    expect(await rate(trainee, past)).toMatchObject({ refusal: { code: 'closed', why: 'already-rated' } })
    const { vote, answer } = must(await getPastCase(trainee, past))
    expect(vote).toMatchObject({ ratings: ratingsOf(past), reasons: 'No weakness yet.', sharedWith: [] })
    const ofSingle = answer?.ballots.filter(({ optionId }) => optionId === past.options.single)
    expect(ofSingle).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          specialty: 'spine-surgery',
          stance: 'oppose',
          reason: expect.stringContaining('fixation'),
        }),
      ]),
    )
    expect(answer?.recommendations).toContainEqual(
      expect.objectContaining({ modality: 'radiation', outcome: 'recommended', optionId: past.options.single }),
    )
    expect(answer?.tasks.map(({ state }) => state)).toContain('open')
    expect(answer?.visits).toMatchObject([
      {
        seen: 'on the day of the decision',
        findings: [{ label: expect.any(String), words: expect.stringContaining('2') }],
      },
    ])
    expect(JSON.stringify(answer)).not.toMatch(/Cutbush|Chairwood|Marbeck/)
  })

  test('needs every option, and names what is missing', async () => {
    const [first] = ratingsOf(past)
    const part = { conclusionId: past.conclusionId, ratings: first ? [first] : [], reasons: '' }
    const refused = await ratePastCase(board.coordinator, part)
    expect(refused).toMatchObject({ refusal: { code: 'invalid' } })
    expect(must(await getPastCase(board.coordinator, past)).answer).toBeNull()
  })

  test('is seen by its voter alone, and by whom it is shown to, as long as it is', async () => {
    const { vote } = must(await getPastCase(board.observer, past))
    const shadowVoteId = vote?.shadowVoteId ?? ''
    const seenBy = async (actor: Actor) => (await getSharedCase(actor, { shadowVoteId })).ok
    const { surgeon, chair, administrator, observer } = board
    expect(await Promise.all([observer, surgeon, chair, administrator].map(seenBy))).toEqual([
      true,
      false,
      false,
      false,
    ])
    const show = (actor: Actor, userId: string, shared: boolean) =>
      shareShadowVote(actor, { shadowVoteId, userId, shared })
    must(await show(observer, surgeon.userId, true))
    must(await show(observer, surgeon.userId, true))
    expect(await Promise.all([surgeon, chair, administrator].map(seenBy))).toEqual([true, false, false])
    expect(must(await listPastCases(surgeon, board)).shared).toMatchObject([{ shadowVoteId, voter: observer.name }])
    expect(await show(surgeon, chair.userId, true)).toMatchObject({ refusal: { code: 'forbidden' } })
    must(await show(observer, surgeon.userId, false))
    expect(await seenBy(surgeon)).toBe(false)
    expect(must(await listPastCases(surgeon, board)).shared).toEqual([])
    for (const wrong of [administrator.userId, observer.userId]) {
      expect(await show(observer, wrong, true)).toMatchObject({ refusal: { code: 'invalid' } })
    }
  })

  test('is no ballot and moves no figure', async () => {
    const count = () =>
      asOwner(
        database.ownerUrl,
        async (db) => (await db.execute(sql`select count(*)::int as n from ballots`)).rows[0]?.n,
      )
    const before = [await count(), must(await getQuality(board.chair, board))]
    must(await rate(board.presenter, past))
    expect([await count(), must(await getQuality(board.chair, board))]).toEqual(before)
  })
})
