import { existsSync } from 'node:fs'
import path from 'node:path'
import { startServer } from '@/db/embedded'
import { ensureAppRole, migrate } from '@/db/migrate'
import { dropDatabase, ensureOwnerDatabase } from '@/db/owner-database'
import { embeddedPrograms } from '@/db/programs'
import { derivedSecret, readSettings, type Settings } from '@/lib/foundation/env'
import { StartupProblem } from '@/lib/foundation/startup-problem'
import { checkPort, startApp } from './app'
import { ensureBuild } from './build'
import { boardOf, checkDatabase, checkOwner, markDemo } from './database'
import { rehearse } from './rehearsal'
import { claim } from './running'
import { runCommand, say } from './say'
import { demoSecret } from './secret'
import { type Ends, stopAsked, whenAsked, withEnds } from './stopping'

const database = 'spineboard_demo'
const dev = process.argv.includes('--dev')
/** Colleagues who do not sit at the table are simulated. */
const rehearsing = process.argv.includes('--rehearse')
/** Whom people play in a rehearsal: their surnames after `--people`, with commas; the chair is always a person. */
const played = process.argv.includes('--people')
  ? (process.argv[process.argv.indexOf('--people') + 1] ?? '').split(',')
  : []

type Database = { ownerUrl: string; exited: Promise<void> }

/** The embedded server with the demo's database; one whose filling was cut short is made anew. */
const embeddedDatabase = async (dataFolder: string, secret: string, ends: Ends): Promise<Database> => {
  const folder = path.join(dataFolder, 'postgres')
  if (!existsSync(folder)) say(`Making the demo database in ${folder}.`)
  const password = derivedSecret(secret, 'embedded database')
  const server = await startServer({ programs: embeddedPrograms(), folder, password, lasting: true })
  ends.push(server.stop)
  try {
    const ownerUrl = await ensureOwnerDatabase(server, password, database)
    const { demo } = await checkDatabase(folder, ownerUrl)
    if (demo !== 'filled') await dropDatabase(server, password, database)
    return { ownerUrl: await ensureOwnerDatabase(server, password, database), exited: server.exited }
  } catch (error) {
    if ((error as { code?: string }).code !== '28P01') throw error
    throw new StartupProblem(
      `The demo database has another password than ${dataFolder}/secret: move the folder ${dataFolder} away to start afresh.`,
    )
  }
}

const givenDatabase = async (ownerUrl: string): Promise<Database> => {
  const { isMigrated, demo } = await checkDatabase('DATABASE_URL', ownerUrl)
  await checkOwner(ownerUrl)
  if (isMigrated && !demo) {
    throw new StartupProblem(
      'The database in DATABASE_URL holds real data: give the demo an empty one, or use npm start.',
    )
  }
  return { ownerUrl, exited: new Promise(() => {}) }
}

const fill = async (
  ownerUrl: string,
  secret: string,
  settings: Settings,
): Promise<Record<string, string | undefined>> => {
  const { demo } = await checkDatabase('DATABASE_URL', ownerUrl)
  if (!demo) await markDemo(ownerUrl, 'begun')
  await migrate(ownerUrl)
  const address = settings.SPINEBOARD_URL ?? `http://localhost:${settings.PORT}`
  Object.assign(process.env, {
    APP_DATABASE_URL: await ensureAppRole(ownerUrl, secret),
    SPINEBOARD_SECRET: secret,
    SPINEBOARD_URL: address,
    SPINEBOARD_DEMO: '1',
    NEXTAUTH_URL: address,
    NEXTAUTH_SECRET: derivedSecret(secret, 'next-auth'),
  })
  if (demo !== 'filled') {
    const { seedDemo } = await import('@/db/seed/demo')
    say('Filling the demo board.')
    await seedDemo(ownerUrl)
    await markDemo(ownerUrl, 'filled')
  }
  const { DATABASE_URL: _, ...env } = process.env
  return env
}

const greet = async (address: string): Promise<void> => {
  const { demoSignIns } = await import('@/db/seed/demo')
  const width = Math.max(...demoSignIns.map(({ email }) => email.length))
  say(`\nSpineboard demo: ${address}\n\nSign in as`)
  for (const { email, password, role } of demoSignIns) say(`  ${email.padEnd(width)}  ${password}  ${role}`)
  say('\nAll patients are invented. Stop with Ctrl-C; the next start keeps the data.')
}

/** Starts the simulated members of a rehearsal: every voting member of the demo board whom nobody plays and who does not chair. */
const simulate = async (ownerUrl: string, address: string, asked: AbortSignal): Promise<void> => {
  const { demoSignIns } = await import('@/db/seed/demo')
  const members = demoSignIns.filter(({ email, roles }) => {
    const isPlayed = played.includes(email.split('@')[0] ?? '')
    return roles.includes('core-member') && !roles.includes('chair') && !isPlayed
  })
  const [first] = members
  if (!first) return
  const chair = demoSignIns.find(({ roles }) => roles.includes('chair'))
  say(`\nRehearsal: ${members.map(({ name }) => name).join(', ')} are simulated. Sign in as ${chair?.email} to chair.`)
  void rehearse(address, await boardOf(ownerUrl, first.email), members, asked)
}

await runCommand(async () => {
  const asked = stopAsked()
  const settings = readSettings(process.env)
  const address = settings.SPINEBOARD_URL ?? `http://localhost:${settings.PORT}`
  const dataFolder = path.resolve(settings.SPINEBOARD_DATA)
  await withEnds(asked, async (ends) => {
    const claimed = await claim(dataFolder, address)
    ends.push(claimed.release)
    await checkPort(settings.HOST, settings.PORT)
    const secret = settings.SPINEBOARD_SECRET ?? demoSecret(dataFolder)
    const given = settings.DATABASE_URL
    const { ownerUrl, exited } = given ? await givenDatabase(given) : await embeddedDatabase(dataFolder, secret, ends)
    const env = await fill(ownerUrl, secret, settings)
    if (!dev) await ensureBuild(asked)
    asked.throwIfAborted()
    const app = await startApp({ host: settings.HOST, port: settings.PORT, env, asked, dev, quiet: !dev }, claimed.note)
    ends.push(app.stop)
    await greet(address)
    if (rehearsing) await simulate(ownerUrl, `http://localhost:${settings.PORT}`, asked)
    const why = await Promise.race([
      whenAsked(asked),
      app.exited.then((how) => `The app ended by itself (${how})`),
      exited.then(() => `The database ended by itself (its log is ${dataFolder}/postgres.log)`),
    ])
    if (why) throw new StartupProblem(`${why}: start again with npm run demo.`)
    say('Stopping.')
  })
  process.exit(0)
})
