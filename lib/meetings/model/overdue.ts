import { type ClosedReason, ok, type Result, refuse } from '@/lib/foundation/result'
import { showInstant } from '@/lib/foundation/time'
import { type ItemStage, type MeetingState, meetingObstacle } from '../model'
import type { Rank } from './quorum'

/** A board without a meeting with its one case. `answerBy` and `at` are ISO instants; `answerBy` is null for a meeting. */
export type Deadline = {
  answerBy: string | null
  meetingState: MeetingState
  stage: ItemStage
  round: number
  ballotsCast: number
}

const obstacle: Readonly<Record<ItemStage, ClosedReason | null>> = {
  queued: 'not-presented',
  presenting: null,
  voting: null,
  revealed: 'vote-revealed',
  concluded: 'already-concluded',
}

/**
 * Whether the vote of a board without a meeting can be ended because its deadline has passed: also while nobody has cast, and before
 * it was opened, so that no called board is left without an outcome. A further round in which nobody has cast is called off instead.
 * Refuses with `closed`.
 */
export function decideEndOverdue(board: Deadline, at: string): Result<'revealed'> {
  const { answerBy, meetingState, stage, round, ballotsCast } = board
  const why = meetingObstacle(meetingState) ?? obstacle[stage]
  if (why) return refuse('closed', why)
  if (answerBy === null || at < answerBy) return refuse('closed', 'deadline-not-passed')
  return round > 1 && ballotsCast === 0 ? refuse('closed', 'no-ballots') : ok('revealed')
}

/** When a board was to have answered and when its ballots were opened, ISO instants; null where that was not so. */
type Answered = { answerBy: string | null; revealedAt: string | null }

/** Whether the ballots of a board without a meeting were opened only after its deadline. */
export const isAfterDeadline = ({ answerBy, revealedAt }: Answered): boolean =>
  answerBy !== null && revealedAt !== null && revealedAt >= answerBy

/** For screen, record and papers: that a board ended after its deadline, and whether all had cast by then; null where it did not. */
export function afterDeadlineWords(answered: Answered, rank: Rank, timeZone: string): string | null {
  const { answerBy } = answered
  if (answerBy === null || !isAfterDeadline(answered)) return null
  const ended = `Board without a meeting, ended after its deadline of ${showInstant(answerBy, timeZone)}.`
  return rank === 'decision' ? `${ended} Every specialty that was called had cast, so that it is a decision.` : ended
}
