import { mayChair, mayEnterRoom } from '@/lib/meetings/policy'
import type { Actor } from '@/lib/people/model'
import { holds } from '@/lib/people/policy'

type OnBoard = { boardId: string }

/** Presenter, core members and chair propose options; observers and the coordinator do not. */
export const mayPropose = (actor: Actor, { boardId }: OnBoard): boolean =>
  holds(actor, boardId, ['presenter', 'core-member', 'chair'])

/** Whoever proposed an option takes it back, and the chair any. */
export const mayWithdraw = (actor: Actor, option: OnBoard & { proposedBy: string }): boolean =>
  mayChair(actor, option) || (option.proposedBy === actor.userId && mayEnterRoom(actor, option))

/** Core members vote, each for one specialty; a chair without such a seat does not. */
export const mayVote = (actor: Actor, { boardId }: OnBoard): boolean => holds(actor, boardId, ['core-member'])

/** Whoever may propose may also say that something is unsafe. */
export const mayObject = (actor: Actor, item: OnBoard): boolean => mayPropose(actor, item)

/** Whoever may propose or vote declares a conflict of interest of their own, and takes it back. */
export const mayDeclareConflict = (actor: Actor, item: OnBoard): boolean => mayPropose(actor, item)

/** The chair writes and signs the conclusion. */
export const mayConclude = (actor: Actor, item: OnBoard): boolean => mayChair(actor, item)

/** Presenter, core members, chair and coordinator write remarks in the room; an observer reads them. */
export const mayRemark = (actor: Actor, { boardId }: OnBoard): boolean =>
  holds(actor, boardId, ['presenter', 'core-member', 'chair', 'coordinator'])

/** Whoever wrote a remark takes it back; nobody else does. */
export const mayWithdrawRemark = (actor: Actor, remark: OnBoard & { writtenBy: string }): boolean =>
  mayRemark(actor, remark) && remark.writtenBy === actor.userId

/** The chair says that a signed conclusion stands although facts are known otherwise since, or has it voted on again. */
export const mayReopen = (actor: Actor, conclusion: OnBoard): boolean => mayChair(actor, conclusion)
