import { z } from 'zod'
import { type Specialty, specialties } from '@/lib/people/model'
import { type BreakRule, breakRuleInput, breakWords } from './break'
import { closingHours } from './late'
import { mostOfSpecialty, needsWords, type QuorumNeed, quorumNeed } from './quorum'

/** How a board meets. Version 0 is how it meets until its chair has set anything. */
export type MeetingRules = {
  version: number
  quorum: readonly QuorumNeed[]
  /** Hours before the planned start at which the agenda closes; 0: with the start of the meeting. */
  agendaClosesHours: number
  /** When a break is due; null where the board asks for none. */
  breakRule: BreakRule | null
}

/** What the rules say, without the version that says it. */
export type RulesSaid = Omit<MeetingRules, 'version'>

/** No specialty is asked for until the chair says which: the published pathways name no quorum. An agenda is open until its meeting starts, and has no break. */
export const rulesAsShipped: MeetingRules = { version: 0, quorum: [], agendaClosesHours: 0, breakRule: null }

export const setMeetingRulesInput = z.strictObject({
  boardId: z.uuid(),
  /** The version that the chair saw: what the lock compares. */
  version: z.int().nonnegative(),
  quorum: z
    .array(quorumNeed)
    .max(specialties.length)
    .refine((needs) => new Set(needs.map(({ specialty }) => specialty)).size === needs.length, {
      error: 'Name each specialty once.',
    }),
  /** Left out, it stays as it is. */
  agendaClosesHours: closingHours.optional(),
  /** Null for no break. Left out, it stays as it is. */
  breakRule: breakRuleInput.nullable().optional(),
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
    quorum,
    agendaClosesHours = current.agendaClosesHours,
    breakRule = current.breakRule,
  }: Pick<SetMeetingRules, 'quorum' | 'agendaClosesHours' | 'breakRule'>,
) => ({ quorum, agendaClosesHours, breakRule })

/** What differs between two versions, a line for each; empty when nothing does. */
export function ruleChanges(before: RulesSaid, after: RulesSaid): string[] {
  const isSameQuorum = specialties.every((one) => leastOf(before.quorum, one) === leastOf(after.quorum, one))
  const [breakBefore, breakAfter] = [before, after].map(({ breakRule }) => (breakRule ? breakWords(breakRule) : 'none'))
  const isSameClosing = before.agendaClosesHours === after.agendaClosesHours
  return [
    ...(isSameQuorum ? [] : [`Quorum: ${needsWords(after.quorum) || 'none is asked for'}`]),
    ...(isSameClosing ? [] : [`Agenda: closes ${closingWords(after.agendaClosesHours)}`]),
    ...(breakBefore === breakAfter ? [] : [`Break: ${breakAfter}`]),
  ]
}

/** When an agenda closes, as the end of a sentence: `24 hours before the planned start`. */
export const closingWords = (hours: number): string =>
  hours === 0 ? 'when the meeting starts' : `${hours} ${hours === 1 ? 'hour' : 'hours'} before the planned start`
