import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { StartupProblem } from '@/lib/foundation/startup-problem'
import { say } from './say'

const sources = [
  'app',
  'db',
  'lib',
  'public',
  'next.config.ts',
  'proxy.ts',
  'instrumentation.ts',
  'package-lock.json',
  'tsconfig.json',
]

const filesUnder = (place: string): string[] => {
  if (!existsSync(place)) return []
  if (!statSync(place).isDirectory()) return [place]
  return readdirSync(place)
    .sort()
    .flatMap((name) => filesUnder(path.join(place, name)))
}

/** One number for everything that the build is made from; tests are left out. */
const sourceHash = (): string => {
  const hash = createHash('sha256')
  for (const file of sources.flatMap(filesUnder).filter((each) => !/\.test\.tsx?$/.test(each))) {
    hash.update(`${file}\0`).update(readFileSync(file))
  }
  return hash.digest('hex')
}

const buildFolder = (): string => path.resolve(process.env.SPINEBOARD_BUILD_DIR ?? '.next')
const hashFile = (): string => path.join(buildFolder(), 'spineboard-sources')

/** True when a finished build is there, whether or not it is of these sources. */
export const hasBuild = (): boolean => existsSync(path.join(buildFolder(), 'BUILD_ID'))

const whyBuild = (hash: string): string | undefined => {
  if (!hasBuild()) return 'there is no build yet'
  const built = existsSync(hashFile()) ? readFileSync(hashFile(), 'utf8') : undefined
  return built === hash ? undefined : 'the sources changed'
}

const runBuild = (signal: AbortSignal | undefined): Promise<{ built: boolean; output: string }> =>
  new Promise((resolve, reject) => {
    const next = createRequire(path.resolve('package.json')).resolve('next/dist/bin/next')
    const env = { ...process.env, NODE_ENV: 'production' as const, NEXT_TELEMETRY_DISABLED: '1' }
    const child = spawn(process.execPath, [next, 'build'], { env, signal, stdio: ['ignore', 'pipe', 'pipe'] })
    let output = ''
    const keep = (chunk: Buffer) => {
      output += chunk.toString()
    }
    child.stdout.on('data', keep)
    child.stderr.on('data', keep)
    child.once('error', reject)
    child.once('close', (code) => resolve({ built: code === 0, output }))
  })

/** Builds the app when there is no build of these sources, and says why. Throws StartupProblem when the build fails. */
export const ensureBuild = async (signal?: AbortSignal): Promise<void> => {
  const hash = sourceHash()
  const why = whyBuild(hash)
  if (!why) return
  say(`Building the app, a minute or two: ${why}.`)
  rmSync(hashFile(), { force: true })
  const { built, output } = await runBuild(signal)
  if (!built) {
    process.stderr.write(output)
    throw new StartupProblem('The build failed: its reason stands above.')
  }
  writeFileSync(hashFile(), hash)
}
