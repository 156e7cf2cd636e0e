import { execFileSync } from 'node:child_process'
import { mkdirSync, readFileSync, readlinkSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { isAlive, until } from '@/db/postmaster'
import { StartupProblem } from '@/lib/foundation/startup-problem'

const record = z.object({ launcher: z.number(), app: z.number().optional(), address: z.string() })

/** What runs from a data folder: the launcher's process, the app's process once it is started, the address. */
export type Running = z.infer<typeof record>

const isOurs = (pid: number, name: RegExp): boolean => {
  if (pid === process.pid || !isAlive(pid)) return false
  try {
    if (process.platform === 'linux') {
      const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ')
      return name.test(command) && readlinkSync(`/proc/${pid}/cwd`) === process.cwd()
    }
    return name.test(execFileSync('ps', ['-p', String(pid), '-o', 'command='], { encoding: 'utf8' }))
  } catch {
    return false
  }
}

const readRecord = (file: string): Running | undefined => {
  try {
    return record.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch {
    return undefined
  }
}

/** Ends an app process that outlived its launcher. Its number alone proves nothing: command and folder must be ours too. */
const endOrphan = async (pid: number): Promise<void> => {
  const gone = () => !isOurs(pid, /\bnext(-server)?\b/)
  for (const [signal, patienceMs] of [
    ['SIGTERM', 5_000],
    ['SIGKILL', 2_000],
  ] as const) {
    if (gone()) return
    process.kill(pid, signal)
    await until(gone, patienceMs)
  }
}

const takeFile = (file: string, running: Running): boolean => {
  try {
    writeFileSync(file, JSON.stringify(running), { flag: 'wx', mode: 0o600 })
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  }
}

/** The claim on a data folder: `note` adds the app's process to the record, `release` gives the folder back. */
export type Claim = { note: (app: number) => void; release: () => void }

/**
 * Claims the data folder for this launcher. A record that a killed start left is recognised and its app ended.
 * Throws StartupProblem while another launcher of the same folder lives.
 */
export const claim = async (dataFolder: string, address: string): Promise<Claim> => {
  mkdirSync(dataFolder, { recursive: true })
  const file = path.join(dataFolder, 'running.json')
  const mine: Running = { launcher: process.pid, address }
  if (!takeFile(file, mine)) {
    const earlier = readRecord(file)
    if (earlier && isOurs(earlier.launcher, /lib\/startup\/demo/)) {
      throw new StartupProblem(
        `Spineboard already runs from this folder at ${earlier.address} (process ${earlier.launcher}): use it, or stop it with Ctrl-C first.`,
      )
    }
    if (earlier?.app) await endOrphan(earlier.app)
    rmSync(file, { force: true })
    if (!takeFile(file, mine))
      throw new StartupProblem('Spineboard is being started from this folder by someone else: wait for it.')
  }
  return {
    note: (app) => {
      writeFileSync(`${file}.new`, JSON.stringify({ ...mine, app }), { mode: 0o600 })
      renameSync(`${file}.new`, file)
    },
    release: () => rmSync(file, { force: true }),
  }
}
