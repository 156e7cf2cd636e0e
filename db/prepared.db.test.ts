import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { PreparingClient } from './prepared'
import { testDatabase } from './testing'

const database = testDatabase()
let pool: pg.Pool
beforeAll(() => {
  pool = new pg.Pool({ connectionString: database.ownerUrl, max: 1, pipeline: true, Client: PreparingClient })
})
afterAll(() => pool.end())

/** The statements that the one connection keeps, without this one. */
const kept = async (): Promise<string[]> => {
  const { rows } = await pool.query<{ statement: string }>('select statement from pg_prepared_statements order by 1')
  return rows.map(({ statement }) => statement)
}

test('a statement with values is kept once, however often and however close together it is asked', async () => {
  const ask = (value: number) => pool.query({ text: 'select $1::int + 1 as more', values: [value] })
  const client = await pool.connect()
  const both = await Promise.all([1, 2].map((value) => client.query('select $1::int + 2 as more', [value])))
  const named = await Promise.all([3, 4].map((value) => client.query({ text: 'select $1::int + 3 as more' }, [value])))
  client.release()
  expect([...both, ...named].map(({ rows }) => rows[0].more)).toEqual([3, 4, 6, 7])
  expect((await ask(1)).rows).toEqual([{ more: 2 }])
  expect((await ask(5)).rows).toEqual([{ more: 6 }])
  expect(await kept()).toEqual(['select $1::int + 1 as more', 'select $1::int + 3 as more'])
})

test('one that failed is asked anew, and a statement without values is not kept', async () => {
  const divide = (by: number) => pool.query({ text: 'select 6 / $1::int as part', values: [by] })
  const unknown = () => pool.query({ text: 'select $1::int from nothing_of_that_name', values: [1] })
  await expect(divide(0)).rejects.toThrow('division by zero')
  expect((await divide(2)).rows).toEqual([{ part: 3 }])
  await expect(unknown()).rejects.toThrow('does not exist')
  await expect(unknown()).rejects.toThrow('does not exist')
  await pool.query({ text: 'select 1', values: [] })
  expect(await kept()).toEqual(expect.arrayContaining(['select 6 / $1::int as part']))
  expect(await kept()).not.toContain('select 1')
})

test('a statement whose table has changed fails once', async () => {
  await pool.query('create table changing (id int)')
  const client = await pool.connect()
  const ask = () => client.query({ text: 'select * from changing where id >= $1' }, [0])
  await ask()
  await client.query('alter table changing add column more text')
  await expect(ask()).rejects.toThrow('cached plan must not change result type')
  expect((await ask()).rows).toEqual([])
  client.release()
})
