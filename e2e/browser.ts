import { spawnSync } from 'node:child_process'
import { accessSync, constants, existsSync } from 'node:fs'
import path from 'node:path'
import { chromium } from '@playwright/test'
import { StartupProblem } from '@/lib/foundation/startup-problem'

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']
const macPlaces = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
]

const isProgram = (file: string): boolean => {
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch {
    return false
  }
}

const systemBrowser = (): string | undefined => {
  const folders = (process.env.PATH ?? '').split(path.delimiter)
  return [...folders.flatMap((folder) => names.map((name) => path.join(folder, name))), ...macPlaces].find(isProgram)
}

const installFromDebian = (): boolean => {
  if (process.getuid?.() !== 0 || !existsSync('/etc/debian_version')) return false
  const quiet = { stdio: 'ignore', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } } as const
  spawnSync('apt-get', ['update'], quiet)
  return spawnSync('apt-get', ['install', '-y', '--no-install-recommends', 'chromium'], quiet).status === 0
}

/** A browser for the tests: where it is, and in one line where it came from. */
export type Browser = { executablePath: string; told: string }

/**
 * Playwright's own Chromium, else one of this machine, else Debian's package, installed when we are root.
 * Throws StartupProblem when there is none and none can be installed.
 */
export const findBrowser = (): Browser => {
  const own = chromium.executablePath()
  if (own && existsSync(own)) return { executablePath: own, told: `Browser: Playwright's own, ${own}.` }
  const there = systemBrowser()
  if (there) return { executablePath: there, told: `Browser: this machine's, ${there}.` }
  if (installFromDebian()) {
    const installed = systemBrowser()
    if (installed)
      return { executablePath: installed, told: `Browser: Debian's package chromium, just installed, ${installed}.` }
  }
  throw new StartupProblem('No browser was found: install Chromium or Chrome, or run npx playwright install chromium.')
}
