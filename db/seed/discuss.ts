import { eq } from 'drizzle-orm'
import { readAs } from '@/db/client'
import { agendaItems } from '@/db/schema/meetings'
import { exceptRule } from '@/lib/cases/commands/except-rule'
import { readCaseFile } from '@/lib/cases/load-case-file'
import { listStops } from '@/lib/cases/queries/read-pathway-terms'
import { modalities } from '@/lib/clinical/catalogue/modalities'
import { planOptionSchema } from '@/lib/clinical/catalogue/plan-option'
import { castBallot } from '@/lib/deliberation/commands/cast-ballot'
import { openVote, revealBallots } from '@/lib/deliberation/commands/hold-vote'
import { proposeOption } from '@/lib/deliberation/commands/propose-option'
import { saveConclusion } from '@/lib/deliberation/commands/write-conclusion'
import { standingFromVote } from '@/lib/deliberation/model/alternatives'
import { chosenOption, type DraftAnswer, emptyAnswers } from '@/lib/deliberation/model/conclusion'
import { type GoalsGate, noGoalsGate, recordedGoals } from '@/lib/deliberation/model/goals-gate'
import { type Needs, noNeeds } from '@/lib/deliberation/model/needs'
import { noSequence } from '@/lib/deliberation/model/sequence'
import { getConclusions } from '@/lib/deliberation/queries/get-conclusions'
import { ok, refuse } from '@/lib/foundation/result'
import { addDays, type Day } from '@/lib/foundation/time'
import { presentItem } from '@/lib/meetings/commands/present-item'
import { signAtKeyboard } from '../sign-at-keyboard'
import type { Stage } from './demo-board'
import type { Answer, Ballots, Conclusion, Decision, Options, Part } from './story'

/** The ids of the options by the names that the story gives them. */
type Proposed = Readonly<Record<string, string>>

/** The chair shows the case to the room. */
export const present = async (stage: Stage, itemId: string, at: Date): Promise<void> => {
  await stage.act(at, () => presentItem(stage.actors.coordinator, { itemId }))
}

/** Puts the options to the board, in the order of their names in the story. */
export async function propose(stage: Stage, itemId: string, at: Date, options: Options): Promise<Proposed> {
  const proposed: Record<string, string> = {}
  for (const [name, { by, plan }] of Object.entries(options)) {
    const input = { itemId, plan: planOptionSchema.parse(plan) }
    proposed[name] = (await stage.act(at, () => proposeOption(stage.actors[by], input))).optionId
  }
  return proposed
}

const optionNamed = (proposed: Proposed, name: string): string => {
  const optionId = proposed[name]
  if (!optionId) throw new Error(`The story names no option ${name}`)
  return optionId
}

const answerTo = (proposed: Proposed, name: string, answer: Answer) => {
  const { stance, reason } = typeof answer === 'string' ? { stance: answer, reason: null } : answer
  return { optionId: optionNamed(proposed, name), stance, reason }
}

/** Opens the sealed vote and casts the ballots, a minute apart. */
export async function vote(stage: Stage, itemId: string, at: Date, proposed: Proposed, ballots: Ballots) {
  await stage.act(at, () => openVote(stage.actors.coordinator, { itemId }))
  let minute = at.getTime()
  for (const [part, answers] of Object.entries(ballots)) {
    minute += 60_000
    const cast = { itemId, answers: Object.entries(answers).map(([name, answer]) => answerTo(proposed, name, answer)) }
    await stage.act(new Date(minute), () => castBallot(stage.actors[part as Part], cast))
  }
}

/** What the vote says of the options that a recommendation leaves aside, as the chair's form fills it in. */
const alternatives = (stage: Stage, proposed: Proposed, ballots: Ballots, recommended: readonly string[]) =>
  Object.entries(proposed).flatMap(([name, optionId]) => {
    if (recommended.includes(optionId)) return []
    const cast = Object.entries(ballots).flatMap(([part, answers]) => {
      const said = answers[name]
      if (said === undefined) return []
      const { stance, reason } = answerTo(proposed, name, said)
      return [{ stance, reason, name: stage.actors[part as Part].name }]
    })
    return [{ optionId, ...(standingFromVote(cast) ?? { standing: 'suitable' as const, because: '' }) }]
  })

