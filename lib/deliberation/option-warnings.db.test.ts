import { randomUUID } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import { testDatabase } from '@/db/testing'
import { makeTestBoard, must, type TestBoard } from '@/db/testing-board'
import { recordTestFacts } from '@/db/testing-signed-case'
import { presentTestItem, shortCourse } from '@/db/testing-vote'
import { acknowledgeWarning, exceptRule } from '@/lib/cases/commands/except-rule'
import { readOption } from '@/lib/cases/pathway/case-pathway'
import { warningsOf } from '@/lib/cases/pathway/option-judgement'
import { getCaseFile } from '@/lib/cases/queries'
import { getPathwayTerms } from '@/lib/cases/queries/read-pathway-terms'
import { readingsOf } from '@/lib/cases/readings'
import { type PlanOption, planOptionSchema } from '@/lib/clinical/catalogue/plan-option'
import { addDays } from '@/lib/foundation/time'
import type { Actor } from '@/lib/people/model'
import { castBallot } from './commands/cast-ballot'
import { openVote, revealBallots } from './commands/hold-vote'
import { proposeOption } from './commands/propose-option'
import { castBallotInput } from './model/ballot'
import { getRoom } from './queries/get-room'

const database = testDatabase()
let board: TestBoard
let strangers: TestBoard

beforeAll(async () => {
  board = await makeTestBoard(database.ownerUrl)
  strangers = await makeTestBoard(database.ownerUrl, 'Strangers')
})

const ruleId = 'PW-RT-04'
const unlisted: PlanOption = { ...shortCourse, parameters: { dose: { value: 22, unit: 'Gy' }, fractions: 5 } }
const sbrtAgain = { dose: { value: 24, unit: 'Gy' }, fractions: 3, cordMaxDose: { value: 12, unit: 'Gy' } }
const lesion = (field: string, value: string) => ({ section: 'lesions', item: 'T7', field, value })
const pain = (value: string) => ({ section: 'symptoms', item: '', field: 'backPain', value })

/** A presented case with pain, for which two schedules are proposed that no list names. */
async function twoUnlisted() {
  const item = await presentTestItem(database.ownerUrl, board)
  const propose = async () =>
    must(await proposeOption(board.radiationOncologist, { itemId: item.itemId, plan: unlisted })).optionId
  const [first, second] = [await propose(), await propose()]
  const ofLesion = [lesion('involvement', 'certain'), lesion('escc', '0'), lesion('irradiated', 'no')]
  await recordTestFacts(board, item.caseId, [pain('present'), ...ofLesion], '2026-11-24')
  return { ...item, first, second }
}

/** What the room shows an actor of the rule at an option: it judges the file by the terms, as they stand now. */
async function warningAt(actor: Actor, caseId: string, optionId: string, plan = unlisted, id = ruleId) {
  const [file, terms] = [must(await getCaseFile(actor, { caseId })), must(await getPathwayTerms(actor, { caseId }))]
  const pathway = readOption(file, readingsOf(file), terms, { optionId, plan }, new Date().toISOString())
  return pathway ? warningsOf(pathway).find((one) => one.ruleId === id) : undefined
}

const saysAt = async (caseId: string, optionId: string) => (await warningAt(board.chair, caseId, optionId))?.says ?? ''
const why = (result: { ok: boolean; refusal?: object }) => (result.ok ? 'ok' : result.refusal)

test('a warning at an option is acknowledged there alone, by whoever may on the case, and everybody sees who', async () => {
  const { caseId, first, second } = await twoUnlisted()
  const says = await saysAt(caseId, first)
  const given = must(await acknowledgeWarning(board.presenter, { caseId, ruleId, optionId: first, says }))
  expect(must(await acknowledgeWarning(board.chair, { caseId, ruleId, optionId: first, says }))).toEqual(given)
  const seen = { by: board.presenter.name, at: expect.stringMatching(/Z$/) }
  for (const actor of [board.observer, board.coordinator, board.chair]) {
    expect(await warningAt(actor, caseId, first)).toMatchObject({ acknowledged: seen })
    expect(await warningAt(actor, caseId, second)).toMatchObject({ acknowledged: null })
  }
})

