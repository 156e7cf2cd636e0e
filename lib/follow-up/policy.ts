import type { Actor } from '@/lib/people/model'
import { holds, maySeePatients } from '@/lib/people/policy'

/** Coordinator and chair carry every task of their board; its owner carries the own one. */
export const mayCarryTask = (actor: Actor, task: { boardId: string; ownerId: string | null }): boolean =>
  holds(actor, task.boardId, ['coordinator', 'chair']) ||
  (task.ownerId === actor.userId && maySeePatients(actor, task.boardId))

/** Those who write cases record visits: the same people as at referral. */
export const mayRecordVisit = (actor: Actor, boardId: string): boolean =>
  holds(actor, boardId, ['presenter', 'core-member', 'coordinator'])
