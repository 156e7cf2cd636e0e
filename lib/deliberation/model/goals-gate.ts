import { z } from 'zod'
import { type CaseFile, factOf, knownList, knownText, showFact } from '@/lib/cases/case-file'
import type { StandingStop } from '@/lib/cases/pathway/rule-exceptions'
import type { FieldProblem } from '@/lib/foundation/result'
import { maybeText } from '@/lib/foundation/typed-text'

/** How a goal of the patient fares under what the board recommends. */
export const considerations = ['served', 'in-part', 'not-served'] as const
export type Consideration = (typeof considerations)[number]

export const considerationWords: Readonly<Record<Consideration, string>> = {
  served: 'Served',
  'in-part': 'Served in part',
  'not-served': 'Not served',
}

/** Whether a recommended option carries a risk that the patient called unacceptable: what nobody knows is no “no”. */
export const riskAnswers = ['no', 'yes', 'not-known'] as const
export type RiskAnswer = (typeof riskAnswers)[number]

export const riskAnswerWords: Readonly<Record<RiskAnswer, string>> = { no: 'No', yes: 'Yes', 'not-known': 'Not known' }

/** What a patient said in one line, at most. */
const longestGoal = 2000

export const goalsGateInput = z.strictObject({
  /** By the words of the goal as they are recorded: when they are changed, the goal is asked for anew. */
  considered: z
    .array(
      z.strictObject({
        goal: z.string().trim().min(1).max(longestGoal),
        how: z.enum(considerations).nullable().default(null),
        because: maybeText('The reason', 1000).default(''),
      }),
    )
    .max(500)
    .default([]),
  risk: z.enum(riskAnswers).nullable().default(null),
  /** Which risk of which option. */
  riskWords: maybeText('The risk', 1000).default(''),
  /** Why the board goes on despite it. */
  because: maybeText('The reason', 1000).default(''),
})
export type GoalsGate = z.infer<typeof goalsGateInput>
export type ConsideredGoal = GoalsGate['considered'][number]

/** Before anything is said of the goals. */
export const noGoalsGate = (): GoalsGate => goalsGateInput.parse({})

/** What the patient said: goals one by one, and what may not happen, as one text; null where nothing is recorded of it. */
export type RecordedGoals = { goals: string[]; unacceptable: string | null }

/** No goal on record, or none that the reader may see. */
export const noRecordedGoals: RecordedGoals = { goals: [], unacceptable: null }

/** The goals of care of a case as they speak now. What is unknown is no goal. */
export function recordedGoals(file: CaseFile): RecordedGoals {
  const lines = (knownText(file, 'goals', 'matters') ?? '').split('\n').map((line) => line.trim().slice(0, longestGoal))
  const listed = knownList(file, 'goals', 'unacceptable') ?? []
  const words = knownText(file, 'goals', 'unacceptableWords')
  const named = listed.length > 0 ? [showFact('goals', 'unacceptable', factOf(file, 'goals', 'unacceptable'))] : []
  const unacceptable = [...named, ...(words ? [words] : [])].join('; ')
  return { goals: [...new Set(lines.filter((line) => line !== ''))], unacceptable: unacceptable || null }
}

/** What is said of one goal so far. */
export const consideredOf = ({ considered }: GoalsGate, goal: string): ConsideredGoal =>
  considered.find((one) => one.goal === goal) ?? { goal, how: null, because: '' }

/** The gate with another word on one goal; the others stay. */
export const withConsidered = (gate: GoalsGate, goal: string, change: Partial<ConsideredGoal>): GoalsGate => ({
  ...gate,
  considered: [...gate.considered.filter((one) => one.goal !== goal), { ...consideredOf(gate, goal), ...change, goal }],
})

/** The dotted path of what is said of a goal, by its place among those that are recorded. */
export const goalPath = (place: number): string => `goalsGate.goals.${place}`

/**
 * What is missing at the gate: how each recorded goal was considered, and, where something is recommended and the patient named
 * what may not happen, whether it carries that risk. “Yes” stops: it asks for the risk and for the reason to go on.
 */
