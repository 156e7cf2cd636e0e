import type { Actor, Role, Seat } from './model'

/** The actor's seat on a board, or undefined for a stranger. */
export const seatOn = (actor: Actor, boardId: string): Seat | undefined =>
  actor.seats.find((seat) => seat.boardId === boardId)

/** Whether the actor holds one of the roles on the board. */
export const holds = (actor: Actor, boardId: string, anyOf: readonly Role[]): boolean =>
  seatOn(actor, boardId)?.roles.some((role) => anyOf.includes(role)) ?? false

/** Roles that may see patients. An administrator manages people, not patients. */
export const clinicalRoles = ['presenter', 'core-member', 'chair', 'coordinator', 'observer'] as const

export const mayManagePeople = (actor: Actor, boardId: string): boolean => holds(actor, boardId, ['administrator'])

export const mayCreateBoard = (actor: Actor): boolean =>
  actor.seats.some((seat) => seat.roles.includes('administrator'))

export const maySeePatients = (actor: Actor, boardId: string): boolean => holds(actor, boardId, clinicalRoles)
