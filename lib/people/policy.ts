import type { Actor, Role, Seat } from './model'

/** The actor's seat on a board, or undefined for a stranger. */
export const seatOn = (actor: Actor, boardId: string): Seat | undefined =>
  actor.seats.find((seat) => seat.boardId === boardId)

/** Whether the actor holds one of the roles on the board. */
export const holds = (actor: Actor, boardId: string, anyOf: readonly Role[]): boolean =>
  seatOn(actor, boardId)?.roles.some((role) => anyOf.includes(role)) ?? false

/** Roles that may see patients. An administrator manages people, not patients. */
export const clinicalRoles = ['presenter', 'core-member', 'chair', 'coordinator', 'observer'] as const

/** The treating team: who presents, decides or coordinates. An observer watches, an administrator manages people. */
export const treatingRoles = ['presenter', 'core-member', 'chair', 'coordinator'] as const

export const isTreating = (actor: Actor, boardId: string): boolean => holds(actor, boardId, treatingRoles)

/** Roles that can be given a task. An observer watches: owns nothing and carries nothing out. */
export const taskCarriers = ['presenter', 'core-member', 'chair', 'coordinator'] as const satisfies readonly Role[]

/** Whether somebody with these roles on a board can own a task of that board. */
export const mayOwnTask = ({ roles }: { roles: readonly Role[] }): boolean =>
  roles.some((role) => taskCarriers.some((carrier) => carrier === role))

export const mayManagePeople = (actor: Actor, boardId: string): boolean => holds(actor, boardId, ['administrator'])

export const mayCreateBoard = (actor: Actor): boolean =>
  actor.seats.some((seat) => seat.roles.includes('administrator'))

export const maySeePatients = (actor: Actor, boardId: string): boolean => holds(actor, boardId, clinicalRoles)
