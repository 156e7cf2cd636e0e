import { randomBytes } from 'node:crypto'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { startServer } from './embedded'
import { migrate } from './migrate'
import { ensureOwnerDatabase } from './owner-database'
import { clearLeftovers, isAlive } from './postmaster'
import { embeddedPrograms, systemPrograms } from './programs'

declare module 'vitest' {
  interface ProvidedContext {
    /** The owner's URL of the migrated template database that tests clone. */
    ownerUrl: string
  }
}

const prefix = 'spineboard-test-'

/** Test runs that were killed leave a server and a folder named after their process; they go at the next run. */
const clearDeadRuns = async (): Promise<void> => {
  for (const name of readdirSync(tmpdir()).filter((each) => each.startsWith(prefix))) {
    const pid = Number(name.slice(prefix.length).split('-')[0])
    if (!(pid > 0) || isAlive(pid)) continue
    await clearLeftovers(path.join(tmpdir(), name, 'postgres'))
    rmSync(path.join(tmpdir(), name), { recursive: true, force: true })
  }
}

/** A server for one test run, gone afterwards: the embedded one, or Debian's with SPINEBOARD_TEST_SERVER=system. */
export const startTestServer = async (database: string): Promise<{ ownerUrl: string; stop: () => Promise<void> }> => {
  await clearDeadRuns()
  const programs = process.env.SPINEBOARD_TEST_SERVER === 'system' ? systemPrograms() : embeddedPrograms()
  if (!programs) throw new Error('There are no PostgreSQL programs of version 15 or later under /usr/lib/postgresql')
  const home = mkdtempSync(path.join(tmpdir(), `${prefix}${process.pid}-`))
  const password = randomBytes(24).toString('hex')
  const server = await startServer({ programs, folder: path.join(home, 'postgres'), password, lasting: false })
  const stop = async () => {
    await server.stop()
    rmSync(home, { recursive: true, force: true })
  }
  return { ownerUrl: await ensureOwnerDatabase(server, password, database), stop }
}

/** The same on a server that somebody runs already: a template of our own there, and its clones dropped afterwards. */
const givenServer = async (url: string, template: string) => {
  const ownerUrl = new URL(url)
  ownerUrl.pathname = `/${template}`
  const run = async (work: (client: pg.Client) => Promise<void>) => {
    const client = new pg.Client({ connectionString: url })
    await client.connect()
    try {
      await work(client)
    } finally {
      await client.end()
    }
  }
  await run(async (client) => {
    await client.query(`create database ${client.escapeIdentifier(template)}`)
  })
  const stop = () =>
    run(async (client) => {
      const mine = [template, `${template}\\_%`]
      const { rows } = await client.query('select datname from pg_database where datname = $1 or datname like $2', mine)
      for (const { datname } of rows)
        await client.query(`drop database ${client.escapeIdentifier(datname)} with (force)`)
      const logins = await client.query('select rolname from pg_roles where rolname like $1', [`${template}\\_%\\_app`])
      for (const { rolname } of logins.rows) await client.query(`drop role ${client.escapeIdentifier(rolname)}`)
    })
  return { ownerUrl: ownerUrl.href, stop }
}

/** Vitest's global set-up of the database project: a server, a migrated template, its owner's URL provided to the tests. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const template = `spineboard_template_${process.pid}`
  const given = process.env.TEST_DATABASE_URL
  const { ownerUrl, stop } = given ? await givenServer(given, template) : await startTestServer(template)
  try {
    await migrate(ownerUrl)
  } catch (error) {
    await stop()
    throw error
  }
  project.provide('ownerUrl', ownerUrl)
  return stop
}
