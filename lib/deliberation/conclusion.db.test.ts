import { eq, sql } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { asActor } from '@/db/client'
import { goOnDespiteStops } from '@/db/go-on'
import { cases } from '@/db/schema/cases'
import { conclusions, recommendations } from '@/db/schema/deliberation'
import { tasks } from '@/db/schema/follow-up'
import { signAtKeyboard } from '@/db/sign-at-keyboard'
import { testDatabase } from '@/db/testing'
import { asOwner, makeTestBoard, must, type TestBoard } from '@/db/testing-board'
import { recordTestFacts } from '@/db/testing-signed-case'
import { openTestVote, type PresentedItem, vote } from '@/db/testing-vote'
import { setDataset } from '@/lib/cases/commands/set-dataset'
import { entryKey } from '@/lib/cases/minimum-dataset'
import { getDataset } from '@/lib/cases/queries/get-dataset'
import { packs } from '@/lib/clinical/pathway/packs'
import { ok } from '@/lib/foundation/result'
import { addDays } from '@/lib/foundation/time'
import { closeMeeting } from '@/lib/meetings/commands/manage-meeting'
import { getMeeting } from '@/lib/meetings/queries/get-meeting'
import type { Actor } from '@/lib/people/model'
import { revealBallots } from './commands/hold-vote'
import { reviseConclusion, saveConclusion } from './commands/write-conclusion'
import { emptyText, type SaveConclusion, saveConclusionInput } from './model/conclusion'
import { getConclusions, getSignedRecord } from './queries/get-conclusions'
import { getRoom } from './queries/get-room'
import { sha256Of } from './queries/snapshot-check'

const database = testDatabase()
let board: TestBoard
let strangers: TestBoard

beforeAll(async () => {
  board = await makeTestBoard(database.ownerUrl)
  strangers = await makeTestBoard(database.ownerUrl, 'Strangers')
})

const why = (result: { ok: boolean; refusal?: object }) => (result.ok ? 'ok' : result.refusal)
const dueOn = addDays(new Date().toISOString().slice(0, 10), 14)
const birthYear = { patientBirthYear: '1961' }

async function revealed(): Promise<PresentedItem> {
  const item = await openTestVote(database.ownerUrl, board)
  must(await vote(board.surgeon, item, { single: { stance: 'oppose', reason: 'Cannot restore stability.' } }))
  must(await vote(board.radiationOncologist, item))
  must(await revealBallots(board.chair, item))
  await goOnDespiteStops(board.chair, item)
  return item
}

const none = { outcome: 'none' as const, because: 'Nothing to add now.' }

const draftOf = (item: PresentedItem, draftVersion = 0, changes: object = {}): SaveConclusion =>
  saveConclusionInput.parse({
    itemId: item.itemId,
    draftVersion,
    rationale: 'The cord comes first.',
    goalsConsidered: 'She wants to walk at home.',
    dissent: 'Spine surgery opposes a single fraction.',
    needs: { openBecause: 'Not discussed' },
    answers: {
      radiation: {
        outcome: 'recommended',
        options: [{ optionId: item.options.single, ownerId: board.radiationOncologist.userId, dueOn }],
        alternatives: [{ optionId: item.options.short, standing: 'unsuitable', because: 'Five days too many.' }],
      },
      surgery: none,
      systemic: { outcome: 'deferred', missing: 'INR of this week', ownerId: board.medicalOncologist.userId, dueOn },
      pain: none,
      supportive: none,
    },
    ...changes,
  })

const tasksOf = (item: PresentedItem) =>
  asOwner(database.ownerUrl, (db) =>
    db.select().from(tasks).where(eq(tasks.caseId, item.caseId)).orderBy(tasks.createdAt, tasks.title),
  )

async function signed(item: PresentedItem, draft = draftOf(item)) {
  const { conclusionId, draftVersion } = must(await saveConclusion(board.chair, draft))
  await goOnDespiteStops(board.chair, item)
  return must(await signAtKeyboard(board.chair, { conclusionId, draftVersion, ...birthYear }))
}

