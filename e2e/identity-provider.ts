import { generateKeyPairSync, randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { type Account, type Context, Provider } from 'oidc-provider'

/** What the hospital knows of one of its people, by the subject that never changes. */
export type HospitalPerson = { email?: string; email_verified?: boolean }

type Client = { issuer: string; id: string; secret: string; redirectUri: string }

/** A hospital's identity provider: its people can be changed while it runs. */
export type IdentityProvider = { people: Map<string, HospitalPerson>; stop: () => Promise<void> }

const scopes = 'openid email profile'

const page = `<!doctype html><html lang="en"><title>Northbridge Hospital</title><h1>Northbridge Hospital</h1>
<form method="post"><label>Hospital user <input name="user"></label><button>Continue</button></form></html>`

/**
 * A real OpenID provider at the issuer's address, which must be one of this machine. It asks for a hospital user (the
 * subject) and believes it; e-mail addresses are in the user info alone, as many providers do it.
 */
export async function startIdentityProvider({ issuer, id, secret, redirectUri }: Client): Promise<IdentityProvider> {
  const people = new Map<string, HospitalPerson>()
  const key = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ format: 'jwk' })
  const provider: Provider = new Provider(issuer, {
    clients: [{ client_id: id, client_secret: secret, redirect_uris: [redirectUri] }],
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
    cookies: { keys: [randomBytes(32).toString('hex')] },
    jwks: { keys: [{ ...key, kid: 'test', use: 'sig', alg: 'RS256' }] },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_: Context, { uid }: { uid: string }) => `/interaction/${uid}` },
    findAccount: (_: Context, subject: string): Account | undefined => {
      const person = people.get(subject)
      return person && { accountId: subject, claims: async () => ({ sub: subject, ...person }) }
    },
    // The hospital has agreed once for everybody.
    loadExistingGrant: async ({ oidc }: Context) => {
      const grant = new provider.Grant({ clientId: oidc.client.clientId, accountId: oidc.session.accountId })
      grant.addOIDCScope(scopes)
      await grant.save()
      return grant
    },
  })

  const interact = async (request: IncomingMessage, response: ServerResponse) => {
    if (request.method !== 'POST') return response.setHeader('content-type', 'text/html').end(page)
    const form = new URLSearchParams(Buffer.concat(await request.toArray()).toString())
    return provider.interactionFinished(request, response, { login: { accountId: form.get('user') ?? '' } })
  }
  const answer = provider.callback()
  const server = createServer((request, response) => {
    if (!request.url?.startsWith('/interaction/')) answer(request, response)
    else interact(request, response).catch(() => response.destroy())
  })
  server.listen(Number(new URL(issuer).port), 'localhost')
  await once(server, 'listening')
  const stop = async () => {
    server.closeAllConnections()
    server.close()
    await once(server, 'close')
  }
  return { people, stop }
}
