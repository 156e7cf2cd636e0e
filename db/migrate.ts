import { readFileSync } from 'node:fs'
import path from 'node:path'
import { readMigrationFiles } from 'drizzle-orm/migrator'
import { drizzle } from 'drizzle-orm/node-postgres'
import { migrate as applyMigrations } from 'drizzle-orm/node-postgres/migrator'
import pg from 'pg'
import { z } from 'zod'
import { derivedSecret } from '@/lib/foundation/env'

/** The role that holds the grants and owns nothing; the migrations make it, every login of an app process is in it. */
export const appRole = 'spineboard_app'

/** One number for one purpose: whoever changes the structure or the roles of a database waits for this lock. */
const structureLock = 5_012_026

const journal = z.object({ entries: z.array(z.object({ idx: z.number(), when: z.number(), tag: z.string() })) })

/** The newest migration of this version of Spineboard: its number, name and stamp (milliseconds) as drizzle records it. */
export const expectedMigration = (): { idx: number; tag: string; when: number } => {
  const file = path.join(migrationsFolder(), 'meta', '_journal.json')
  const newest = journal.parse(JSON.parse(readFileSync(file, 'utf8'))).entries.at(-1)
  if (!newest) throw new Error('drizzle/meta/_journal.json lists no migration')
  return newest
}

const migrationsFolder = () => path.join(process.cwd(), 'drizzle')

/** The hashes by which drizzle records the migrations of this version of Spineboard. */
export const knownMigrations = (): ReadonlySet<string> =>
  new Set(readMigrationFiles({ migrationsFolder: migrationsFolder() }).map(({ hash }) => hash))

const locked = async <T>(ownerUrl: string, work: (client: pg.Client) => Promise<T>): Promise<T> => {
  const client = new pg.Client({ connectionString: ownerUrl, connectionTimeoutMillis: 10_000 })
  await client.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [structureLock])
    return await work(client)
  } finally {
    await client.end()
  }
}

/** Brings a database to the newest migration, one process at a time; the app's role may read how far it is. */
export const migrate = (ownerUrl: string): Promise<void> =>
  locked(ownerUrl, async (client) => {
    await applyMigrations(drizzle(client), { migrationsFolder: migrationsFolder() })
    await client.query(`grant usage on schema drizzle to ${appRole}`)
    await client.query(`grant select on drizzle.__drizzle_migrations to ${appRole}`)
  })

/**
 * Makes sure that the app's login `<database>_app` exists, is nothing but a member of the app role, and has the password
 * that every process with the same secret derives. From then on only this login and the owner connect to the database: all
 * Spineboards of one server share the app role, so another one's login would have its grants here. Returns the URL that
 * the login connects with.
 */
export const ensureAppRole = (ownerUrl: string, secret: string): Promise<string> =>
  locked(ownerUrl, async (client) => {
    const url = new URL(ownerUrl)
    const databaseName = decodeURIComponent(url.pathname.slice(1))
    const name = `${databaseName}_app`
    const password = derivedSecret(secret, `database role ${name}`)
    const role = client.escapeIdentifier(name)
    const { rowCount } = await client.query('select 1 from pg_roles where rolname = $1', [name])
    const kind = 'login nocreatedb nocreaterole inherit'
    if (!rowCount) await client.query(`create role ${role} ${kind} in role ${appRole}`)
    await client.query(`alter role ${role} with ${kind} password ${client.escapeLiteral(password)}`)
    const database = client.escapeIdentifier(databaseName)
    await client.query(`grant connect on database ${database} to ${role}`)
    await client.query(`revoke connect on database ${database} from public`)
    url.username = encodeURIComponent(name)
    url.password = password
    return url.href
  })
