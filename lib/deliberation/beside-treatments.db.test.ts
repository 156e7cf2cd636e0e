import { and, eq, sql } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { goOnDespiteStops } from '@/db/go-on'
import { ruleExceptions } from '@/db/schema/pathway'
import { signAtKeyboard } from '@/db/sign-at-keyboard'
import { testDatabase } from '@/db/testing'
import { asOwner, makeTestBoard, must, type TestBoard } from '@/db/testing-board'
import { recordTestFacts, reviseTestCase, signTestCase } from '@/db/testing-signed-case'
import { openTestVote, type PresentedItem, vote } from '@/db/testing-vote'
import { listHistory, listHistoryInput } from '@/lib/cases/queries/list-history'
import { titleOfRule } from '@/lib/clinical/pathway/rules'
import { getLetter } from '@/lib/exchange/queries/get-letter'
import { addDays } from '@/lib/foundation/time'
import type { Actor } from '@/lib/people/model'
import { revealBallots } from './commands/hold-vote'
import { saveConclusion } from './commands/write-conclusion'
import { saveConclusionInput } from './model/conclusion'
import type { SignedSnapshot } from './model/snapshot'
import { getConclusions, getSignedRecord } from './queries/get-conclusions'
import { sha256Of, sha256OfGoals } from './queries/snapshot-check'

const database = testDatabase()
const today = new Date().toISOString().slice(0, 10)
const none = { outcome: 'none' as const, because: 'Nothing to add now.' }
const matters = 'Home by Christmas'
let board: TestBoard

beforeAll(async () => {
  board = await makeTestBoard(database.ownerUrl)
})

/** A revealed case of a patient who named a goal and what may not happen. */
async function revealed(): Promise<PresentedItem> {
  const item = await openTestVote(database.ownerUrl, board)
  const goals = [
    { section: 'goals', field: 'matters', value: matters },
    { section: 'goals', field: 'unacceptable', value: ['paraplegia'] },
  ]
  await recordTestFacts(board, item.caseId, goals, today)
  must(await vote(board.surgeon, item))
  must(await revealBallots(board.chair, item))
  return item
}

const offered = { answer: 'offered' }
const answered = {
  needs: { palliative: offered, rehabilitation: offered, psychological: { answer: 'declined' }, trial: offered },
  goalsGate: { considered: [{ goal: matters, how: 'served' }], risk: 'no' },
  sequence: { start: 'the day of the signing', steps: [{ kind: 'radiotherapy', earliest: '3', latest: '7' }] },
}

async function drafted(item: PresentedItem, changes: object) {
  const option = { optionId: item.options.single, ownerId: board.surgeon.userId, dueOn: addDays(today, 7) }
  const radiation = {
    ...{ outcome: 'recommended', options: [option] },
    alternatives: [{ optionId: item.options.short, standing: 'suitable' }],
  }
  const draft = saveConclusionInput.parse({
    ...{ itemId: item.itemId, draftVersion: 0, rationale: 'R', goalsConsidered: 'G', dissent: '' },
    answers: { radiation, surgery: none, systemic: none, pain: none, supportive: none },
    ...changes,
  })
  const saved = must(await saveConclusion(board.chair, draft))
  await goOnDespiteStops(board.chair, item)
  return saved
}

const sign = ({ conclusionId, draftVersion }: { conclusionId: string; draftVersion: number }) =>
  signAtKeyboard(board.chair, { conclusionId, draftVersion, patientBirthYear: '1961' })

const problemsOf = (result: Awaited<ReturnType<typeof sign>>): string[] =>
  !result.ok && result.refusal.code === 'invalid' ? result.refusal.fields.map(({ path }) => path) : []

const seenBy = async (actor: Actor, conclusionId: string) => must(await getSignedRecord(actor, { conclusionId }))

