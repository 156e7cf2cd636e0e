import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { chromium, type Page } from '@playwright/test'
import { freePort } from '@/db/embedded'
import { demoSignIns } from '@/db/seed/demo-people'
import { findBrowser } from './browser'
import { endAll, newDataFolder, run, shows } from './faults/console'

/** Pictures of the demo for the README: `node --import tsx e2e/screens.ts` writes them anew. */
const folder = path.resolve('.ci/screens')

const signIn = async (page: Page, surname: string) => {
  const person = demoSignIns.find(({ name }) => name.endsWith(surname))
  if (!person) throw new Error(`Nobody of the demo is called ${surname}`)
  await page.goto('/sign-in')
  await page.getByLabel('E-mail address').fill(person.email)
  await page.getByLabel('Password').fill(person.password)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await page.waitForURL('**/today')
}

const take = async (page: Page, name: string) => {
  await page.getByText(/^Loading/).waitFor({ state: 'detached' })
  await page.screenshot({ path: path.join(folder, `${name}.png`), animations: 'disabled' })
}

const worklist = async (page: Page) => {
  await signIn(page, 'Wyndlass')
  await page.goto('/today?view=open')
  await page.getByRole('region', { name: 'Worklist' }).getByRole('rowheader').first().waitFor()
  await take(page, 'worklist')
}

const boardSheet = async (page: Page) => {
  await page.goto('/cases')
  await page.getByRole('link', { name: /ARDENWICK/ }).click()
  await page.getByRole('link', { name: 'Edit case' }).waitFor()
  await take(page, 'board-sheet')
}

const room = async (page: Page) => {
  await signIn(page, 'Okonvale')
  await page.goto('/meetings')
  await page.getByRole('row').filter({ hasText: 'Running' }).getByRole('link').first().click()
  await page.getByRole('link', { name: 'Open room' }).click()
  await page.getByRole('region', { name: 'Sealed vote' }).waitFor()
  await take(page, 'room')
}

const port = await freePort()
const demo = run('demo', { SPINEBOARD_DATA: newDataFolder(), PORT: String(port) })
try {
  await shows(demo, 'Stop with Ctrl-C')
  mkdirSync(folder, { recursive: true })
  const browser = await chromium.launch({ executablePath: findBrowser().executablePath, args: ['--no-sandbox'] })
  const baseURL = `http://localhost:${port}`
  const open = async () => (await browser.newContext({ baseURL, viewport: { width: 1440, height: 960 } })).newPage()
  const coordinator = await open()
  await worklist(coordinator)
  await boardSheet(coordinator)
  await room(await open())
  await browser.close()
} finally {
  await endAll()
}
