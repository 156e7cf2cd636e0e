import { beforeAll, expect, test } from 'vitest'
import { goOnDespiteStops } from '@/db/go-on'
import { signAtKeyboard } from '@/db/sign-at-keyboard'
import { testDatabase } from '@/db/testing'
import { makeTestBoard, must, type TestBoard } from '@/db/testing-board'
import { recordTestFacts } from '@/db/testing-signed-case'
import { openTestVote, presentTestItem, vote } from '@/db/testing-vote'
import { exceptRule } from '@/lib/cases/commands/except-rule'
import { byReason, titlesOf } from '@/lib/cases/pathway/rule-exceptions'
import { listStops } from '@/lib/cases/queries/read-pathway-terms'
import { addDays } from '@/lib/foundation/time'
import { revealBallots } from './commands/hold-vote'
import { saveConclusion } from './commands/write-conclusion'
import { saveConclusionInput } from './model/conclusion'
import { getConclusions, getSignedRecord } from './queries/get-conclusions'

const database = testDatabase()
let board: TestBoard

beforeAll(async () => {
  board = await makeTestBoard(database.ownerUrl)
})

const none = { outcome: 'none', because: 'Nothing to add now.' }

/** A revealed case with a whole draft, of a patient with whom nobody spoke about goals. */
async function drafted() {
  const item = await openTestVote(database.ownerUrl, board)
  must(await vote(board.surgeon, item))
  must(await revealBallots(board.chair, item))
  const draft = saveConclusionInput.parse({
    ...{ itemId: item.itemId, draftVersion: 0, rationale: 'R', goalsConsidered: 'G', dissent: '' },
    needs: { openBecause: 'Not discussed' },
    answers: { radiation: none, surgery: none, systemic: none, pain: none, supportive: none },
  })
  const { conclusionId, draftVersion } = must(await saveConclusion(board.chair, draft))
  return { ...item, conclusionId, draftVersion }
}

const sign = ({ conclusionId, draftVersion }: { conclusionId: string; draftVersion: number }) =>
  signAtKeyboard(board.chair, { conclusionId, draftVersion, patientBirthYear: '1961' })

test('a conclusion with a stop asks for the reason at its place, and for each lack one', async () => {
  const draft = await drafted()
  const tumour = { section: 'lesions', item: 'T7', field: 'involvement', value: 'certain' }
  await recordTestFacts(board, draft.caseId, [tumour], '2026-11-24')
  const stops = must(await listStops(board.chair, draft))
  expect(stops.map(({ ruleId }) => ruleId)).toContain('PW-GOC-01')
  const refused = await sign(draft)
  expect(refused).toMatchObject({ ok: false, refusal: { code: 'invalid' } })
  const reasons = byReason(stops)
  expect(reasons.length).toBeLessThan(stops.length)
  expect(!refused.ok && refused.refusal.code === 'invalid' && refused.refusal.fields).toEqual(
    reasons.map((together) => ({
      path: `stops.${together[0].ruleId}`,
      message: `Write why the board goes on despite: ${titlesOf(together)}.`,
    })),
  )
  const [opening, ...others] = reasons
  const [first] = opening ?? []
  if (!first) throw new Error('There is no stop')
  const { caseId } = draft
  must(await exceptRule(board.chair, { caseId, ruleId: first.ruleId, says: first.says, because: 'Unconscious' }))
  const again = await sign(draft)
  expect(!again.ok && again.refusal.code === 'invalid' && again.refusal.fields.map(({ path }) => path)).toEqual(
    others.map(([{ ruleId }]) => `stops.${ruleId}`),
  )
})

