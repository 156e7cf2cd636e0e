import { type ChildProcess, spawn } from 'node:child_process'
import { createRequire } from 'node:module'
import { createServer } from 'node:net'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'
import { until } from '@/db/postmaster'
import { StartupProblem } from '@/lib/foundation/startup-problem'

/** A running app. `exited` tells how it ended, asked or not; `stop` lets it finish its requests, then waits for its end. */
export type App = { pid: number; exited: Promise<string>; stop: () => Promise<void> }

type Wanted = {
  host: string
  port: number
  env: Record<string, string | undefined>
  /** Given when somebody asks to stop: the start is given up, however long it would take. */
  asked: AbortSignal
  dev?: boolean
  quiet?: boolean
}

// As an address, since Windows takes the letter of a drive for a protocol.
const preload = pathToFileURL(path.resolve('lib/startup/app-preload.mjs')).href

/** How long requests may take to finish after the signal to stop, before the app is ended. */
const finishWithinMs = 10_000

/** True when somebody listens on the port of this address already. */
const isTaken = (host: string, port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const probe = createServer()
    probe.once('error', (error: NodeJS.ErrnoException) => resolve(error.code === 'EADDRINUSE'))
    probe.listen(port, host, () => probe.close(() => resolve(false)))
  })

/** Throws StartupProblem when the port is taken. On loopback both of its addresses count, since browsers try both. */
export const checkPort = async (host: string, port: number): Promise<void> => {
  const hosts = host === '127.0.0.1' || host === 'localhost' ? ['127.0.0.1', '::1'] : [host]
  for (const each of hosts) {
    if (await isTaken(each, port)) {
      throw new StartupProblem(`Port ${port} is taken: stop what uses it, or choose another, such as PORT=${port + 1}.`)
    }
  }
}

/** Where to ask a server that listens on every address: by number, since a container may not know the name localhost. */
const reachable: Record<string, string> = { '0.0.0.0': '127.0.0.1', '::': '::1' }

const answers = async ({ host, port, asked }: Wanted): Promise<boolean> => {
  const address = reachable[host] ?? host
  const name = address.includes(':') ? `[${address}]` : address
  const signal = AbortSignal.any([asked, AbortSignal.timeout(30_000)])
  const answer = await fetch(`http://${name}:${port}/api/health`, { signal }).catch(() => undefined)
  return answer?.ok === true
}

const launch = ({ host, port, env, dev, quiet }: Wanted): ChildProcess => {
  const next = createRequire(path.resolve('package.json')).resolve('next/dist/bin/next')
  const command = [next, dev ? 'dev' : 'start', '--hostname', host, '--port', String(port)]
  return spawn(process.execPath, ['--import', preload, ...command], {
    // A group of its own, so that Ctrl-C reaches the launcher alone and app and database stop in order.
    detached: true,
    stdio: ['ignore', quiet ? 'ignore' : 'inherit', 'inherit', 'ipc'],
    env: { ...env, NEXT_TELEMETRY_DISABLED: '1', NODE_ENV: dev ? 'development' : 'production' },
  })
}

/**
 * Starts the app as a process of its own and waits until it answers. `onSpawn` hears its number at once, so that a kill
 * in between can be cleared up. Throws StartupProblem when it ends before it answers, and what `asked` says when that is given.
 */
export const startApp = async (wanted: Wanted, onSpawn?: (pid: number) => void): Promise<App> => {
  const child = launch(wanted)
  const { pid } = child
  if (pid === undefined) throw new StartupProblem('The app could not be started: Node refused to start a process.')
  onSpawn?.(pid)
  let ended = false
  const exited = new Promise<string>((resolve) => {
    child.once('exit', (code, signal) => {
      ended = true
      resolve(signal ? `signal ${signal}` : `code ${code}`)
    })
  })
  const stop = async () => {
    if (!ended) child.kill('SIGTERM')
    if (!(await until(() => ended, finishWithinMs))) child.kill('SIGKILL')
    await exited
  }
  const patience = performance.now() + 90_000
  while (!(await answers(wanted))) {
    if (wanted.asked.aborted) {
      await stop()
      throw wanted.asked.reason
    }
    if (ended) throw new StartupProblem(`The app ended while starting (${await exited}): its reason stands above.`)
    if (performance.now() > patience) {
      await stop()
      throw new StartupProblem('The app did not answer within 90 seconds: its reason may stand above.')
    }
    await pause(50)
  }
  return { pid, exited, stop }
}