type Told = { proposed: Proposed; ballots: Ballots; heldOn: Day }

const draftOf = (stage: Stage, { proposed, ballots, heldOn }: Told, decision: Decision): DraftAnswer => {
  const empty = emptyAnswers().pain
  const carried = ({ owner, dueInDays }: { owner: Part; dueInDays: number }) => ({
    ownerId: stage.actors[owner].userId,
    dueOn: addDays(heldOn, dueInDays),
  })
  if ('none' in decision) return { ...empty, outcome: 'none', because: decision.none }
  if ('deferred' in decision) {
    return { ...empty, outcome: 'deferred', missing: decision.deferred, ...carried(decision) }
  }
  const options = decision.recommend.map((one) => ({
    ...chosenOption(optionNamed(proposed, one.option)),
    ...carried(one),
  }))
  const recommended = options.map(({ optionId }) => optionId)
  return {
    ...empty,
    outcome: 'recommended',
    options,
    alternatives: alternatives(stage, proposed, ballots, recommended),
  }
}

/** The chair says why the board goes on despite what the pathway stops at. */
async function goOn(stage: Stage, itemId: string, at: Date): Promise<void> {
  const chair = stage.actors.coordinator
  const { draft } = await stage.act(at, () => getConclusions(chair, { itemId }))
  if (!draft) throw new Error('The story signs a conclusion that nobody drafted')
  const { caseId } = draft
  for (const { ruleId, option, says, gone } of await stage.act(at, () => listStops(chair, { caseId }))) {
    const because = 'The board decides with what is known today; what is missing is asked for after the meeting.'
    const optionId = option?.optionId
    if (gone === null) await stage.act(at, () => exceptRule(chair, { caseId, ruleId, optionId, says, because }))
  }
}

/** What a board of the demo says on support and trials where its story tells nothing else. */
const usualNeeds = (): Needs => {
  const offered = { answer: 'offered' as const, because: '' }
  const noTrial = { answer: 'not-indicated' as const, because: 'No trial is open here for this tumour' }
  return { ...noNeeds(), palliative: offered, rehabilitation: offered, psychological: offered, trial: noTrial }
}

/** Each goal of the patient is served, and nothing recommended carries what the patient ruled out. */
async function gateOf(stage: Stage, itemId: string, at: Date): Promise<GoalsGate> {
  const chair = stage.actors.coordinator
  const file = await stage.act(at, () =>
    readAs(chair, async (tx) => {
      const [item] = await tx.select().from(agendaItems).where(eq(agendaItems.id, itemId))
      const read = item && (await readCaseFile(tx, chair, item.caseId))
      return read ? ok(read) : refuse('not-found')
    }),
  )
  const { goals, unacceptable } = recordedGoals(file)
  const considered = goals.map((goal) => ({ goal, how: 'served' as const, because: '' }))
  return { ...noGoalsGate(), considered, risk: unacceptable === null ? null : 'no' }
}

type Signing = { at: Date; heldOn: Day; bornOn: Day | null; ballots: Ballots }

/** The chair reveals the ballots, writes the conclusion and signs it. */
export async function conclude(
  stage: Stage,
  itemId: string,
  { at, heldOn, bornOn, ballots }: Signing,
  proposed: Proposed,
  { rationale, goalsConsidered, dissent = '', decisions, needs, sequence = noSequence() }: Conclusion,
): Promise<void> {
  const chair = stage.actors.coordinator
  await stage.act(at, () => revealBallots(chair, { itemId }))
  const answers = emptyAnswers()
  const told = { proposed, ballots, heldOn }
  for (const modality of modalities) answers[modality] = draftOf(stage, told, decisions[modality])
  const beside = { goalsGate: await gateOf(stage, itemId, at), needs: { ...usualNeeds(), ...needs }, sequence }
  const draft = { itemId, draftVersion: 0, rationale, goalsConsidered, dissent, answers, ...beside }
  const { conclusionId, draftVersion } = await stage.act(at, () => saveConclusion(chair, draft))
  await goOn(stage, itemId, at)
  const patientBirthYear = bornOn?.slice(0, 4) ?? null
  await stage.act(at, () => signAtKeyboard(chair, { conclusionId, draftVersion, patientBirthYear }))
}
