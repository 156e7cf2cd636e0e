import { z } from 'zod'
import { type Modality, modalities, modalityFacts } from '@/lib/clinical/catalogue/modalities'
import { dueDayProblem } from '@/lib/foundation/due-day'
import { type FieldProblem, ok, type Result, refuse } from '@/lib/foundation/result'
import { isDay } from '@/lib/foundation/time'
import { maybeText, typedText } from '@/lib/foundation/typed-text'
import { type Outcome, outcomes } from '../model'
import { alternativeProblems, alternativesInput, type VotedOption } from './alternatives'
import { goalsGateInput, goalsGateProblems, noGoalsGate, type RecordedGoals } from './goals-gate'
import { needsInput, needsProblems, noNeeds } from './needs'
import { noSequence, sequenceInput, sequenceProblems } from './sequence'
import { keepsDueDay, mayNameAnybody, type StandingTask } from './standing-task'

const someDay = z.string().refine(isDay, 'Give the full date, for example 22-Nov-2026.').nullable().default(null)
const person = z.uuid('Choose a person of the board.').nullable().default(null)

const recommendedOptionInput = z.strictObject({
  optionId: z.uuid(),
  ownerId: person,
  dueOn: someDay,
  /** What has to be so before it is done (“if MRI shows instability”); empty when nothing has to. */
  condition: maybeText('The condition', 500).default(''),
})
export type ChosenOption = z.infer<typeof recommendedOptionInput>

/** An option that is recommended, before anything else is said of it. */
export const chosenOption = (optionId: string): ChosenOption => ({
  ...{ optionId, ownerId: null, dueOn: null, condition: '' },
})

/**
 * The answer to one modality as far as it is written. What was typed under another outcome stays, so that changing one's
 * mind loses nothing; only the fields of the chosen outcome count.
 */
const answerInput = z.strictObject({
  outcome: z.enum(outcomes).nullable().default(null),
  options: z.array(recommendedOptionInput).max(50).default([]),
  because: maybeText('The reason', 2000).default(''),
  missing: maybeText('What is missing', 2000).default(''),
  ownerId: person,
  dueOn: someDay,
  ...alternativesInput,
})
export type DraftAnswer = z.infer<typeof answerInput>
export type DraftAnswers = Record<Modality, DraftAnswer>

const emptyAnswer = (): DraftAnswer => answerInput.parse({})
const answersInput = z.strictObject({
  radiation: answerInput.default(emptyAnswer),
  surgery: answerInput.default(emptyAnswer),
  systemic: answerInput.default(emptyAnswer),
  pain: answerInput.default(emptyAnswer),
  supportive: answerInput.default(emptyAnswer),
} satisfies Record<Modality, unknown>)

/** Answers before anything is written. */
export const emptyAnswers = (): DraftAnswers => answersInput.parse({})

const conclusionText = {
  rationale: maybeText('The rationale', 10_000),
  goalsConsidered: maybeText('How the goals were considered', 10_000),
  dissent: maybeText('The dissent', 10_000),
}

export const saveConclusionInput = z.strictObject({
  itemId: z.uuid(),
  /** The draft's version that was on the screen, counted on through all versions of the conclusion; 0 when there was none yet. */
  draftVersion: z.number().int().min(0),
  ...conclusionText,
  answers: answersInput,
  /** How each recorded goal was considered, and whether a risk is declared that the patient called unacceptable. */
  goalsGate: goalsGateInput.default(noGoalsGate),
  /** Palliative care, rehabilitation, psychological support, trials. */
  needs: needsInput.default(noNeeds),
  /** In which order the treatments come. */
  sequence: sequenceInput.default(noSequence),
})
export type SaveConclusion = z.infer<typeof saveConclusionInput>

/** What a conclusion says, drafted or signed. */
export type ConclusionText = Omit<SaveConclusion, 'itemId' | 'draftVersion'>

/** A conclusion before anything is written. */
export const emptyText = (): ConclusionText => ({
  ...{ rationale: '', goalsConsidered: '', dissent: '', answers: emptyAnswers() },
  ...{ goalsGate: noGoalsGate(), needs: noNeeds(), sequence: noSequence() },
})

