import pg from 'pg'
import { describe, expect, inject, test } from 'vitest'
import { appRole, ensureAppRole, expectedMigration, migrate } from './migrate'
import { clone, testDatabase, testSecret } from './testing'

const database = testDatabase()

const ask = async (url: string, text: string, values: unknown[] = []) => {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query(text, values)).rows
  } finally {
    await client.end()
  }
}

describe('the database of a test file', () => {
  test('is a clone of the template with every migration', async () => {
    expect(database.ownerUrl).not.toBe(inject('ownerUrl'))
    const [row] = await ask(
      database.ownerUrl,
      'select max(created_at)::float8 as newest from drizzle.__drizzle_migrations',
    )
    expect(row?.newest).toBe(expectedMigration().when)
  })

  test('is at a server of version 15 or later', async () => {
    const [row] = await ask(database.ownerUrl, "select current_setting('server_version_num')::int as version")
    expect(row?.version).toBeGreaterThanOrEqual(150_000)
  })
})

describe('the login of the app', () => {
  test('is a member of the app role and nothing more', async () => {
    const [row] = await ask(
      database.appUrl,
      `select rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, pg_has_role(current_user, $1, 'usage') as granted
         from pg_roles where rolname = current_user`,
      [appRole],
    )
    expect(row).toEqual({
      rolsuper: false,
      rolbypassrls: false,
      rolcreaterole: false,
      rolcreatedb: false,
      granted: true,
    })
  })

  test('owns nothing and can make nothing', async () => {
    const owned = await ask(database.appUrl, 'select relname from pg_class where relowner = current_user::regrole')
    expect(owned).toEqual([])
    await expect(ask(database.appUrl, 'create table mine (n int)')).rejects.toThrow(/permission denied/)
  })

  test('can read how far the migrations are, for the readiness answer', async () => {
    const rows = await ask(database.appUrl, 'select 1 from drizzle.__drizzle_migrations')
    expect(rows.length).toBeGreaterThan(0)
  })

  test('opens its own database and no other on the same server', async () => {
    const elsewhere = new URL(await ensureAppRole(await clone(inject('ownerUrl')), testSecret))
    expect(await ask(elsewhere.href, 'select 1 as one')).toEqual([{ one: 1 }])
    elsewhere.pathname = new URL(database.ownerUrl).pathname
    await expect(ask(elsewhere.href, 'select 1')).rejects.toThrow(/permission denied for database/)
    expect(await ask(database.ownerUrl, 'select 1 as one')).toEqual([{ one: 1 }])
  })

  test('gets the same password from every process with the same secret, and a new one with another', async () => {
    const again = await Promise.all([1, 2, 3].map(() => ensureAppRole(database.ownerUrl, testSecret)))
    expect(new Set(again)).toEqual(new Set([database.appUrl]))
    const turned = await ensureAppRole(database.ownerUrl, `${testSecret} turned`)
    await expect(ask(database.appUrl, 'select 1')).rejects.toThrow(/password/)
    expect(await ask(turned, 'select 1 as one')).toEqual([{ one: 1 }])
  })
})

test('migrating twice at once leaves the database as it was', async () => {
  await Promise.all([migrate(database.ownerUrl), migrate(database.ownerUrl)])
  const rows = await ask(database.ownerUrl, 'select hash from drizzle.__drizzle_migrations')
  expect(new Set(rows.map(({ hash }) => hash)).size).toBe(rows.length)
})
