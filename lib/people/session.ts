import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { getServerSession, type NextAuthOptions } from 'next-auth'
import CredentialsProvider from 'next-auth/providers/credentials'
import { cache } from 'react'
import { atDoor } from '@/db/client'
import { addressOf } from '@/lib/foundation/client-address'
import { derivedSecret, serverEnv } from '@/lib/foundation/env'
import { ok } from '@/lib/foundation/result'
import { endSession, sessionOf, signInWithPassword, touchSession } from './commands/open-session'
import { signInWithProvider } from './commands/sign-in-with-provider'
import type { Actor, ProviderProblem } from './model'
import { heldRoles, seatsFrom } from './queries'

type ProviderProfile = { iss: string; sub: string; email?: string; email_verified?: boolean }

const withPassword = CredentialsProvider({
  id: 'password',
  name: 'Password',
  credentials: { email: { label: 'E-mail', type: 'email' }, password: { label: 'Password', type: 'password' } },
  async authorize(given) {
    const { email = '', password = '' } = given ?? {}
    const opened = await signInWithPassword({ email, password, address: addressOf(await headers()) })
    if (opened === 'wait') throw new Error('wait')
    if (opened === 'wrong') return null
    return { id: opened.userId, name: opened.name, email: opened.email, key: opened.key }
  },
})

/** The hospital's own sign-in, when OIDC_ISSUER and its companions are set. */
function hospitalProvider(): NextAuthOptions['providers'] {
  const { OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET, OIDC_NAME } = serverEnv()
  if (!OIDC_ISSUER || !OIDC_CLIENT_ID || !OIDC_CLIENT_SECRET || !OIDC_NAME) return []
  return [
    {
      id: 'hospital',
      name: OIDC_NAME,
      type: 'oauth',
      wellKnown: `${OIDC_ISSUER.replace(/\/$/, '')}/.well-known/openid-configuration`,
      clientId: OIDC_CLIENT_ID,
      clientSecret: OIDC_CLIENT_SECRET,
      authorization: { params: { scope: 'openid email profile' } },
      checks: ['pkce', 'state', 'nonce'],
      idToken: true,
      userinfo: {
        // Many providers put the e-mail address into the user info alone, some into the id token alone.
        request: async ({ client, tokens }) => {
          // next-auth hands on the set of openid-client, whose id token was checked; its type here is a looser one.
          const checked = tokens as Exclude<Parameters<typeof client.userinfo>[0], string>
          return { ...checked.claims(), ...(await client.userinfo(checked)), iss: client.issuer.metadata.issuer }
        },
      },
      async profile({ iss, sub, email, email_verified }: ProviderProfile) {
        const opened = await signInWithProvider({
          issuer: iss,
          subject: sub,
          email: email ?? null,
          emailVerified: email_verified === true,
        })
        if (typeof opened === 'string') return { id: sub, name: null, email: null, problem: opened }
        return { id: opened.userId, name: opened.name, email: null, key: opened.key }
      },
    },
  ]
}

declare module 'next-auth' {
  interface User {
    key?: string
    problem?: ProviderProblem
  }
  interface Session {
    key?: string
  }
}
declare module 'next-auth/jwt' {
  interface JWT {
    key?: string
  }
}

/**
 * next-auth carries one random key in its encrypted cookie and nothing else that counts: who a person is and what they
 * may do is read from our own `sessions` row on every request.
 */
export const authOptions = cache((): NextAuthOptions => {
  const env = serverEnv()
  return {
    secret: derivedSecret(env.SPINEBOARD_SECRET, 'session cookie'),
    session: { strategy: 'jwt', maxAge: env.SESSION_HOURS * 3600 },
    useSecureCookies: env.SPINEBOARD_URL.startsWith('https://'),
    pages: { signIn: '/sign-in', error: '/sign-in' },
    providers: [withPassword, ...hospitalProvider()],
    callbacks: {
      signIn: ({ user }) => (user.problem ? `/sign-in?error=${user.problem}` : Boolean(user.key)),
      jwt: ({ token, user }) => (user?.key ? { sub: user.id, key: user.key } : token),
      session: ({ session, token }) => ({ expires: session.expires, key: token.key }),
    },
    events: {
      async signOut({ token }) {
        if (token.key) await endSession(token.key)
      },
    },
    logger: { error: () => {}, warn: () => {}, debug: () => {} },
  }
})

/** Who asks, or null. Looked up once for each request. */
export const getActor = cache(async (): Promise<Actor | null> => {
  const session = await getServerSession(authOptions())
  return session?.key ? actorFor(session.key) : null
})

/** The actor of a session key, read fresh: a role removed or a session ended a moment ago is gone here. */
export async function actorFor(key: string): Promise<Actor | null> {
  const found = await atDoor(async (tx) => {
    const session = await sessionOf(tx, key)
    if (!session) return ok(null)
    await touchSession(tx, session.sessionId)
    const { sessionId, userId, name } = session
    return ok<Actor>({ sessionId, userId, name, seats: seatsFrom(await heldRoles(tx, userId)) })
  })
  return found.ok ? found.value : null
}

/**
 * Who asks; a visitor without a session is sent to the sign-in page, which leads back to the page asked for and says
 * when a session has ended.
 */
export async function requireActor(): Promise<Actor> {
  const actor = await getActor()
  if (actor) return actor
  const query = new URLSearchParams()
  const hadSession = (await getServerSession(authOptions()))?.key
  if (hadSession) query.set('reason', 'ended')
  const path = (await headers()).get('x-spineboard-path')
  if (path && path !== '/') query.set('callbackUrl', path)
  return redirect(query.size === 0 ? '/sign-in' : `/sign-in?${query}`)
}
