import { z } from 'zod'
import { type FieldProblem, ok, type Result, refuse } from '@/lib/foundation/result'
import { maybeText } from '@/lib/foundation/typed-text'
import type { ItemStage, MeetingState } from '@/lib/meetings/model'
import { type Stance, stances } from '../model'
import { otherBand } from './ballot'
import { exactRating } from './rating'

/** The answers to keep; of an option that is left out, what was kept before stays. A null stance opens an option again. */
export const savePreBallotInput = z.strictObject({
  itemId: z.uuid(),
  /** The round of the vote that is filled in; the first one when it is not said. */
  round: z.number().int().min(1).optional(),
  answers: z
    .array(
      z
        .strictObject({
          optionId: z.uuid(),
          stance: z.enum(stances, { error: 'Choose an answer.' }).nullable(),
          /** The exact rating, kept beside its stance whichever scale the round is voted on. */
          rating: exactRating.nullish(),
          reason: maybeText('The reason', 2000).nullable().default(null),
        })
        .superRefine((answer, context) => {
          const message = otherBand(answer)
          if (message) context.addIssue({ code: 'custom', path: ['rating'], message })
        }),
    )
    .max(300),
})
export type SavePreBallot = z.infer<typeof savePreBallotInput>
export type PreAnswer = SavePreBallot['answers'][number]

/** What a member has filled in of the own ballot and not cast: seen by nobody else, and no ballot until it is cast. */
export const preBallotView = z.object({
  savedAt: z.string(),
  answers: z.array(
    z.object({
      optionId: z.uuid(),
      stance: z.enum(stances).nullable(),
      rating: exactRating.nullish(),
      reason: z.string().nullable(),
      savedAt: z.string(),
    }),
  ),
})
export type PreBallotView = z.infer<typeof preBallotView>

/** How far the actor has rated a case at home. */
export const preBallotProgress = z.object({
  itemId: z.uuid(),
  caseId: z.uuid(),
  code: z.string(),
  position: z.number(),
  /** Options that are up for the vote. */
  options: z.number(),
  /** Those of them that the actor has answered. */
  rated: z.number(),
})
export type PreBallotProgress = z.infer<typeof preBallotProgress>

type Where = { meetingState: MeetingState; stage: ItemStage; round: number }

/**
 * Whether answers can be kept now: from the agenda on, before the meeting begins too, until the round is revealed. `options` are all of
 * the item, withdrawn ones too, since a screen may not know yet. Refuses with `closed` later and for another round, with
 * `invalid` for an option that is not on the item, or is answered twice.
 */
export const decidePreBallot = (
  { meetingState, stage, round }: Where,
  options: readonly string[],
  answers: readonly PreAnswer[],
  filledInFor = 1,
): Result<readonly PreAnswer[]> => {
  if (meetingState === 'closed') return refuse('closed', 'meeting-closed')
  if (stage === 'concluded') return refuse('closed', 'already-concluded')
  if (stage === 'revealed' || filledInFor !== round) return refuse('closed', 'vote-revealed')
  const given = answers.map(({ optionId }) => optionId)
  const problems = given.flatMap((optionId, index): FieldProblem[] => {
    const path = `answers.${index}.optionId`
    if (!options.includes(optionId)) return [{ path, message: 'This option is not up for the vote.' }]
    return given.indexOf(optionId) === index ? [] : [{ path, message: 'This option is answered twice.' }]
  })
  return problems.length > 0 ? refuse('invalid', problems) : ok(answers)
}

/** An answer as it is kept. */
export type StoredPreAnswer = {
  optionId: string
  stance: Stance | null
  rating?: number | null
  reason: string | null
  savedAt: Date
}

/**
 * What the member sees of it: the answers in the order of their options, or null where nothing was kept or the case is concluded and
 * nobody can cast any more.
 */
export function preBallotOf(mine: readonly StoredPreAnswer[], stage: ItemStage): PreBallotView | null {
  if (mine.length === 0 || stage === 'concluded') return null
  const latest = new Date(Math.max(...mine.map(({ savedAt }) => savedAt.getTime())))
  const answers = mine
    .map(({ savedAt, ...answer }) => ({ ...answer, savedAt: savedAt.toISOString() }))
    .toSorted((one, other) => (one.optionId < other.optionId ? -1 : 1))
  return { savedAt: latest.toISOString(), answers }
}
