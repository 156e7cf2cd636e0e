import { createHash, randomUUID } from 'node:crypto'
import { eventIterator, ORPCError, os, ValidationError } from '@orpc/server'
import { RateLimiterMemory } from 'rate-limiter-flexible'
import type { z } from 'zod'
import { log } from '@/lib/foundation/log'
import type { Audience, Method, Operation, StreamOperation } from '@/lib/foundation/operation'
import { withRequest } from '@/lib/foundation/request'
import type { FieldProblem, Refusal } from '@/lib/foundation/result'
import type { Actor } from '@/lib/people/model'
import { unstorableTexts } from './storable'

/** What a request brings: who it is (looked up when asked, in the database) and its idempotency key. */
export type RequestDoor = { actor: () => Promise<Actor | null>; idempotencyKey: string | null; address: string }

const base = os.$context<RequestDoor>().$meta<{ audience?: Audience }>({})

const nobody: Actor = { userId: '', name: '', sessionId: '', seats: [] }

/** 20 requests a second for a person on average, with room for a burst: more than hands can do, less than a script. */
const pace = new RateLimiterMemory({ points: 1200, duration: 60 })

async function admit(context: RequestDoor, audience: Audience): Promise<Actor> {
  const actor = await context.actor()
  if (!actor && audience !== 'anyone') throw new ORPCError('UNAUTHORIZED', { status: 401, message: 'Sign in first.' })
  await pace.consume(actor?.userId ?? context.address).catch(() => {
    throw new ORPCError('TOO_MANY_REQUESTS', { status: 429, message: 'Too many requests. Wait a minute.' })
  })
  return actor ?? nobody
}

const statuses: Record<Refusal['code'], number> = {
  'not-found': 404,
  forbidden: 403,
  invalid: 422,
  stale: 409,
  closed: 409,
}

const refusalMessages: Record<Refusal['code'], string> = {
  'not-found': 'There is no such thing, or it is not on your board.',
  forbidden: 'Your role on this board does not include this.',
  invalid: 'There is a problem with what was sent.',
  stale: 'Somebody changed this meanwhile.',
  closed: 'This is not open now.',
}

const refused = (refusal: Refusal) =>
  new ORPCError(refusal.code.toUpperCase().replace('-', '_'), {
    status: statuses[refusal.code],
    message: refusalMessages[refusal.code],
    data: refusal,
  })

type Issue = z.core.$ZodIssue

const problems = (issues: Issue[]): FieldProblem[] =>
  issues.flatMap((issue) => {
    if (issue.code !== 'unrecognized_keys') return [{ path: issue.path.join('.'), message: issue.message }]
    return issue.keys.map((key) => ({
      path: [...issue.path, key].join('.'),
      message: `“${key}” is not a known field.`,
    }))
  })

/** Name and places of an error. Its message stays out of the log: it may repeat what somebody typed. */
const whereOf = (problem: unknown): string[] =>
  problem instanceof Error
    ? [problem.name, ...(problem.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line))]
    : []

/**
 * What a caller may learn of a problem. oRPC parses input after admission; what zod found wrong becomes one refusal
 * with a sentence for each place. Anything unexpected is logged under a reference and shows nothing of the inside.
 */
function worded(problem: unknown): ORPCError<string, unknown> {
  if (problem instanceof ORPCError && problem.code !== 'BAD_REQUEST' && problem.status < 500) return problem
  if (problem instanceof ORPCError && problem.cause instanceof ValidationError && problem.status < 500) {
    return refused({ code: 'invalid', fields: problems(problem.cause.issues as Issue[]) })
  }
  const reference = randomUUID()
  log.error({ reference, where: whereOf(problem) }, 'operation failed')
  return new ORPCError('INTERNAL', {
    status: 500,
    message: `Something went wrong. Reference ${reference}.`,
    data: null,
  })
}

/** Of all that was sent: JSON knows nothing of the bytes of a file, so they are added. */
async function hash(input: unknown): Promise<string> {
  const sum = createHash('sha256').update(JSON.stringify(input) ?? '')
  const sent = typeof input === 'object' && input !== null ? Object.values(input) : []
  for (const file of sent) if (file instanceof File) sum.update(new Uint8Array(await file.arrayBuffer()))
  return sum.digest('hex')
}

const mostKeyLength = 200

const keyTooLong: FieldProblem = {
  path: 'Idempotency-Key',
  message: `A key can have at most ${mostKeyLength} characters.`,
}

const described = ({ method, path, summary }: { method: Method; path: `/${string}`; summary: string }) => ({
  method,
  path,
  summary,
  tags: [path.split('/')[1] ?? ''],
})

const admitted = (audience: Audience) =>
  base.meta({ audience }).use(async ({ context, next }) => {
    const actor = await admit(context, audience)
    try {
      return await next({ context: { who: actor } })
    } catch (problem) {
      throw worded(problem)
    }
  })

/**
 * The one pipeline: authenticate, rate-limit, parse, replay a repeated key (in the command's transaction), run, map a
 * refusal to its status, check the output.
 */
export const procedure = <Input extends z.ZodType, Output extends z.ZodType>(declared: Operation<Input, Output>) =>
  admitted(declared.audience)
    .route(described(declared))
    .input(declared.input)
    .output(declared.output)
    .handler(async ({ input, context }) => {
      const unstorable = unstorableTexts(input)
      if (unstorable.length > 0) throw refused({ code: 'invalid', fields: unstorable })
      const key = declared.method === 'GET' || declared.answersOnce ? null : context.idempotencyKey
      if (key && key.length > mostKeyLength) throw refused({ code: 'invalid', fields: [keyTooLong] })
      const idempotency = key
        ? {
            key,
            operation: `${declared.method} ${declared.path}`,
            inputHash: await hash(input),
            audience: declared.audience,
          }
        : undefined
      const result = await withRequest({ idempotency, address: context.address }, () =>
        declared.run(context.who, input),
      )
      if (!result.ok) throw refused(result.refusal)
      return result.value
    })

/** The same door for a stream of hints. */
export const streamProcedure = <Input extends z.ZodType, HintSchema extends z.ZodType>(
  declared: StreamOperation<Input, HintSchema>,
) =>
  admitted(declared.audience)
    .route(described(declared))
    .input(declared.input)
    .output(eventIterator(declared.hint))
    .handler(async ({ input, context, signal }) => {
      const result = await declared.stream(context.who, input, signal)
      if (!result.ok) throw refused(result.refusal)
      return result.value
    })
