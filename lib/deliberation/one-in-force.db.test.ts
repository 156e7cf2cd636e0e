import { readdir, readFile } from 'node:fs/promises'
import { and, eq, sql } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { readAs } from '@/db/client'
import { goOnDespiteStops } from '@/db/go-on'
import { conclusions } from '@/db/schema/deliberation'
import { tasks } from '@/db/schema/follow-up'
import { signAtKeyboard } from '@/db/sign-at-keyboard'
import { testDatabase } from '@/db/testing'
import { asOwner, makeTestBoard, must, type TestBoard } from '@/db/testing-board'
import { revealTestRevote, signTestRevote } from '@/db/testing-revote'
import { reviseTestCase, signTestCase } from '@/db/testing-signed-case'
import { singleFraction } from '@/db/testing-vote'
import { addItem } from '@/lib/meetings/commands/build-agenda'
import { createMeeting, startMeeting } from '@/lib/meetings/commands/manage-meeting'
import { presentItem } from '@/lib/meetings/commands/present-item'
import { castBallot } from './commands/cast-ballot'
import { openVote, revealBallots } from './commands/hold-vote'
import { proposeOption } from './commands/propose-option'
import { reviseConclusion, saveConclusion } from './commands/write-conclusion'
import { castBallotInput } from './model/ballot'
import { discussedAgain, saveConclusionInput } from './model/conclusion'
import { getConclusions, getSignedRecord } from './queries/get-conclusions'

const database = testDatabase()
const day = new Date().toISOString().slice(0, 10)
let board: TestBoard

beforeAll(async () => {
  board = await makeTestBoard(database.ownerUrl)
})

/** Every signed version of a case with its number, as `2 signed`, in the order of the numbers. */
const versionsOf = async (caseId: string) => {
  const { version, state } = conclusions
  const rows = await readAs(board.chair, (tx) =>
    tx.select({ version, state }).from(conclusions).where(eq(conclusions.caseId, caseId)).orderBy(version),
  )
  return rows.filter((row) => row.state !== 'draft').map((row) => `${row.version} ${row.state}`)
}

const openTasks = (caseId: string) =>
  readAs(board.chair, (tx) =>
    tx
      .select({ modality: tasks.modality, title: tasks.title })
      .from(tasks)
      .where(and(eq(tasks.caseId, caseId), eq(tasks.state, 'open'))),
  )

const draftOf = async (itemId: string) => {
  const { draft } = must(await getConclusions(board.chair, { itemId }))
  if (!draft) throw new Error('No draft was found')
  return draft
}

/** Brings a case before the board as a whole once more, and saves what it concludes: one radiation, nothing else. */
async function discussAgain(caseId: string) {
  const { boardId, chair, coordinator, radiationOncologist } = board
  const meeting = { boardId, title: 'Next month', place: null, startsAt: new Date().toISOString() }
  const { meetingId } = must(await createMeeting(coordinator, meeting))
  const { itemId } = must(await addItem(coordinator, { meetingId, caseId, minutes: 10 }))
  must(await startMeeting(chair, { meetingId }))
  must(await presentItem(chair, { itemId }))
  const { optionId } = must(await proposeOption(radiationOncologist, { itemId, plan: singleFraction }))
  must(await openVote(chair, { itemId }))
  const answers = [{ optionId, stance: 'support' }]
  must(await castBallot(board.surgeon, castBallotInput.parse({ itemId, answers })))
  must(await revealBallots(chair, { itemId }))
  const none = { outcome: 'none', because: 'Not now' }
  const due = { ownerId: radiationOncologist.userId, dueOn: day }
  const radiation = { outcome: 'recommended', options: [{ optionId, ...due }] }
  const text = {
    ...{ itemId, draftVersion: 0, rationale: 'Pain came back.', goalsConsidered: 'As before.', dissent: '' },
    needs: { openBecause: 'Not discussed' },
    answers: { radiation, surgery: none, systemic: none, pain: none, supportive: none },
  }
  const saved = must(await saveConclusion(chair, saveConclusionInput.parse(text)))
  await goOnDespiteStops(chair, { caseId })
  return { itemId, saved }
}

const sign = (saved: { conclusionId: string; draftVersion: number }) =>
  signAtKeyboard(board.chair, { ...saved, patientBirthYear: '1961' })

