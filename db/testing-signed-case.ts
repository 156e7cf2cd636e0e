import { recordFactsOf } from '@/lib/cases/commands/record-facts'
import { recordFactsInput } from '@/lib/cases/facts'
import { revealBallots } from '@/lib/deliberation/commands/hold-vote'
import { reviseConclusion, saveConclusion } from '@/lib/deliberation/commands/write-conclusion'
import { saveConclusionInput, textIn } from '@/lib/deliberation/model/conclusion'
import { forWriter } from '@/lib/deliberation/queries/conclusion-columns'
import { getConclusions } from '@/lib/deliberation/queries/get-conclusions'
import { addDays, type Day } from '@/lib/foundation/time'
import { goOnDespiteStops } from './go-on'
import { signAtKeyboard } from './sign-at-keyboard'
import { must, type TestBoard } from './testing-board'
import { openTestVote, vote } from './testing-vote'

type FactInput = {
  section: string
  item?: string
  field: string
  state?: string
  value?: unknown
  unit?: string
  base?: number
}

/** Records facts of a case as the presenter would; known unless told otherwise. */
export const recordTestFacts = async (board: TestBoard, caseId: string, facts: readonly FactInput[], on: Day) => {
  const changes = facts.map(({ section, item = '', field, state = 'known', value, unit = null, base = 0 }) => ({
    ...{ section, item, field, base },
    fact: { state, value, unit, refersOn: on },
  }))
  must(await recordFactsOf(board.presenter, recordFactsInput.parse({ caseId, changes })))
}

/**
 * A case taken through the whole meeting by the real commands: 8 Gy in 1 fraction recommended against one opposing
 * surgeon, no surgery, the rest deferred or none; due three days after `today`.
 */
export async function signTestCase(
  ownerUrl: string,
  board: TestBoard,
  today: Day,
  prepare?: (caseId: string) => Promise<void>,
) {
  const item = await openTestVote(ownerUrl, board)
  await prepare?.(item.caseId)
  must(
    await vote(board.surgeon, item, { single: { stance: 'oppose', reason: 'Instability needs fixation ≥ 2 levels.' } }),
  )
  must(await vote(board.medicalOncologist, item))
  must(await revealBallots(board.chair, item))
  const due = { ownerId: board.radiationOncologist.userId, dueOn: addDays(today, 3) }
  const draft = saveConclusionInput.parse({
    ...{ itemId: item.itemId, draftVersion: 0, rationale: 'Pain relief within the time that is left.' },
    ...{ goalsConsidered: 'She wants to be at home.', dissent: '' },
    needs: { palliative: { answer: 'offered' }, openBecause: 'No time was left' },
    answers: {
      radiation: {
        outcome: 'recommended',
        options: [{ optionId: item.options.single, ...due }],
        alternatives: [{ optionId: item.options.short, standing: 'suitable' }],
      },
      surgery: { outcome: 'none', because: 'Not fit for an operation' },
      systemic: { outcome: 'deferred', missing: 'Receptor status', ...due },
      pain: { outcome: 'none', because: 'Controlled' },
      supportive: { outcome: 'none', because: 'In place already' },
    },
  })
  const { conclusionId, draftVersion } = must(await saveConclusion(board.chair, draft))
  await goOnDespiteStops(board.chair, item)
  must(await signAtKeyboard(board.chair, { conclusionId, draftVersion, patientBirthYear: '1961' }))
  return { ...item, conclusionId }
}

type Revision = { because: string; radiation?: string; ownerId?: string; dueOn?: Day }

/** The next version of such a case, signed by the chair: another radiation option, owner or due date, or none of these. */
export async function reviseTestCase(
  board: TestBoard,
  { itemId }: { itemId: string },
  { because: changeReason, radiation, ...carried }: Revision,
) {
  must(await reviseConclusion(board.chair, { itemId, changeReason }))
  const { draft } = must(await getConclusions(board.chair, { itemId }))
  if (!draft) throw new Error('The new version was not drafted')
  const { answers, draftVersion } = draft
  const options = answers.radiation.options.map((one) => ({ ...one, optionId: radiation ?? one.optionId, ...carried }))
  const others = answers.radiation.options.map(({ optionId }) => ({
    optionId,
    standing: 'suitable' as const,
    because: '',
  }))
  const alternatives = radiation ? others : answers.radiation.alternatives
  const changed = { ...answers, radiation: { ...answers.radiation, options, alternatives } }
  const text = { ...textIn(forWriter(draft)), itemId, draftVersion, answers: changed }
  const saved = must(await saveConclusion(board.chair, saveConclusionInput.parse(text)))
  await goOnDespiteStops(board.chair, draft)
  return must(await signAtKeyboard(board.chair, { ...saved, patientBirthYear: '1961' }))
}
