import { cookies } from 'next/headers'
import { z } from 'zod'
import { identityCookie } from '@/app/_identity/identity-cookie'
import { serverEnv } from '@/lib/foundation/env'
import { requireActor } from '@/lib/people/session'

const wish = z.strictObject({ hidden: z.boolean() })

/** Remembers, until the browser is closed, whether it hides who the patient is. No data changes. */
export async function POST(request: Request): Promise<Response> {
  await requireActor()
  const asked = wish.safeParse(await request.json().catch(() => null))
  if (!asked.success) return new Response(null, { status: 400 })
  const jar = await cookies()
  const isSecure = serverEnv().SPINEBOARD_URL.startsWith('https://')
  if (asked.data.hidden)
    jar.set(identityCookie, 'hidden', { httpOnly: true, sameSite: 'lax', secure: isSecure, path: '/' })
  else jar.delete(identityCookie)
  return new Response(null, { status: 204 })
}
