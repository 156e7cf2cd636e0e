import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import { asActor } from '@/db/client'
import { shadowVotes } from '@/db/schema/practice'
import { ok, type Result, refuse } from '@/lib/foundation/result'
import { record as note } from '@/lib/ledger/commands'
import type { Actor } from '@/lib/people/model'
import { type PastCaseView, pastCaseOf, type SharedCaseView } from '../model/past-case'
import { whyNotPast } from '../model/shadow-vote'
import { mayEnterPractice, mayPractise, maySeeShadowVote } from '../policy'
import { readAnswer, readPast, readShadowVote, viewVote } from './read-past-case'

export const pastCaseInput = z.strictObject({ conclusionId: z.uuid() })
export const sharedCaseInput = z.strictObject({ shadowVoteId: z.uuid() })

/**
 * A past case without names and dates. What the board answered and what came of it comes with it once the actor has rated it.
 * Refuses with `not-found` for strangers, `forbidden` for who had a part in the decision, `closed` while the case is not past.
 */
export const getPastCase = (
  actor: Actor,
  { conclusionId }: z.output<typeof pastCaseInput>,
): Promise<Result<PastCaseView>> =>
  asActor(actor, async (tx) => {
    const past = await readPast(tx, actor, conclusionId)
    if (!past || !mayEnterPractice(actor, past)) return refuse('not-found')
    if (!mayPractise(actor, past)) return refuse('forbidden')
    const why = whyNotPast(past)
    if (why || !past.record) return refuse('closed', why ?? 'not-concluded')
    const { boardId, caseId, record } = past
    const mine = and(eq(shadowVotes.conclusionId, conclusionId), eq(shadowVotes.voterId, actor.userId))
    const vote = await readShadowVote(tx, mine)
    await note(tx, actor, { kind: 'practice.opened', boardId, caseId, aboutId: conclusionId })
    return ok({
      ...{ conclusionId, boardId, ...pastCaseOf(record) },
      vote: vote && viewVote(vote),
      answer: vote && (await readAnswer(tx, caseId, record)),
    })
  })

/**
 * Practice ratings that are shown to the actor, or the own ones, beside the board’s answer: the case they are of may since have
 * another version in force. Everybody else gets `not-found`.
 */
export const getSharedCase = (
  actor: Actor,
  { shadowVoteId }: z.output<typeof sharedCaseInput>,
): Promise<Result<SharedCaseView>> =>
  asActor(actor, async (tx) => {
    const vote = await readShadowVote(tx, eq(shadowVotes.id, shadowVoteId))
    const isSeen = vote && maySeeShadowVote(actor, { ...vote, sharedWith: vote.sharedWith.map(({ userId }) => userId) })
    const past = isSeen ? await readPast(tx, actor, vote.conclusionId) : null
    if (!vote || !past?.record) return refuse('not-found')
    const { boardId, caseId, conclusionId, record } = past
    await note(tx, actor, { kind: 'practice.opened', boardId, caseId, aboutId: conclusionId })
    return ok({
      ...{ conclusionId, boardId, ...pastCaseOf(record), voter: vote.voter, vote: viewVote(vote) },
      answer: await readAnswer(tx, caseId, record),
    })
  })
