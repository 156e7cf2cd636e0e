import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { beforeAll, inject } from 'vitest'
import { closeDatabase } from './client'
import { ensureAppRole } from './migrate'

/** The URLs of this test file's own database; readable once the tests run. */
type TestDatabase = { readonly ownerUrl: string; readonly appUrl: string }

/** The secret that test databases and the code under test share. */
export const testSecret = 'a secret for tests only, never for people'

/** Runs `work` with the login of an address, connected to no test's database. */
async function atServer(url: string, work: (client: pg.Client) => Promise<unknown>): Promise<void> {
  const server = new URL(url)
  server.pathname = '/postgres'
  const client = new pg.Client({ connectionString: server.href })
  await client.connect()
  try {
    await work(client)
  } finally {
    await client.end()
  }
}

async function makeBeside(templateUrl: string, from: string): Promise<string> {
  const url = new URL(templateUrl)
  const name = `${url.pathname.slice(1)}_${randomBytes(4).toString('hex')}`
  await atServer(templateUrl, (client) =>
    client.query(`create database ${client.escapeIdentifier(name)} template ${client.escapeIdentifier(from)}`),
  )
  url.pathname = `/${name}`
  return url.href
}

/** Makes a database from the template and returns its owner's URL. The run drops it at its end. */
export const clone = (templateUrl: string): Promise<string> =>
  makeBeside(templateUrl, new URL(templateUrl).pathname.slice(1))

/** Makes a database without a table, for migrations that start from the first one, and returns its owner's URL. The run drops it at its end. */
export const emptyDatabase = (templateUrl: string): Promise<string> => makeBeside(templateUrl, 'template0')

/**
 * Copies the database of a test file as it is now, and gives a function that puts it back as it was then, under its name: two
 * stories told from one beginning share every id and instant that was there before them.
 */
export async function keptAsItIs(ownerUrl: string): Promise<() => Promise<void>> {
  await closeDatabase()
  const copyUrl = await clone(ownerUrl)
  const appUrl = await ensureAppRole(ownerUrl, testSecret)
  const name = (url: string) => new URL(url).pathname.slice(1)
  return async () => {
    await closeDatabase()
    // Whoever listens for hints holds a connection of the app, which the app alone may end.
    const others = 'usename = current_user and pid <> pg_backend_pid()'
    await atServer(appUrl, (app) => app.query(`select pg_terminate_backend(pid) from pg_stat_activity where ${others}`))
    await atServer(ownerUrl, async (owner) => {
      const [here, copy] = [owner.escapeIdentifier(name(ownerUrl)), owner.escapeIdentifier(name(copyUrl))]
      await owner.query(`drop database ${here}`)
      await owner.query(`create database ${here} template ${copy}`)
    })
    await ensureAppRole(ownerUrl, testSecret)
  }
}

/**
 * Gives the test file a database of its own, cloned from the migrated template, and points the environment of the code
 * under test at it. Call it at the top of a `*.db.test.ts`, read the URLs inside tests. The run drops it at its end.
 */
export const testDatabase = (): TestDatabase => {
  const urls = { ownerUrl: '', appUrl: '' }
  beforeAll(async () => {
    urls.ownerUrl = await clone(inject('ownerUrl'))
    urls.appUrl = await ensureAppRole(urls.ownerUrl, testSecret)
    process.env.APP_DATABASE_URL = urls.appUrl
    process.env.SPINEBOARD_SECRET ??= testSecret
    process.env.SPINEBOARD_URL ??= 'http://localhost:3000'
  })
  return urls
}
