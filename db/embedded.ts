import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import {
  chownSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { createServer } from 'node:net'
import path from 'node:path'
import { StartupProblem } from '@/lib/foundation/startup-problem'
import { clearLeftovers, readPostmaster, until } from './postmaster'
import { databaseAccount, launchOf, type Programs } from './programs'

/** A running PostgreSQL of our own. `exited` settles when it ends, asked or not; `stop` ends it and waits. */
export type Server = {
  port: number
  pid: number
  urlOf: (user: string, password: string, database: string) => string
  exited: Promise<void>
  stop: () => Promise<void>
}

/** `port`: a free one unless told. */
type Wanted = { programs: Programs; folder: string; password: string; lasting: boolean; port?: number }

/** A port that nothing listens on at this moment, on loopback. */
export const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => (address && typeof address === 'object' ? resolve(address.port) : reject(new Error('no port'))))
    })
  })

const own = (file: string): void => {
  const account = databaseAccount()
  if (account) chownSync(file, account.uid, account.gid)
}

const localeFlags = (major: number): string[] =>
  major >= 17 ? ['--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C'] : ['--locale=C']

/** Makes the data folder beside its place and moves it there when complete, so that a killed start leaves no half of one. */
const initialise = ({ programs, folder, password, lasting }: Wanted): void => {
  const staging = `${folder}.new`
  const passwordFile = `${folder}.password`
  rmSync(staging, { recursive: true, force: true })
  mkdirSync(staging, { recursive: true, mode: 0o700 })
  own(staging)
  writeFileSync(passwordFile, password, { mode: 0o600 })
  own(passwordFile)
  try {
    const { command, before, account } = launchOf(programs, 'initdb', staging)
    const flags = ['--auth=scram-sha-256', '--username=postgres', '--encoding=UTF8', ...localeFlags(programs.major)]
    const made = spawnSync(
      command,
      [...before, '-D', staging, `--pwfile=${passwordFile}`, ...flags, ...(lasting ? [] : ['--no-sync'])],
      { ...account, encoding: 'utf8', env: { ...process.env, LC_ALL: 'C' } },
    )
    if (made.status !== 0) {
      throw new StartupProblem(
        `The database folder ${folder} could not be made: ${made.stderr.trim().split('\n').at(-1)}`,
      )
    }
  } finally {
    rmSync(passwordFile, { force: true })
  }
  renameSync(staging, folder)
}

/** Refuses a data folder that another major version of PostgreSQL wrote. Throws StartupProblem. */
const checkVersion = ({ programs, folder }: Wanted): void => {
  const found = readFileSync(path.join(folder, 'PG_VERSION'), 'utf8').trim()
  if (found === String(programs.major)) return
  throw new StartupProblem(
    `The data folder ${folder} was written by PostgreSQL ${found} and this is PostgreSQL ${programs.major}: move the folder away to start afresh, or go back to the earlier Spineboard.`,
  )
}

// DETAIL lines and failed statements can quote patient data, so the log leaves them out.
const quietLog = ['log_error_verbosity=terse', 'log_min_error_statement=panic', 'log_parameter_max_length_on_error=0']
const forgetful = ['fsync=off', 'full_page_writes=off', 'synchronous_commit=off', 'max_connections=300']

const launch = (wanted: Wanted, port: number): ChildProcess => {
  const { command, before, account } = launchOf(wanted.programs, 'postgres', wanted.folder)
  const place = ['listen_addresses=127.0.0.1', 'unix_socket_directories=', 'timezone=UTC', 'log_timezone=UTC']
  const settings = [`port=${port}`, ...place, ...quietLog, ...(wanted.lasting ? [] : forgetful)]
  const log = openSync(`${wanted.folder}.log`, 'w', 0o600)
  try {
    return spawn(command, [...before, '-D', wanted.folder, ...settings.flatMap((each) => ['-c', each])], {
      ...account,
      // A group of its own: Ctrl-C reaches the launcher alone, which stops the server last.
      detached: true,
      stdio: ['ignore', log, log],
      env: { ...process.env, LC_ALL: 'C' },
    })
  } finally {
    closeSync(log)
  }
}

const lastWords = (folder: string): string => {
  const lines = readFileSync(`${folder}.log`, 'utf8').split('\n')
  return lines.findLast((line) => /FATAL|PANIC/.test(line))?.replace(/^.*?(FATAL|PANIC):\s*/, '') ?? 'it gave no reason'
}

const hasEnded = (child: ChildProcess): boolean =>
  child.exitCode !== null || child.signalCode !== null || child.pid === undefined

const stopper = (child: ChildProcess, exited: Promise<void>) => async (): Promise<void> => {
  const ended = () => hasEnded(child)
  for (const [name, patienceMs] of [
    ['SIGINT', 15_000],
    ['SIGQUIT', 5_000],
    ['SIGKILL', 5_000],
  ] as const) {
    if (ended()) break
    child.kill(name)
    await until(ended, patienceMs)
  }
  await exited
}

/**
 * Starts PostgreSQL on a data folder, made first if it is not there, on a loopback port. `lasting: false` is for tests:
 * quick, and lost in a power cut. Leftovers of a killed start are cleared. Throws StartupProblem when it does not come up.
 */
export const startServer = async (wanted: Wanted): Promise<Server> => {
  if (existsSync(path.join(wanted.folder, 'PG_VERSION'))) {
    checkVersion(wanted)
    await clearLeftovers(wanted.folder)
  } else initialise(wanted)
  const port = wanted.port ?? (await freePort())
  const child = launch(wanted, port)
  const exited = new Promise<void>((resolve) => {
    child.once('exit', () => resolve())
    child.once('error', () => resolve())
  })
  const ready = () => {
    const state = readPostmaster(wanted.folder)
    return state?.pid === child.pid && state?.ready === true
  }
  // Crash recovery after a kill comes before "ready" and may replay a good deal.
  await until(() => ready() || hasEnded(child), 60_000)
  if (!ready() || child.pid === undefined) {
    await stopper(child, exited)()
    throw new StartupProblem(`The database did not start: ${lastWords(wanted.folder)} (log: ${wanted.folder}.log).`)
  }
  const interrupt = () => child.kill('SIGINT')
  process.once('exit', interrupt)
  void exited.then(() => process.off('exit', interrupt))
  return {
    port,
    pid: child.pid,
    urlOf: (user, password, database) =>
      `postgresql://${encodeURIComponent(user)}:${encodeURIComponent(password)}@127.0.0.1:${port}/${database}`,
    exited,
    stop: stopper(child, exited),
  }
}
