import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { createRequire } from 'node:module'
import path from 'node:path'
import { freePort } from '@/db/embedded'
import { ensureAppRole, migrate } from '@/db/migrate'
import { startTestServer } from '@/db/testing-server'
import { derivedSecret } from '@/lib/foundation/env'
import { startApp } from '@/lib/startup/app'
import { ensureBuild } from '@/lib/startup/build'
import { runCommand, say } from '@/lib/startup/say'
import { type Ends, stopAsked, withEnds } from '@/lib/startup/stopping'
import { findBrowser } from './browser'

/** Far apart, so that a day told in the wrong zone shows. `E2E_TIME_ZONES` chooses others, separated by commas. */
const zones = (process.env.E2E_TIME_ZONES ?? 'Europe/London,Pacific/Auckland').split(',')

type Surroundings = Record<string, string | undefined>

/** An empty migrated database and two app processes on it: what one may show of the other's changes is tested too. */
const surroundings = async (zone: string, asked: AbortSignal, ends: Ends): Promise<Surroundings> => {
  const { ownerUrl, stop } = await startTestServer('spineboard_e2e')
  ends.push(stop)
  await migrate(ownerUrl)
  const secret = randomBytes(32).toString('hex')
  const shared = {
    ...process.env,
    TZ: zone,
    APP_DATABASE_URL: await ensureAppRole(ownerUrl, secret),
    SPINEBOARD_SECRET: secret,
    NEXTAUTH_SECRET: derivedSecret(secret, 'next-auth'),
    DATABASE_URL: undefined,
  }
  const start = async (own: Surroundings = {}): Promise<{ address: string; pid: number }> => {
    const port = await freePort()
    const address = `http://localhost:${port}`
    const env = { ...shared, ...own, SPINEBOARD_URL: address, NEXTAUTH_URL: address }
    const app = await startApp({ host: '127.0.0.1', port, env, asked, quiet: true })
    ends.push(app.stop)
    return { address, pid: app.pid }
  }
  // Where a journey starts the hospital's provider. The second process knows it, the first is without.
  const hospital = {
    OIDC_ISSUER: `http://localhost:${await freePort()}`,
    OIDC_CLIENT_ID: 'spineboard',
    OIDC_CLIENT_SECRET: randomBytes(32).toString('hex'),
    OIDC_NAME: 'Northbridge Hospital',
  }
  const { address, pid } = await start()
  const second = (await start(hospital)).address
  const addresses = {
    SPINEBOARD_URL: address,
    E2E_URL: address,
    E2E_SECOND_URL: second,
    E2E_OWNER_URL: ownerUrl,
    E2E_PID: String(pid),
  }
  return { ...shared, ...hospital, ...addresses }
}

const playwright = (env: Surroundings, flags: string[]): Promise<number> =>
  new Promise((resolve) => {
    const cli = createRequire(path.resolve('package.json')).resolve('@playwright/test/cli')
    const wanted = [cli, 'test', '--config', 'e2e/playwright.config.ts', ...flags, ...process.argv.slice(2)]
    // Fixtures arrange with the rooms' own commands, which are marked as server code.
    const command = ['--conditions=react-server', ...wanted]
    const nodeOptions = `${process.env.NODE_OPTIONS ?? ''} --conditions=react-server`.trim()
    const child = spawn(process.execPath, command, {
      env: { ...env, NODE_ENV: 'test', NODE_OPTIONS: nodeOptions },
      stdio: 'inherit',
    })
    child.once('exit', (code) => resolve(code ?? 1))
  })

let failed = false

await runCommand(async () => {
  const asked = stopAsked()
  const { executablePath, told } = findBrowser()
  say(told)
  await ensureBuild(asked)
  for (const [index, zone] of zones.entries()) {
    if (asked.aborted) break
    say(`Browser tests in the time zone ${zone}.`)
    await withEnds(asked, async (ends) => {
      const env = await surroundings(zone, asked, ends)
      const order = index === 0 ? 'first' : 'later'
      const chosen = { E2E_BROWSER: executablePath, E2E_TIME_ZONE: zone, E2E_ZONE_ORDER: order }
      const code = await playwright({ ...env, ...chosen }, order === 'later' ? ['--pass-with-no-tests'] : [])
      failed ||= code !== 0
    })
  }
  process.exit(failed || asked.aborted ? 1 : 0)
})
