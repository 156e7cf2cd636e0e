import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import type { Actor } from '@/lib/people/model'
import { asActor, connectionPool, readAs, type Tx } from './client'
import { testDatabase } from './testing'

testDatabase()

const nobody: Actor = { userId: '', name: '', sessionId: '', seats: [] }
const die = (tx: Tx) => tx.execute(sql`select pg_terminate_backend(pg_backend_pid())`)

test('a connection that dies in a transaction fails that one alone, and nothing is thrown beside it', async () => {
  const beside: unknown[] = []
  const hear = (problem: unknown) => beside.push(problem)
  process.on('uncaughtException', hear)
  const gone = new Promise<void>((resolve) => connectionPool().once('remove', () => resolve()))
  await expect(readAs(nobody, die)).rejects.toThrow()
  await gone
  await expect(asActor(nobody, async (tx) => ({ ok: true, value: await die(tx) }))).rejects.toThrow()
  const answer = await readAs(nobody, (tx) => tx.execute(sql`select 1 as one`))
  expect(answer.rows).toEqual([{ one: 1 }])
  process.off('uncaughtException', hear)
  expect(beside).toEqual([])
})
