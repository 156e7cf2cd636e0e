import { ensureAppRole, migrate } from '@/db/migrate'
import { derivedSecret, needed, readSettings, type Settings } from '@/lib/foundation/env'
import { StartupProblem } from '@/lib/foundation/startup-problem'
import { createFirstAdministratorLink } from '@/lib/people/first-administrator'
import { checkPort, startApp } from './app'
import { hasBuild } from './build'
import { checkDatabase, checkOwner } from './database'
import { runCommand, say } from './say'
import { stopAsked, whenAsked, withEnds } from './stopping'

const check = (settings: Settings): { secret: string; address: string } => {
  if (settings.SPINEBOARD_DEMO) throw new StartupProblem('SPINEBOARD_DEMO is set: unset it, or use npm run demo.')
  const secret = needed(settings, 'SPINEBOARD_SECRET')
  const address = needed(settings, 'SPINEBOARD_URL')
  if (!settings.APP_DATABASE_URL) needed(settings, 'DATABASE_URL')
  if (!hasBuild()) throw new StartupProblem('There is no build yet: run npm run build first.')
  return { secret, address }
}

/** Migrates as the owner and returns the URL for the app; the owner's URL stays with the launcher. */
const prepare = async (settings: Settings, secret: string, address: string): Promise<string> => {
  const { DATABASE_URL: ownerUrl, APP_DATABASE_URL: givenUrl } = settings
  if (ownerUrl) {
    const { demo } = await checkDatabase('DATABASE_URL', ownerUrl)
    if (demo) throw new StartupProblem('The database in DATABASE_URL is a demo with open accounts: give an empty one.')
    if (!givenUrl) await checkOwner(ownerUrl)
    await migrate(ownerUrl)
    const link = await createFirstAdministratorLink(ownerUrl, address)
    if (link) say(`Nobody can sign in yet. Become the first administrator with this link, once:\n\n  ${link}\n`)
  }
  const appUrl = givenUrl ?? (ownerUrl && (await ensureAppRole(ownerUrl, secret)))
  if (!appUrl) throw new StartupProblem('DATABASE_URL is not set.')
  if (givenUrl) await checkDatabase('APP_DATABASE_URL', givenUrl)
  return appUrl
}

await runCommand(async () => {
  const asked = stopAsked()
  const settings = readSettings(process.env)
  const { secret, address } = check(settings)
  await withEnds(asked, async (ends) => {
    await checkPort(settings.HOST, settings.PORT)
    const { DATABASE_URL: _, ...rest } = process.env
    const env = {
      ...rest,
      APP_DATABASE_URL: await prepare(settings, secret, address),
      NEXTAUTH_URL: address,
      NEXTAUTH_SECRET: derivedSecret(secret, 'next-auth'),
    }
    asked.throwIfAborted()
    const app = await startApp({ host: settings.HOST, port: settings.PORT, env, asked })
    ends.push(app.stop)
    say(`Spineboard listens on ${settings.HOST}:${settings.PORT} for ${address}.`)
    const how = await Promise.race([whenAsked(asked), app.exited])
    if (how) throw new StartupProblem(`The app ended by itself (${how}): its reason stands above.`)
    say('Stopping: requests under way are finished first.')
  })
  process.exit(0)
})
