import type { Actor } from '@/lib/people/model'
import { holds, taskCarriers } from '@/lib/people/policy'

/** Coordinator and chair carry every task of their board; its owner carries the own one while still able to own it. */
export const mayCarryTask = (actor: Actor, task: { boardId: string; ownerId: string | null }): boolean =>
  holds(actor, task.boardId, ['coordinator', 'chair']) ||
  (task.ownerId === actor.userId && holds(actor, task.boardId, taskCarriers))
