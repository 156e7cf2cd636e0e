import { AsyncLocalStorage } from 'node:async_hooks'

/** What a request brings that a command's transaction has to know: set by the pipeline, read by `asActor`. */
export type RequestContext = { idempotency?: { key: string; operation: string; inputHash: string } }

const current = new AsyncLocalStorage<RequestContext>()

export const withRequest = <T>(context: RequestContext, work: () => Promise<T>): Promise<T> =>
  current.run(context, work)

export const requestContext = (): RequestContext => current.getStore() ?? {}