describe('one conclusion of a case is in force', () => {
  test('a second discussion as a whole is the next version and takes the place of the first, with its tasks', async () => {
    const { caseId, conclusionId } = await signTestCase(database.ownerUrl, board, day)
    const before = await openTasks(caseId)
    expect(before.map(({ modality }) => modality).sort()).toEqual(['radiation', 'systemic'])
    const { saved } = await discussAgain(caseId)
    expect(saved.version).toBe(2)
    must(await sign(saved))
    expect(await versionsOf(caseId)).toEqual(['1 superseded', '2 signed'])
    expect(must(await getSignedRecord(board.chair, { conclusionId })).state).toBe('superseded')
    const { snapshot, version, intact } = must(await getSignedRecord(board.chair, { caseId }))
    expect({ version, intact }).toEqual({ version: 2, intact: true })
    expect(snapshot).toMatchObject({ version: 2, changeReason: discussedAgain })
    expect((await openTasks(caseId)).map(({ modality }) => modality)).toEqual(['radiation'])
  })

  test('a revision left open beside a re-vote is not signed over it, and says why', async () => {
    const { caseId, itemId, conclusionId } = await signTestCase(database.ownerUrl, board, day)
    must(await reviseConclusion(board.chair, { itemId, changeReason: 'Another owner' }))
    const revote = await revealTestRevote(board, { caseId, conclusionId })
    await signTestRevote(board, revote, day)
    const kept = await openTasks(caseId)
    const { conclusionId: leftId, draftVersion } = await draftOf(itemId)
    const refused = { ok: false, refusal: { code: 'closed', why: 'concluded-since' } }
    expect(await sign({ conclusionId: leftId, draftVersion })).toEqual(refused)
    expect(await versionsOf(caseId)).toEqual(['1 superseded', '2 signed'])
    expect(await openTasks(caseId)).toEqual(kept)
  })

  test('an item that a later one has concluded gets no new version, and says why; the later one does', async () => {
    const { caseId, itemId, conclusionId } = await signTestCase(database.ownerUrl, board, day)
    const revote = await revealTestRevote(board, { caseId, conclusionId })
    await signTestRevote(board, revote, day)
    const refused = { ok: false, refusal: { code: 'closed', why: 'concluded-since' } }
    expect(await reviseConclusion(board.chair, { itemId, changeReason: 'Another owner' })).toEqual(refused)
    await reviseTestCase(board, revote, { because: 'Another owner', ownerId: board.surgeon.userId })
    expect(await versionsOf(caseId)).toEqual(['1 superseded', '2 superseded', '3 signed'])
  })

  test('a version signed between the reveal of a re-vote and its signature is followed, and no number is given twice', async () => {
    const own = await signTestCase(database.ownerUrl, board, day)
    const revote = await revealTestRevote(board, own)
    await reviseTestCase(board, own, { because: 'Another owner', ownerId: board.surgeon.userId })
    const receipt = await signTestRevote(board, revote, day)
    expect(receipt.version).toBe(3)
    expect(await versionsOf(own.caseId)).toEqual(['1 superseded', '2 superseded', '3 signed'])
    const { snapshot } = must(await getSignedRecord(board.chair, { caseId: own.caseId }))
    expect(snapshot).toMatchObject({ version: 3, revote: { version: 2 } })
    expect(snapshot.conclusion.recommendations[0]).toMatchObject({ ownerId: board.surgeon.userId })
  })

  test('a re-vote that a new discussion has overtaken carries over what that one says', async () => {
    const own = await signTestCase(database.ownerUrl, board, day)
    const revote = await revealTestRevote(board, own)
    const again = await discussAgain(own.caseId)
    must(await sign(again.saved))
    expect((await signTestRevote(board, revote, day)).version).toBe(3)
    const { snapshot } = must(await getSignedRecord(board.chair, { caseId: own.caseId }))
    expect(snapshot.revote).toMatchObject({ version: 2, modalities: ['surgery'] })
    expect(snapshot.conclusion.recommendations.map(({ outcome }) => outcome)).toEqual([
      ...['recommended', 'recommended', 'none', 'none', 'none'],
    ])
    expect((await openTasks(own.caseId)).map(({ modality }) => modality).sort()).toEqual(['radiation', 'surgery'])
  })

  test('two discussions of a case signed at once get numbers of their own, and one is in force', async () => {
    const { caseId } = await signTestCase(database.ownerUrl, board, day)
    const drafts = [await discussAgain(caseId), await discussAgain(caseId)]
    const both = await Promise.all(drafts.map(({ saved }) => sign(saved)))
    expect(both.map((one) => must(one).version).sort()).toEqual([2, 3])
    expect(await versionsOf(caseId)).toEqual(['1 superseded', '2 superseded', '3 signed'])
    expect((await openTasks(caseId)).map(({ modality }) => modality)).toEqual(['radiation'])
  })

  test('the database keeps a second one out, and of two from before it the one signed last stays', async () => {
    const { caseId, conclusionId } = await signTestCase(database.ownerUrl, board, day)
    must(await sign((await discussAgain(caseId)).saved))
    await asOwner(database.ownerUrl, async (db) => {
      const putBack = sql`update conclusions set state = 'signed' where id = ${conclusionId}`
      await db.execute(sql`alter table conclusions disable trigger conclusions_stay_signed`)
      await expect(db.execute(putBack)).rejects.toMatchObject({
        cause: { constraint: 'conclusions_one_in_force' },
      })
      await db.execute(sql`drop index conclusions_one_in_force`)
      await db.execute(
        sql`create unique index conclusions_one_in_force on conclusions (item_id) where state = 'signed'`,
      )
      await db.execute(putBack)
      await db.execute(sql`alter table conclusions enable trigger conclusions_stay_signed`)
      const name = (await readdir('drizzle')).find((file) => file.endsWith('_one_in_force_and_second_lock.sql'))
      const migration = await readFile(`drizzle/${name}`, 'utf8')
      const repair = migration.split('--> statement-breakpoint').filter((part) => !part.includes('FUNCTION'))
      for (const statement of repair) await db.execute(statement)
    })
    expect(await versionsOf(caseId)).toEqual(['1 superseded', '2 signed'])
  })
})
