import { parseArgs } from 'node:util'
import { closeDatabase } from '@/db/client'
import { derivedSecret } from '@/lib/foundation/env'
import { say } from '@/lib/startup/say'
import { ensureAppRole, migrate } from '../migrate'
import { startTestServer } from '../testing-server'
import { benchCases } from './cases'
import { benchEngine } from './engine'
import { benchImport } from './import'
import { benchLive, type LiveLoad } from './live'
import type { Measured } from './measure'

const secret = 'a secret for measuring only, never for people'
type Bench = (ownerUrl: string, appUrl: string) => Promise<{ title: string; rows: Measured[] }>
const benches = new Map<string, Bench>([
  ['cases', benchCases],
  ['import', benchImport],
])

/** `npm run bench -- cases`: measures, all but the engine on a database of its own that is gone afterwards. No test rests on the figures. */
async function run(name: string | undefined, load: LiveLoad): Promise<number> {
  if (name === 'engine') {
    for (const line of benchEngine()) say(line)
    return 0
  }
  const bench = benches.get(name ?? '')
  if (!bench && name !== 'live') {
    say(`Say what to measure: ${[...benches.keys(), 'engine', 'live'].join(', ')}. For example: npm run bench -- cases`)
    return 1
  }
  const { ownerUrl, stop } = await startTestServer('spineboard_bench')
  try {
    await migrate(ownerUrl)
    const appUrl = await ensureAppRole(ownerUrl, secret)
    const url = 'http://localhost:3000'
    const names = { APP_DATABASE_URL: appUrl, SPINEBOARD_SECRET: secret, SPINEBOARD_URL: url, NEXTAUTH_URL: url }
    Object.assign(process.env, names, { NEXTAUTH_SECRET: derivedSecret(secret, 'next-auth') })
    if (!bench) {
      for (const line of await benchLive({ ownerUrl, appUrl, secret }, load)) say(line)
      return 0
    }
    const { title, rows } = await bench(ownerUrl, appUrl)
    say(title)
    for (const { name: what, p50, p95 } of rows) {
      say(`${what.padEnd(24)} p50 ${p50.toFixed(1).padStart(7)} ms   p95 ${p95.toFixed(1).padStart(7)} ms`)
    }
    return 0
  } finally {
    await closeDatabase()
    await stop()
  }
}

const asText = { type: 'string' } as const
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    processes: { ...asText, default: '1' },
    boards: { ...asText, default: '200' },
    rate: { ...asText, default: '500' },
    seconds: { ...asText, default: '120' },
  },
})
const load = {
  processes: Number(values.processes),
  boards: Number(values.boards),
  rate: Number(values.rate),
  seconds: Number(values.seconds),
}
process.exitCode = await run(positionals[0], load)
