import type { InferSchemaInput, InferSchemaOutput } from '@orpc/server'
import type { z } from 'zod'
import type { Actor, Role } from '@/lib/people/model'
import type { Result } from './result'

/** Who an operation is for. `signed-in` is anybody with an account; `anyone` needs none. */
export type Audience = readonly Role[] | 'signed-in' | 'anyone'

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

/**
 * One thing that can be asked of Spineboard: the screens, scripts and other hospital systems all use it, and the
 * typed client, the OpenAPI document and the matrix of role x operation are derived from it. `audience` states whom
 * the room's policy lets through; the matrix test proves that statement, nothing relies on it.
 */
export type Operation<Input extends z.ZodType, Output extends z.ZodType> = {
  method: Method
  path: `/${string}`
  summary: string
  audience: Audience
  input: Input
  output: Output
  /** The answer holds a secret that is shown once: it is not kept for a repeated key. */
  answersOnce?: true
  run: (actor: Actor, input: InferSchemaOutput<Input>) => Promise<Result<InferSchemaInput<Output>>>
}

/** Declares an operation. `lib/api` runs it: authenticate, rate-limit, parse, replay, run, map a refusal, check the output. */
export const operation = <Input extends z.ZodType, Output extends z.ZodType>(
  declared: Operation<Input, Output>,
): Operation<Input, Output> => declared

/**
 * A stream of small hints (ids and sequence numbers, never content). It asks for session and role again before every hint
 * (`sessionLives` of `people/queries.ts`), since it outlives the request that was checked at the door.
 */
export type StreamOperation<Input extends z.ZodType, Hint extends z.ZodType> = {
  method: 'GET'
  path: `/${string}`
  summary: string
  audience: Audience
  input: Input
  hint: Hint
  stream: (
    actor: Actor,
    input: InferSchemaOutput<Input>,
    signal: AbortSignal | undefined,
  ) => Promise<Result<AsyncGenerator<z.input<Hint>, void, void>>>
}

export const streamOperation = <Input extends z.ZodType, Hint extends z.ZodType>(
  declared: StreamOperation<Input, Hint>,
): StreamOperation<Input, Hint> => declared
