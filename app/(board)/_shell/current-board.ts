import { cookies } from 'next/headers'
import { redirect } from 'next/navigation'
import { cache } from 'react'
import type { Actor, Seat } from '@/lib/people/model'
import { getBoardTimeZone } from '@/lib/people/queries'
import { requireActor } from '@/lib/people/session'
import { boardCookie, chooseSeat } from './choose-seat'

/** The board that the screens show now. `timeZone` is the IANA zone in which its instants are shown. */
type CurrentBoard = { actor: Actor; boardId: string; seat: Seat; timeZone: string }

/**
 * Who asks and on which board: the one chosen in the switcher, else the first. Visitors go to the sign-in page, people
 * without any role to a page that says so. Asked once for each request, by layout and page alike.
 */
export const requireBoard = cache(async (): Promise<CurrentBoard> => {
  const actor = await requireActor()
  const seat = chooseSeat(actor.seats, (await cookies()).get(boardCookie)?.value)
  if (!seat) redirect('/no-board')
  const timeZone = await getBoardTimeZone(actor, seat.boardId)
  if (!timeZone) redirect('/no-board')
  return { actor, boardId: seat.boardId, seat, timeZone }
})
