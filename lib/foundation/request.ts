import { AsyncLocalStorage } from 'node:async_hooks'
import type { Audience } from './operation'

/**
 * What a request brings that a command has to know beside its input: set by the pipeline. `idempotency` is read by
 * `asActor`; `address` is where the request comes from.
 */
type RequestContext = { idempotency?: AskedOnce; address?: string }

/** A write that may be repeated: its key, what it asks, and whom the operation is for. */
type AskedOnce = { key: string; operation: string; inputHash: string; audience: Audience }

const current = new AsyncLocalStorage<RequestContext>()

export const withRequest = <T>(context: RequestContext, work: () => Promise<T>): Promise<T> =>
  current.run(context, work)

export const requestContext = (): RequestContext => current.getStore() ?? {}
