import { z } from 'zod'
import { type Specialty, specialties } from '@/lib/people/model'
import { type BreakRule, breakRuleInput, breakWords } from './break'
import { closingHours } from './late'
import { mostOfSpecialty, needsWords, type QuorumNeed, quorumNeed } from './quorum'
import {
  type BallotScale,
  ballotScales,
  type SpecialtyWeight,
  scaleWords,
  specialtyWeight,
  weightOf,
  weightsThatDiffer,
  weightsWords,
} from './voting'

/** How a board meets. Version 0 is how it meets until its chair has set anything. */
export type MeetingRules = {
  version: number
  quorum: readonly QuorumNeed[]
  /** Hours before the planned start at which the agenda closes; 0: with the start of the meeting. */
  agendaClosesHours: number
  /** When a break is due; null where the board asks for none. */
  breakRule: BreakRule | null
  /** On which scale ballots rate an option. */
  scale: BallotScale
  /** What specialties weigh in the weighted counts; a specialty that is not named weighs 1. */
  weights: readonly SpecialtyWeight[]
}

/** What the rules say, without the version that says it. */
export type RulesSaid = Omit<MeetingRules, 'version'>

/**
 * No specialty is asked for, and none weighs more, until the chair says so: the published pathways name neither quorum nor weights. An
 * agenda is open until its meeting starts, and has no break.
 */
export const rulesAsShipped: MeetingRules = {
  ...{ version: 0, quorum: [], agendaClosesHours: 0, breakRule: null },
  ...{ scale: 'stances', weights: [] },
}

const namesOnce = (named: readonly { specialty: Specialty }[]): boolean =>
  new Set(named.map(({ specialty }) => specialty)).size === named.length
const once = { error: 'Name each specialty once.' }

/** What is left out stays as it is. */
export const setMeetingRulesInput = z.strictObject({
  boardId: z.uuid(),
  /** The version that the chair saw: what the lock compares. */
  version: z.int().nonnegative(),
  quorum: z.array(quorumNeed).max(specialties.length).refine(namesOnce, once).optional(),
  agendaClosesHours: closingHours.optional(),
  /** Null for no break. */
  breakRule: breakRuleInput.nullable().optional(),
  scale: z.enum(ballotScales, { error: 'Choose three stances or exact ratings.' }).optional(),
  /** A specialty that is not named weighs 1. */
  weights: z.array(specialtyWeight).max(specialties.length).refine(namesOnce, once).optional(),
  because: z
    .string()
    .trim()
    .min(1, 'Write why the rules change.')
    .max(500, 'The reason can have at most 500 characters.'),
})
export type SetMeetingRules = z.infer<typeof setMeetingRulesInput>

export const meetingRulesView = z.object({
  version: z.int(),
  quorum: z.array(quorumNeed),
  agendaClosesHours: z.int(),
  breakRule: breakRuleInput.nullable(),
  scale: z.enum(ballotScales),
  weights: z.array(specialtyWeight),
  maySet: z.boolean(),
  /** Each version with its reason, the latest first. */
  history: z.array(
    z.object({ version: z.int(), because: z.string(), changed: z.array(z.string()), by: z.string(), at: z.string() }),
  ),
})
export type MeetingRulesView = z.infer<typeof meetingRulesView>

/** How many of a specialty a rule asks for, from 0. */
export const leastOf = (needs: readonly QuorumNeed[], specialty: Specialty): number =>
  Math.min(needs.find((need) => need.specialty === specialty)?.least ?? 0, mostOfSpecialty)

/** What the rules say after a change: what it leaves out stays. */
export const rulesAfter = (
  current: RulesSaid,
  {
    quorum = [...current.quorum],
    agendaClosesHours = current.agendaClosesHours,
    breakRule = current.breakRule,
    scale = current.scale,
    weights = [...current.weights],
  }: Omit<SetMeetingRules, 'boardId' | 'version' | 'because'>,
) => ({ quorum, agendaClosesHours, breakRule, scale, weights: weightsThatDiffer(weights) })

/** What differs between two versions, a line for each; empty when nothing does. */
export function ruleChanges(before: RulesSaid, after: RulesSaid): string[] {
  const isSameQuorum = specialties.every((one) => leastOf(before.quorum, one) === leastOf(after.quorum, one))
  const [breakBefore, breakAfter] = [before, after].map(({ breakRule }) => (breakRule ? breakWords(breakRule) : 'none'))
  const isSameClosing = before.agendaClosesHours === after.agendaClosesHours
  const isSameWeights = specialties.every((one) => weightOf(before.weights, one) === weightOf(after.weights, one))
  return [
    ...(isSameQuorum ? [] : [`Quorum: ${needsWords(after.quorum) || 'none is asked for'}`]),
    ...(isSameClosing ? [] : [`Agenda: closes ${closingWords(after.agendaClosesHours)}`]),
    ...(breakBefore === breakAfter ? [] : [`Break: ${breakAfter}`]),
    ...(before.scale === after.scale ? [] : [`Ballot: ${scaleWords[after.scale]}`]),
    ...(isSameWeights ? [] : [`Weights: ${weightsWords(after.weights) || 'all specialties weigh the same'}`]),
  ]
}

/** When an agenda closes, as the end of a sentence: `24 hours before the planned start`. */
export const closingWords = (hours: number): string =>
  hours === 0 ? 'when the meeting starts' : `${hours} ${hours === 1 ? 'hour' : 'hours'} before the planned start`