describe('a draft', () => {
  test('is the chair’s, from the reveal on, and need not be whole', async () => {
    const item = await openTestVote(database.ownerUrl, board)
    const empty = emptyText()
    const draft = { itemId: item.itemId, draftVersion: 0, ...empty }
    const { chair, surgeon, coordinator } = board
    expect(why(await saveConclusion(chair, draft))).toEqual({ code: 'closed', why: 'vote-not-revealed' })
    must(await vote(board.surgeon, item))
    must(await revealBallots(chair, item))
    for (const actor of [surgeon, coordinator, board.observer]) {
      expect(why(await saveConclusion(actor, draft))).toEqual({ code: 'forbidden' })
    }
    expect(why(await saveConclusion(strangers.chair, draft))).toEqual({ code: 'not-found' })
    expect(must(await saveConclusion(chair, draft))).toMatchObject({ version: 1, draftVersion: 1 })
    const seen = must(await getConclusions(surgeon, item))
    expect(seen).toMatchObject({ draft: { rationale: '', draftVersion: 1 }, signed: null, superseded: [] })
    expect(why(await getConclusions(strangers.chair, item))).toEqual({ code: 'not-found' })
  })

  test('saved over another version is refused with what differs; the same words again are no change', async () => {
    const item = await revealed()
    const { chair } = board
    must(await saveConclusion(chair, draftOf(item)))
    must(await saveConclusion(chair, draftOf(item, 1, { rationale: 'Rewritten on the other screen.' })))
    const stale = await saveConclusion(chair, draftOf(item, 1, { dissent: '' }))
    expect(why(stale)).toMatchObject({
      code: 'stale',
      fields: [
        { path: 'rationale', yours: 'The cord comes first.', theirs: 'Rewritten on the other screen.', version: 2 },
        { path: 'dissent', yours: '', by: 'H. Chairwood' },
      ],
    })
    const same = await saveConclusion(chair, draftOf(item, 1, { rationale: 'Rewritten on the other screen.' }))
    expect(must(same).draftVersion).toBe(2)
  })

  test('shows who opposes what it recommends, by name and reason', async () => {
    const item = await revealed()
    must(await saveConclusion(board.chair, draftOf(item)))
    const room = must(await getRoom(board.observer, item))
    expect(room.item?.dissenting).toMatchObject([
      { optionId: item.options.single, letter: 'A', name: 'S. Cutbush', reason: 'Cannot restore stability.' },
    ])
    expect(room.item?.may.conclude).toEqual({ open: false, why: 'forbidden' })
  })
})

