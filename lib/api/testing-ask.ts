import { randomUUID } from 'node:crypto'
import { call, isProcedure, ORPCError } from '@orpc/server'
import { pdfPages } from '@/lib/exchange/testing-pdf-text'
import type { Actor } from '@/lib/people/model'
import { type Router, router } from './router'
import type { OperationName } from './testing-examples'

/** The declared procedure of an operation, such as `deliberation.getRoom`. Throws when the router has none of that name. */
export function procedureOf(name: OperationName) {
  const [room, operation] = name.split('.') as [keyof Router, string]
  const found: unknown = (router[room] as Record<string, unknown>)[operation]
  if (!isProcedure(found)) throw new Error(`${name} is not in the router`)
  return found
}

/** Whether an operation only answers: it is asked with GET, or asks something too long or too private for an address. */
export function isRead(name: OperationName): boolean {
  const { method, path = '' } = procedureOf(name)['~orpc'].route
  return method === 'GET' || /\/(search|readiness|preview)$/.test(path)
}

/** `bytes`: how long the body is on the wire. */
export type Answer = { status: number; body: string; bytes: number }

/** Runs an operation as the browser would, as somebody or unknown, and gives its status and everything that would go over the wire. */
export async function ask(name: OperationName, actor: Actor | null, input: unknown): Promise<Answer> {
  const context = { actor: async () => actor, idempotencyKey: randomUUID(), address: 'matrix' }
  try {
    const output: unknown = await call(procedureOf(name) as never, input as never, { context: context as never })
    const body = await textOf(output)
    return { status: 200, body, bytes: output instanceof Blob ? output.size : Buffer.byteLength(body) }
  } catch (problem) {
    if (!(problem instanceof ORPCError)) throw problem
    const body = JSON.stringify(problem.toJSON())
    return { status: problem.status, body, bytes: Buffer.byteLength(body) }
  }
}

/** A PDF by its words, since its bytes hold the instant at which it was made; of a stream the first word. */
async function textOf(output: unknown): Promise<string> {
  if (output instanceof Blob) {
    const bytes = Buffer.from(await output.arrayBuffer())
    return output.type === 'application/pdf' ? pdfPages(bytes).join('\n') : bytes.toString('latin1')
  }
  if (typeof output === 'object' && output !== null && Symbol.asyncIterator in output) {
    const stream = output as AsyncGenerator<unknown>
    const first = await stream.next()
    await stream.return(undefined)
    return JSON.stringify(first.value)
  }
  return JSON.stringify(output) ?? ''
}