test('a warning at an option has to be seen again once the facts that it looks at are others, though it says the same', async () => {
  const { caseId, itemId } = await presentTestItem(database.ownerUrl, board)
  const plan = planOptionSchema.parse({ ...shortCourse, optionType: 'sbrt-reirradiation', parameters: sbrtAgain })
  const { optionId } = must(await proposeOption(board.radiationOncologist, { itemId, plan }))
  const before = { section: 'treatments', item: randomUUID() }
  const ended = (value: string, base: number) => ({ ...before, field: 'endedOn', value, base })
  const ofLesion = [lesion('involvement', 'certain'), lesion('irradiated', 'yes')]
  const kind = { ...before, field: 'kind', value: 'radiation' }
  const levels = { ...before, field: 'levels', value: ['T7'] }
  const today = new Date().toISOString().slice(0, 10)
  const warning = () => warningAt(board.chair, caseId, optionId, plan, 'PW-RT-13')
  await recordTestFacts(board, caseId, [kind, levels, ended(addDays(today, -40), 0), ...ofLesion], today)
  const first = await warning()
  must(await acknowledgeWarning(board.chair, { caseId, ruleId: 'PW-RT-13', optionId, says: first?.says ?? '' }))
  expect((await warning())?.acknowledged).toMatchObject({ by: board.chair.name })
  await recordTestFacts(board, caseId, [ended(addDays(today, -80), 1)], today)
  expect(await warning()).toEqual({ ...first, acknowledged: null })
})

test('no warning is acknowledged at an option by who watches or arranges, from outside, or as it does not stand', async () => {
  const { caseId, first } = await twoUnlisted()
  const other = await presentTestItem(database.ownerUrl, board)
  const says = await saysAt(caseId, first)
  const input = { caseId, ruleId, optionId: first, says }
  for (const actor of [board.observer, board.coordinator])
    expect(why(await acknowledgeWarning(actor, input))).toEqual({ code: 'forbidden' })
  expect(why(await acknowledgeWarning(strangers.chair, input))).toEqual({ code: 'not-found' })
  expect(why(await getPathwayTerms(strangers.chair, input))).toEqual({ code: 'not-found' })
  expect(why(await acknowledgeWarning(board.chair, { ...input, caseId: other.caseId }))).toEqual({ code: 'not-found' })
  const otherwise = { code: 'closed', why: 'rule-says-otherwise' }
  expect(why(await acknowledgeWarning(board.chair, { ...input, says: 'Something else' }))).toEqual(otherwise)
  const stop = { ...input, ruleId: 'PW-PLN-01', says: 'Stability and surgery are not ticked as evaluated.' }
  expect(why(await acknowledgeWarning(board.chair, stop))).toEqual(otherwise)
  expect(await warningAt(board.chair, caseId, first)).toMatchObject({ acknowledged: null })
  const may = async (actor: Actor) => must(await getPathwayTerms(actor, { caseId })).mayAnswer
  expect([await may(board.presenter), await may(board.surgeon), await may(board.observer)]).toEqual([true, true, false])
})

test('nothing is answered at an option while its vote is sealed, since that would show how somebody leans', async () => {
  const { caseId, itemId, meetingId, first } = await twoUnlisted()
  const says = await saysAt(caseId, first)
  const input = { caseId, ruleId, optionId: first, says }
  must(await openVote(board.chair, { itemId }))
  const sealed = { code: 'closed', why: 'vote-open' }
  for (const actor of [board.surgeon, board.chair, board.presenter]) {
    expect(why(await acknowledgeWarning(actor, input))).toEqual(sealed)
    expect(why(await exceptRule(actor, { ...input, because: 'The board goes on.' }))).toEqual(sealed)
  }
  const { item } = must(await getRoom(board.surgeon, { meetingId, itemId }))
  const answers = item?.options.map(({ optionId }) => ({ optionId, stance: 'support' as const })) ?? []
  must(await castBallot(board.surgeon, castBallotInput.parse({ itemId, answers })))
  must(await revealBallots(board.chair, { itemId }))
  must(await acknowledgeWarning(board.surgeon, input))
})
