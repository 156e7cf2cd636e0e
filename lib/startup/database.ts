import pg from 'pg'
import { expectedMigration, knownMigrations } from '@/db/migrate'
import { StartupProblem } from '@/lib/foundation/startup-problem'

const oldest = 15
const marks = { begun: 'Spineboard demo, being filled', filled: 'Spineboard demo' } as const

const unreachable = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ECONNRESET',
])

const explain = (error: Error & { code?: string }, name: string, url: URL): string => {
  const place = `${url.hostname}:${url.port || 5432}`
  const user = decodeURIComponent(url.username)
  const database = decodeURIComponent(url.pathname.slice(1))
  const { code, message } = error
  if (unreachable.has(code ?? '') || /timeout|terminated unexpectedly/i.test(message)) {
    return `No PostgreSQL answers at ${place}: start it, or correct host and port in ${name}.`
  }
  if (code === '28P01' || code === '28000' || /client password must be/.test(message)) {
    return `PostgreSQL at ${place} refuses user "${user}": correct user and password in ${name}.`
  }
  if (code === '3D000') {
    return `PostgreSQL at ${place} has no database "${database}": create it (createdb -O ${user} ${database}), or correct ${name}.`
  }
  if (code === '53300') return `PostgreSQL at ${place} has no free connection: close some or raise max_connections.`
  return `PostgreSQL at ${place} cannot be used with ${name}: ${message}.`
}

const withClient = async <T>(name: string, url: string, work: (client: pg.Client) => Promise<T>): Promise<T> => {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 })
  client.on('error', () => {})
  try {
    await client.connect()
  } catch (error) {
    await client.end().catch(() => {})
    throw new StartupProblem(explain(error as Error, name, new URL(url)))
  }
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

const checkVersion = (client: pg.Client, version: number): void => {
  if (version >= oldest * 10_000) return
  throw new StartupProblem(
    `PostgreSQL ${Math.floor(version / 10_000)} at ${client.host}:${client.port} is too old: Spineboard needs ${oldest} or newer.`,
  )
}

/** What the start needs to know of a database before it migrates. */
export type DatabaseState = { isMigrated: boolean; demo: keyof typeof marks | undefined }

const checkMigrations = async (client: pg.Client, name: string): Promise<void> => {
  const { rows } = await client.query<{ hash: string; stamp: number }>(
    'select hash, created_at::float8 as stamp from drizzle.__drizzle_migrations',
  )
  if (rows.some(({ stamp }) => stamp > expectedMigration().when)) {
    throw new StartupProblem(
      `A newer Spineboard has changed the database in ${name}: start that version, or restore a backup.`,
    )
  }
  const known = knownMigrations()
  if (rows.some(({ hash }) => !known.has(hash))) {
    throw new StartupProblem(
      `Another version of Spineboard has laid out the database in ${name}: start that version, or use another data folder or database.`,
    )
  }
}

/**
 * Looks whether a database can be used: it answers, lets us in, is new enough, and no other version of Spineboard has laid it out.
 * `name` is the variable that the sentence speaks of. Throws StartupProblem that says what to do.
 */
export const checkDatabase = (name: string, url: string): Promise<DatabaseState> =>
  withClient(name, url, async (client) => {
    const { rows } = await client.query(
      `select current_setting('server_version_num')::int as version,
              to_regclass('drizzle.__drizzle_migrations') is not null as migrated,
              obj_description(to_regnamespace('drizzle'), 'pg_namespace') as mark`,
    )
    const { version, migrated, mark } = rows[0]
    checkVersion(client, version)
    if (migrated) await checkMigrations(client, name)
    return { isMigrated: migrated, demo: mark === marks.filled ? 'filled' : mark === marks.begun ? 'begun' : undefined }
  })

/** Refuses an owner that cannot make the roles that keep the app apart from the owner. Throws StartupProblem. */
export const checkOwner = (url: string): Promise<void> =>
  withClient('DATABASE_URL', url, async (client) => {
    const { rows } = await client.query(
      `select current_user as name, rolsuper or rolcreaterole as may_make_roles,
              has_database_privilege(current_database(), 'create') as may_make_schemas
         from pg_roles where rolname = current_user`,
    )
    const { name, may_make_roles: mayMakeRoles, may_make_schemas: mayMakeSchemas } = rows[0]
    if (!mayMakeRoles) {
      throw new StartupProblem(
        `User "${name}" in DATABASE_URL may not make roles: let an administrator run alter role ${name} createrole.`,
      )
    }
    if (!mayMakeSchemas) {
      throw new StartupProblem(
        `User "${name}" in DATABASE_URL must own the database: let an administrator make it the owner.`,
      )
    }
  })

/** Marks a database as the demo's, before anything is in it and again when it is filled, so that demo and real data never share one. */
export const markDemo = (url: string, state: keyof typeof marks): Promise<void> =>
  withClient('DATABASE_URL', url, async (client) => {
    await client.query('create schema if not exists drizzle')
    await client.query(`comment on schema drizzle is ${client.escapeLiteral(marks[state])}`)
  })

/** The board on which the person with this address sits. Throws when there is none. */
export const boardOf = (ownerUrl: string, email: string): Promise<string> =>
  withClient('DATABASE_URL', ownerUrl, async (client) => {
    const { rows } = await client.query<{ board_id: string }>(
      'select m.board_id from memberships m join users u on u.id = m.user_id where u.email = $1 and m.ended_at is null limit 1',
      [email],
    )
    const [row] = rows
    if (!row) throw new StartupProblem(`Nobody with the address ${email} sits on a board of this demo.`)
    return row.board_id
  })
