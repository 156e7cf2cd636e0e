import { NextRequest } from 'next/server'
import NextAuth from 'next-auth'
import { readBody, tooLarge } from '@/lib/api/body-limit'
import { authOptions } from '@/lib/people/session'

type Context = { params: Promise<{ nextauth: string[] }> }

/** An e-mail address, a password and a token: more than this is no sign-in. */
const mostBytes = 50_000

/** next-auth reads its public address from the environment; ours is the one of SPINEBOARD_URL. It reads any body whole. */
async function handler(asked: NextRequest, context: Context): Promise<Response> {
  const body = await readBody(asked, mostBytes)
  if (body === null) return tooLarge()
  const { method, headers } = asked
  return NextAuth(authOptions())(new NextRequest(asked.url, { method, headers, ...(body && { body }) }), context)
}

export { handler as GET, handler as POST }
