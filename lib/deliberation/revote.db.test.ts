import { eq } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { readAs } from '@/db/client'
import { goOnDespiteStops } from '@/db/go-on'
import { tasks } from '@/db/schema/follow-up'
import { signAtKeyboard } from '@/db/sign-at-keyboard'
import { testDatabase } from '@/db/testing'
import { makeTestBoard, must, type TestBoard } from '@/db/testing-board'
import { callTestBoard } from '@/db/testing-call'
import { recordTestFacts, signTestCase } from '@/db/testing-signed-case'
import { singleFraction } from '@/db/testing-vote'
import { addItem } from '@/lib/meetings/commands/build-agenda'
import { closeMeeting, createMeeting, startMeeting } from '@/lib/meetings/commands/manage-meeting'
import { presentItem } from '@/lib/meetings/commands/present-item'
import { getMeeting } from '@/lib/meetings/queries/get-meeting'
import { castBallot } from './commands/cast-ballot'
import { openVote, revealBallots } from './commands/hold-vote'
import { openRevote } from './commands/open-revote'
import { proposeOption } from './commands/propose-option'
import { saveConclusion } from './commands/write-conclusion'
import { saveConclusionInput } from './model/conclusion'
import { openRevoteInput } from './model/revote'
import { getSignedRecord } from './queries/get-conclusions'
import { getRoom } from './queries/get-room'
import { getStale } from './queries/stale-decisions'

const database = testDatabase()
const day = new Date().toISOString().slice(0, 10)
let board: TestBoard

beforeAll(async () => {
  board = await makeTestBoard(database.ownerUrl)
})

const meet = async (title: string) => {
  const startsAt = new Date().toISOString()
  return must(await createMeeting(board.coordinator, { boardId: board.boardId, title, place: null, startsAt }))
    .meetingId
}

const roomItem = async (meetingId: string, itemId: string) => {
  const { item } = must(await getRoom(board.chair, { meetingId, itemId }))
  if (!item) throw new Error('The item was not found')
  return item
}

