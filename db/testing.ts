import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { beforeAll, inject } from 'vitest'
import { ensureAppRole } from './migrate'

/** The URLs of this test file's own database; readable once the tests run. */
type TestDatabase = { readonly ownerUrl: string; readonly appUrl: string }

/** The secret that test databases and the code under test share. */
export const testSecret = 'a secret for tests only, never for people'

/** Makes a database from the template and returns its owner's URL. The run drops it at its end. */
export const clone = async (templateUrl: string): Promise<string> => {
  const url = new URL(templateUrl)
  const template = url.pathname.slice(1)
  const name = `${template}_${randomBytes(4).toString('hex')}`
  url.pathname = '/postgres'
  const client = new pg.Client({ connectionString: url.href })
  await client.connect()
  try {
    await client.query(`create database ${client.escapeIdentifier(name)} template ${client.escapeIdentifier(template)}`)
  } finally {
    await client.end()
  }
  url.pathname = `/${name}`
  return url.href
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