describe('what is asked beside the treatments', () => {
  test('is named by the signature: support and trials, each goal, the declared risk, an order that is half written', async () => {
    const item = await revealed()
    const draft = await drafted(item, { sequence: { steps: [{ kind: 'healing', latest: 'soon' }] } })
    expect(problemsOf(await sign(draft))).toEqual([
      ...['goalsGate.goals.0.how', 'goalsGate.risk', 'needs.openBecause'],
      ...['sequence.start', 'sequence.steps.0.latest'],
    ])
  })

  test('stands in the signed record and the letter; goals one by one are for the treating team, and both see it intact', async () => {
    const item = await revealed()
    const { conclusionId } = must(await sign(await drafted(item, answered)))
    const [team, observer] = [await seenBy(board.surgeon, conclusionId), await seenBy(board.observer, conclusionId)]
    expect([team.intact, observer.intact, team.snapshot.format]).toEqual([true, true, 2])
    const { needs, sequence, goalsGate } = team.snapshot.conclusion
    expect(needs?.map(({ answer }) => answer)).toEqual(['offered', 'offered', 'declined', 'offered'])
    expect(sequence?.steps).toEqual([{ kind: 'radiotherapy', words: null, earliest: 3, latest: 7 }])
    expect(goalsGate).toMatchObject({ considered: [{ goal: matters, how: 'served' }], risk: 'no' })
    expect(observer.snapshot.conclusion.needs).toEqual(needs)
    expect(JSON.stringify([observer, must(await getConclusions(board.observer, item))])).not.toContain(matters)
    expect(must(await getConclusions(board.surgeon, item)).signed?.goalsGate?.risk).toBe('no')

    const letter = must(await getLetter(board.presenter, { conclusionId, caseId: item.caseId })).letter
    expect(letter.needs).toContainEqual({ label: 'Psychological support', value: 'Declined by the patient' })
    expect(letter.sequence[0]).toEqual({ label: 'Step 1', value: 'Radiotherapy, day 3 to day 7' })
    expect(letter.goalsOneByOne[0]).toEqual({ label: 'Goal 1', value: `${matters}: served` })
    expect(must(await getLetter(board.observer, { conclusionId, caseId: item.caseId })).letter.goalsOneByOne).toEqual(
      [],
    )
  })

  test('a declared risk stops the signature until the reason is written, and is a stop of the record', async () => {
    const item = await revealed()
    const yes = { ...answered.goalsGate, risk: 'yes', riskWords: 'Paraplegia' }
    const { draftVersion } = await drafted(item, { ...answered, goalsGate: yes })
    const [draft] = [must(await getConclusions(board.chair, item)).draft]
    if (!draft) throw new Error('The draft was not found')
    expect(problemsOf(await sign({ ...draft, draftVersion }))).toEqual(['goalsGate.because'])
    const because = 'He accepts it, asked today'
    const again = await drafted(item, { ...answered, draftVersion, goalsGate: { ...yes, because } })
    const { conclusionId } = must(await sign(again))
    const declared = { ruleId: 'PW-GOC-03', gone: { because, by: board.chair.name } }
    const { stopsOnGoals } = (await seenBy(board.surgeon, conclusionId)).snapshot.conclusion
    expect(stopsOnGoals).toContainEqual(
      expect.objectContaining({ ...declared, gone: expect.objectContaining(declared.gone) }),
    )
    const observer = await seenBy(board.observer, conclusionId)
    expect(observer.intact).toBe(true)
    expect(JSON.stringify(observer.snapshot.conclusion)).not.toContain(because)
    const kept = await reasonsIn(item.caseId)
    expect(kept).toMatchObject([{ kind: 'stop', because, onGoals: true, optionId: null, givenBy: board.chair.userId }])
    expect(kept[0]?.says).toContain('Paraplegia')
    expect(await reasonsTold(board.surgeon, item.caseId)).toEqual([because])
    expect(await reasonsTold(board.observer, item.caseId)).toEqual([])
    await reviseTestCase(board, item, { because: 'Another owner' })
    expect(await reasonsIn(item.caseId)).toHaveLength(1)
  })
})

const reasonsIn = (caseId: string) =>
  asOwner(database.ownerUrl, (db) =>
    db
      .select()
      .from(ruleExceptions)
      .where(and(eq(ruleExceptions.caseId, caseId), eq(ruleExceptions.ruleId, 'PW-GOC-03'))),
  )

const reasonsTold = async (actor: Actor, caseId: string) =>
  must(await listHistory(actor, listHistoryInput.parse({ caseId }))).rows.flatMap((row) =>
    row.kind === 'exception' && row.title === titleOfRule('PW-GOC-03') ? [row.because] : [],
  )

test('a record of format 1, from before these were kept, is read and still intact', async () => {
  const { conclusionId, caseId } = await signTestCase(database.ownerUrl, board, today)
  const { snapshot } = await seenBy(board.surgeon, conclusionId)
  const {
    needs: _needs,
    sequence: _sequence,
    goalsGate: _gate,
    alternatives: _places,
    ...conclusion
  } = snapshot.conclusion
  const bare = { ...snapshot, format: 1 as const, conclusion }
  const older: SignedSnapshot = { ...bare, goalsSha256: sha256OfGoals(bare) }
  await asOwner(database.ownerUrl, async (db) => {
    await db.execute(sql`alter table conclusions disable trigger conclusions_stay_signed`)
    await db.execute(sql`update conclusions set snapshot = ${JSON.stringify(older)}::jsonb,
      snapshot_sha256 = ${sha256Of(older)} where id = ${conclusionId}`)
    await db.execute(sql`alter table conclusions enable trigger conclusions_stay_signed`)
  })
  expect((await seenBy(board.surgeon, conclusionId)).intact).toBe(true)
  expect((await seenBy(board.observer, conclusionId)).intact).toBe(true)
  const { letter } = must(await getLetter(board.presenter, { conclusionId, caseId }))
  expect([letter.mark, letter.needs, letter.sequence]).toEqual([null, [], []])
})
