import type pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { PreparingClient } from './prepared'
import { testDatabase } from './testing'

const database = testDatabase()
let client: PreparingClient
beforeAll(async () => {
  client = new PreparingClient({ connectionString: database.ownerUrl, pipeline: true } as pg.ClientConfig)
  await client.connect()
})
afterAll(() => client.end())

const kept = async (): Promise<string[]> => {
  const { rows } = await client.query<{ statement: string }>('select statement from pg_prepared_statements order by 1')
  return rows.map(({ statement }) => statement)
}

test('a statement with values is kept once, however often and however close together it is asked', async () => {
  const ask = (value: number) => client.query({ text: 'select $1::int + 1 as more', values: [value] })
  const askApart = (value: number) => client.query({ text: 'select $1::int + 2 as more' }, [value])
  const answers = await Promise.all([ask(1), ask(2), askApart(3), askApart(4)])
  expect(answers.map(({ rows }) => rows[0].more)).toEqual([2, 3, 5, 6])
  expect((await ask(5)).rows).toEqual([{ more: 6 }])
  await client.query({ text: 'select 1', values: [] })
  expect(await kept()).toEqual(['select $1::int + 1 as more', 'select $1::int + 2 as more'])
})

test('one that failed is asked anew', async () => {
  const divide = (by: number) => client.query({ text: 'select 6 / $1::int as part', values: [by] })
  const unknown = () => client.query({ text: 'select $1::int from nothing_of_that_name', values: [1] })
  await expect(divide(0)).rejects.toThrow('division by zero')
  expect((await divide(2)).rows).toEqual([{ part: 3 }])
  await expect(unknown()).rejects.toThrow('does not exist')
  await expect(unknown()).rejects.toThrow('does not exist')
  expect(await kept()).not.toContain('select $1::int from nothing_of_that_name')
})

test('one whose table has changed fails once', async () => {
  await client.query('create table changing (id int)')
  const ask = () => client.query({ text: 'select * from changing where id >= $1' }, [0])
  await ask()
  await client.query('alter table changing add column more text')
  await expect(ask()).rejects.toThrow('cached plan must not change result type')
  expect((await ask()).rows).toEqual([])
})
