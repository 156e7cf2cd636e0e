import { and, eq } from 'drizzle-orm'
import { asActor } from '@/db/client'
import { shadowVotes } from '@/db/schema/practice'
import { now } from '@/lib/foundation/clock'
import { ok, type Result, refuse } from '@/lib/foundation/result'
import { record } from '@/lib/ledger/commands'
import type { Actor } from '@/lib/people/model'
import { decideShadowVote, type RatePastCase } from '../model/shadow-vote'
import { mayEnterPractice, mayPractise } from '../policy'
import { readPast, readShadowVote } from '../queries/read-past-case'

/**
 * Gives the actor’s ratings of the options of a past case, once: from then on the board’s answer is shown beside them. No ballot
 * and no part of any tally or figure.
 */
export const ratePastCase = (actor: Actor, input: RatePastCase): Promise<Result<{ shadowVoteId: string }>> =>
  asActor(actor, async (tx) => {
    const { conclusionId, ratings, reasons } = input
    const past = await readPast(tx, actor, conclusionId)
    if (!past || !mayEnterPractice(actor, past)) return refuse('not-found')
    if (!mayPractise(actor, past)) return refuse('forbidden')
    const own = and(eq(shadowVotes.conclusionId, conclusionId), eq(shadowVotes.voterId, actor.userId))
    const isRated = (await readShadowVote(tx, own)) !== null
    const standing = (past.record?.options ?? []).filter(({ withdrawnBecause }) => withdrawnBecause === null)
    const ids = standing.map(({ optionId }) => optionId)
    const decided = decideShadowVote({ ...past, isRated }, ids, ratings)
    if (!decided.ok) return decided
    const { boardId } = past
    const given = { boardId, conclusionId, voterId: actor.userId, ratings, reasons, ratedAt: now() }
    const [stored] = await tx.insert(shadowVotes).values(given).onConflictDoNothing().returning({ id: shadowVotes.id })
    if (!stored) return refuse('closed', 'already-rated')
    await record(tx, actor, { kind: 'practice.rated', boardId, aboutId: stored.id })
    return ok({ shadowVoteId: stored.id })
  })
