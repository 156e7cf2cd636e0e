import { z } from 'zod'
import { showDay } from '@/lib/foundation/time'
import { listWords } from '@/lib/foundation/words'
import { type Specialty, specialties, specialtyWords } from '@/lib/people/model'
import type { ItemStage } from '../model'

/** How a board rates an option: with one of three stances, or exactly from 1 to 9. */
export const ballotScales = ['stances', 'ratings'] as const
export type BallotScale = (typeof ballotScales)[number]

/** Each scale in words. */
export const scaleWords: Readonly<Record<BallotScale, string>> = {
  stances: 'three stances (support, acceptable, oppose)',
  ratings: 'exact ratings from 1 to 9',
}

/** What a specialty can weigh. Halves, so that sums are exact in whatever order they are added. */
export const weightFactors = [0.5, 1, 1.5, 2, 2.5, 3, 4, 5] as const

export const specialtyWeight = z.strictObject({
  specialty: z.enum(specialties, { error: 'Choose a specialty.' }),
  /** How often a ballot of the specialty counts in the weighted counts; 1 for a specialty that is not named. */
  weight: z
    .number({ error: 'Give the weight as a number.' })
    .positive('A weight of 0 would take the vote away: it cannot be set.')
    .refine((weight) => weightFactors.some((factor) => factor === weight), {
      error: `Give one of these weights: ${weightFactors.join(', ')}.`,
    }),
})
export type SpecialtyWeight = z.infer<typeof specialtyWeight>

/** The weight of a specialty, 1 unless the board says otherwise. */
export const weightOf = (weights: readonly SpecialtyWeight[], specialty: Specialty): number =>
  weights.find((one) => one.specialty === specialty)?.weight ?? 1

/** Only the weights that are not 1, in the fixed order of specialties; empty when all weigh the same. */
export function weightsThatDiffer(weights: readonly SpecialtyWeight[]): SpecialtyWeight[] {
  const all = specialties.map((specialty) => ({ specialty, weight: weightOf(weights, specialty) }))
  return all.every(({ weight }) => weight === all[0]?.weight) ? [] : all.filter(({ weight }) => weight !== 1)
}

/** `spine surgery 2 and radiology 0.5, others 1`; empty for equal weights. */
export const weightsWords = (weights: readonly SpecialtyWeight[]): string => {
  const named = weights.map(({ specialty, weight }) => `${specialtyWords[specialty].word.toLowerCase()} ${weight}`)
  if (named.length === 0) return ''
  return named.length === specialties.length ? listWords(named) : `${listWords(named)}, others 1`
}

/**
 * How a round is voted: the rule of the board at its opening, whatever the rule is since. `version` is that of the board's meeting
 * rules, 0 as shipped. `set` says who set the weights and when; null while all weigh the same.
 */
export const votingRule = z.object({
  version: z.int(),
  scale: z.enum(ballotScales),
  weights: z.array(specialtyWeight),
  set: z.object({ by: z.string(), at: z.string() }).nullable(),
})
export type VotingRule = z.infer<typeof votingRule>

/** How every board votes until its chair says otherwise, and how it voted before it could. */
export const votingAsShipped: VotingRule = { version: 0, scale: 'stances', weights: [], set: null }

/** A version of the meeting rules as far as it says how a vote is held. */
export type VotingVersion = {
  version: number
  scale: BallotScale
  weights: readonly SpecialtyWeight[]
  by: string
  at: string
}

const isSame = (one: readonly SpecialtyWeight[], other: readonly SpecialtyWeight[]): boolean =>
  specialties.every((specialty) => weightOf(one, specialty) === weightOf(other, specialty))

/** The rule of one version, from all versions of the board. The weights are those of whoever set them, not of who changed something else since. */
export function votingRuleOf(versions: readonly VotingVersion[], version: number): VotingRule {
  const upTo = versions.filter((one) => one.version <= version).toSorted((one, other) => other.version - one.version)
  const [current] = upTo
  if (!current) return votingAsShipped
  const changed = upTo.findIndex(({ weights }) => !isSame(weights, current.weights))
  const setIn = upTo[(changed < 0 ? upTo.length : changed) - 1] ?? current
  const { scale, weights } = current
  const set = weights.length === 0 ? null : { by: setIn.by, at: setIn.at }
  return { version: current.version, scale, weights: [...weights], set }
}

/** The rule that the next round opens with. */
export const votingRuleNow = (versions: readonly VotingVersion[]): VotingRule =>
  votingRuleOf(versions, Math.max(0, ...versions.map(({ version }) => version)))

/**
 * How each round of an item is voted: by the version that it opened with. While no vote is open or over, by the rule of the board
 * now, which the next round would open with. `rulesByRound` is the version of each round, the first one first.
 */
export const votingByRound =
  (
    versions: readonly VotingVersion[],
    { stage, rulesByRound }: { stage: ItemStage; rulesByRound: readonly number[] },
  ): ((round: number) => VotingRule) =>
  (round) =>
    stage === 'queued' || stage === 'presenting'
      ? votingRuleNow(versions)
      : votingRuleOf(versions, rulesByRound[round - 1] ?? 0)

/** `Weights of the board: spine surgery 2, others 1, set by H. Chairwood on 29-Nov-2026`; null for equal weights. */
export function weightsLine({ weights, set }: VotingRule, dayOf: (instant: string) => string): string | null {
  if (weights.length === 0) return null
  const by = set === null ? '' : `, set by ${set.by} on ${showDay(dayOf(set.at))}`
  return `Weights of the board: ${weightsWords(weights)}${by}`
}