describe('signing', () => {
  test('freezes the case, concludes the item and opens a task for each thing to do', async () => {
    const item = await revealed()
    const { chair, radiationOncologist, medicalOncologist } = board
    const { conclusionId, sha256 } = await signed(item)
    const record = must(await getSignedRecord(board.observer, { caseId: item.caseId }))
    expect(record).toMatchObject({ conclusionId, version: 1, state: 'signed', sha256, intact: true })
    const { snapshot } = record
    expect(snapshot).toMatchObject({
      signedBy: { name: 'H. Chairwood' },
      case: { code: item.code, question: 'Operate now at T7, or irradiate first?', patient: { bornOn: '1961-03-14' } },
      conclusion: { dissenting: [{ name: 'S. Cutbush', specialty: 'spine-surgery' }] },
      attendance: [{ name: 'R. Marbeck' }, { name: 'S. Cutbush' }],
    })
    expect([snapshot.options.length, snapshot.ballots.length]).toEqual([3, 6])
    expect(snapshot.readings.tokuhashi).toMatchObject({ kind: 'incomplete' })
    expect(
      snapshot.conclusion.recommendations.map(({ modality, outcome, owner }) => [modality, outcome, owner]),
    ).toEqual([
      ['radiation', 'recommended', 'R. Marbeck'],
      ['surgery', 'none', null],
      ['systemic', 'deferred', 'E. Wyndlass'],
      ['pain', 'none', null],
      ['supportive', 'none', null],
    ])
    expect(await tasksOf(item)).toMatchObject([
      {
        title: 'Decide: INR of this week',
        modality: 'systemic',
        ownerId: medicalOncologist.userId,
        dueOn,
        state: 'open',
      },
      { title: snapshot.options[0]?.title, modality: 'radiation', ownerId: radiationOncologist.userId, dueOn },
    ])
    const room = must(await getRoom(chair, item))
    expect(room.item).toMatchObject({ stage: 'concluded', may: { revise: { open: true }, vote: { open: false } } })
    must(await closeMeeting(chair, item))
    expect(must(await getMeeting(chair, item)).state).toBe('closed')
    const unseated = { ...board.observer, seats: [] }
    for (const outsider of [strangers.chair, unseated]) {
      expect(why(await getSignedRecord(outsider, { conclusionId }))).toEqual({ code: 'not-found' })
      expect(why(await getConclusions(outsider, item))).toEqual({ code: 'not-found' })
      expect(why(await getRoom(outsider, item))).toEqual({ code: 'not-found' })
    }
  })

  test('keeps the record as it was known, whatever becomes of the case', async () => {
    const item = await revealed()
    const { conclusionId } = await signed(item)
    await asOwner(database.ownerUrl, (db) =>
      db.update(cases).set({ question: 'Another question' }).where(eq(cases.id, item.caseId)),
    )
    const { snapshot, sha256 } = must(await getSignedRecord(board.chair, { conclusionId }))
    expect(snapshot.case.question).toBe('Operate now at T7, or irradiate first?')
    expect(sha256Of(snapshot)).toBe(sha256)
    expect(sha256Of({ ...snapshot, version: 2 })).not.toBe(sha256)
  })

  test('keeps the further scores that somebody answered, with person and day, and no others', async () => {
    const item = await revealed()
    const on = '2026-11-20'
    await recordTestFacts(board, item.caseId, [{ section: 'scores', field: 'lei-2016-1-total', value: 4 }], on)
    const { conclusionId } = await signed(item)
    await recordTestFacts(board, item.caseId, [{ section: 'scores', field: 'lei-2016-1-total', value: 9, base: 1 }], on)
    const { snapshot, intact } = must(await getSignedRecord(board.observer, { conclusionId }))
    expect(snapshot.furtherReadings?.map(({ reading }) => reading.instrument)).toEqual(['lei-2016'])
    expect(snapshot.furtherReadings?.[0]?.reading).toMatchObject({
      ...{ kind: 'complete', grade: '3–5', version: 1 },
      lines: [{ item: 'total', answer: 4, from: { by: board.presenter.name, refersOn: on } }],
    })
    expect(intact).toBe(true)
  })

  test('keeps what the dataset of the board asked for at the signing, not what is asked later', async () => {
    const askedIn = async (conclusionId: string) => {
      const { version, keys } = must(await getSignedRecord(board.chair, { conclusionId })).snapshot.asked
      return [version, keys.includes('notes.free'), keys.includes('tumour.primary')]
    }
    const before = await signed(await revealed())
    const { boardId } = board
    const { version, leadDays, entries } = must(await getDataset(board.chair, { boardId }))
    const chosen = entries.map((entry) =>
      entryKey(entry) === 'notes.free' ? { ...entry, need: 'conditional' as const } : entry,
    )
    must(await setDataset(board.chair, { boardId, version, leadDays, entries: chosen, because: 'The board reads it' }))
    const after = await signed(await revealed())
    expect(await askedIn(before.conclusionId)).toEqual([0, false, true])
    expect(await askedIn(after.conclusionId)).toEqual([1, true, true])
  })

  test('keeps the packs of the pathway and where its rules stood, and nothing of the goals of care', async () => {
    const item = await revealed()
    const words = [{ section: 'goals', field: 'spokenOn', value: '2026-11-20' }]
    await recordTestFacts(board, item.caseId, words, new Date().toISOString().slice(0, 10))
    const { conclusionId } = await signed(item)
    const { pathway } = must(await getSignedRecord(board.observer, { conclusionId })).snapshot
    expect(pathway?.packs).toContainEqual({ id: 'uk-nice', version: packs['uk-nice'].version })
    expect(pathway?.rules.length).toBeGreaterThan(50)
    expect(pathway?.rules.find(({ id }) => id === 'PW-GOC-01')?.state).toBe('cannot-evaluate')
  })

  test('shows an observer the record without the goals of care, and both that it is intact', async () => {
    const item = await revealed()
    const words = { section: 'goals', field: 'words', value: 'Home by Christmas.' }
    await recordTestFacts(board, item.caseId, [words], new Date().toISOString().slice(0, 10))
    const { conclusionId } = await signed(item)
    const seenBy = async (actor: Actor) => must(await getSignedRecord(actor, { conclusionId }))
    const [team, observer] = [await seenBy(board.surgeon), await seenBy(board.observer)]
    expect(team.snapshot.case.facts.goals?.['']?.words?.value).toBe('Home by Christmas.')
    expect(JSON.stringify(observer)).not.toContain('Christmas')
    const considered = team.snapshot.conclusion.goalsConsidered
    expect([considered, observer.snapshot.conclusion.goalsConsidered]).toEqual(['She wants to walk at home.', null])
    const versions = async (actor: Actor) => must(await getConclusions(actor, item)).signed?.goalsConsidered
    expect([await versions(board.surgeon), await versions(board.observer)]).toEqual([considered, null])
    expect([observer.snapshot.case.withheld, team.intact, observer.intact]).toEqual([['goals'], true, true])
    await asOwner(database.ownerUrl, async (db) => {
      await db.execute(sql`alter table conclusions disable trigger conclusions_stay_signed`)
      await db.execute(sql`update conclusions set
        snapshot = jsonb_set(snapshot, '{case,facts,goals,"",words,value}', '"Hospital."') where id = ${conclusionId}`)
      await db.execute(sql`alter table conclusions enable trigger conclusions_stay_signed`)
    })
    expect((await seenBy(board.surgeon)).intact).toBe(false)
  })

  test('tells everything that is missing at once, each at its place, and changes nothing', async () => {
    const item = await revealed()
    const { chair } = board
    const draft = draftOf(item, 0, { rationale: '', answers: { ...draftOf(item).answers, pain: {} } })
    const { conclusionId } = must(await saveConclusion(chair, draft))
    await goOnDespiteStops(chair, item)
    const refused = await signAtKeyboard(chair, { conclusionId, draftVersion: 1, patientBirthYear: '1916' })
    const places = [{ path: 'answers.pain.outcome' }, { path: 'rationale' }, { path: 'patientBirthYear' }]
    expect(why(refused)).toMatchObject({ code: 'invalid', fields: places })
    expect(await tasksOf(item)).toEqual([])
    expect(must(await getConclusions(chair, item)).draft?.state).toBe('draft')
    expect(why(await closeMeeting(chair, item))).toEqual({ code: 'closed', why: 'not-concluded' })
  })

  test('takes only the version that was on the screen, once, and only from the chair', async () => {
    const item = await revealed()
    const { chair, coordinator } = board
    const { conclusionId } = must(await saveConclusion(chair, draftOf(item)))
    must(await saveConclusion(chair, draftOf(item, 1, { dissent: '' })))
    await goOnDespiteStops(chair, item)
    const sign = (actor: Actor, draftVersion: number) =>
      signAtKeyboard(actor, { conclusionId, draftVersion, ...birthYear })
    expect(why(await sign(chair, 1))).toMatchObject({ code: 'stale', fields: [{ path: 'draftVersion', theirs: 2 }] })
    expect(why(await sign(coordinator, 2))).toEqual({ code: 'forbidden' })
    expect(why(await sign(strangers.chair, 2))).toEqual({ code: 'not-found' })
    const both = await Promise.all([sign(chair, 2), sign(chair, 2)])
    expect(both.filter(({ ok: fine }) => fine)).toHaveLength(1)
    expect(both.map(why)).toContainEqual({ code: 'closed', why: 'already-signed' })
    expect(await tasksOf(item)).toHaveLength(2)
    const late = await saveConclusion(chair, draftOf(item, 2, { dissent: 'x' }))
    expect(why(late)).toEqual({ code: 'closed', why: 'already-concluded' })
  })
})