describe('a partial re-vote', () => {
  test('votes on the affected kinds of treatment alone and carries the others over, with their tasks', async () => {
    const signed = await signTestCase(database.ownerUrl, board, day)
    const { caseId, conclusionId } = signed
    await recordTestFacts(board, caseId, [{ section: 'fitness', field: 'ecog', value: '3', base: 1 }], day)
    const meetingId = await meet('Re-vote')
    const asked = openRevoteInput.parse({ conclusionId, meetingId, modalities: ['surgery'], because: 'ECOG fell to 3' })
    expect(await openRevote(board.surgeon, asked)).toMatchObject({ refusal: { code: 'forbidden' } })
    const { itemId } = must(await openRevote(board.chair, asked))
    expect(await openRevote(board.chair, asked)).toMatchObject({ refusal: { why: 'already-there' } })

    const onAgenda = must(await getMeeting(board.chair, { meetingId }))
    expect(onAgenda.agenda).toMatchObject([
      { itemId, admitted: null, revote: { modalities: ['surgery'], because: 'ECOG fell to 3', by: board.chair.name } },
    ])
    must(await startMeeting(board.coordinator, { meetingId }))
    must(await presentItem(board.chair, { itemId }))
    const { item: before } = must(await getRoom(board.observer, { meetingId }))
    expect(before?.revote).toMatchObject({ version: 1, modalities: ['surgery'], because: 'ECOG fell to 3' })
    // What was left aside has its place in the record as well, and goes on having it.
    const { single, short } = signed.options
    expect(before?.revote?.carried.map(({ optionId }) => optionId).sort()).toEqual([single, short].sort())
    expect(await proposeOption(board.surgeon, { itemId, plan: singleFraction })).toMatchObject({
      refusal: { code: 'closed', why: 'carried-over' },
    })
    expect(before?.options.every(({ modality }) => modality === 'surgery')).toBe(true)
    expect(before?.options.length).toBeGreaterThan(0)

    must(await openVote(board.chair, { itemId }))
    const answers = (before?.options ?? []).map(({ optionId }) => ({
      optionId,
      stance: 'support' as const,
      reason: null,
    }))
    must(await castBallot(board.surgeon, { itemId, answers }))
    must(await revealBallots(board.chair, { itemId }))
    const { conclusions } = await roomItem(meetingId, itemId)
    expect(conclusions.draft).toMatchObject({ version: 2, changeReason: 'ECOG fell to 3' })
    expect(conclusions.draft?.answers.radiation).toMatchObject({ outcome: 'recommended' })
    expect(conclusions.draft?.answers.surgery).toMatchObject({ outcome: null })

    const due = { ownerId: board.surgeon.userId, dueOn: day }
    const draft = saveConclusionInput.parse({
      ...{ itemId, draftVersion: 1, rationale: 'Stabilise all the same.', goalsConsidered: 'As before.', dissent: '' },
      needs: { openBecause: 'Not discussed' },
      answers: {
        // What a screen sends on a kind that is carried over does not count.
        radiation: { outcome: 'none', because: 'Overwritten' },
        surgery: { outcome: 'recommended', options: [{ optionId: answers[0]?.optionId, ...due }] },
      },
    })
    const saved = must(await saveConclusion(board.chair, draft))
    await goOnDespiteStops(board.chair, { caseId })
    must(await signAtKeyboard(board.chair, { ...saved, patientBirthYear: '1961' }))

    const record = must(await getSignedRecord(board.chair, { caseId }))
    expect(record).toMatchObject({
      version: 2,
      intact: true,
      snapshot: { revote: { version: 1, modalities: ['surgery'] } },
    })
    const said = record.snapshot.conclusion.recommendations
    expect(said.map(({ modality, outcome }) => `${modality} ${outcome}`)).toEqual([
      ...['radiation recommended', 'surgery recommended', 'systemic deferred', 'pain none', 'supportive none'],
    ])
    expect(said[0]).toMatchObject({ optionId: signed.options.single, title: expect.any(String) })
    const { alternatives } = record.snapshot.conclusion
    expect(alternatives).toContainEqual(
      expect.objectContaining({ modality: 'radiation', optionId: short, standing: 'suitable' }),
    )
    expect(alternatives?.filter(({ modality }) => modality === 'radiation')).toHaveLength(1)
    // The dissent from what is carried over stays on record.
    expect(record.snapshot.conclusion.dissenting).toMatchObject([{ modality: 'radiation', name: board.surgeon.name }])
    expect(must(await getSignedRecord(board.chair, { conclusionId })).state).toBe('superseded')
    expect(await getStale(board.chair, record.conclusionId)).toBeNull()
    const stored = await readAs(board.chair, (tx) => tx.select().from(tasks).where(eq(tasks.caseId, caseId)))
    const open = stored.filter(({ state }) => state === 'open').map(({ modality }) => modality)
    expect(open.sort()).toEqual(['radiation', 'surgery', 'systemic'])
    expect(stored.filter(({ state }) => state === 'replaced')).toEqual([])
  })

  test('that its meeting did not reach keeps nobody from voting again later', async () => {
    const { conclusionId } = await signTestCase(database.ownerUrl, board, day)
    const ask = (meetingId: string) =>
      openRevote(
        board.chair,
        openRevoteInput.parse({ conclusionId, meetingId, modalities: ['surgery'], because: 'ECOG fell to 3' }),
      )
    const thursday = await meet('Thursday')
    const friday = await meet('Friday')
    must(await ask(thursday))
    expect(await ask(friday)).toMatchObject({ refusal: { code: 'closed', why: 'already-there' } })
    must(await startMeeting(board.coordinator, { meetingId: thursday }))
    must(await closeMeeting(board.chair, { meetingId: thursday, because: 'It came too late' }))
    const { itemId } = must(await ask(friday))
    expect((await roomItem(friday, itemId)).revote).toMatchObject({ version: 1, because: 'ECOG fell to 3' })
    expect(await ask(await meet('Saturday'))).toMatchObject({ refusal: { why: 'already-there' } })
  })

  test('goes to a meeting, not to a board that was called for one case', async () => {
    const { conclusionId, caseId } = await signTestCase(database.ownerUrl, board, day)
    const called = await callTestBoard(database.ownerUrl, board)
    const asked = { conclusionId, meetingId: called.meetingId, modalities: ['surgery'], because: 'ECOG fell to 3' }
    const refused = { ok: false, refusal: { code: 'closed', why: 'called-for-one-case' } }
    expect(await openRevote(board.chair, openRevoteInput.parse(asked))).toEqual(refused)
    expect(await addItem(board.coordinator, { meetingId: called.meetingId, caseId, minutes: 5 })).toEqual(refused)
    expect((await roomItem(called.meetingId, called.itemId)).caseId).toBe(called.caseId)
    const { agenda } = must(await getMeeting(board.chair, { meetingId: called.meetingId }))
    expect(agenda.map(({ itemId }) => itemId)).toEqual([called.itemId])
  })

  test('is refused for a version that is not in force, and for strangers', async () => {
    const { conclusionId } = await signTestCase(database.ownerUrl, board, day)
    const strangers = await makeTestBoard(database.ownerUrl, 'Others')
    const meetingId = await meet('Another')
    const asked = openRevoteInput.parse({ conclusionId, meetingId, modalities: ['pain'], because: 'New pain' })
    expect(await openRevote(strangers.chair, asked)).toMatchObject({ refusal: { code: 'not-found' } })
    expect(openRevoteInput.safeParse({ ...asked, modalities: [] }).success).toBe(false)
  })
})
