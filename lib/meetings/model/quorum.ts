import { z } from 'zod'
import { listWords } from '@/lib/foundation/words'
import { type Specialty, specialties, specialtyWords } from '@/lib/people/model'

/** The most members of one specialty that a rule can ask for. */
export const mostOfSpecialty = 9

export const quorumNeed = z.strictObject({
  specialty: z.enum(specialties, { error: 'Choose a specialty.' }),
  /** Members with a vote, at least. */
  least: z
    .int({ error: 'Give the members as a number.' })
    .min(1, 'Give at least 1 member.')
    .max(mostOfSpecialty, `Give at most ${mostOfSpecialty} members.`),
})
export type QuorumNeed = z.infer<typeof quorumNeed>

/** A conclusion with a quorum is a decision of the board; one without is its advice. */
export const ranks = ['decision', 'advice'] as const
export type Rank = (typeof ranks)[number]

/**
 * Whether the board could decide a case. `none`: the board asks for no quorum; `sealed`: who answered is not to be known before
 * the reveal; `met` or `short` otherwise.
 */
export const quorumStates = ['none', 'sealed', 'met', 'short'] as const

/** `called`: of a board without a meeting, where each specialty that was called has to answer. */
const quorumRules = ['board', 'called'] as const

export const quorumView = z.object({
  state: z.enum(quorumStates),
  rule: z.enum(quorumRules),
  /** In the fixed order of specialties; `there`: members who count. Null while it is sealed. */
  needs: z.array(z.object({ specialty: z.enum(specialties), least: z.number(), there: z.number().nullable() })),
  /** Members who are there and do not count, since they take no part in this case. */
  recused: z.array(z.object({ userId: z.uuid(), name: z.string(), specialty: z.enum(specialties) })),
})
export type QuorumView = z.infer<typeof quorumView>

/** A member with a vote. */
export type QuorumMember = { userId: string; name: string; specialty: Specialty }

const inOrder = (needs: readonly QuorumNeed[]): QuorumNeed[] =>
  specialties.flatMap((specialty) => needs.filter((need) => need.specialty === specialty))

/**
 * Where the quorum of a case stands: the members who are there against what the rule needs. Whoever is recused from the case does
 * not count.
 */
export function quorumOf(
  rule: QuorumView['rule'],
  needs: readonly QuorumNeed[],
  there: readonly QuorumMember[],
  recusedIds: ReadonlySet<string>,
): QuorumView {
  const counted = there.filter(({ userId }) => !recusedIds.has(userId))
  const found = inOrder(needs).map(({ specialty, least }) => ({
    ...{ specialty, least },
    there: counted.filter((member) => member.specialty === specialty).length,
  }))
  const isMet = found.every((need) => need.there >= need.least)
  return {
    state: needs.length === 0 ? 'none' : isMet ? 'met' : 'short',
    rule,
    needs: found,
    recused: there
      .filter(({ userId }) => recusedIds.has(userId))
      .map(({ userId, name, specialty }) => ({
        ...{ userId, name, specialty },
      })),
  }
}

/** The same before the reveal of a board without a meeting: what it needs, and not who has answered. */
export const sealedQuorum = (needs: readonly QuorumNeed[]): QuorumView => ({
  state: needs.length === 0 ? 'none' : 'sealed',
  rule: 'called',
  needs: inOrder(needs).map(({ specialty, least }) => ({ specialty, least, there: null })),
  recused: [],
})

/** What a conclusion is that falls with this quorum: without a rule, and where none was kept, every conclusion is a decision. */
export const rankOf = (quorum: QuorumView | undefined): Rank => (quorum?.state === 'short' ? 'advice' : 'decision')

/** The specialties of which too few are there. */
export const missingOf = ({ needs }: QuorumView): { specialty: Specialty; least: number; there: number }[] =>
  needs.flatMap(({ there, ...need }) => (there === null || there >= need.least ? [] : [{ ...need, there }]))

const specialtyOf = (specialty: Specialty): string => specialtyWords[specialty].word.toLowerCase()

/** What is missing, such as `pathology (0 of 1) and radiology (1 of 2)`; empty when nothing is. */
export const missingWords = (quorum: QuorumView): string =>
  listWords(missingOf(quorum).map(({ specialty, least, there }) => `${specialtyOf(specialty)} (${there} of ${least})`))

/** What a rule asks for, such as `1 of spine surgery and 2 of radiology`. */
export const needsWords = (needs: readonly QuorumNeed[]): string =>
  listWords(inOrder(needs).map(({ specialty, least }) => `${least} of ${specialtyOf(specialty)}`))

/** Where a signed conclusion is advice: which specialties were missing. Null for a decision, and where no record was kept. */
export const adviceWords = (quorum: QuorumView | undefined): string | null =>
  quorum?.state === 'short'
    ? `Advice, not a decision: the board was short of its quorum. Missing: ${missingWords(quorum)}.`
    : null
