import { z } from 'zod'
import { type FieldProblem, ok, type Result, refuse } from '@/lib/foundation/result'
import { maybeText } from '@/lib/foundation/typed-text'
import { type ItemNow, meetingObstacle } from '@/lib/meetings/model'
import { type BallotScale, type SpecialtyWeight, weightOf } from '@/lib/meetings/model/voting'
import { type Specialty, specialties } from '@/lib/people/model'
import { type Stance, stances } from '../model'
import { exactRating, rates, stanceOfRating } from './rating'

/** What has to be written with a stance; the others may carry a reason. */
const asksFor: Partial<Record<Stance, string>> = {
  oppose: 'Write why you oppose this.',
  recused: 'Write why you do not take part in this one.',
  'need-information': 'Write what is missing.',
}

/** Whether a stance counts only with a text: oppose and recused with the reason, need-information with what is missing. */
export const needsReason = (stance: Stance): boolean => stance in asksFor

/** What is wrong with a rating that does not lie in its stance, or null. */
export const otherBand = ({ stance, rating }: { stance: Stance | null; rating?: number | null }): string | null =>
  rating == null || stanceOfRating(rating) === stance ? null : `A rating of ${rating} is ${stanceOfRating(rating)}.`

const answerInput = z
  .strictObject({
    optionId: z.uuid(),
    stance: z.enum(stances, { error: 'Choose an answer.' }),
    /** The exact rating, in a round that is rated from 1 to 9. */
    rating: exactRating.nullish(),
    reason: maybeText('The reason', 2000).nullable().default(null),
  })
  .superRefine(({ stance, rating, reason }, context) => {
    const message = otherBand({ stance, rating })
    if (message) context.addIssue({ code: 'custom', path: ['rating'], message })
    const asked = asksFor[stance]
    if (asked && !reason) context.addIssue({ code: 'custom', path: ['reason'], message: asked })
  })

export const castBallotInput = z.strictObject({
  itemId: z.uuid(),
  /** The round of the vote that the ballot was filled in for; the first one when it is not said. */
  round: z.number().int().min(1).optional(),
  answers: z.array(answerInput).max(300),
})
export type CastBallot = z.infer<typeof castBallotInput>
export type BallotAnswer = CastBallot['answers'][number]

const scaleProblems = (scale: BallotScale, answers: readonly BallotAnswer[]): FieldProblem[] =>
  answers.flatMap(({ stance, rating = null }, index): FieldProblem[] => {
    const path = `answers.${index}.rating`
    if (scale === 'stances' && rating !== null)
      return [{ path, message: 'This round is voted in three stances: support, acceptable or oppose.' }]
    return scale === 'ratings' && rating === null && rates(stance)
      ? [{ path, message: 'Rate this option from 1 to 9.' }]
      : []
  })

const answerProblems = (standing: readonly string[], answers: readonly BallotAnswer[]): FieldProblem[] => {
  const given = answers.map(({ optionId }) => optionId)
  const wrong = given.flatMap((optionId, index): FieldProblem[] => {
    const path = `answers.${index}.optionId`
    if (!standing.includes(optionId)) return [{ path, message: 'This option is not up for the vote.' }]
    return given.indexOf(optionId) === index ? [] : [{ path, message: 'This option is answered twice.' }]
  })
  const missing = standing.filter((optionId) => !given.includes(optionId))
  return [...wrong, ...missing.map((optionId) => ({ path: `answers.${optionId}`, message: 'Answer this option too.' }))]
}

/**
 * Whether a ballot counts now. One ballot answers every standing option once. Refuses with `closed` unless the meeting runs,
 * before the vote opens, from the reveal on, and a ballot that was filled in for another round; with `invalid` for an answer that is missing (`answers.<option id>`), doubled or unknown,
 * and for one on another scale than that of the round.
 */
export const decideBallot = (
  { meetingState, stage, round }: Pick<ItemNow, 'meetingState' | 'stage' | 'round'>,
  standing: readonly string[],
  answers: readonly BallotAnswer[],
  filledInFor = 1,
  scale: BallotScale = 'stances',
): Result<readonly BallotAnswer[]> => {
  const why = meetingObstacle(meetingState)
  if (why) return refuse('closed', why)
  if (stage === 'queued' || stage === 'presenting') return refuse('closed', 'vote-not-open')
  if (stage === 'revealed') return refuse('closed', 'vote-revealed')
  if (stage === 'concluded') return refuse('closed', 'already-concluded')
  if (filledInFor !== round) return refuse('closed', 'vote-revealed')
  const problems = [...answerProblems(standing, answers), ...scaleProblems(scale, answers)]
  return problems.length > 0 ? refuse('invalid', problems) : ok(answers)
}

/** A stored answer of a voter to an option; of several revisions the highest counts. */
export type Ballot = {
  optionId: string
  voterId: string
  name: string
  specialty: Specialty
  revision: number
  stance: Stance
  /** The exact rating from 1 to 9; none where the round was voted in stances, and with an answer that rates nothing. */
  rating?: number | null
  reason: string | null
}

const byText = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0)

/** Specialties in their fixed order, people by name within: the same at every vote, so that order tells nothing. */
const inFixedOrder = (one: Ballot, other: Ballot): number =>
  specialties.indexOf(one.specialty) - specialties.indexOf(other.specialty) ||
  byText(one.name, other.name) ||
  byText(one.voterId, other.voterId) ||
  byText(one.optionId, other.optionId)

/** The ballots that count: the last revision of each voter for each option, in the fixed order. */
export const countedBallots = (ballots: readonly Ballot[]): Ballot[] => {
  const last = new Map<string, Ballot>()
  for (const ballot of ballots) {
    const key = `${ballot.voterId} ${ballot.optionId}`
    const known = last.get(key)
    if (!known || known.revision < ballot.revision) last.set(key, ballot)
  }
  return [...last.values()].sort(inFixedOrder)
}

export type StanceCount = Record<Stance, number>

/** Nobody holds any stance. */
export const noStances: StanceCount = {
  support: 0,
  acceptable: 0,
  oppose: 0,
  abstain: 0,
  recused: 0,
  'need-information': 0,
}

/**
 * How many voters hold each stance on each option (by id); with the weights of a board, how much they weigh together. Independent
 * of the order of the ballots.
 */
export const tally = (
  ballots: readonly Ballot[],
  weights: readonly SpecialtyWeight[] = [],
): Record<string, StanceCount> => {
  const counts: Record<string, StanceCount> = {}
  for (const { optionId, stance, specialty } of countedBallots(ballots)) {
    const before = counts[optionId] ?? noStances
    counts[optionId] = { ...before, [stance]: before[stance] + weightOf(weights, specialty) }
  }
  return counts
}
