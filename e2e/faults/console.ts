import { type ChildProcess, spawn } from 'node:child_process'
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { until } from '@/db/postmaster'

/** A command as somebody at the console sees it: what it printed so far, and how it ended. */
export type Console = { child: ChildProcess; printed: () => string; ended: Promise<number | null> }

const entries = { demo: 'lib/startup/demo.ts', start: 'lib/startup/start.ts' } as const

const running = new Set<ChildProcess>()
const folders: string[] = []

/** An empty data folder of its own, which the database's account can reach. */
export const newDataFolder = (): string => {
  const home = mkdtempSync(path.join(tmpdir(), 'spineboard-fault-'))
  chmodSync(home, 0o755)
  folders.push(home)
  return path.join(home, 'data')
}

/** Runs `npm run demo` or `npm start` as npm does, with these variables and none of the surroundings' own settings. */
export const run = (entry: keyof typeof entries, env: Record<string, string>): Console => {
  const foreign = /^(SPINEBOARD_(?!BUILD_DIR)|DATABASE_URL|APP_DATABASE_URL|PORT|HOST|NODE_ENV|NEXTAUTH_|VITEST)/
  const inherited = Object.entries(process.env).filter(([name]) => !foreign.test(name))
  const child = spawn(process.execPath, ['--conditions=react-server', '--import', 'tsx', entries[entry]], {
    env: { ...Object.fromEntries(inherited), ...env } as NodeJS.ProcessEnv,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  running.add(child)
  let printed = ''
  const keep = (chunk: Buffer) => {
    printed += chunk.toString()
  }
  child.stdout.on('data', keep)
  child.stderr.on('data', keep)
  const ended = new Promise<number | null>((resolve) => {
    child.once('exit', (code) => {
      running.delete(child)
      resolve(code)
    })
  })
  return { child, printed: () => printed, ended }
}

/** Ends what still runs and takes the data folders away. */
export const endAll = async (): Promise<void> => {
  for (const child of running) child.kill('SIGTERM')
  await until(() => running.size === 0, 30_000)
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
}

/** Waits until the console shows a text. Throws with everything it showed when it ends or stays silent instead. */
export const shows = async (shown: Console, text: string): Promise<void> => {
  const over = () => shown.printed().includes(text) || shown.child.exitCode !== null || shown.child.signalCode !== null
  await until(over, 90_000)
  if (!shown.printed().includes(text)) throw new Error(`The console did not show "${text}":\n${shown.printed()}`)
}

/** The processes of a demo that runs from a data folder. */
export const processesOf = (dataFolder: string): { launcher: number; app: number; database: number; port: number } => {
  const { launcher, app } = JSON.parse(readFileSync(path.join(dataFolder, 'running.json'), 'utf8'))
  const lines = readFileSync(path.join(dataFolder, 'postgres', 'postmaster.pid'), 'utf8').split('\n')
  return { launcher, app, database: Number(lines[0]), port: Number(lines[3]) }
}
