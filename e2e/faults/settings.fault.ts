import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import path from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { freePort } from '@/db/embedded'
import { startTestServer } from '@/db/testing-server'
import { endAll, newDataFolder, run, shows } from './console'
import { startOldServer } from './old-server'

const secret = 'a secret of a test, which is long enough'
const address = 'http://localhost:3999'

let database: { ownerUrl: string; stop: () => Promise<void> }

beforeAll(async () => {
  database = await startTestServer('spineboard_faults')
})

afterAll(async () => {
  await endAll()
  await database.stop()
})

const variant = (change: (url: URL) => void): string => {
  const url = new URL(database.ownerUrl)
  change(url)
  return url.href
}

/** One sentence on the console, nothing else, no stack, and code 1. */
const refusal = async (entry: 'demo' | 'start', env: Record<string, string>): Promise<string> => {
  const shown = run(entry, env)
  expect(await shown.ended).toBe(1)
  const lines = shown.printed().trim().split('\n')
  expect(lines).toHaveLength(1)
  expect(lines[0]).toMatch(/\.$/)
  return lines[0] ?? ''
}

const demoRefusal = (env: Record<string, string>): Promise<string> =>
  refusal('demo', { SPINEBOARD_DATA: newDataFolder(), ...env })

describe('the demo refuses in one sentence', () => {
  test('a taken port', async () => {
    const port = await freePort()
    const other = createServer().listen(port, '127.0.0.1')
    try {
      expect(await demoRefusal({ PORT: String(port) })).toBe(
        `Port ${port} is taken: stop what uses it, or choose another, such as PORT=${port + 1}.`,
      )
    } finally {
      other.close()
    }
  })

  test('a data folder of another major version, which it leaves as it is', async () => {
    const folder = newDataFolder()
    const version = path.join(folder, 'postgres', 'PG_VERSION')
    mkdirSync(path.dirname(version), { recursive: true })
    writeFileSync(version, '16\n')
    const said = await refusal('demo', { SPINEBOARD_DATA: folder, PORT: String(await freePort()) })
    expect(said).toMatch(/was written by PostgreSQL 16 and this is PostgreSQL 18: move the folder away/)
    expect(readFileSync(version, 'utf8')).toBe('16\n')
  })

  test.each([
    ['PORT', '0', 'PORT must be a port number from 1 to 65535.'],
    ['PORT', 'eighty', 'PORT must be a port number from 1 to 65535.'],
    [
      'SPINEBOARD_TIME_ZONE',
      'Europe/Atlantis',
      'SPINEBOARD_TIME_ZONE must be an IANA time zone such as Europe/London.',
    ],
    [
      'DATABASE_URL',
      'mysql://u:p@h/d',
      'DATABASE_URL must be of the form postgresql://user:password@host:5432/database.',
    ],
    ['OIDC_ISSUER', 'https://id.example.org', 'OIDC_CLIENT_ID is missing: set all of OIDC_ISSUER'],
  ])('%s=%s', async (name, value, sentence) => {
    expect(await demoRefusal({ [name]: value })).toContain(sentence)
  })
})

describe('a wrong DATABASE_URL', () => {
  const starts = ['demo', 'start'] as const
  const refused = async (entry: 'demo' | 'start', url: string) => {
    const common = { PORT: String(await freePort()), DATABASE_URL: url }
    if (entry === 'demo') return demoRefusal(common)
    return refusal('start', { ...common, SPINEBOARD_SECRET: secret, SPINEBOARD_URL: address })
  }

  test.each(starts)('that nothing answers stops %s', async (entry) => {
    const port = String(await freePort())
    const said = await refused(
      entry,
      variant((url) => {
        url.port = port
      }),
    )
    expect(said).toBe(`No PostgreSQL answers at 127.0.0.1:${port}: start it, or correct host and port in DATABASE_URL.`)
  })

  test.each(starts)('with another password stops %s, which does not repeat it', async (entry) => {
    const said = await refused(
      entry,
      variant((url) => {
        url.password = 'guessed'
      }),
    )
    expect(said).toMatch(/refuses user "spineboard_owner": correct user and password in DATABASE_URL\.$/)
    expect(said).not.toContain('guessed')
  })

  test.each(starts)('of a database that is not there stops %s', async (entry) => {
    const said = await refused(
      entry,
      variant((url) => {
        url.pathname = '/elsewhere'
      }),
    )
    expect(said).toMatch(/has no database "elsewhere": create it .*, or correct DATABASE_URL\.$/)
  })

  test.each(starts)('of a server that is too old stops %s', async (entry) => {
    const port = await freePort()
    const close = await startOldServer(port)
    try {
      const said = await refused(entry, `postgresql://someone:word@127.0.0.1:${port}/board`)
      expect(said).toBe(`PostgreSQL 14 at 127.0.0.1:${port} is too old: Spineboard needs 15 or newer.`)
    } finally {
      close()
    }
  })

  test('of a user who may not make roles stops start', async () => {
    const client = new pg.Client({ connectionString: database.ownerUrl })
    await client.connect()
    await client.query("create role plain login password 'plain'")
    await client.end()
    const said = await refused(
      'start',
      variant((url) => {
        url.username = 'plain'
        url.password = 'plain'
      }),
    )
    expect(said).toMatch(/^User "plain" in DATABASE_URL may not make roles/)
  })
})

