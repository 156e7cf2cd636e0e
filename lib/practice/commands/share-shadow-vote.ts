import { and, eq, isNull } from 'drizzle-orm'
import { asActor } from '@/db/client'
import { shadowVoteShares, shadowVotes } from '@/db/schema/practice'
import { now } from '@/lib/foundation/clock'
import { ok, type Result, refuse } from '@/lib/foundation/result'
import { record } from '@/lib/ledger/commands'
import type { Actor } from '@/lib/people/model'
import { clinicalRoles } from '@/lib/people/policy'
import { colleagues } from '@/lib/people/queries'
import type { ShareShadowVote } from '../model/shadow-vote'
import { mayEnterPractice, mayShare } from '../policy'
import { readShadowVote } from '../queries/read-past-case'

const isClinical = ({ roles }: { roles: readonly string[] }) => clinicalRoles.some((role) => roles.includes(role))

/**
 * Shows the own practice ratings to a colleague of the board who sees its patients, or stops showing them. Saying the same twice
 * changes nothing. Refuses with `invalid` for anybody else, and for oneself.
 */
export const shareShadowVote = (actor: Actor, input: ShareShadowVote): Promise<Result<null>> =>
  asActor(actor, async (tx) => {
    const { shadowVoteId, userId, shared } = input
    const vote = await readShadowVote(tx, eq(shadowVotes.id, shadowVoteId))
    if (!vote || !mayEnterPractice(actor, vote)) return refuse('not-found')
    if (!mayShare(actor, vote)) return refuse('forbidden')
    const { boardId } = vote
    const others = (await colleagues(tx, boardId)).filter((one) => one.userId !== actor.userId && isClinical(one))
    if (shared && !others.some((one) => one.userId === userId)) {
      return refuse('invalid', [{ path: 'userId', message: 'Choose a colleague who sees the patients of this board.' }])
    }
    if (vote.sharedWith.some((one) => one.userId === userId) === shared) return ok(null)
    if (shared) {
      const share = { boardId, shadowVoteId, voterId: actor.userId, sharedWith: userId, sharedAt: now() }
      await tx.insert(shadowVoteShares).values(share).onConflictDoNothing()
    } else {
      const standing = and(
        ...[eq(shadowVoteShares.shadowVoteId, shadowVoteId), eq(shadowVoteShares.sharedWith, userId)],
        isNull(shadowVoteShares.endedAt),
      )
      await tx.update(shadowVoteShares).set({ endedAt: now() }).where(standing)
    }
    await record(tx, actor, { kind: 'practice.shared', boardId, aboutId: shadowVoteId, details: { shared } })
    return ok(null)
  })
