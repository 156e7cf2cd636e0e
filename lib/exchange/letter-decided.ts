import { consideredInWords, riskInWords } from '@/lib/deliberation/model/goals-gate'
import { needInWords, needTitles } from '@/lib/deliberation/model/needs'
import { stepDays, stepTitle } from '@/lib/deliberation/model/sequence'
import type { DecisionSnapshot } from '@/lib/deliberation/model/snapshot'
import type { LetterRow } from './letter'

type Decided = DecisionSnapshot['conclusion']

/** Palliative care, rehabilitation, psychological support and trials, each with its answer. */
export const needsRows = ({ needs = [] }: Decided): LetterRow[] =>
  needs.map((one) => ({ label: needTitles[one.need], value: needInWords(one) }))

/** The order of the treatments, step by step, and what day 0 is. */
export function sequenceRows({ sequence }: Decided): LetterRow[] {
  if (!sequence) return []
  const steps = sequence.steps.map((step, place) => ({
    label: `Step ${place + 1}`,
    value: `${stepTitle(step)}, ${stepDays(step)}`,
  }))
  return sequence.start === null ? steps : [...steps, { label: 'Day 0', value: sequence.start }]
}

/** Each goal with how it was considered, then what was declared on risks that the patient called unacceptable. */
export function goalsRows({ goalsGate }: Decided): LetterRow[] {
  if (!goalsGate) return []
  const risk = riskInWords(goalsGate)
  const goals = goalsGate.considered.map((one, place) => ({
    label: `Goal ${place + 1}`,
    value: consideredInWords(one),
  }))
  return risk === null ? goals : [...goals, { label: 'Declared on risks', value: risk }]
}
