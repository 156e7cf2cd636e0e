import { and, eq } from 'drizzle-orm'
import { asActor, type Tx } from '@/db/client'
import { ballots } from '@/db/schema/deliberation'
import { agendaItems, meetings } from '@/db/schema/meetings'
import { now } from '@/lib/foundation/clock'
import { ok, type Result, refuse } from '@/lib/foundation/result'
import { record } from '@/lib/ledger/commands'
import { admitVoters } from '@/lib/meetings/commands/admit-voters'
import { ballotsCast, type LockedItem, lockItem } from '@/lib/meetings/commands/lock-item'
import { decideMove, type ItemId } from '@/lib/meetings/model'
import { decideEndOverdue } from '@/lib/meetings/model/overdue'
import { mayChair, mayOpenVote } from '@/lib/meetings/policy'
import type { Actor } from '@/lib/people/model'
import { standingOf } from '../model/standing'
import { readOptions } from '../queries/read-options'
import { beginRevoteDraft } from './write-conclusion'

/** Opens the sealed vote on the item that is shown. Needs one standing option; from now on the options are fixed. */
export const openVote = (actor: Actor, { itemId }: ItemId): Promise<Result<null>> =>
  asActor(actor, async (tx) => {
    const item = await lockItem(tx, itemId)
    if (!item) return refuse('not-found')
    if (!mayOpenVote(actor, item)) return refuse('forbidden')
    const standingOptions = standingOf(await readOptions(tx, itemId)).length
    const decided = decideMove({ ...item, votesElsewhere: false, standingOptions, ballotsCast: 0 }, 'open-vote')
    if (!decided.ok) return decided
    const { boardId, meetingId, caseId } = item
    await tx.update(agendaItems).set({ stage: decided.value, votingAt: now() }).where(eq(agendaItems.id, itemId))
    await record(tx, actor, { kind: 'item.vote-opened', boardId, meetingId, caseId, aboutId: itemId })
    return ok(null)
  })

/**
 * Opens the next round of a revealed vote, on the same options. What was revealed stays so; the new round is sealed by itself,
 * and its ballots alone count once it is revealed.
 */
export const voteAgain = (actor: Actor, { itemId }: ItemId): Promise<Result<null>> =>
  changeRound(actor, itemId, { verb: 'vote-again', kind: 'item.vote-reopened', step: 1 })

/** Ends a further round in which nobody has cast: the round before it counts again. */
export const callOffRound = (actor: Actor, { itemId }: ItemId): Promise<Result<null>> =>
  changeRound(actor, itemId, { verb: 'call-off', kind: 'item.round-called-off', step: -1 })

type RoundChange =
  | { verb: 'vote-again'; kind: 'item.vote-reopened'; step: 1 }
  | { verb: 'call-off'; kind: 'item.round-called-off'; step: -1 }

const changeRound = (actor: Actor, itemId: string, { verb, kind, step }: RoundChange): Promise<Result<null>> =>
  asActor(actor, async (tx) => {
    const item = await lockItem(tx, itemId)
    if (!item) return refuse('not-found')
    if (!mayChair(actor, item)) return refuse('forbidden')
    const standing = { votesElsewhere: false, standingOptions: 0, ballotsCast: await ballotsCast(tx, item) }
    const decided = decideMove({ ...item, ...standing }, verb)
    if (!decided.ok) return decided
    const { boardId, meetingId, caseId, round } = item
    const opened = step > 0 ? { votingAt: now() } : {}
    const next = { stage: decided.value, round: round + step, ...opened }
    await tx.update(agendaItems).set(next).where(eq(agendaItems.id, itemId))
    await record(tx, actor, { kind, boardId, meetingId, caseId, aboutId: itemId, details: { round: round + step } })
    return ok(null)
  })

/** Ends a vote in which somebody has cast, and opens every ballot to everybody on the board, at once and for good. */
export const revealBallots = (actor: Actor, { itemId }: ItemId): Promise<Result<null>> =>
  asActor(actor, async (tx) => {
    const item = await lockItem(tx, itemId)
    if (!item) return refuse('not-found')
    if (!mayChair(actor, item)) return refuse('forbidden')
    const standing = { votesElsewhere: false, standingOptions: 0, ballotsCast: await ballotsCast(tx, item) }
    const decided = decideMove({ ...item, ...standing }, 'reveal')
    if (!decided.ok) return decided
    const { boardId, meetingId, caseId } = item
    await tx.update(agendaItems).set({ stage: decided.value, revealedAt: now() }).where(eq(agendaItems.id, itemId))
    await admitThose(tx, actor, item)
    await beginRevoteDraft(tx, actor, { ...item, stage: decided.value })
    await record(tx, actor, { kind: 'item.revealed', boardId, meetingId, caseId, aboutId: itemId })
    return ok(null)
  })

/**
 * Ends the vote of a board without a meeting whose deadline has passed, opened or not and whoever has cast, and opens its ballots: the
 * chair concludes it, as a decision or as advice by who has answered. Refuses with `closed` before the deadline, and for a meeting.
 */
export const endOverdueVote = (actor: Actor, { itemId }: ItemId): Promise<Result<null>> =>
  asActor(actor, async (tx) => {
    const item = await lockItem(tx, itemId)
    if (!item) return refuse('not-found')
    if (!mayChair(actor, item)) return refuse('forbidden')
    const { boardId, meetingId, caseId } = item
    const [meeting] = await tx.select({ answerBy: meetings.answerBy }).from(meetings).where(eq(meetings.id, meetingId))
    const answerBy = meeting?.answerBy?.toISOString() ?? null
    const at = now()
    const board = { ...item, answerBy, ballotsCast: await ballotsCast(tx, item) }
    const decided = decideEndOverdue(board, at.toISOString())
    if (!decided.ok) return decided
    await tx.update(agendaItems).set({ stage: decided.value, revealedAt: at }).where(eq(agendaItems.id, itemId))
    await admitThose(tx, actor, item)
    await beginRevoteDraft(tx, actor, { ...item, stage: decided.value })
    await record(tx, actor, { kind: 'item.ended-overdue', boardId, meetingId, caseId, aboutId: itemId })
    return ok(null)
  })

/** Records of the voters of the round that ends who had not entered the room. */
async function admitThose(tx: Tx, actor: Actor, item: LockedItem): Promise<void> {
  const { voterId: userId, specialty, castAt } = ballots
  const ofRound = and(eq(ballots.itemId, item.id), eq(ballots.round, item.round))
  const cast = await tx
    .selectDistinctOn([userId], { userId, specialty, castAt })
    .from(ballots)
    .where(ofRound)
    .orderBy(userId, castAt)
  await admitVoters(tx, actor, item, cast)
}