test('the signed record names every stop with its reason, those on the goals of care for the treating team alone', async () => {
  const draft = await drafted()
  await goOnDespiteStops(board.chair, draft, 'Found unconscious; the daughter is on her way')
  const { conclusionId } = must(await sign(draft))
  const { snapshot, intact } = must(await getSignedRecord(board.surgeon, { conclusionId }))
  expect(intact).toBe(true)
  expect(snapshot.conclusion.stopsOnGoals).toContainEqual({
    ruleId: 'PW-GOC-01',
    title: 'No decision without the patient’s goals',
    says: 'No conversation on record: deciding without it needs a reason.',
    gone: {
      because: 'Found unconscious; the daughter is on her way',
      by: 'H. Chairwood',
      at: expect.stringMatching(/Z$/),
    },
  })
  const named = must(await getConclusions(board.coordinator, draft)).signed?.stops.map(({ ruleId }) => ruleId)
  expect(named).toContain('PW-GOC-01')
  const watched = must(await getSignedRecord(board.observer, { conclusionId }))
  expect(watched.intact).toBe(true)
  const seen = must(await getConclusions(board.observer, draft))
  expect(JSON.stringify([watched.snapshot, seen])).not.toContain('daughter')
})

test('a stop at an option counts where the draft recommends it, asks for its own reason, and is named in the record with the option', async () => {
  const item = await openTestVote(database.ownerUrl, board)
  must(await vote(board.surgeon, item))
  must(await revealBallots(board.chair, item))
  const { caseId } = item
  const optionId = item.options.short
  const save = (draftVersion: number, radiation: object) =>
    saveConclusion(
      board.chair,
      saveConclusionInput.parse({
        ...{ itemId: item.itemId, draftVersion, rationale: 'R', goalsConsidered: 'G', dissent: '' },
        needs: { openBecause: 'Not discussed' },
        answers: { surgery: none, systemic: none, pain: none, supportive: none, radiation },
      }),
    )
  const ofOption = async () =>
    must(await listStops(board.chair, { caseId })).filter(({ option }) => option?.optionId === optionId)
  const first = must(await save(0, none))
  expect(await ofOption()).toEqual([])
  const chosen = [
    { optionId, ownerId: board.surgeon.userId, dueOn: addDays(new Date().toISOString().slice(0, 10), 14) },
  ]
  const alternatives = [{ optionId: item.options.single, standing: 'suitable' }]
  const draft = must(await save(first.draftVersion, { outcome: 'recommended', options: chosen, alternatives }))
  const stop = (await ofOption()).find(({ ruleId }) => ruleId === 'PW-PLN-01')
  expect(stop).toMatchObject({ title: 'Stability and surgery before radiation', gone: null })
  await goOnDespiteStops(board.chair, { caseId }, 'Both were weighed in the clinic')
  expect((await ofOption()).every(({ gone }) => gone?.because === 'Both were weighed in the clinic')).toBe(true)
  const { conclusionId } = must(await sign(draft))
  const { snapshot } = must(await getSignedRecord(board.observer, { conclusionId }))
  expect(snapshot.conclusion.stops).toContainEqual({
    ...stop,
    gone: { because: 'Both were weighed in the clinic', by: 'H. Chairwood', at: expect.stringMatching(/Z$/) },
  })
})

test('no reason can be given at an option of another case, or for a rule that does not judge it', async () => {
  const [one, other] = [await presentTestItem(database.ownerUrl, board), await openTestVote(database.ownerUrl, board)]
  const reason = { ruleId: 'PW-PLN-01', says: 'Stability and surgery are not ticked as evaluated.', because: 'B' }
  const optionId = one.options.short
  expect(await exceptRule(board.chair, { ...reason, caseId: other.caseId, optionId })).toMatchObject({
    refusal: { code: 'not-found' },
  })
  expect(await exceptRule(board.chair, { ...reason, caseId: one.caseId, ruleId: 'PW-SUR-11', optionId })).toMatchObject(
    {
      refusal: { code: 'closed' },
    },
  )
  expect(await exceptRule(board.chair, { ...reason, caseId: one.caseId, optionId })).toMatchObject({ ok: true })
})
