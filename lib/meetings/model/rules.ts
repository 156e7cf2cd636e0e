import { z } from 'zod'
import { type Specialty, specialties } from '@/lib/people/model'
import { mostOfSpecialty, needsWords, type QuorumNeed, quorumNeed } from './quorum'

/** How a board meets. Version 0 is how it meets until its chair has set anything. */
export type MeetingRules = { version: number; quorum: readonly QuorumNeed[] }

/** No specialty is asked for until the chair says which: the published pathways name no quorum. */
export const rulesAsShipped: MeetingRules = { version: 0, quorum: [] }

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

/** What differs between two versions, a line for each; empty when nothing does. */
export function ruleChanges(before: Omit<MeetingRules, 'version'>, after: Omit<MeetingRules, 'version'>): string[] {
  const isSame = specialties.every((one) => leastOf(before.quorum, one) === leastOf(after.quorum, one))
  if (isSame) return []
  return [`Quorum: ${needsWords(after.quorum) || 'none is asked for'}`]
}
