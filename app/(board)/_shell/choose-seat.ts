import type { Seat } from '@/lib/people/model'
import { clinicalRoles } from '@/lib/people/policy'

/** Name of the cookie that holds the id of the chosen board. A wish only: it counts when the person has a seat there. */
export const boardCookie = 'board'

/** The seat on the wished board, else the first one; undefined for a person without any role. */
export const chooseSeat = (seats: readonly Seat[], wished: string | undefined): Seat | undefined =>
  seats.find(({ boardId }) => boardId === wished) ?? seats[0]

/** Whether a seat opens the clinical rooms; an administrator alone sees people, not patients. */
export const isClinical = ({ roles }: Pick<Seat, 'roles'>): boolean =>
  roles.some((role) => clinicalRoles.some((clinical) => clinical === role))

/** Where a person starts on a board. */
export const homeOf = (seat: Pick<Seat, 'roles'>): '/today' | '/admin' => (isClinical(seat) ? '/today' : '/admin')
