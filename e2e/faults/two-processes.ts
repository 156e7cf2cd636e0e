import { randomBytes } from 'node:crypto'
import path from 'node:path'
import { freePort, type Server, startServer } from '@/db/embedded'
import { ensureAppRole, migrate } from '@/db/migrate'
import { ensureOwnerDatabase } from '@/db/owner-database'
import { embeddedPrograms } from '@/db/programs'
import { derivedSecret } from '@/lib/foundation/env'
import { type App, startApp } from '@/lib/startup/app'
import { newDataFolder } from './console'

/** What can be killed. */
export const victims = ['database', 'first', 'second'] as const
export type Victim = (typeof victims)[number]

/** Two app processes on one database that lasts, each of which can be killed and comes back at its old address. */
export type Surroundings = {
  ownerUrl: string
  /** Of the first and the second app process. */
  addresses: readonly [string, string]
  /** Ends it with SIGKILL and starts it again; resolves when it answers. */
  kill: (victim: Victim) => Promise<void>
  stop: () => Promise<void>
}

/** Starts them on an empty migrated database, and points the rooms' own commands in this process at it. */
export async function startTwoProcesses(): Promise<Surroundings> {
  const folder = path.join(newDataFolder(), 'postgres')
  const password = randomBytes(24).toString('hex')
  const wanted = { programs: embeddedPrograms(), folder, password, lasting: true, port: await freePort() }
  let database: Server = await startServer(wanted)
  const ownerUrl = await ensureOwnerDatabase(database, password, 'spineboard_faults')
  await migrate(ownerUrl)
  const secret = randomBytes(32).toString('hex')
  const ports = { first: await freePort(), second: await freePort() }
  const addressOf = (app: keyof typeof ports) => `http://localhost:${ports[app]}`
  const shared = {
    APP_DATABASE_URL: await ensureAppRole(ownerUrl, secret),
    SPINEBOARD_SECRET: secret,
    SPINEBOARD_URL: addressOf('first'),
  }
  Object.assign(process.env, shared)
  const start = (app: keyof typeof ports): Promise<App> => {
    const inherited = Object.entries(process.env).filter(([name]) => !/^(VITEST|DATABASE_URL|NODE_OPTIONS)/.test(name))
    const next = { NEXTAUTH_URL: addressOf(app), NEXTAUTH_SECRET: derivedSecret(secret, 'next-auth') }
    const env = { ...Object.fromEntries(inherited), ...next, SPINEBOARD_URL: addressOf(app) }
    const asked = new AbortController().signal
    return startApp({ host: '127.0.0.1', port: ports[app], env, asked, quiet: true })
  }
  const [first, second] = await Promise.all([start('first'), start('second')])
  const apps = { first, second }
  return {
    ownerUrl,
    addresses: [addressOf('first'), addressOf('second')],
    kill: async (victim) => {
      if (victim === 'database') {
        process.kill(database.pid, 'SIGKILL')
        await database.exited
        database = await startServer(wanted)
        return
      }
      process.kill(apps[victim].pid, 'SIGKILL')
      await apps[victim].exited
      apps[victim] = await start(victim)
    },
    stop: async () => {
      await Promise.all(Object.values(apps).map((app) => app.stop()))
      await database.stop()
    },
  }
}
