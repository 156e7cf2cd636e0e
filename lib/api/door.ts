import { OpenAPIGenerator } from '@orpc/openapi'
import { OpenAPIHandler } from '@orpc/openapi/fetch'
import { RPCHandler } from '@orpc/server/fetch'
import { experimental_ZodSmartCoercionPlugin as SmartCoercion, ZodToJsonSchemaConverter } from '@orpc/zod/zod4'
import { addressOf } from '@/lib/foundation/client-address'
import { serverEnv } from '@/lib/foundation/env'
import { inertContentPolicy } from '@/lib/foundation/security-headers'
import { getActor } from '@/lib/people/session'
import { readBody, tooLarge } from './body-limit'
import type { RequestDoor } from './pipeline'
import { router } from './router'
import { Turns } from './turns'

const heartbeat = { eventIteratorKeepAliveInterval: 5000 }

const rest = new OpenAPIHandler(router, { plugins: [new SmartCoercion()], ...heartbeat })
const rpc = new RPCHandler(router, heartbeat)

const prefix = '/api/v1'
const mostBytes = 2_000_000
/** A file of 20 MB with what is said of it, as a form. */
const mostBytesWithFile = 20_200_000

/** The operation that takes a file, at its two addresses. `proxy.ts` lets them pass by. */
const takesFile = /^\/api\/v1\/(cases\/[^/]+\/attachments|rpc\/attachments\/add)$/

/** Files that are read at the same time; further ones wait unread, and past that they are asked to come again. */
const fileReaders = new Turns({ atOnce: 4, waiting: 40 })

const plain = (status: number, code: string, message: string): Response =>
  Response.json({ code, status, message }, { status, headers: { 'cache-control': 'no-store' } })

const hostOf = (origin: string): string | null => (URL.canParse(origin) ? new URL(origin).host : null)

/** A page of another site cannot write in a signed-in person's name: the browser names the origin of every write. */
function comesFromElsewhere(request: Request): boolean {
  const origin = request.headers.get('origin')
  if (request.method === 'GET' || origin === null) return false
  return origin !== serverEnv().SPINEBOARD_URL && hostOf(origin) !== request.headers.get('host')
}

/** The one door for data: the same operations as typed calls (`/rpc`) and as plain HTTP with an OpenAPI document. */
export async function answer(asked: Request): Promise<Response> {
  const path = new URL(asked.url).pathname
  if (path === `${prefix}/openapi.json`) return Response.json(await openapi())
  if (comesFromElsewhere(asked)) return plain(403, 'FORBIDDEN', 'This request comes from another site.')
  if (!takesFile.test(path)) return run(asked, path, { mostBytes, actor: getActor })
  const response = await answerWithFile(asked, path)
  response.headers.set('content-security-policy', inertContentPolicy)
  response.headers.set('x-content-type-options', 'nosniff')
  return response
}

/** A file is read only for somebody who is signed in, and a few at a time: that is what bounds the memory. */
async function answerWithFile(asked: Request, path: string): Promise<Response> {
  const actor = await getActor()
  if (!actor) return plain(401, 'UNAUTHORIZED', 'Sign in first.')
  const turn = fileReaders.take(() =>
    run(asked, path, { mostBytes: mostBytesWithFile, actor: () => Promise.resolve(actor) }),
  )
  return turn ?? plain(429, 'TOO_MANY_REQUESTS', 'Many files are coming in now. Try again in a minute.')
}

type Run = { mostBytes: number; actor: RequestDoor['actor'] }

async function run(asked: Request, path: string, { mostBytes: most, actor }: Run): Promise<Response> {
  const body = await readBody(asked, most)
  if (body === null) return tooLarge()
  const { method, headers, signal } = asked
  const request = new Request(asked.url, { method, headers, signal, ...(body && { body }) })
  const context: RequestDoor = {
    actor,
    idempotencyKey: request.headers.get('idempotency-key'),
    address: addressOf(request.headers),
  }
  const handler = path.startsWith(`${prefix}/rpc/`)
    ? rpc.handle(request, { prefix: `${prefix}/rpc`, context })
    : rest.handle(request, { prefix, context })
  const { matched, response } = await handler
  if (!matched) return plain(404, 'NOT_FOUND', 'There is no such operation.')
  response.headers.set('cache-control', 'no-store, no-transform')
  // A file is for the disk, or for an image element of this site: never for a tab, and nothing in it runs.
  const disposition = response.headers.get('content-disposition')
  if (disposition) {
    response.headers.set('content-disposition', disposition.replace(/^inline/, 'attachment'))
    response.headers.set('cross-origin-resource-policy', 'same-origin')
  }
  response.headers.set('x-accel-buffering', 'no')
  return response
}

const generator = new OpenAPIGenerator({ schemaConverters: [new ZodToJsonSchemaConverter()] })

let document: ReturnType<typeof generator.generate> | undefined

/** The OpenAPI document, derived from the operations once. */
function openapi() {
  document ??= generator.generate(router, {
    info: { title: 'Spineboard', version: '1.0.0', description: 'The operations of the tumour-board case manager.' },
    servers: [{ url: prefix }],
  })
  return document
}
