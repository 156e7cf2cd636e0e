import { cookies } from 'next/headers'
import { z } from 'zod'
import { serverEnv } from '@/lib/foundation/env'
import { seatOn } from '@/lib/people/policy'
import { requireActor } from '@/lib/people/session'
import { boardCookie } from '../_shell/choose-seat'

const wish = z.strictObject({ boardId: z.uuid() })

/** Remembers in a cookie which board this browser shows. No data changes: the seat is looked up again on every request. */
export async function POST(request: Request): Promise<Response> {
  const actor = await requireActor()
  const asked = wish.safeParse(await request.json().catch(() => null))
  if (!asked.success || !seatOn(actor, asked.data.boardId)) return new Response(null, { status: 404 })
  const isSecure = serverEnv().SPINEBOARD_URL.startsWith('https://')
  const inAYear = 365 * 24 * 3600
  const keeping = { httpOnly: true, sameSite: 'lax', secure: isSecure, path: '/', maxAge: inAYear } as const
  ;(await cookies()).set(boardCookie, asked.data.boardId, keeping)
  return new Response(null, { status: 204 })
}