export function goalsGateProblems(
  gate: GoalsGate,
  { goals, unacceptable }: RecordedGoals,
  recommendsSomething: boolean,
): FieldProblem[] {
  const ofGoals = goals.flatMap((goal, place): FieldProblem[] => {
    const { how, because } = consideredOf(gate, goal)
    if (how === null) return [{ path: `${goalPath(place)}.how`, message: `Say how this goal was considered: ${goal}` }]
    const lacksReason = how !== 'served' && because === ''
    return lacksReason
      ? [{ path: `${goalPath(place)}.because`, message: `Write why this goal is not served: ${goal}` }]
      : []
  })
  if (unacceptable === null || !recommendsSomething) return ofGoals
  if (gate.risk === null) {
    const message = 'Say whether what is recommended carries a risk that the patient called unacceptable.'
    return [...ofGoals, { path: 'goalsGate.risk', message }]
  }
  if (gate.risk !== 'yes') return ofGoals
  const risk = gate.riskWords === '' ? [{ path: 'goalsGate.riskWords', message: 'Write which risk.' }] : []
  const because =
    gate.because === '' ? [{ path: 'goalsGate.because', message: 'Write why the board goes on despite it.' }] : []
  return [...ofGoals, ...risk, ...because]
}

/** The gate as a record says it: every goal that was recorded, and the declaration where it was asked for. */
export type NamedGoalsGate = {
  considered: { goal: string; how: Consideration | null; because: string | null }[]
  unacceptable: string | null
  risk: RiskAnswer | null
}

/** What is said at the gate of the goals that are recorded; words on goals that are not recorded any more are left out. */
export const namedGoalsGate = (
  gate: GoalsGate,
  { goals, unacceptable }: RecordedGoals,
  recommendsSomething: boolean,
): NamedGoalsGate => ({
  considered: goals.map((goal) => {
    const { how, because } = consideredOf(gate, goal)
    return { goal, how, because: how === null || how === 'served' ? null : because || null }
  }),
  unacceptable,
  risk: unacceptable === null || !recommendsSomething ? null : gate.risk,
})

/** Under which rule of the pathway the declared risk stops. */
const ruleOfRisk = { ruleId: 'PW-GOC-03', title: 'Risk that the patient called unacceptable' } as const

/**
 * The stop that a declared risk is (PATHWAY PW-GOC-03), with the reason to go on; null without one. The pathway links no option to
 * an outcome, so that a person declares it. `by` and `at`: who declares it, and when (an ISO instant).
 */
export function declaredRiskStop(
  gate: GoalsGate,
  named: Pick<NamedGoalsGate, 'risk' | 'unacceptable'>,
  { by, at }: { by: string; at: string },
): StandingStop | null {
  if (named.risk !== 'yes') return null
  const says = `Declared by the chair: ${gate.riskWords || 'risk not written yet'}. Not acceptable to the patient: ${named.unacceptable}.`
  return { ...ruleOfRisk, says, gone: gate.because === '' ? null : { because: gate.because, by, at } }
}

/** The reason to go on despite a declared risk, as it is kept beside those against the rules of the pathway; null where there is none. */
export function declaredRiskOf(
  gate: GoalsGate,
  named: Pick<NamedGoalsGate, 'risk' | 'unacceptable'> | undefined,
): { ruleId: string; says: string; because: string } | null {
  const stop = named && declaredRiskStop(gate, named, { by: '', at: '' })
  return stop?.gone ? { ruleId: stop.ruleId, says: stop.says, because: stop.gone.because } : null
}

/** `To walk in the mountains: served in part, because …`; a goal that nobody spoke to says so. */
export const consideredInWords = ({ goal, how, because }: NamedGoalsGate['considered'][number]): string => {
  const said = how === null ? 'not answered' : considerationWords[how].toLowerCase()
  return because === null ? `${goal}: ${said}` : `${goal}: ${said}, because ${because}`
}

/** What was declared on risks that the patient called unacceptable, as a sentence; null where it was not asked. */
export const riskInWords = ({ risk, unacceptable }: NamedGoalsGate): string | null => {
  if (unacceptable === null || risk === null) return null
  const said = {
    no: 'Nothing recommended carries a risk of it, as the chair declares.',
    yes: 'What is recommended carries such a risk, as the chair declares.',
    'not-known': 'It is not known whether what is recommended carries such a risk.',
  }
  return `Not acceptable to the patient: ${unacceptable}. ${said[risk]}`
}