/** The words and answers of a stored conclusion alone. */
export const textIn = (stored: ConclusionText): ConclusionText => {
  const { rationale, goalsConsidered, dissent, answers, goalsGate, needs, sequence } = stored
  return { rationale, goalsConsidered, dissent, answers, goalsGate, needs, sequence }
}

export const reviseConclusionInput = z.strictObject({
  itemId: z.uuid(),
  changeReason: typedText('Reason for the change', 2000),
})
export type ReviseConclusion = z.infer<typeof reviseConclusionInput>

export const signConclusionInput = z.strictObject({
  conclusionId: z.uuid(),
  draftVersion: z.number().int().min(1),
  /** The patient's year of birth, typed again: the last look at whose record this is (DESIGN P12). */
  patientBirthYear: z
    .string()
    .trim()
    .regex(/^\d{4}$/, 'Write the year with four digits.')
    .nullable()
    .default(null),
  /** What “prove again who I am” answered: the signature is given by the person, not by whoever finds the screen open. */
  proof: z.string().max(200).nullable().default(null),
})
export type SignConclusion = z.infer<typeof signConclusionInput>

/** One thing the board says for a modality, whole: what becomes a row and, unless `none`, a task. */
export type Recommendation = {
  modality: Modality
  outcome: Outcome
  optionId: string | null
  because: string | null
  missing: string | null
  /** What has to be so before it is done; null when nothing has to. */
  condition: string | null
  ownerId: string | null
  dueOn: string | null
}

/** What a conclusion is checked against: the options that were voted on, who can own a task, the tasks of earlier versions, the day of signing. */
export type ConclusionGround = {
  options: readonly VotedOption[]
  owners: readonly string[]
  tasks: readonly StandingTask[]
  /** The goals of care as they are recorded now. */
  goals: RecordedGoals
  today: string
}

type Carried = Pick<Recommendation, 'modality' | 'optionId' | 'missing' | 'condition' | 'ownerId' | 'dueOn'>

const carriedProblems = (path: string, carried: Carried, ground: ConclusionGround): FieldProblem[] => {
  const { ownerId, dueOn } = carried
  const problems: FieldProblem[] = []
  if (!ownerId || !(ground.owners.includes(ownerId) || mayNameAnybody(carried, ground.tasks))) {
    problems.push({ path: `${path}.ownerId`, message: 'Choose who sees to it.' })
  }
  if (!dueOn) problems.push({ path: `${path}.dueOn`, message: 'Give the day on which it is due.' })
  const wrong = dueOn && !keepsDueDay(carried, ground.tasks) ? dueDayProblem(dueOn, ground.today) : null
  if (wrong) problems.push({ path: `${path}.dueOn`, message: wrong })
  return problems
}

/** A chosen option as a recommendation says it: without a condition there is none. */
const asSaid = (chosen: ChosenOption) => ({ ...chosen, condition: chosen.condition || null })

const optionsProblems = (modality: Modality, answer: DraftAnswer, ground: ConclusionGround): FieldProblem[] => {
  const path = `answers.${modality}.options`
  if (answer.options.length === 0) return [{ path, message: 'Choose at least one option.' }]
  return answer.options.flatMap((chosen, index) => {
    const here = `${path}.${index}`
    const isKnown = ground.options.some(({ id, modality: kind }) => id === chosen.optionId && kind === modality)
    const isDouble = answer.options.findIndex(({ optionId }) => optionId === chosen.optionId) < index
    const problems = carriedProblems(here, { ...asSaid(chosen), modality, missing: null }, ground)
    if (!isKnown) problems.push({ path: `${here}.optionId`, message: 'This option was not voted on.' })
    if (isDouble) problems.push({ path: `${here}.optionId`, message: 'This option is chosen twice.' })
    return problems
  })
}

