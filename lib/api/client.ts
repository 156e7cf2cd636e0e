import { createORPCClient, ORPCError } from '@orpc/client'
import { RPCLink } from '@orpc/client/fetch'
import type { RouterClient } from '@orpc/server'
import type { Refusal, Result } from '@/lib/foundation/result'
import type { Router } from './router'
import { sendWithProgress } from './send-with-progress'

/**
 * What a call can carry. Every one has an idempotency key, which makes a write that arrives twice harmless: `idempotencyKey` is the
 * caller's own, `repeats` gives the same one while the same is sent again without an answer, and without both each call has
 * another. `onProgress` hears which part of a file was sent (0 to 1); `outlivesPage` lets a small request finish although its
 * page is left.
 */
type CallContext = {
  idempotencyKey?: string
  repeats?: { keyFor: (input: unknown) => string }
  onProgress?: (part: number) => void
  outlivesPage?: boolean
}

/** Hands a call the keys of the form that sends it. */
export type Repeating = { context: Required<Pick<CallContext, 'repeats'>> }

/** A key for one call. A page that is not served securely has no `randomUUID`, and this all the same. */
const keyForOnce = () => crypto.getRandomValues(new Uint32Array(4)).join('-')

const link = new RPCLink<CallContext>({
  url: () => `${window.location.origin}/api/v1/rpc`,
  // The client does not know which calls write; the server passes over the key of one that reads.
  headers: ({ context: { idempotencyKey, repeats } }, path, input) => ({
    'idempotency-key': idempotencyKey ?? repeats?.keyFor({ path, input }) ?? keyForOnce(),
  }),
  fetch: (request, init, { context }) =>
    context.onProgress
      ? sendWithProgress(request, context.onProgress)
      : fetch(request, context.outlivesPage ? { ...init, keepalive: true } : init),
})

/** Every operation, typed, for the browser. */
export const api: RouterClient<Router, CallContext> = createORPCClient(link)

/** Why a call failed: an expected refusal, or one of the ways a network and a session can fail. */
export type Failure = Refusal | { code: 'signed-out' | 'too-many' | 'too-large' | 'unreachable' }

/** Turns a call into a result: refusals are values on this side of the network too. */
export async function ask<T>(call: Promise<T>): Promise<Result<T> | { ok: false; refusal: Failure }> {
  try {
    return { ok: true, value: await call }
  } catch (problem) {
    return { ok: false, refusal: failure(problem) }
  }
}

function failure(problem: unknown): Failure {
  if (!(problem instanceof ORPCError)) return { code: 'unreachable' }
  if (problem.code === 'UNAUTHORIZED') return { code: 'signed-out' }
  if (problem.code === 'TOO_MANY_REQUESTS') return { code: 'too-many' }
  if (problem.status === 413) return { code: 'too-large' }
  const { data } = problem
  return isRefusal(data) ? data : { code: 'unreachable' }
}

const isRefusal = (data: unknown): data is Refusal => typeof data === 'object' && data !== null && 'code' in data
