import 'server-only'
import { type SQL, sql } from 'drizzle-orm'
import { drizzle, type NodePgDatabase } from 'drizzle-orm/node-postgres'
import { PgDialect } from 'drizzle-orm/pg-core'
import pg from 'pg'
import { serverEnv } from '@/lib/foundation/env'
import { ok, type Result } from '@/lib/foundation/result'
import type { Actor } from '@/lib/people/model'
import { DatabaseProblem, isFromStatement } from './database-problem'
import { answerOnce } from './idempotency'
import { PreparingClient } from './prepared'
import { schema } from './tables'

export type Tx = Parameters<Parameters<NodePgDatabase<typeof schema>['transaction']>[0]>[0]

/** Told after the commit; a transaction that rolls back tells nothing. */
type Afterwards = () => void

const afterwards = new WeakMap<object, Afterwards[]>()

type Held = { pool: pg.Pool; database: NodePgDatabase<typeof schema> }
const holder = globalThis as typeof globalThis & { spineboardDatabase?: Held }

/** One pool per process, kept across module reloads in development. */
function held(): Held {
  holder.spineboardDatabase ??= (() => {
    // With `pipeline` a query is sent when it is asked, not when the one before was answered: see `inOneTrip`.
    const wanted = { max: 12, idleTimeoutMillis: 30_000, pipeline: true, Client: PreparingClient }
    const pool = new pg.Pool({ connectionString: serverEnv().APP_DATABASE_URL, ...wanted })
    // A broken idle connection is replaced by the pool; without a listener it would end the process.
    pool.on('error', () => {})
    // The pool listens to idle connections alone. One that breaks in a transaction fails its queries, which says all there is to say.
    pool.on('connect', (client) => client.on('error', () => {}))
    return { pool, database: drizzle(pool, { schema, casing: 'snake_case' }) }
  })()
  return holder.spineboardDatabase
}

/** The pool itself: for the hints of `lib/ledger`, the rate limiter and the readiness check only. */
export const connectionPool = (): pg.Pool => held().pool

export async function closeDatabase(): Promise<void> {
  const open = holder.spineboardDatabase
  holder.spineboardDatabase = undefined
  await open?.pool.end()
}

/** Runs `then` once the transaction has committed. */
export function afterCommit(tx: Tx, then: Afterwards): void {
  afterwards.set(tx, [...(afterwards.get(tx) ?? []), then])
}

class RolledBack extends Error {
  constructor(readonly refused: Result<never>) {
    super('rolled back')
  }
}

/** The database is told who asks, for this transaction only. */
const introduction = (userId: string, door: 'open' | 'shut'): SQL =>
  sql`select set_config('app.user_id', ${userId}, true), set_config('app.door', ${door}, true)`

const introduce = (tx: Tx, userId: string, door: 'open' | 'shut') => tx.execute(introduction(userId, door))

/**
 * The only way to write: one transaction in the actor's name. A refusal rolls back whatever was written before it.
 * A request with an idempotency key that was answered before gets that answer again.
 */
export async function asActor<T>(actor: Actor, work: (tx: Tx) => Promise<Result<T>>): Promise<Result<T>> {
  return transact(actor.userId, 'shut', (tx) => answerOnce(tx, actor, () => work(tx)))
}

/** The only way to read: one read-only transaction in the actor's name, which sees the data of one moment throughout. */
export async function readAs<T>(actor: Actor, work: (tx: Tx) => Promise<T>): Promise<T> {
  try {
    return await held().database.transaction(
      async (tx) => {
        await introduce(tx, actor.userId, 'shut')
        return work(tx)
      },
      { accessMode: 'read only', isolationLevel: 'repeatable read' },
    )
  } catch (problem) {
    throw withoutContent(problem)
  }
}

const dialect = new PgDialect({ casing: 'snake_case' })

const asQuery = (statement: SQL) => {
  const { sql: text, params } = dialect.sqlToQuery(statement)
  return { text, values: params }
}

/**
 * One statement, and how the rows of its answer are read. Instants are asked as JSON (`to_json`): the two ways to ask give other
 * values for them otherwise.
 */
export type Question<T> = { statement: SQL; read: (rows: unknown[]) => T }

/** A question inside another transaction. */
export const askIn = async <T>(tx: Tx, { statement, read }: Question<T>): Promise<T> =>
  read((await tx.execute(statement)).rows)

/**
 * Asks several things at once in the actor's name: begin, who asks, the statements and the commit leave together, so that the
 * database is waited for once. For what a screen opens with, and the ledger row that opening leaves; no statement can use
 * another's answer.
 */
export async function inOneTrip<const T extends readonly unknown[]>(
  actor: Actor,
  questions: { [Place in keyof T]: Question<T[Place]> },
): Promise<T> {
  const told = [sql`begin`, introduction(actor.userId, 'shut')]
  const statements = [...told, ...questions.map(({ statement }) => statement), sql`commit`]
  const client = await held().pool.connect()
  const answers = await Promise.allSettled(statements.map((statement) => client.query(asQuery(statement))))
  // A commit that is not answered leaves a connection of which nobody knows in what state it is.
  client.release(answers.at(-1)?.status !== 'fulfilled')
  const failed = answers.find((one) => one.status === 'rejected')
  if (failed) throw withoutContent(failed.reason)
  const rows = answers.map((one) => (one.status === 'fulfilled' ? one.value.rows : []))
  // The driver cannot know what a statement gives: whoever writes a question says it in `read`.
  return questions.map(({ read }, place) => read(rows[place + told.length] ?? [])) as unknown as T
}

const withoutContent = (problem: unknown): unknown =>
  isFromStatement(problem) ? new DatabaseProblem(problem) : problem

/** Before anybody is known: signing in, looking up a session, following a one-time link. No patient row is in reach. */
export async function atDoor<T>(work: (tx: Tx) => Promise<Result<T>>): Promise<Result<T>> {
  return transact('', 'open', work)
}

async function transact<T>(
  userId: string,
  door: 'open' | 'shut',
  work: (tx: Tx) => Promise<Result<T>>,
): Promise<Result<T>> {
  let later: Afterwards[] = []
  try {
    const value = await held().database.transaction(async (tx) => {
      await introduce(tx, userId, door)
      const result = await work(tx)
      if (!result.ok) throw new RolledBack(result)
      later = afterwards.get(tx) ?? []
      return result.value
    })
    for (const then of later) then()
    return ok(value)
  } catch (problem) {
    if (problem instanceof RolledBack) return problem.refused
    throw withoutContent(problem)
  }
}