const answerProblems = (modality: Modality, answer: DraftAnswer, ground: ConclusionGround): FieldProblem[] => {
  const path = `answers.${modality}`
  switch (answer.outcome) {
    case null:
      return [
        {
          path: `${path}.outcome`,
          message: `Say what the board says on ${modalityFacts[modality].title.toLowerCase()}.`,
        },
      ]
    case 'recommended':
      return optionsProblems(modality, answer, ground)
    case 'none':
      return answer.because === '' ? [{ path: `${path}.because`, message: 'Write why there is none.' }] : []
    case 'deferred': {
      const missing = answer.missing === '' ? [{ path: `${path}.missing`, message: 'Write what is missing.' }] : []
      return [...missing, ...carriedProblems(path, { ...answer, modality, optionId: null, condition: null }, ground)]
    }
  }
}

const recommendationsFor = (modality: Modality, answer: DraftAnswer): Recommendation[] => {
  const bare = { modality, optionId: null, because: null, missing: null, condition: null, ownerId: null, dueOn: null }
  switch (answer.outcome) {
    case 'recommended':
      return answer.options.map((chosen) => ({ ...bare, outcome: 'recommended', ...asSaid(chosen) }))
    case 'none':
      return [{ ...bare, outcome: 'none', because: answer.because }]
    case 'deferred': {
      const { missing, ownerId, dueOn } = answer
      return [{ ...bare, outcome: 'deferred', missing, ownerId, dueOn }]
    }
    case null:
      return []
  }
}

/** The recommendations of a draft as far as it is written: a modality without an answer has none. */
export const recommendationsSoFar = (answers: DraftAnswers): Recommendation[] =>
  modalities.flatMap((modality) => recommendationsFor(modality, answers[modality]))

/** Whether a draft recommends any option. */
export const recommendsSomething = (answers: DraftAnswers): boolean =>
  recommendationsSoFar(answers).some(({ outcome }) => outcome === 'recommended')

/**
 * The recommendations of a draft that is whole: each of the five modalities answered in exactly one way, a place for
 * each option of the vote that is not recommended, a rationale, how the goals of care were considered, one by one and in words, an
 * answer on support and trials, and no order of treatments that is half written. Refuses with `invalid`, one problem for each place that is missing or wrong.
 */
export const decideConclusion = (draft: ConclusionText, ground: ConclusionGround): Result<Recommendation[]> => {
  const problems = modalities.flatMap((modality) => [
    ...answerProblems(modality, draft.answers[modality], ground),
    ...alternativeProblems(modality, draft.answers[modality], ground.options),
  ])
  if (draft.rationale === '') problems.push({ path: 'rationale', message: 'Write why the board says so.' })
  if (draft.goalsConsidered === '') {
    problems.push({ path: 'goalsConsidered', message: 'Write how the patient’s goals were considered.' })
  }
  problems.push(
    ...goalsGateProblems(draft.goalsGate, ground.goals, recommendsSomething(draft.answers)),
    ...needsProblems(draft.needs),
    ...sequenceProblems(draft.sequence),
  )
  if (problems.length > 0) return refuse('invalid', problems)
  return ok(recommendationsSoFar(draft.answers))
}

/** Why there is a version that no re-vote and no revision asked for: the case came before the board as a whole once more. */
export const discussedAgain = 'The case was discussed again as a whole.'

/**
 * The signed conclusion that a next version is drafted from: one at a time. Refuses with `closed`, also where another item's
 * conclusion has taken the place of this one's (`isReplaced`).
 */
export const decideRevision = <Signed>(
  signed: Signed | null | undefined,
  isDrafted: boolean,
  isReplaced = false,
): Result<Signed> => {
  if (!signed) return refuse('closed', isReplaced ? 'concluded-since' : 'not-concluded')
  return isDrafted ? refuse('closed', 'already-there') : ok(signed)
}

/**
 * Whether the birth year typed at signing is the one on record. With no birth date on record there is nothing to compare, and
 * any answer passes. `bornOn` is a full or partial day.
 */
export const birthYearProblem = (bornOn: string | null, typed: string | null): FieldProblem | null => {
  if (bornOn === null || typed === bornOn.slice(0, 4)) return null
  const message =
    typed === null
      ? 'Write the patient’s year of birth.'
      : 'This is not the year of birth on record. Check whose record this is.'
  return { path: 'patientBirthYear', message }
}
