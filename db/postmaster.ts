import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, readlinkSync, realpathSync, rmSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

const isNumberInUse = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

const textOf = (file: string): string => {
  try {
    return file.endsWith('cwd') ? readlinkSync(file) : readFileSync(file, 'utf8').trim()
  } catch {
    return ''
  }
}

/**
 * True while a process of this number runs, whoever owns it. A dead one that nobody has collected, as in containers
 * without an init process, keeps its number but does not run.
 */
export const isAlive = (pid: number): boolean => isNumberInUse(pid) && !/\) Z /.test(textOf(`/proc/${pid}/stat`))

/** Asks until it holds or the time in milliseconds is over; tells which. */
export const until = async (holds: () => boolean, withinMs: number): Promise<boolean> => {
  const end = performance.now() + withinMs
  while (!holds()) {
    if (performance.now() > end) return false
    await pause(25)
  }
  return true
}

/** The lines of `postmaster.pid`: process number, folder, port and, on the last line, `ready` once it takes connections. */
export const readPostmaster = (folder: string): { pid: number; ready: boolean } | undefined => {
  const file = path.join(folder, 'postmaster.pid')
  if (!existsSync(file)) return undefined
  const lines = readFileSync(file, 'utf8').split('\n')
  return { pid: Number(lines[0]), ready: lines[7]?.trim() === 'ready' }
}

/** Processes of PostgreSQL that work in this data folder: on Linux all of them, elsewhere the one its lock file names. */
const processesIn = (folder: string): number[] => {
  if (existsSync('/proc/self/cwd')) {
    const pids = readdirSync('/proc')
      .map(Number)
      .filter((pid) => pid > 0)
    return pids.filter((pid) => textOf(`/proc/${pid}/cwd`) === folder && textOf(`/proc/${pid}/comm`) === 'postgres')
  }
  const pid = readPostmaster(folder)?.pid
  if (pid === undefined || process.platform === 'win32' || !isAlive(pid)) return []
  const command = execFileSync('ps', ['-p', String(pid), '-o', 'command='], { encoding: 'utf8' })
  return command.includes('postgres') && command.includes(folder) ? [pid] : []
}

const signal = (pids: number[], name: NodeJS.Signals): void => {
  for (const pid of pids) if (isAlive(pid)) process.kill(pid, name)
}

/**
 * Clears what a killed start left on a data folder: stops the PostgreSQL processes that work in it (recognised by folder
 * and name, nothing else is touched) and takes away a lock file whose number now belongs to a stranger. True if any ran.
 */
export const clearLeftovers = async (dataFolder: string): Promise<boolean> => {
  if (!existsSync(dataFolder)) return false
  const folder = realpathSync(dataFolder)
  const gone = () => processesIn(folder).length === 0
  const found = processesIn(folder)
  if (found.length > 0) {
    const leader = readPostmaster(folder)?.pid
    signal(
      found.filter((pid) => pid === leader),
      'SIGINT',
    )
    if (!(await until(gone, leader !== undefined && found.includes(leader) ? 10_000 : 2_000))) {
      signal(processesIn(folder), 'SIGQUIT')
      if (!(await until(gone, 5_000))) signal(processesIn(folder), 'SIGKILL')
      await until(gone, 5_000)
    }
  }
  // PostgreSQL looks at the number alone and would take a stranger, or a dead process not yet collected, for itself.
  const stranger = readPostmaster(folder)?.pid
  if (stranger !== undefined && isNumberInUse(stranger) && gone()) rmSync(path.join(folder, 'postmaster.pid'))
  return found.length > 0
}