describe('a later version', () => {
  test('is not overwritten by a screen that was left behind on the draft of the earlier one', async () => {
    const item = await revealed()
    const { chair } = board
    const onScreen = must(await saveConclusion(chair, draftOf(item)))
    await goOnDespiteStops(chair, item)
    const { conclusionId, draftVersion } = onScreen
    must(await signAtKeyboard(chair, { conclusionId, draftVersion, ...birthYear }))
    must(await reviseConclusion(chair, { itemId: item.itemId, changeReason: 'The SBRT slot fell through' }))
    const late = await saveConclusion(chair, draftOf(item, draftVersion, { rationale: 'Typed before the signature.' }))
    expect(why(late)).toMatchObject({
      code: 'stale',
      fields: [{ path: 'rationale', yours: 'Typed before the signature.', theirs: 'The cord comes first.' }],
    })
    expect(must(await getConclusions(chair, item)).draft?.rationale).toBe('The cord comes first.')
  })

  test('needs a reason, takes the place of the earlier one, and keeps the tasks of what it does not change', async () => {
    const item = await revealed()
    const { chair } = board
    const reason = { itemId: item.itemId, changeReason: 'The SBRT slot fell through' }
    expect(why(await reviseConclusion(chair, reason))).toEqual({ code: 'closed', why: 'not-concluded' })
    const first = await signed(item)
    must(await closeMeeting(chair, item))
    await asOwner(database.ownerUrl, (db) =>
      db.update(tasks).set({ state: 'done', closedOn: dueOn }).where(eq(tasks.title, 'Decide: INR of this week')),
    )
    const before = await tasksOf(item)
    const next = must(await reviseConclusion(chair, reason))
    expect(next).toMatchObject({ version: 2, draftVersion: 2 })
    expect(why(await reviseConclusion(chair, reason))).toEqual({ code: 'closed', why: 'already-there' })
    expect(must(await getSignedRecord(chair, { caseId: item.caseId })).conclusionId).toBe(first.conclusionId)
    const second = await signed(item, draftOf(item, 2, { rationale: 'A short course instead.' }))
    expect(second).toMatchObject({ conclusionId: next.conclusionId, version: 2 })
    const versions = must(await getConclusions(chair, item))
    expect(versions).toMatchObject({
      draft: null,
      signed: { version: 2, changeReason: 'The SBRT slot fell through', rationale: 'A short course instead.' },
      superseded: [{ version: 1, rationale: 'The cord comes first.' }],
    })
    expect(await tasksOf(item)).toEqual(before)
    expect(must(await getSignedRecord(chair, { conclusionId: first.conclusionId }))).toMatchObject({
      state: 'superseded',
      intact: true,
    })
  })
})

test('the second lock: a signed conclusion and its recommendations stay as they are', async () => {
  const item = await revealed()
  const { conclusionId } = await signed(item)
  const { boardId, chair } = board
  const rewrite = asActor(chair, async (tx) => {
    await tx.update(conclusions).set({ rationale: 'x' }).where(eq(conclusions.id, conclusionId))
    return ok(null)
  })
  await expect(rewrite).rejects.toMatchObject({ cause: { code: 'P0001' } })
  const notPermitted = { cause: { code: '42501' } }
  const add = asActor(chair, async (tx) => {
    const more = { boardId, conclusionId, caseId: item.caseId, modality: 'pain' as const }
    await tx.insert(recommendations).values({ ...more, outcome: 'none', because: 'x' })
    return ok(null)
  })
  await expect(add).rejects.toMatchObject(notPermitted)
  const remove = asActor(chair, async (tx) => {
    await tx.delete(recommendations).where(eq(recommendations.conclusionId, conclusionId))
    return ok(null)
  })
  await expect(remove).rejects.toMatchObject(notPermitted)
})
