import { z } from 'zod'
import { type ClosedReason, type FieldProblem, ok, type Result, refuse } from '@/lib/foundation/result'
import { maybeText } from '@/lib/foundation/typed-text'
import type { MeetingState } from '@/lib/meetings/model'

/** The three answers that rate an option; in practice nobody abstains or is recused. */
export const shadowStances = ['support', 'acceptable', 'oppose'] as const
export type ShadowStance = (typeof shadowStances)[number]

const rating = z.strictObject({ optionId: z.uuid(), stance: z.enum(shadowStances, { error: 'Choose an answer.' }) })
export type Rating = z.infer<typeof rating>

export const ratePastCaseInput = z.strictObject({
  conclusionId: z.uuid(),
  ratings: z.array(rating).min(1, 'Rate the options.').max(300),
  reasons: maybeText('Your reasons', 5000).default(''),
})
export type RatePastCase = z.output<typeof ratePastCaseInput>

export const shareShadowVoteInput = z.strictObject({
  shadowVoteId: z.uuid(),
  userId: z.uuid('Choose a colleague.'),
  shared: z.boolean(),
})
export type ShareShadowVote = z.infer<typeof shareShadowVoteInput>

type Past = { state: 'draft' | 'signed' | 'superseded'; meetingState: MeetingState }

/** A case is past once its conclusion is signed and in force and its meeting is closed. */
export const whyNotPast = ({ state, meetingState }: Past): ClosedReason | null => {
  if (state !== 'signed') return 'not-concluded'
  return meetingState === 'closed' ? null : 'meeting-not-closed'
}

/**
 * Whether the ratings of a past case are whole: each standing option once, and no other. Refuses with `closed` while the case is
 * not past and once it was rated: whoever has seen the answer rates nothing any more.
 */
export function decideShadowVote(
  past: Past & { isRated: boolean },
  standing: readonly string[],
  ratings: readonly Rating[],
): Result<null> {
  const why = whyNotPast(past) ?? (past.isRated ? 'already-rated' : null)
  if (why) return refuse('closed', why)
  const given = ratings.map(({ optionId }) => optionId)
  const wrong = given.flatMap((optionId, place): FieldProblem[] => {
    const path = `ratings.${place}.optionId`
    if (!standing.includes(optionId)) return [{ path, message: 'The board did not vote on this option.' }]
    return given.indexOf(optionId) === place ? [] : [{ path, message: 'This option is rated twice.' }]
  })
  const missing = standing.filter((optionId) => !given.includes(optionId))
  const problems = [...wrong, ...missing.map((id) => ({ path: `ratings.${id}`, message: 'Rate this option too.' }))]
  return problems.length > 0 ? refuse('invalid', problems) : ok(null)
}