const laidOutBy = async (migration: { hash: string; stamp: number }): Promise<string> => {
  const owner = new pg.Client({ connectionString: database.ownerUrl })
  await owner.connect()
  await owner.query('create database elsewise')
  await owner.end()
  const url = variant((to) => {
    to.pathname = '/elsewise'
  })
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query('create schema drizzle')
  await client.query('create table drizzle.__drizzle_migrations (id serial, hash text, created_at bigint)')
  await client.query('insert into drizzle.__drizzle_migrations (hash, created_at) values ($1, $2)', [
    migration.hash,
    migration.stamp,
  ])
  await client.end()
  return url
}

const dropElsewise = async () => {
  const owner = new pg.Client({ connectionString: database.ownerUrl })
  await owner.connect()
  await owner.query('drop database elsewise')
  await owner.end()
}

test.each([
  [
    'a newer',
    'A newer Spineboard has changed the database in DATABASE_URL: start that version, or restore a backup.',
    9e12,
  ],
  [
    'another',
    'Another version of Spineboard has laid out the database in DATABASE_URL: start that version, or use another data folder or database.',
    1,
  ],
] as const)('a database of %s version stops both starts and is left as it is', async (_, sentence, stamp) => {
  const url = await laidOutBy({ hash: 'unheard of', stamp })
  try {
    for (const entry of ['start', 'demo'] as const) {
      const own: Record<string, string> =
        entry === 'start' ? { SPINEBOARD_SECRET: secret, SPINEBOARD_URL: address } : {}
      const env = { ...own, DATABASE_URL: url, PORT: String(await freePort()), SPINEBOARD_DATA: newDataFolder() }
      expect(await refusal(entry, env)).toBe(sentence)
    }
  } finally {
    await dropElsewise()
  }
})

describe('production does not start without', () => {
  const whole = () => ({ SPINEBOARD_SECRET: secret, SPINEBOARD_URL: address, DATABASE_URL: database.ownerUrl })
  test.each(['SPINEBOARD_SECRET', 'SPINEBOARD_URL', 'DATABASE_URL'] as const)('%s', async (name) => {
    const { [name]: _, ...rest } = whole()
    expect(await refusal('start', rest)).toMatch(new RegExp(`^${name} is not set: it must be `))
  })

  test('a secret that is long enough', async () => {
    expect(await refusal('start', { ...whole(), SPINEBOARD_SECRET: 'short' })).toMatch(
      /^SPINEBOARD_SECRET must be a secret of at least 32/,
    )
  })

  test('a build', async () => {
    expect(await refusal('start', { ...whole(), SPINEBOARD_BUILD_DIR: '.next-nothing-here' })).toBe(
      'There is no build yet: run npm run build first.',
    )
  })

  test('turning off the demo', async () => {
    expect(await refusal('start', { ...whole(), SPINEBOARD_DEMO: '1' })).toMatch(/^SPINEBOARD_DEMO is set/)
  })
})

test('demo and real data never share a database, and the demo runs on any server', async () => {
  const demoEnv = { DATABASE_URL: database.ownerUrl, PORT: String(await freePort()), SPINEBOARD_DATA: newDataFolder() }
  const demo = run('demo', demoEnv)
  await shows(demo, 'Stop with Ctrl-C')
  demo.child.kill('SIGTERM')
  expect(await demo.ended).toBe(0)
  const said = await refusal('start', {
    DATABASE_URL: database.ownerUrl,
    SPINEBOARD_SECRET: secret,
    SPINEBOARD_URL: address,
    PORT: String(await freePort()),
  })
  expect(said).toBe('The database in DATABASE_URL is a demo with open accounts: give an empty one.')
})
