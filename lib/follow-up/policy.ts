import type { Actor } from '@/lib/people/model'
import { holds, maySeePatients } from '@/lib/people/policy'

/** Coordinator and chair carry every task of their board; its owner carries the own one. */
export const mayCarryTask = (actor: Actor, task: { boardId: string; ownerId: string | null }): boolean =>
  holds(actor, task.boardId, ['coordinator', 'chair']) ||
  (task.ownerId === actor.userId && maySeePatients(actor, task.boardId))
